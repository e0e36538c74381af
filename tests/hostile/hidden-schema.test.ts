import * as fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../graphql/schema.ts';
import { createHandler } from '../../services/lambda/create-handler.ts';
import { answerOf, startApi, type TestApi } from '../testkit/api.ts';
import { keptLog } from '../testkit/kept-log.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const namesIn = (type: GraphQLNamedType): readonly string[] => {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) return Object.keys(type.getFields());
  if (isObjectType(type) || isInterfaceType(type))
    return Object.values(type.getFields()).flatMap(({ name, args }) => [
      name,
      ...args.map(({ name }) => name),
    ]);
  return [];
};
/** Every name that the schema has. */
const NAMES: ReadonlySet<string> = new Set(types.flatMap((type) => [type.name, ...namesIn(type)]));

interface Question {
  readonly query: string;
  readonly variables?: object;
}

/** Spelled so that the library would offer the right name: one letter doubled, left out, changed or of another case. */
const misspelt = (name: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(name.length - 1), fc.constantFrom('double', 'drop', 'change', 'append'))
    .map(([at, how]) => {
      if (how === 'double') return name.slice(0, at) + name[at] + name.slice(at);
      if (how === 'drop' && name.length > 2 && at > 0) return name.slice(0, at) + name.slice(at + 1);
      if (how === 'change' && at > 0) return `${name.slice(0, at)}q${name.slice(at + 1)}`;
      return `${name}s`;
    })
    .filter((changed) => !NAMES.has(changed));
const oneOf = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);

const outputTypes = types.filter((type) => isObjectType(type) || isInterfaceType(type));
const fieldsWithArguments = outputTypes
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
  .filter(({ field }) => field.args.length > 0);
const enumTypes = types.filter(isEnumType);
const inputTypes = types.filter(isInputObjectType);

/** A field of `Query` whose arguments take an enum or an input, misspelt inside. */
const inQuery = (selection: string): Question => ({ query: `{ ${selection} }` });

const QUESTIONS: Readonly<Record<string, fc.Arbitrary<Question>>> = {
  'a field of the query': oneOf(Object.keys(schema.getQueryType()!.getFields()))
    .chain(misspelt)
    .map((name) => inQuery(name)),
  'a change': oneOf(Object.keys(schema.getMutationType()!.getFields()))
    .chain(misspelt)
    .map((name) => ({ query: `mutation { ${name} }` })),
  'a field of a type': oneOf(outputTypes)
    .chain((type) => oneOf(Object.keys(type.getFields())).chain(misspelt))
    .map((name) => inQuery(`zones { edges { node { ${name} } } }`)),
  'an argument': oneOf(fieldsWithArguments)
    .chain(({ type, field }) =>
      oneOf(field.args)
        .chain(({ name }: GraphQLArgument) => misspelt(name))
        .map((name) => ({ type, field, name })),
    )
    .map(({ type, field, name }) =>
      type === schema.getQueryType()
        ? inQuery(`${field.name}(${name}: 1) { __typename }`)
        : inQuery(`zones { edges { node { ${field.name}(${name}: 1) { __typename } } } }`),
    ),
  'a type of a variable': oneOf([...enumTypes, ...inputTypes])
    .chain(({ name }) => misspelt(name))
    .map((name) => ({ query: `query ($x: ${name}) { __typename }` })),
  'a type of a fragment': oneOf(outputTypes)
    .chain(({ name }) => misspelt(name))
    .map((name) => inQuery(`... on ${name} { __typename }`)),
  'a value of an enum in the text': oneOf(enumTypes)
    .chain((type) => oneOf(type.getValues()).chain(({ name }) => misspelt(name)))
    .map((name) => inQuery(`zones(filter: { kind: ${name} }) { __typename }`)),
  'a value of an enum in a variable': oneOf(enumTypes.filter(({ name }) => !name.startsWith('UserError')))
    .chain((type) =>
      oneOf(type.getValues()).chain(({ name }) => misspelt(name).map((value) => [type.name, value] as const)),
    )
    .map(([type, value]) => ({ query: `query ($x: ${type}) { __typename }`, variables: { x: value } })),
  'a field of an input in the text': oneOf(inputTypes)
    .chain((type) => oneOf(Object.keys(type.getFields())).chain(misspelt))
    .map((name) => inQuery(`assess(project: { ${name}: 1 }) { index }`)),
  'a field of an input in a variable': oneOf(inputTypes)
    .chain((type) =>
      oneOf(Object.keys(type.getFields()))
        .chain(misspelt)
        .map((name) => [type.name, name] as const),
    )
    .map(([type, name]) => ({
      query: `query ($x: ${type}) { __typename }`,
      variables: { x: { [name]: 1 } },
    })),
  'an input with all its required fields left out': oneOf(inputTypes).map(({ name }) => ({
    query: `query ($x: ${name}) { __typename }`,
    variables: { x: {} },
  })),
  'an input that is a number': oneOf(inputTypes).map(({ name }) => ({
    query: `query ($x: ${name}) { __typename }`,
    variables: { x: 1 },
  })),
  'a required argument left out': oneOf(
    fieldsWithArguments.filter(
      ({ type, field }) => type === schema.getQueryType() && field.args.some(isRequiredArgument),
    ),
  ).map(({ field }) => inQuery(`${field.name} { __typename }`)),
  'an object without its fields': oneOf(['zones', 'catalogs', 'viewer']).map(inQuery),
  'fields of what has none': fc.constant(inQuery('viewer { subject { q } }')),
  'a variable where another type is wanted': fc.constant({
    query: 'query ($x: Int) { zone(id: $x) { __typename } catalogs(filter: $x) { __typename } }',
  }),
  'a directive': oneOf(['skipp', 'includ', 'deprecate']).map((name) =>
    inQuery(`viewer @${name} { __typename }`),
  ),
  'fragments that never fit': fc.constant(inQuery('viewer { ... on Zone { __typename } }')),
  'two fields of one name': fc.constant(inQuery('a: zones { __typename } a: catalogs { __typename }')),
};

const wordsOf = (text: string): readonly string[] => text.match(/\w+/g) ?? [];

describe('a stranger who guesses names in production', () => {
  test('learns none from 1 000 that he got wrong', async () => {
    // The words of our own sentences: what is said whatever was asked.
    const prose = new Set<string>();
    for (const { query, variables } of [
      { query: '{ qqqzzz }' },
      { query: 'query ($x: Int) { __typename }', variables: { x: 'qqqzzz' } },
    ]) {
      const { body } = await api.ask(query, variables);
      for (const word of wordsOf(body)) prose.add(word);
    }
    const kinds = Object.entries(QUESTIONS);
    const each = Math.ceil(1_000 / kinds.length);
    let asked = 0;
    for (const [kind, questions] of kinds) {
      for (const { query, variables } of fc.sample(questions, { numRuns: each, seed: 7 })) {
        const answer = await api.ask(query, variables);
        expect(answer.errors, `${kind}: ${query}`).toBeDefined();
        const known = new Set([...wordsOf(query), ...wordsOf(JSON.stringify(variables ?? {})), ...prose]);
        const learnt = wordsOf(answer.body).filter((word) => NAMES.has(word) && !known.has(word));
        expect(learnt, `${kind}: ${query} ${JSON.stringify(variables)}\n${answer.body}`).toEqual([]);
        expect(answer.body).not.toContain('Did you mean');
        asked++;
      }
    }
    expect(asked).toBeGreaterThanOrEqual(1_000);
  });

  test('is told which of his own words is wrong, and where', async () => {
    const answer = await api.ask('{ zones { totalCount } zonse { id } }');
    expect(answer.errors).toEqual([
      {
        message: expect.stringContaining('line 1, column 24: "zonse"'),
        locations: [{ line: 1, column: 24 }],
        extensions: {
          code: 'GRAPHQL_VALIDATION_FAILED',
          zh: expect.stringContaining('第 1 行第 24 列“zonse”'),
        },
      },
    ]);
  });

  test('is told which of his values is wrong, and where in his variable', async () => {
    const answer = await api.ask(
      'mutation ($i: PutEntriesInput!) { putEntries(input: $i) { userErrors { code } } }',
      { i: { catalog: 'c', expectedRevision: 1, reason: 'r', entries: [{ code: '1', measure: 'BANNED' }] } },
    );
    expect(answer.errors!.map(({ message }) => message)).toEqual([
      expect.stringContaining('Variable "$i" got invalid value "BANNED" at "i.entries[0].measure".'),
    ]);
  });

  test('does not read the schema, whatever roles his token makes up', async () => {
    const SCHEMA = '{ __schema { queryType { name } } }';
    for (const token of [undefined, await api.issuer.token('wang', ['root:everything', 'admin'])]) {
      const answer = await api.ask(SCHEMA, {}, token);
      expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([
        403,
        'INTROSPECTION_NOT_ALLOWED',
      ]);
      expect(answer.data).toBeUndefined();
    }
    expect((await api.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});

describe('who may see the schema is helped', () => {
  const WRONG = '{ zonse { id } }';
  const readers: Readonly<Record<string, (query: string) => Promise<ReturnType<typeof answerOf>>>> = {
    'somebody with a role': (query) => api.as('qian', 'editor:zone_140881').ask(query),
    'anybody in development': async (query) => {
      const handle = createHandler({
        deps: api.deps,
        authenticate: api.issuer.authenticate,
        log: keptLog().log,
        mode: 'development',
      });
      const event = { httpMethod: 'POST', path: '/graphql', requestContext: { requestId: 'r1' } };
      const headers = { 'content-type': 'application/json' };
      return answerOf(
        await handle({ ...event, headers, body: JSON.stringify({ query }) } as unknown as Parameters<
          typeof handle
        >[0]),
      );
    },
  };
  test.each(Object.keys(readers))('%s', async (who) => {
    expect((await readers[who]!(WRONG)).errors![0]!.message).toMatch(/Did you mean .*"zones"/);
    const { data } = await readers[who]!('{ __schema { queryType { name } } }');
    expect(data.__schema.queryType.name).toBe('Query');
  });
});
