import { getVariableValues, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../graphql/schema.ts';
import { SAMPLE_ZONE } from '../../services/local/example-zone.ts';
import { examplesFor } from '../../services/local/ide/examples.ts';
import { readSampleProjects } from '../../services/local/samples/read.ts';

const schema = createSchema();
const examples = examplesFor(SAMPLE_ZONE);

describe('the examples of the browser page', () => {
  it.each(examples.map((example) => [example.name.en, example] as const))(
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
    const names = examples.flatMap(({ name }) => [name.zh, name.en]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('hold every sample project, and the headings follow each other without coming back', () => {
    const names = examples.map(({ name }) => name.zh);
    expect(names).toEqual(expect.arrayContaining(readSampleProjects().map(({ name }) => name)));
    const headings = examples.map(({ group }) => group.zh);
    const changes = headings.filter((heading, index) => heading !== headings[index - 1]);
    expect(changes).toEqual([...new Set(headings)]);
    expect(changes.length).toBe(8);
  });

  it('leave the sample data out where the store holds others', () => {
    const everyday = examplesFor('zone_1');
    expect(new Set(everyday.map(({ group }) => group.en))).toEqual(new Set(['Everyday operations']));
    expect(JSON.stringify(everyday)).not.toContain('zone_sample-');
  });
});
