import { getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { costOf } from '../../graphql/limits/cost.ts';
import { createSchema } from '../../graphql/schema.ts';

const schema = createSchema();
function cost(query: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(query);
  return costOf({ schema, document, operation: getOperationAST(document)!, variables });
}

test.each<[string, string, object, number]>([
  ['a field counts one', '{ viewer { subject } }', {}, 2],
  [
    'a page as often as it is long, not once more for its edges',
    '{ catalogs(first: 70) { edges { node { key } } } }',
    {},
    2 + 70 * 2,
  ],
  [
    'a page whose length is in a variable',
    'query ($n: Int) { catalogs(first: $n) { edges { node { key } } } }',
    { n: 30 },
    2 + 30 * 2,
  ],
  ['a page of unstated length as ten', '{ catalogs { edges { cursor } } }', {}, 2 + 10],
  ['a list with its length stated', '{ industries(search: "x", first: 7) { code } }', {}, 1 + 7],
  ['a list of unstated length as five', '{ viewer { grants { role } } }', {}, 2 + 5],
  [
    'projects in a variable each',
    'query ($p: [ProjectInput!]!) { assessMany(projects: $p) { index } }',
    { p: Array(400).fill({}) },
    1 + 400,
  ],
  [
    'projects in the text each',
    '{ assessMany(projects: [{ zone: "a" }, { zone: "b" }]) { index } }',
    {},
    1 + 2,
  ],
  [
    'pages inside pages',
    '{ catalogs(first: 10) { edges { node { versions(first: 20) { edges { cursor } } } } } }',
    {},
    2 + 10 * (1 + 2 + 20),
  ],
  [
    'a fragment as what it holds, on a page too',
    '{ catalogs(first: 70) { ...f } } fragment f on CatalogConnection { edges { cursor } }',
    {},
    2 + 70,
  ],
  [
    'a decision made again ten thousand',
    '{ decisions(first: 10) { edges { node { replay { same } } } } }',
    {},
    2 + 10 * (1 + 10_000 + 1),
  ],
])('%s', (_, query, variables, expected) => {
  expect(cost(query, variables as Readonly<Record<string, unknown>>)).toBe(expected);
});

test.each([
  [
    'releaseNotes',
    'catalogs(first: 100) { edges { node { versions(first: 100) { edges { node { releaseNotes { text } } } } } } }',
  ],
  [
    'entryHistory',
    'catalogs(first: 100) { edges { node { entryHistory(code: "1") { edges { cursor } } } } }',
  ],
  [
    'changeText',
    'catalogs(first: 50) { edges { node { history(first: 100) { edges { node { changeText } } } } } }',
  ],
  ['checkDraft', times(25, 'checkDraft(catalog: "catalog_a") { publishable }')],
  ['verifyHistory', times(25, 'verifyHistory(catalog: "catalog_a") { whole }')],
  ['verifyRegister', times(25, 'verifyRegister { whole }')],
  ['exportHistory', times(25, 'exportHistory(catalog: "catalog_a") { endCursor }')],
  ['exportRegister', times(25, 'exportRegister { endCursor }')],
])(
  '%s, which reads or compares whole catalogs, cannot be asked for as often as a small query lets',
  (_, fields) => {
    expect(cost(`{ ${fields} }`)).toBeGreaterThan(1_000_000);
  },
);

test.each([
  [
    'the history of a catalog in words, a page at its longest',
    '{ catalog(id: "catalog_a") { history(first: 100) { edges { node { number changeText changes(first: 10) { edges { node { text fields { text } } } } } } } } }',
  ],
  [
    'one check, one verification and one export',
    '{ checkDraft(catalog: "catalog_a") { violations { message } } verifyHistory(catalog: "catalog_a") { whole } exportHistory(catalog: "catalog_a", first: 100) { lines } }',
  ],
  [
    'the release notes of each version of a catalog',
    '{ catalog(id: "catalog_a") { versions(first: 40) { edges { node { releaseNotes { text counts { stricter } } } } } } }',
  ],
])('%s are within the limit', (_, query) => {
  expect(cost(query)).toBeLessThan(1_000_000);
});

function times(count: number, field: string): string {
  return Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join(' ');
}

test('a thousand projects with all that the page for the browser asks of one are within the limit', async () => {
  const { ASSESS } = await import('../../services/local/ide/assess-query.ts');
  const many = ASSESS.replace('$project: ProjectInput!', '$projects: [ProjectInput!]!').replace(
    'assess(project: $project, on: $on)',
    'assessMany(projects: $projects, on: $on)',
  );
  const value = cost(many, { projects: Array(1_000).fill({}) });
  console.log(`a thousand projects in full: ${value}`);
  expect(value).toBeGreaterThan(10_000);
  expect(value).toBeLessThan(1_000_000);
});
