import type { ChemicalTest, Condition, ProductTest } from '../../../services/domain/condition/condition.ts';
import type { FactDefinition, SubstanceList } from '../../../services/domain/facts/fact.ts';
import type { Classification } from '../../../services/domain/facts/industry.ts';
import type { BuiltInList } from '../../../services/domain/facts/substance.ts';
import type { Bounds } from '../../../services/domain/values/interval.ts';
import type { CompletedFacts, FactContent, InventoryLine, ProductLine } from './completed-facts.ts';
import { thousandths } from './completed-facts.ts';
import { BUILT_IN } from './dictionary.ts';

/** What conditions are read against besides the facts. */
export interface Reading {
  readonly classification: Classification;
  readonly lists: ReadonlyMap<string, OracleList>;
  /** ZONE facts that a catalog defines and the register does not state: every test on them fails (DESIGN 2.6). */
  readonly unstated: ReadonlySet<string>;
  /** The level of the major hazard source by the exposed persons, where it is no fact of its own. */
  readonly levelAt?: (persons: number) => string;
  /** What catalogs define, by key. */
  readonly definitions: ReadonlyMap<string, FactDefinition>;
}

/** Of which two numbers a number is the quotient, and times what. */
export function ratioOf(
  key: string,
  { definitions }: Pick<Reading, 'definitions'>,
): { readonly inputs: readonly [string, string]; readonly times: number } | undefined {
  const builtIn = BUILT_IN[key]?.ratio;
  if (builtIn) return { inputs: builtIn, times: 1 };
  const { ratio, unit } = definitions.get(key) ?? {};
  return ratio ? { inputs: [ratio.numerator, ratio.denominator], times: unit === '%' ? 100 : 1 } : undefined;
}

/** Whether a condition holds of one full set of facts: two-valued, every test looked up where it is met (DESIGN 2.3). */
export function holds(condition: Condition, facts: CompletedFacts, reading: Reading): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts, reading));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts, reading));
  if ('not' in condition) return !holds(condition.not, facts, reading);
  if ('chemical' in condition) return chemicalHolds(condition.chemical, facts, reading);
  if ('product' in condition)
    return productHolds(condition.product, facts.products as readonly ProductLine[]);
  if ('number' in condition) return numberHolds(condition.number, facts, reading);
  if ('flag' in condition) {
    const { fact, is } = condition.flag;
    return !reading.unstated.has(fact) && content(facts, fact) === is;
  }
  if ('choice' in condition) {
    const { fact, oneOf } = condition.choice;
    if (fact === 'majorHazardLevel' && !(fact in facts))
      return oneOf.includes(reading.levelAt!(content(facts, 'exposedPersons') as number));
    return !reading.unstated.has(fact) && oneOf.includes(content(facts, fact) as string);
  }
  if ('set' in condition) {
    const { fact, includesAny, includesAll, includesNone } = condition.set;
    const members = reading.unstated.has(fact) ? [] : (content(facts, fact) as readonly string[]);
    const isIn = (asked: string): boolean =>
      members.some((member) =>
        fact === 'industries' ? isCovered(member, asked, reading.classification) : member === asked,
      );
    if (includesAll) return includesAll.every(isIn);
    return includesNone ? !includesNone.some(isIn) : includesAny!.some(isIn);
  }
  const { fact, before, onOrAfter } = condition.date;
  if (reading.unstated.has(fact)) return false;
  const day = content(facts, fact) as string;
  return (before == null || day < before) && (onOrAfter == null || day >= onOrAfter);
}

/** Whether a code lies at or below another. */
export function isCovered(code: string, by: string, classification: Classification): boolean {
  for (let at: string | null = code; at !== null; at = classification.industry(at)!.parent)
    if (at === by) return true;
  return false;
}

/** Whether a ratio of two amounts lies within all given bounds, by multiplication. */
function within(bounds: Bounds, numerator: number, denominator: number): boolean {
  const at = (bound: string): number => thousandths(bound) * denominator;
  return (
    (bounds.lessThan == null || numerator < at(bounds.lessThan)) &&
    (bounds.atMost == null || numerator <= at(bounds.atMost)) &&
    (bounds.atLeast == null || numerator >= at(bounds.atLeast)) &&
    (bounds.moreThan == null || numerator > at(bounds.moreThan))
  );
}

/** Whether a substance with a mass fraction is one that a test asks for. */
export function isAskedFor(
  { cas, fraction }: Pick<InventoryLine, 'cas' | 'fraction'>,
  test: ChemicalTest,
  lists: ReadonlyMap<string, OracleList>,
): boolean {
  const { substance } = test;
  if (test.fraction && !within(test.fraction, fraction, 1)) return false;
  const isListed = (list: string) =>
    rangesOf(lists.get(list)!, cas).some((range) => range === 'ANY' || within(range, fraction, 1));
  if ('cas' in substance) return cas === substance.cas;
  if ('list' in substance) return isListed(substance.list);
  if ('outsideList' in substance) return !isListed(substance.outsideList);
  return true;
}

/** A list of a catalog, or one that comes with the software. */
export type OracleList = SubstanceList | BuiltInList;

/** The mass fractions in which a list has a number; none where it does not have it. */
export function rangesOf(list: OracleList, cas: string): readonly (Bounds | 'ANY')[] {
  if ('memberships' in list)
    return list.memberships.flatMap((item) => (item.cas === cas ? [item.fraction ?? 'ANY'] : []));
  if (!list.members.includes(cas)) return [];
  const ranges = (list.fractions ?? []).flatMap((item) => (item.cas === cas ? [item.fraction] : []));
  return ranges.length > 0 ? ranges : ['ANY'];
}

function numberHolds(
  test: Bounds & { readonly fact: string },
  facts: CompletedFacts,
  reading: Reading,
): boolean {
  if (reading.unstated.has(test.fact)) return false;
  const ratio = ratioOf(test.fact, reading);
  if (!ratio || test.fact in facts)
    return [content(facts, test.fact)].flat().some((value) => within(test, value as number, 1));
  const [numerator, denominator] = ratio.inputs;
  return within(
    test,
    (content(facts, numerator) as number) * 1000 * ratio.times,
    content(facts, denominator) as number,
  );
}

function chemicalHolds(test: ChemicalTest, facts: CompletedFacts, { lists }: Reading): boolean {
  const lines = (content(facts, 'chemicals') as readonly InventoryLine[]).filter(
    (line) => isAskedFor(line, test, lists) && hasActivity(test, line, facts),
  );
  if (test.moreThan == null) return lines.length > 0;
  const limit = thousandths(test.moreThan);
  return lines.some(({ cas }) => {
    const sameSubstance = lines.filter((line) => line.cas === cas);
    return sameSubstance.reduce((sum, line) => sum + line.amount, 0) > limit;
  });
}

function hasActivity(test: ChemicalTest, line: InventoryLine, facts: CompletedFacts): boolean {
  const asked = test.activities ?? [];
  if (asked.length === 0) return true;
  const carried = line.activities ?? (content(facts, 'activities') as readonly string[]);
  return carried.some((activity) => (asked as readonly string[]).includes(activity));
}

/** Whether the rows that are the product together, or some line of one of them, lie within the bounds. */
export function productHolds(test: ProductTest, products: readonly ProductLine[]): boolean {
  const rows = products.filter(({ is }) => is.includes(test.product));
  if (rows.length === 0) return false;
  const { lessThan, atMost, atLeast, moreThan } = test;
  if ([lessThan, atMost, atLeast, moreThan].every((bound) => bound == null)) return true;
  const amounts = rows.map((row) => row.amounts[test.unit]!);
  const lines = amounts.flatMap((amount) => amount.lines);
  if (test.of === 'PER_LINE') return lines.some((line) => within(test, line, 1));
  const summed = test.of === 'ADDED' ? amounts.map(({ added }) => added) : lines;
  return within(
    test,
    summed.reduce((sum, each) => sum + each, 0),
    1,
  );
}

function content(facts: CompletedFacts, key: string): FactContent {
  const value = facts[key];
  if (value === undefined) throw new Error(`the oracle has no value for ${key}`);
  return value;
}
