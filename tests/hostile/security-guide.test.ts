import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const guide = readFileSync('docs/security.md', 'utf8');

test('every file and folder that the security guide names is there', () => {
  const named = [...guide.matchAll(/`((?:tests|services|graphql|infra|docs)\/[^`]*)`/g)].map(
    ([, path]) => path!,
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => globSync(path).length === 0)).toEqual([]);
});

test('every requirement is shown by a test', () => {
  const rows = guide.split('\n').filter((line) => /^\| V\d/.test(line));
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter((row) => !/`tests\/[^`]+`/.test(row.split('|').at(-2)!))).toEqual([]);
});
