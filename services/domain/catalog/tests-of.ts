import type { Condition } from '../condition/condition.ts';
import type { CatalogContent } from './catalog.ts';
import type { Entry } from './entry.ts';

/** A condition that is one test. */
export type Test = Exclude<
  Condition,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>;

/** A test, with the entry it belongs to and the way to it. */
export interface PlacedTest {
  readonly entry: string;
  readonly field: string;
  readonly test: Test;
}

/** Every test of every condition of a catalog: of its entries, their exceptions and requirements. */
export function testsOf(content: CatalogContent): readonly PlacedTest[] {
  const found = TESTS.get(content) ?? readTests(content);
  TESTS.set(content, found);
  return found;
}
/** A dozen rules ask for them. */
const TESTS = new WeakMap<CatalogContent, readonly PlacedTest[]>();

const readTests = (content: CatalogContent): readonly PlacedTest[] =>
  content.entries.flatMap((entry) =>
    conditionsOf(entry).flatMap(({ field, condition }) =>
      testsIn(condition, field).map((found) => ({ entry: entry.code, ...found })),
    ),
  );

interface PlacedCondition {
  readonly field: string;
  readonly condition: Condition;
}

const conditionsOf = (entry: Entry): readonly PlacedCondition[] =>
  [
    { field: 'when', condition: entry.when },
    ...entry.exceptions.map(({ key, when }) => ({ field: `exceptions.${key}.when`, condition: when })),
    ...entry.requirements.map(({ key, when }) => ({ field: `requirements.${key}.when`, condition: when })),
  ].filter((placed): placed is PlacedCondition => placed.condition != null);

function testsIn(condition: Condition, field: string): readonly Omit<PlacedTest, 'entry'>[] {
  if ('all' in condition)
    return condition.all.flatMap((part, place) => testsIn(part, `${field}.all.${place}`));
  if ('any' in condition)
    return condition.any.flatMap((part, place) => testsIn(part, `${field}.any.${place}`));
  if ('not' in condition) return testsIn(condition.not, `${field}.not`);
  return [{ field: `${field}.${Object.keys(condition)[0]}`, test: condition }];
}
