import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { typeDefs } from '../graphql/type-defs.ts';
import { MESSAGE_CODES, template } from '../services/domain/messages/messages.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

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
  /** The steps by which lists are checked. */
  readonly lists: Bundle;
}

/** Builds what a stage needs, each below its own name. */
export async function bundles(folder: string): Promise<Bundles> {
  const [api, tableWatch, histories, lists] = await Promise.all([
    bundle(folder),
    bundle(join(folder, 'table-watch'), 'services/lambda/watch-table.ts'),
    bundle(join(folder, 'histories'), 'services/lambda/keep-histories.ts'),
    bundle(join(folder, 'lists'), 'services/lambda/check-lists.ts'),
  ]);
  return { api, tableWatch, histories, lists };
}

/**
 * Builds a function into a folder, that of the API where no other is named. Tests run the very same build.
 *
 * @param folder is made where it is not there; the same sources give the same bytes
 */
export async function bundle(folder: string, entryPoint = 'services/lambda/handler.ts'): Promise<Bundle> {
  const { outputFiles } = await build({
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

/**
 * Reference data, messages, and the SDL with its descriptions, as what they are, data: packed together they take a sixth of the
 * room, and are read quicker than as code.
 */
const packedData: Plugin = {
  name: 'packed-data',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^packed-data$/ }, ({ path }) => ({ path, namespace: 'packed' }));
    onLoad({ filter: /.*/, namespace: 'packed' }, () => ({
      contents: `${UNPACK}
        export const texts = ${unpacked(allTexts())};`,
    }));
    onLoad({ filter: /\/services\/data\/[^/]+\.json$/ }, ({ path }) => ({
      contents: `import { texts } from 'packed-data';
        export default JSON.parse(texts['${basename(path)}']);`,
    }));
    // By itself: functions that have no reference data have messages.
    onLoad({ filter: /\/domain\/messages\/messages\.ts$/ }, ({ path }) => ({
      contents: `${UNPACK}
        ${readFileSync(path, 'utf8').replace(MESSAGE_TABLE, () => `const MESSAGES = ${unpacked(messages())};`)}`,
      loader: 'ts',
    }));
    onLoad({ filter: /\/graphql\/type-defs\.ts$/ }, () => ({
      contents: `import { texts } from 'packed-data';
        export const typeDefs = texts.bareTypeDefs;
        export const describedTypeDefs = () => texts.typeDefs;`,
    }));
  },
};

const UNPACK = "import { brotliDecompressSync } from 'node:zlib';";
const unpacked = (texts: object): string => {
  const window = { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
  const packed = brotliCompressSync(JSON.stringify(texts), { params: window }).toString('base64');
  return `JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString())`;
};

const MESSAGE_TABLE = /^const MESSAGES = \{$.*?^\} as const satisfies [^;]*;$/ms;
const messages = () =>
  Object.fromEntries(
    MESSAGE_CODES.map((code) => [code, { zh: template(code, 'zh'), en: template(code, 'en') }]),
  );

function allTexts(): object {
  const data = readdirSync(DATA)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file, JSON.stringify(JSON.parse(readFileSync(join(DATA, file), 'utf8')))]);
  // Beside the described one the bare one takes next to no room.
  return { ...Object.fromEntries(data), typeDefs, bareTypeDefs: bareTypeDefs() };
}

const DATA = join(ROOT, 'services/data');

/** What stands in the bundle for modules of libraries, by their names. */
const REPLACED: readonly (readonly [name: RegExp, by: (name: string) => string])[] = [
  // `import 'node:http'` reads every name that Node has there, and behind one of them lies a whole client of the web.
  [/^(node:)?https?$/, (name) => `module.exports = process.getBuiltinModule('${name}');`],
  // A function has its credentials in its environment: it need not know how other machines come by theirs.
  [
    /^@aws-sdk\/credential-provider-node$/,
    () => "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
  ],
  // Hashes as browsers have to make them: in a bundle, Apollo does not find that it is run by Node.
  [/^sha\.js$/, () => "module.exports = process.getBuiltinModule('node:crypto').createHash;"],
  // It looks through everything that the library exports for what only its next major version has.
  [
    /^\.\/incrementalDeliveryPolyfill\.js$/,
    () => "export { execute as executeIncrementally } from 'graphql';",
  ],
  // Nobody asks a function for the JSON schema of what it reads.
  [
    /\/(to-json-schema|json-schema-processors|json-schema-generator)\.js$/,
    () => `const none = () => {};
      export { none as initializeContext, none as process, none as extractDefs, none as finalize, none as toJSONSchema,
        none as JSONSchemaGenerator };
      export const createToJSONSchemaMethod = () => none;
      export const createStandardJSONSchemaMethod = () => none;`,
  ],
  // What Apollo would report to its own cloud with, plugins that are switched off and a logger (graphql/server.ts), how it
  // makes a schema of an SDL (ours comes whole). None of it is ever called.
  [
    /^(@apollo\/usage-reporting-protobuf|@graphql-tools\/schema|loglevel|\.\/plugin\/(usageReporting|schemaReporting|inlineTrace|cacheControl|landingPage\/default|disableSuggestions)\/index\.js)$/,
    () => 'module.exports = {};',
  ],
];

const replacedModules: Plugin = {
  name: 'replaced-modules',
  setup({ onResolve, onLoad, resolve }) {
    // Required and imported, it would be there twice.
    onResolve({ filter: /^lru-cache$/ }, ({ path, kind, resolveDir }) =>
      kind === 'require-call' ? resolve(path, { kind: 'import-statement', resolveDir }) : null,
    );
    // The client of the web is read when its headers are first named; keys are fetched without it (services/auth/fetch-keys.ts).
    onLoad({ filter: /\/jose\/dist\/webapi\/jwks\/remote\.js$/ }, ({ path }) => ({
      contents: `const Headers = Map;\n${readFileSync(path, 'utf8')}`,
    }));
    // Of its description the SDK tells servers the version.
    onLoad({ filter: /\/@aws-sdk\/[^/]+\/package\.json$/ }, ({ path }) => ({
      contents: JSON.stringify({ version: JSON.parse(readFileSync(path, 'utf8')).version }),
      loader: 'json',
    }));
    for (const [filter, by] of REPLACED) {
      onResolve({ filter }, ({ path }) => ({ path, namespace: 'replaced', pluginData: by(path) }));
      onLoad({ filter, namespace: 'replaced' }, ({ pluginData }) => ({
        contents: pluginData,
        resolveDir: ROOT,
      }));
    }
  },
};

/** Without descriptions, which are two thirds of it and nothing that a request is answered by. */
function bareTypeDefs(): string {
  const withoutDescriptions = visit(parse(typeDefs, { noLocation: true }), {
    StringValue: (_, key) => (key === 'description' ? null : undefined),
  });
  return stripIgnoredCharacters(print(withoutDescriptions));
}

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
  // Beside the module and not named in it: a stack trace is read with it at a desk, the package stays small.
  sourcemap: 'external',
  legalComments: 'external',
  // Libraries that are no ES modules call `require` for what Node has built in.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  plugins: [packedData, replacedModules],
  logLevel: 'error',
} as const satisfies BuildOptions;
