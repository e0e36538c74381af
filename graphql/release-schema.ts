import { writeFile } from 'node:fs/promises';
import { buildSchema, printSchema } from 'graphql';
import { typeDefs } from './type-defs.ts';

// `npm run release-schema`: writes down the schema that clients of a release rely on. `tests/api` compares with it.

/** As the formatter of this repository wants it: quotation marks of descriptions on lines of their own. */
const printed = printSchema(buildSchema(typeDefs)).replace(/^( *)"""(.+)"""$/gm, '$1"""\n$1$2\n$1"""');
await writeFile(new URL('./schema.released.graphql', import.meta.url), `${printed}\n`);
