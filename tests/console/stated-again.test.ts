import { buildSchema, isInputObjectType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { expect, test } from 'vitest';
import { typeDefs } from '../../graphql/type-defs.ts';
import { statedAgain } from '../../services/console/app/decisions/stated-again.ts';
import { DecisionToSupersede } from '../../services/console/app/generated/queries.ts';

test('whoever supersedes a decision starts from every fact that could be stated', () => {
  const schema = buildSchema(typeDefs);
  const types = new TypeInfo(schema);
  const compared: string[] = [];
  visit(
    parse(DecisionToSupersede),
    visitWithTypeInfo(types, {
      SelectionSet({ selections }) {
        const name = types.getParentType()!.name;
        const input = schema.getType(`${name}Input`);
        // What the zone is called is not stated with the project.
        if (!isInputObjectType(input) || name === 'Text') return;
        const asked = selections.flatMap((one) => (one.kind === 'Field' ? [one.name.value] : []));
        // By a fragment of its own.
        if (asked.length === 0) return;
        compared.push(name);
        expect(asked, name).toEqual(expect.arrayContaining(Object.keys(input.getFields())));
      },
    }),
  );
  expect([...new Set(compared)].sort()).toEqual([
    'Chemical',
    'Confirmation',
    'DeclaredFact',
    'EarlierApproval',
    'FactValue',
    'Facts',
    'Product',
    'ProductAmount',
    'Project',
  ]);
});

test('what was not stated stays unknown, and an empty list stays a complete one', () => {
  const nothing = {
    ref: null,
    projectCode: null,
    unifiedSocialCreditCode: null,
    applicant: null,
    industryEdition: null,
    natures: null,
    activities: null,
    areas: null,
    earlierApproval: null,
  };
  const project = {
    ...nothing,
    zone: { id: 'zone_a', name: { zh: '甲', en: null } },
    on: '2026-01-01',
    name: '乙',
    industries: ['2614'],
    facts: { purposes: [], totalInvestment: null, chemicals: [{ cas: '98-95-3', tonnes: null }] },
    confirmations: [
      { catalog: { id: 'catalog_a' }, entry: '1', exception: 'e', confirmed: false, document: '丙' },
    ],
  };
  expect(statedAgain(project as unknown as Parameters<typeof statedAgain>[0])).toEqual({
    name: '乙',
    industries: ['2614'],
    facts: { purposes: [], chemicals: [{ cas: '98-95-3' }] },
    confirmations: [{ catalog: 'catalog_a', entry: '1', exception: 'e', confirmed: false, document: '丙' }],
  });
});
