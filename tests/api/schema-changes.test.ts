import { readFile } from 'node:fs/promises';
import { buildSchema, DangerousChangeType, findBreakingChanges, findDangerousChanges } from 'graphql';
import { expect, test } from 'vitest';
import { typeDefs } from '../../graphql/type-defs.ts';

/**
 * What has changed since the last release that can break a client, each with its reason. It is emptied at a release,
 * when `npm run release-schema` writes `schema.released.graphql` anew.
 */
const ACCEPTED: readonly string[] = [
  // Codes of 2011 are stated with their edition; who does not state it means what was meant before.
  'An optional field industryEdition on input type ProjectInput was added.',
  // Inventories have names without numbers.
  'An optional field name on input type ChemicalInput was added.',
  'An optional field withoutCas on input type ChemicalInput was added.',
  'Chemical.cas changed type from Cas! to Cas.',
  // Solutions differ from what is in them.
  'An optional field conditionsPending on input type EntryInput was added.',
  'An optional field fraction on input type ChemicalInput was added.',
  'An optional field fraction on input type ChemicalTestInput was added.',
  // What decides by which row of GB 18218-2018 a chemical counts.
  'An optional field hazardClasses on input type ChemicalInput was added.',
  'An optional field fractions on input type SubstanceListInput was added.',
  // Every project of a batch may have its own day.
  'An optional field on on input type ProjectInput was added.',
  // What a product is, its lines and other units can be said beside what there was.
  'An optional field is on input type ProductInput was added.',
  'An optional field lineCapacities on input type ProductInput was added.',
  'An optional field otherAmounts on input type ProductInput was added.',
  // Catalogs say what they call a product.
  'An optional field products on input type PutDefinitionsInput was added.',
  'An optional field products on input type RemoveDefinitionsInput was added.',
  'PRODUCT_ADDED was added to enum type RevisionChangeKind.',
  'PRODUCT_CHANGED was added to enum type RevisionChangeKind.',
  'PRODUCT_REMOVED was added to enum type RevisionChangeKind.',
  // Rows of one product are added up, and units convert: neither is an error any more.
  'DUPLICATE_PRODUCT was removed from enum type UserErrorCode.',
  'UNIT_MISMATCH was removed from enum type UserErrorCode.',
  // A number of a row is a mark as good as a text.
  'ProjectInput.ref changed type from String to ID.',
  // Forms have land in several units and money and energy in some: a number alone is still taken, but for land.
  'An optional field unit on input type DeclaredFactInput was added.',
  'Facts.annualEnergy changed type from Decimal to Quantity.',
  'Facts.equipmentInvestment changed type from Decimal to Quantity.',
  'Facts.fixedAssetInvestment changed type from Decimal to Quantity.',
  'Facts.investmentExcludingLand changed type from Decimal to Quantity.',
  'Facts.landArea changed type from Decimal to Quantity.',
  'Facts.taxPerMu changed type from Decimal to Quantity.',
  'Facts.totalInvestment changed type from Decimal to Quantity.',
  'FactsInput.annualEnergy changed type from Decimal to Quantity.',
  'FactsInput.equipmentInvestment changed type from Decimal to Quantity.',
  'FactsInput.fixedAssetInvestment changed type from Decimal to Quantity.',
  'FactsInput.investmentExcludingLand changed type from Decimal to Quantity.',
  'FactsInput.landArea changed type from Decimal to Quantity.',
  'FactsInput.taxPerMu changed type from Decimal to Quantity.',
  'FactsInput.totalInvestment changed type from Decimal to Quantity.',
  // A catalog may define a ratio of two numbers, and a number of which there are several.
  'An optional field many on input type FactDefinitionInput was added.',
  'An optional field ratio on input type FactDefinitionInput was added.',
  'An optional field numbers on input type FactValueInput was added.',
  // Explanations are short unless the full text is asked for.
  // A search for zones shows what decides in each.
  'An optional arg decisive on Assessment.findings was added.',
  'An optional arg detail on Assessment.explanation was added.',
  // What is left out of an entry that is put again stays as it is, so nothing but its code must be given.
  'An optional field mode on input type PutEntriesInput was added.',
  // A set may be asked for all of some options, or for none.
  'An optional field includesAll on input type SetTestInput was added.',
  'An optional field includesNone on input type SetTestInput was added.',
  // A territory says what it leaves out.
  'Entry.territory changed type from [ID!]! to TerritoryScope!.',
  'EntryInput.territory changed type from [ID!] to TerritoryScopeInput.',
  // A project may be of several natures.
  'An optional field natures on input type ProjectInput was added.',
  'Project.nature was removed.',
  'ProjectInput.nature was removed.',
  // An entry has its place in the law as printed, and may stand elsewhere than its code says.
  'An optional field printedAs on input type EntryInput was added.',
  'An optional field sortedAs on input type EntryInput was added.',
  // A project may lie in several areas of its zone.
  'An optional field areas on input type ProjectInput was added.',
  'Project.area was removed.',
  'ProjectInput.area was removed.',
  // Decisions are found by their applicant and outcome, and one may take the place of another.
  'An optional field applicant on input type DecisionFilter was added.',
  'An optional field applicant on input type ProjectInput was added.',
  'An optional field outcomes on input type DecisionFilter was added.',
  'An optional field supersedes on input type DecideAdmissionInput was added.',
  'An optional field unifiedSocialCreditCode on input type DecisionFilter was added.',
  // A decision that was tampered with hides none of the others of its page.
  'DecisionEdge.node changed type from Decision! to Decision.',
  'DECISION was added to enum type HistoryFault.',
  // What has legal effect is proposed by one person and confirmed by another: nothing withdraws or closes at once.
  'Mutation.withdrawVersion was removed.',
  'WithdrawVersionInput was removed.',
  'WithdrawVersionPayload was removed.',
  'Mutation.closeJurisdiction changed type from CloseJurisdictionPayload! to ProposalPayload!.',
  'CloseJurisdictionPayload was removed.',
  // So the history has these steps instead.
  'WITHDRAW_VERSION was removed from enum type RevisionAction.',
  'REPEAL_CATALOG was removed from enum type RevisionAction.',
  'PROPOSE was added to enum type RevisionAction.',
  'CONFIRM_PROPOSAL was added to enum type RevisionAction.',
  'WITHDRAW_PROPOSAL was added to enum type RevisionAction.',
  'PROPOSED was added to enum type RevisionChangeKind.',
  'PROPOSAL_CONFIRMED was added to enum type RevisionChangeKind.',
  'PROPOSAL_WITHDRAWN was added to enum type RevisionChangeKind.',
  'PROPOSED was added to enum type RegisterChangeKind.',
  'PROPOSAL_CONFIRMED was added to enum type RegisterChangeKind.',
  'PROPOSAL_WITHDRAWN was added to enum type RegisterChangeKind.',
  // A repeal can be reversed before its day.
  'REPEAL_REVERSED was added to enum type RevisionChangeKind.',
  'REINSTATED was added to enum type EntryStepKind.',
  // Whoever reviews a draft says what is to be mended where, and why a warning is accepted; histories can be filtered.
  'An optional field comments on input type ReturnDraftInput was added.',
  'An optional field reason on input type AcknowledgementInput was added.',
  'An optional arg filter on Catalog.history was added.',
  'An optional arg filter on Query.registerHistory was added.',
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
