import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

const guide = readFileSync('docs/security.md', 'utf8');

test('every file and folder that the security guide names is there', () => {
  const named = [...guide.matchAll(/`((?:tests|services|graphql|infra|docs)\/[^`]*)`/g)].map(
    ([, path]) => path!,
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !isThere(path))).toEqual([]);
});

test('every requirement is shown by a test', () => {
  const rows = guide.split('\n').filter((line) => /^\| V\d/.test(line));
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter((row) => !/`tests\/[^`]+`/.test(row.split('|').at(-2)!))).toEqual([]);
});

/** A file or a folder, or files by the beginning and the end of their names. */
function isThere(path: string): boolean {
  const [begin, end] = path.split('*');
  if (end === undefined) return existsSync(path);
  const folder = dirname(path);
  return readdirSync(folder).some((name) => `${folder}/${name}`.startsWith(begin!) && name.endsWith(end));
}
