import { join } from 'node:path';
import { build } from 'esbuild';

/** Builds the function as it is deployed: one ES module `handler.mjs`, with nothing beside it. */
export async function bundle(
  folder: string,
): Promise<{ readonly package: string; readonly handler: string }> {
  await build({
    entryPoints: [join(import.meta.dirname, '../../services/lambda/handler.ts')],
    outfile: join(folder, 'handler.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    // The oldest Node that the project supports, so that the bundle runs on every other too.
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    // Faults are logged by the name of their class.
    keepNames: true,
    // Libraries that are no ES modules call `require` for what Node has built in.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  return { package: folder, handler: 'handler.handler' };
}
