import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync } from 'esbuild';
import { typeDefs } from '../graphql/type-defs.ts';

/** Where the pieces of a built function are. */
export interface Bundle {
  /** The folder that becomes the package: one ES module and nothing beside it. */
  readonly package: string;
  /** Source map and licence texts: kept with the build, never deployed. */
  readonly artefacts: string;
  /** `<file>.<export>`, as Lambda wants it. */
  readonly handler: string;
}

/** Those of a stage. */
export interface Bundles {
  /** The API, for whichever callers. */
  readonly api: Bundle;
  readonly tableWatch: Bundle;
  /** What links, seals and verifies. */
  readonly histories: Bundle;
}

/** Builds what a stage needs, each below its own name. */
export const bundles = (folder: string): Bundles => ({
  api: bundle(folder),
  tableWatch: bundle(join(folder, 'table-watch'), 'services/lambda/watch-table.ts'),
  histories: bundle(join(folder, 'histories'), 'services/lambda/keep-histories.ts'),
});

/**
 * Builds a function into a folder, that of the API where no other is named. Tests run the very same build.
 *
 * @param folder is made where it is not there; the same sources give the same bytes
 */
export function bundle(folder: string, entryPoint = 'services/lambda/handler.ts'): Bundle {
  const { outputFiles } = buildSync({
    ...OPTIONS,
    entryPoints: [entryPoint],
    outfile: join(folder, 'package', 'handler.mjs'),
  });
  const built: Bundle = {
    package: join(folder, 'package'),
    artefacts: join(folder, 'artefacts'),
    handler: 'handler.handler',
  };
  for (const { path, contents } of outputFiles) {
    const target = path.endsWith('.mjs') ? path : join(built.artefacts, basename(path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contents);
  }
  return built;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const OPTIONS = {
  absWorkingDir: ROOT,
  write: false,
  bundle: true,
  format: 'esm',
  platform: 'node',
  // The oldest Node that the project supports, so that the bundle runs on every other too.
  target: 'node20',
  mainFields: ['module', 'main'],
  minify: true,
  // Chinese as it is: escaped, it would take twice the room.
  charset: 'utf8',
  // Faults are logged by the name of their class.
  keepNames: true,
  // Beside the module and not named in it: a stack trace is read with it at a desk, the package stays small.
  sourcemap: 'external',
  legalComments: 'external',
  // Libraries that are no ES modules call `require` for what Node has built in.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  // What Apollo would report to its own cloud with; without a key of theirs it is never called.
  alias: { '@apollo/usage-reporting-protobuf': './infra/no-usage-reports.cjs' },
  // The SDL stands in files, which the package does not have.
  define: { BUNDLED_TYPE_DEFS: JSON.stringify(typeDefs) },
  logLevel: 'error',
} as const satisfies BuildOptions;
