import fc from 'fast-check';
import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLObjectType,
  getOperationAST,
  getVariableValues,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileQuery } from '../../graphql/prepared/compile-query.ts';
import { variablesReader } from '../../graphql/prepared/read-variables.ts';
import { times } from '../testkit/times.ts';

/** A schema with everything that an answer can be made of, in which every field misbehaves now and then. */
const schema = buildSchema(`
  enum Colour { RED GREEN }
  input Point { x: Int! = 1, y: [Float!], of: Choice }
  input Choice @oneOf { a: String, b: Colour }
  interface Named { id: ID!, next: Named }
  union Any = Leaf | Tree
  type Leaf implements Named { id: ID!, next: Named, colour: Colour, at(point: Point, n: Int = 3): String }
  type Tree implements Named {
    id: ID!, next: Named, leaves: [Leaf!], kinds: [[Any]!]!, strict: Tree!, loose: Tree, sum(of: [Int!]! = [1]): Int!
  }
  type Query { tree: Tree, named: Named!, any: [Any], leaf(point: Point): Leaf }
`);
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith('__')) continue;
  for (const field of Object.values((type as GraphQLObjectType).getFields()))
    if (field.name !== 'id')
      field.resolve = (source: Thing | undefined, args, mood: Mood) =>
        behave(
          mood(`${source?.id ?? ''}.${field.name}`),
          String(field.type),
          `${source?.id ?? ''}/${field.name}`,
          args,
        );
}

type Mood = (at: string) => number;
interface Thing {
  readonly id: string;
  readonly __typename: string;
}

/** What a resolver gives: a value of its type mostly, else nothing, an error, or either of them later. */
function behave(mood: number, type: string, id: string, args: object): unknown {
  switch (mood % 12) {
    case 0:
      return null;
    case 1:
      throw new Error(`at ${id}`);
    case 2:
      return Promise.reject(new Error(`later at ${id}`));
    case 3:
      return new Error(`given at ${id}`);
    case 4:
    case 5:
    case 6:
      return Promise.resolve(ofType(type, id, mood, args));
    default:
      return ofType(type, id, mood, args);
  }
}

function ofType(type: string, id: string, mood: number, args: object): unknown {
  if (type.startsWith('[')) {
    const item = type.replace(/^\[(.*)\]!?$/, '$1');
    return Array.from({ length: mood % 4 }, (_, at) =>
      (mood + at) % 7 === 0 ? null : ofType(item, `${id}${at}`, mood + at, args),
    );
  }
  const named = type.replace('!', '');
  const thing = (__typename: string): Thing => ({ id, __typename });
  switch (named) {
    case 'Colour':
      return mood % 5 === 0 ? 'BLUE' : 'RED';
    case 'Int':
      return mood % 5 === 0 ? 'no number' : mood;
    case 'String':
      return JSON.stringify(args);
    case 'Named':
    case 'Any':
      return thing(mood % 2 === 0 ? 'Leaf' : 'Tree');
    default:
      return thing(named);
  }
}

/** Selections on a type, as text: fields, aliases, fragments with and without a type, some of them twice. */
function selectionOn(type: string, depth: number): fc.Arbitrary<string> {
  const below = (of: string) => (depth === 0 ? fc.constant('{ __typename }') : selectionOn(of, depth - 1));
  const leaf = ['id', 'x: id', '__typename'].map((text) => fc.constant(text));
  const nested = (field: string, of: string) => below(of).map((selected) => `${field} ${selected}`);
  const onLeaf = [
    ...leaf,
    fc.constant('colour'),
    fc.constant('at(point: {x: 2, y: [1.5]}, n: 1)'),
    fc.constant('y: at(point: $point)'),
    nested('next', 'Named'),
  ];
  const onTree = [
    ...leaf,
    nested('leaves', 'Leaf'),
    nested('kinds', 'Any'),
    nested('strict', 'Tree'),
    nested('loose', 'Tree'),
    fc.constant('sum(of: $ints)'),
  ];
  const inline = (of: string) => below(of).map((selected) => `... on ${of} ${selected}`);
  const choices: Readonly<Record<string, fc.Arbitrary<string>[]>> = {
    Query: [
      nested('tree', 'Tree'),
      nested('named', 'Named'),
      nested('any', 'Any'),
      nested('leaf(point: $point)', 'Leaf'),
    ],
    Named: [...leaf, nested('next', 'Named'), inline('Leaf'), inline('Tree'), fc.constant('...OfNamed')],
    Any: [fc.constant('__typename'), inline('Leaf'), inline('Tree'), inline('Named')],
    Leaf: onLeaf,
    Tree: [...onTree, fc.constant('...OfTree')],
  };
  return fc
    .array(fc.oneof(...choices[type]!), { minLength: 1, maxLength: 4 })
    .map((chosen) => `{ ${chosen.join(' ')} }`);
}

const query = fc
  .tuple(selectionOn('Query', 4), selectionOn('Tree', 1))
  .map(
    ([selected, ofTree]) =>
      `query ($point: Point, $ints: [Int!]! = [2, 3]) ${selected} fragment OfTree on Tree ${ofTree.replaceAll('...OfTree', 'id').replaceAll('...OfNamed', 'id')} fragment OfNamed on Named { id next { id ... on Tree { sum } } }`,
  );
const value = fc.oneof(
  fc.constantFrom(null, 1, 2.5, 'RED', 'a', true, [1], [], {}),
  fc.record({ x: fc.constantFrom(1, null, 'x') }, { requiredKeys: [] }),
  fc.record(
    {
      x: fc.constant(3),
      y: fc.constantFrom([1, 2], 1, null, ['a']),
      of: fc.constantFrom({ a: 'b' }, {}, { a: 'b', b: 'RED' }, { b: 'PINK' }),
    },
    { requiredKeys: [] },
  ),
);
const variables = fc.record(
  { point: value, ints: fc.oneof(value, fc.constant([4, 5])), other: value },
  { requiredKeys: [] },
);

/** Fields that may not be null take what is around them along, so that unused fragments and merges are common too. */
const isValid = (text: string) =>
  validate(schema, parse(text)).every(({ message }) => /is never used/.test(message));

describe('a prepared query', () => {
  it('reads its variables as the library does, or leaves them to it', () => {
    const operation = getOperationAST(
      parse('query ($point: Point, $ints: [Int!]! = [2, 3]) { __typename }'),
    )!;
    const read = variablesReader(schema, operation);
    let both = 0;
    fc.assert(
      fc.property(variables, (given) => {
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given) as {
          coerced?: object;
        };
        const its = read(given);
        if (its === null) return;
        both++;
        expect(JSON.stringify(its)).toBe(JSON.stringify(coerced));
      }),
      { numRuns: times(2_000, 50_000) },
    );
    expect(both).toBeGreaterThan(100);
  });

  it('leaves no variables to the library that fit', () => {
    const operation = getOperationAST(
      parse('query ($point: Point, $ints: [Int!]! = [2, 3]) { __typename }'),
    )!;
    const read = variablesReader(schema, operation);
    expect(read({ point: { y: 1, of: { b: 'RED' } }, ints: [4] })).toEqual({
      point: { x: 1, y: [1], of: { b: 'RED' } },
      ints: [4],
    });
  });

  it.each(['AT_ONCE', 'LATER'] as const)(
    'answers what the library answers %s, errors and all',
    async (when) => {
      let errors = 0;
      await fc.assert(
        fc.asyncProperty(query, fc.nat(), async (text, seed) => {
          fc.pre(isValid(text));
          const document = parse(text);
          const mood = moodOf(seed, when);
          const variableValues = { point: { x: 7 }, ints: [1] };
          const run = compileQuery<Mood>(schema, document, getOperationAST(document)!)!;
          const [expected, actual] = await Promise.all([
            execute({ schema, document, variableValues, contextValue: mood }),
            run(variableValues, mood),
          ]);
          errors += expected.errors?.length ?? 0;
          expect(JSON.stringify(actual.data)).toBe(JSON.stringify(expected.data));
          // Of several that take one part of the answer away, which are heard of depends on which come first.
          if (when === 'AT_ONCE') expect(told(actual)).toEqual(told(expected));
          else expect(taken(actual)).toEqual(taken(expected));
        }),
        { numRuns: times(400, 20_000) },
      );
      expect(errors).toBeGreaterThan(100);
    },
  );

  it.each([
    'mutation { a }',
    '{ __schema { types { name } } }',
    '{ tree @include(if: true) { id } }',
    '{ __proto__: tree { id } }',
  ])('is not made of %s', (text) => {
    const document = parse(text);
    expect(compileQuery(schema, document, getOperationAST(document)!)).toBeNull();
  });
});

const moodOf =
  (seed: number, when: 'AT_ONCE' | 'LATER'): Mood =>
  (at) => {
    let hash = seed | 0;
    for (const character of at) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
    const mood = Math.abs(hash ^ (hash >>> 13)) % 84;
    return when === 'AT_ONCE' && [2, 4, 5, 6].includes(mood % 12) ? mood + 5 : mood;
  };

/** In their order, with their places; what is said of a value of the wrong kind is masked in every answer. */
const told = ({ errors = [] }: ExecutionResult) =>
  errors.map(({ path, locations, message }) => ({
    path,
    locations,
    message: /^at|given|null/.test(message) ? message : '',
  }));

/** The parts of an answer that errors took away. */
function taken({ data, errors = [] }: ExecutionResult): readonly string[] {
  const parts = errors.map(({ path = [] }) => {
    let at: unknown = data;
    const way = path.findIndex((key) => {
      const here = at;
      at = (at as Readonly<Record<string, unknown>> | null)?.[key];
      return here === null;
    });
    return path.slice(0, way < 0 ? path.length : way).join('.');
  });
  return [...new Set(parts)].sort();
}
