import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { buildSchema, parse, printSchema } from 'graphql';
import { resolverTypesConfig } from './resolver-types-config.ts';
import { typeDefs } from './type-defs.ts';

// `npm run generate`: the types of the resolvers, made of the SDL. Only the type-check reads them, so they are not kept
// in git; npm makes them at `npm ci` and before every type-check, and not again while nothing they are made of changed.

const FILE = new URL('./generated/types.ts', import.meta.url);
const notice = `// Made by \`npm run generate\` from the .graphql files of the features (${await sourcesHash()}). Do not edit.\n`;
if (!(await readFile(FILE, 'utf8').catch(() => '')).startsWith(notice)) {
  await mkdir(new URL('./', FILE), { recursive: true });
  await writeFile(FILE, notice + (await resolverTypes()));
}

/** Of all that decides what is written: the SDL, the settings, this program, and the versions of its libraries. */
async function sourcesHash(): Promise<string> {
  const texts = [typeDefs, JSON.stringify(resolverTypesConfig)];
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
