import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generate } from '../../graphql/generate.ts';

test('the generated files are those that `npm run generate` makes of the SDL and the messages', async () => {
  const stale: string[] = [];
  for (const [path, text] of await generate()) {
    const committed = await readFile(new URL(`../../graphql/${path}`, import.meta.url), 'utf8');
    if (committed !== text) stale.push(path);
  }
  expect(stale, 'run `npm run generate` and commit what it writes').toEqual([]);
});
