import { buildSchema, type GraphQLEnumType, type GraphQLInputObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createSchema } from '../../graphql/schema.ts';
import { typeDefs } from '../../graphql/type-defs.ts';
import { ROLES } from '../../services/domain/access/access.ts';
import { CHANGE_KINDS } from '../../services/domain/comparison/compare-contents.ts';
import { TENDENCIES } from '../../services/domain/comparison/entry-tendency.ts';
import { IMPACTED_DATE_KINDS } from '../../services/domain/comparison/impacted-dates.ts';
import {
  DICTIONARY,
  MAJOR_HAZARD_LEVELS,
  NATIONAL_CLASSES,
  PURPOSES,
} from '../../services/domain/facts/dictionary.ts';
import { MESSAGE_CODES } from '../../services/domain/messages/messages.ts';
import {
  ACTIVITIES,
  EFFECTS,
  EXPLANATION_DETAILS,
  FORCES,
  JURISDICTION_LEVELS,
  MEASURES,
  NATURES,
  OUTCOMES,
  RISK_GRADES,
  ZONE_KINDS,
  ZONE_LEVELS,
} from '../../services/domain/vocabulary.ts';
import { PUT_MODES } from '../../services/operations/catalog/put-entries.ts';

const schema = buildSchema(typeDefs);

describe('the enums of the API are the lists of the domain', () => {
  test.each<[string, readonly string[]]>([
    ['UserErrorCode', MESSAGE_CODES],
    ['JurisdictionLevel', JURISDICTION_LEVELS],
    ['ZoneKind', ZONE_KINDS],
    ['ZoneLevel', ZONE_LEVELS],
    ['RiskGrade', RISK_GRADES],
    ['Measure', MEASURES],
    ['Force', FORCES],
    ['Nature', NATURES],
    ['Activity', ACTIVITIES],
    ['Purpose', PURPOSES],
    ['NationalClass', NATIONAL_CLASSES],
    ['MajorHazardLevel', MAJOR_HAZARD_LEVELS],
    ['Effect', EFFECTS],
    ['Outcome', OUTCOMES],
    ['ExplanationDetail', EXPLANATION_DETAILS],
    ['PutMode', PUT_MODES],
    ['ChangeKind', CHANGE_KINDS],
    ['Tendency', TENDENCIES],
    ['ImpactedDateKind', IMPACTED_DATE_KINDS],
  ])('%s', (name, values) => {
    expect(namesIn(schema.getType(name) as GraphQLEnumType)).toEqual(values);
  });

  test('Role stands for the role strings of tokens', () => {
    const role = createSchema().getType('Role') as GraphQLEnumType;
    expect(role.getValues().map(({ value }) => value)).toEqual(ROLES);
  });
});

test('every built-in fact that is asked for has the field of its key in the input', () => {
  const asked = DICTIONARY.filter(({ about, ratio }) => about === 'PROJECT' && !ratio).map(({ key }) => key);
  const project = ['industries', 'natures', 'activities', 'areas', 'earlierApproval'];
  const facts = fieldsOf('FactsInput').filter((field) => field !== 'declared');
  expect([...facts, ...project].sort()).toEqual([...asked].sort());
  expect(fieldsOf('ProjectInput')).toEqual(expect.arrayContaining(project));
});

test('what is put in reads back by the same names', () => {
  const pairs = [
    ['EntryInput', 'Entry', ['position', 'catalog', 'whenText']],
    ['ExceptionInput', 'Exception', ['whenText']],
    ['RequirementInput', 'Requirement', ['whenText']],
    ['FactsInput', 'Facts', []],
    ['ProjectInput', 'Project', []],
    ['ChemicalInput', 'Chemical', []],
    ['ProductInput', 'Product', []],
    ['FactValueInput', 'FactValue', []],
    ['FactDefinitionInput', 'FactDefinition', ['source']],
    ['SubstanceListInput', 'SubstanceList', []],
  ] as const;
  for (const [input, output, more] of pairs)
    expect(fieldsOf(output).sort(), output).toEqual([...fieldsOf(input), ...more].sort());
});

const namesIn = (type: GraphQLEnumType): readonly string[] => type.getValues().map(({ name }) => name);

const fieldsOf = (name: string): string[] =>
  Object.keys((schema.getType(name) as GraphQLInputObjectType).getFields());
