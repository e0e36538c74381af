import { getVariableValues, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../graphql/schema.ts';
import { examplesFor } from '../../services/local/ide/examples.ts';

const schema = createSchema();

describe('the examples of the browser page', () => {
  it.each(examplesFor('zone_1').map((example) => [example.name.en, example] as const))(
    '"%s" is what the schema takes, with its variables',
    (_, { query, variables }) => {
      const document = parse(query);
      expect(validate(schema, document)).toEqual([]);
      const [operation] = document.definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('an example is one operation');
      expect(getVariableValues(schema, operation.variableDefinitions ?? [], variables)).toEqual({
        coerced: expect.any(Object),
      });
    },
  );

  it('have a name of their own each, in both languages', () => {
    const names = examplesFor('zone_1').flatMap(({ name }) => [name.zh, name.en]);
    expect(new Set(names).size).toBe(names.length);
  });
});
