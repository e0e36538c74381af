import { readdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { buildSchema, type GraphQLSchema, parse, printSchema } from 'graphql';
import { MESSAGE_CODES, template } from '../services/domain/messages/messages.ts';
import { accessPage } from './access-page.ts';
import { resolverTypesConfig } from './resolver-types-config.ts';

/**
 * The files that are made from the SDL, by path below `graphql/`: the SDL as a module (a Lambda bundle brings no
 * other files), the types of the resolvers, the whole schema printed; and the page that says who may do what.
 */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  const sdl = await readSdl();
  const schema = buildSchema(sdl);
  return new Map([
    ['generated/type-defs.ts', `${NOTICE}export const typeDefs: string =\n  ${JSON.stringify(sdl)};\n`],
    ['generated/types.ts', NOTICE + (await resolverTypes(schema))],
    ['schema.printed.graphql', `${printed(schema)}\n`],
    ['../docs/access.md', accessPage()],
  ]);
}

/** As the formatter of this repository wants it: quotation marks of descriptions on lines of their own. */
const printed = (schema: GraphQLSchema): string =>
  printSchema(schema).replace(/^( *)"""(.+)"""$/gm, '$1"""\n$1$2\n$1"""');

const NOTICE = '// Made by `npm run generate` from the .graphql files of the features. Do not edit.\n';
const HERE = new URL('./', import.meta.url);
const NO_FEATURES: ReadonlySet<string> = new Set(['generated', 'limits']);

/** The SDL of all features, and the enum of error codes, which the table of messages makes. */
async function readSdl(): Promise<string> {
  const folders = await readdir(HERE, { withFileTypes: true });
  const features = folders
    .filter((folder) => folder.isDirectory() && !NO_FEATURES.has(folder.name))
    .map((folder) => folder.name)
    .sort();
  const texts = await Promise.all(
    features.map((feature) => readFile(new URL(`${feature}/schema.graphql`, HERE), 'utf8')),
  );
  return [...texts, userErrorCodes()].join('\n');
}

function userErrorCodes(): string {
  const values = MESSAGE_CODES.map((code) => `${description(code)}\n  ${code}`);
  return [
    '"Code of an error in words for people (错误代码). Each is described by its sentence; `{name}` stands for a value."',
    `enum UserErrorCode {\n  ${values.join('\n  ')}\n}\n`,
  ].join('\n');
}

const description = (code: (typeof MESSAGE_CODES)[number]): string =>
  JSON.stringify(`${template(code, 'en')} ${template(code, 'zh')}`);

async function resolverTypes(schema: GraphQLSchema): Promise<string> {
  const text = await codegen({
    filename: 'graphql/generated/types.ts',
    schema: parse(printSchema(schema)),
    documents: [],
    config: resolverTypesConfig,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  // The plugin hands enums of the domain on as values; they are types.
  return text.replace(/^export \{ /gm, 'export type { ');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of await generate()) await writeFile(new URL(path, HERE), text);
}
