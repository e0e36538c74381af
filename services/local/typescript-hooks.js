import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * A program in TypeScript is loaded as one module with all of ours that it imports. Taking the types out of one module at a
 * time costs more than all else that `npm start` does until it answers.
 */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(url)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: `node${process.versions.node}`,
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
    define: { 'import.meta.url': 'THIS_URL', 'import.meta.dirname': 'THIS_FOLDER' },
    plugins: [PLACES],
  });
  return { format: 'module', source: outputFiles[0].text, shortCircuit: true };
}

/** A module says of itself where it was written, and not where it ends up. */
const PLACES = {
  name: 'places',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const places = { THIS_URL: pathToFileURL(path), THIS_FOLDER: dirname(path) };
      const constants = Object.entries(places).map(
        ([name, place]) => `const ${name} = ${JSON.stringify(place)};`,
      );
      return { contents: constants.join('') + (await readFile(path, 'utf8')), loader: 'ts' };
    }),
};
