import { readFile } from 'node:fs/promises';
import { buildSchema, DangerousChangeType, findBreakingChanges, findDangerousChanges } from 'graphql';
import { expect, test } from 'vitest';
import { typeDefs } from '../../graphql/type-defs.ts';

/**
 * What has changed since the last release that can break a client, each with its reason. It is emptied at a release,
 * when `npm run release-schema` writes `schema.released.graphql` anew.
 */
const ACCEPTED: readonly string[] = [
  // A territory says what it leaves out.
  'Entry.territory changed type from [ID!]! to TerritoryScope!.',
  'EntryInput.territory changed type from [ID!] to TerritoryScopeInput.',
  // A project may be of several natures.
  'An optional field natures on input type ProjectInput was added.',
  'Project.nature was removed.',
  'ProjectInput.nature was removed.',
];

test('nothing that clients of the last release rely on has changed, but what is accepted here', async () => {
  const released = buildSchema(await readGraphql('schema.released.graphql'));
  expect(changesBetween(released, buildSchema(typeDefs))).toEqual([...ACCEPTED].sort());
});

test('a field taken away, an argument newly required and an enum value added are told', () => {
  const before = buildSchema('enum E { A } type Query { a: E b(x: Int): Int }');
  const after = buildSchema('enum E { A B } type Query { a: E c: Int b(x: Int, y: Int!): Int }');
  expect(changesBetween(before, after)).toEqual(
    ['B was added to enum type E.', 'A required arg y on Query.b was added.'].sort(),
  );
  expect(changesBetween(after, before)).toEqual(
    ['B was removed from enum type E.', 'Query.b arg y was removed.', 'Query.c was removed.'].sort(),
  );
});

function changesBetween(
  before: ReturnType<typeof buildSchema>,
  after: ReturnType<typeof buildSchema>,
): readonly string[] {
  // New error codes are announced as always possible: clients fall back on the message.
  const dangerous = findDangerousChanges(before, after).filter(
    ({ type, description }) =>
      type !== DangerousChangeType.VALUE_ADDED_TO_ENUM || !description.endsWith('enum type UserErrorCode.'),
  );
  return [...findBreakingChanges(before, after), ...dangerous].map(({ description }) => description).sort();
}

const readGraphql = (name: string): Promise<string> =>
  readFile(new URL(`../../graphql/${name}`, import.meta.url), 'utf8');
