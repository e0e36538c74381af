import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { buildSchema, parse, printSchema } from 'graphql';
import { consoleTypesConfig, documentsModule } from './console-documents.ts';
import { resolverTypesConfig } from './resolver-types-config.ts';
import { typeDefs } from './type-defs.ts';

// `npm run generate`: the types of the resolvers, made of the SDL, and the documents of the console with the types of what
// they ask and get. They are not kept in git; npm makes them at `npm ci` and before every type-check, and not again while
// nothing they are made of changed.

const CONSOLE = new URL('../services/console/app/', import.meta.url);
const queries = await consoleQueries();
await write(
  new URL('./generated/types.ts', import.meta.url),
  [JSON.stringify(resolverTypesConfig)],
  resolverTypes,
);
await write(new URL('./generated/queries.ts', CONSOLE), queries, () => consoleDocuments(queries));

async function write(file: URL, madeOf: readonly string[], make: () => Promise<string>): Promise<void> {
  const notice = `// Made by \`npm run generate\` from .graphql files (${await sourcesHash(madeOf)}). Do not edit.\n`;
  if ((await readFile(file, 'utf8').catch(() => '')).startsWith(notice)) return;
  await mkdir(new URL('./', file), { recursive: true });
  await writeFile(file, notice + (await make()));
}

/** Of all that decides what is written: the SDL, the settings, this program, and the versions of its libraries. */
async function sourcesHash(madeOf: readonly string[]): Promise<string> {
  const texts = [typeDefs, ...madeOf];
  for (const path of ['./generate-types.ts', '../package-lock.json'])
    texts.push(await readFile(new URL(path, import.meta.url), 'utf8'));
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
}

async function resolverTypes(): Promise<string> {
  // Loaded only when there is something to make: they take most of the time.
  const { codegen } = await import('@graphql-codegen/core');
  const typescript = await import('@graphql-codegen/typescript');
  const resolvers = await import('@graphql-codegen/typescript-resolvers');
  const text = await codegen({
    filename: 'graphql/generated/types.ts',
    schema: parse(printSchema(buildSchema(typeDefs))),
    documents: [],
    config: resolverTypesConfig,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  // The plugin hands enums of the domain on as values; they are types.
  return text.replace(/^export \{ /gm, 'export type { ');
}

/** The operations of the console: a `.graphql` file beside the page that asks them. */
async function consoleQueries(): Promise<readonly string[]> {
  const names = (await readdir(CONSOLE, { recursive: true }))
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  return Promise.all(names.map((name) => readFile(new URL(name, CONSOLE), 'utf8')));
}

async function consoleDocuments(texts: readonly string[]): Promise<string> {
  const { codegen } = await import('@graphql-codegen/core');
  const operations = await import('@graphql-codegen/typescript-operations');
  const document = parse(texts.join('\n'));
  const types = await codegen({
    filename: 'services/console/app/generated/queries.ts',
    schema: parse(printSchema(buildSchema(typeDefs))),
    documents: [{ location: 'services/console/app', document }],
    config: consoleTypesConfig,
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  return documentsModule(types, document);
}
