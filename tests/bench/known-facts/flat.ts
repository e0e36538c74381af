import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';

/** A project as a library for rules would be given it: flat, in one unit each, quantities as doubles. */
export interface FlatProject {
  readonly industry: string;
  readonly natures: readonly string[];
  readonly purposes: readonly string[];
  readonly processes: readonly string[];
  readonly chemicals: Readonly<Record<string, number>>;
  readonly products: Readonly<Record<string, number>>;
  readonly [fact: string]: unknown;
}

export function flatProject(project: ProjectInput, zone: Readonly<Record<string, unknown>>): FlatProject {
  const { industries, natures, facts } = project;
  const { totalInvestment, landArea, annualEnergy, chemicals, products, ...rest } = facts!;
  const amount = (of: unknown) => Number((of as { readonly number: string }).number);
  return {
    ...zone,
    ...(rest as { purposes: readonly string[]; processes: readonly string[] }),
    industry: industries![0]!,
    natures: natures!,
    totalInvestment: amount(totalInvestment),
    totalInvestmentPerMu: amount(totalInvestment) / amount(landArea),
    annualEnergy: amount(annualEnergy),
    chemicals: Object.fromEntries(chemicals!.map(({ cas, tonnes }) => [cas!, Number(tonnes)])),
    products: Object.fromEntries(products!.map(({ product, capacity }) => [product, Number(capacity)])),
  };
}

/** What a library is told of an entry, in its own words. */
export interface Words<Rule> {
  all(parts: readonly Rule[]): Rule;
  not(part: Rule): Rule;
  /** A list of the project shares something with these. */
  shares(list: string, options: readonly string[]): Rule;
  equals(fact: string, value: string | boolean): Rule;
  compares(fact: string, operator: '<' | '>' | '>=', value: number): Rule;
  /** An amount under a name, if it is there. */
  amount(list: 'chemicals' | 'products', name: string, operator: '<' | '>', value: number): Rule;
}

/** When an entry applies, its industries aside: those are looked up. */
export function ruleOf<Rule>(entry: Entry, words: Words<Rule>): Rule {
  const { natures, when, exceptions } = entry;
  return words.all([
    ...(natures.length > 0 ? [words.shares('natures', natures)] : []),
    ...(when ? [conditionOf(when, words)] : []),
    ...exceptions.map((exception) => words.not(conditionOf(exception.when!, words))),
  ]);
}

function conditionOf<Rule>(condition: Condition, words: Words<Rule>): Rule {
  const { all, not, number, set, chemical, product, choice, flag } = condition as unknown as {
    all?: readonly Condition[];
    not?: Condition;
    number?: { fact: string; lessThan?: string; atLeast?: string };
    set?: { fact: string; includesAny: readonly string[] };
    chemical?: { substance: { cas: string }; moreThan: string };
    product?: { product: string; lessThan: string };
    choice?: { fact: string; oneOf: readonly string[] };
    flag?: { fact: string; is: boolean };
  };
  if (all) return words.all(all.map((part) => conditionOf(part, words)));
  if (not) return words.not(conditionOf(not, words));
  if (number?.lessThan) return words.compares(number.fact, '<', Number(number.lessThan));
  if (number?.atLeast) return words.compares(number.fact, '>=', Number(number.atLeast));
  if (set) return words.shares(set.fact, set.includesAny);
  if (chemical) return words.amount('chemicals', chemical.substance.cas, '>', Number(chemical.moreThan));
  if (product) return words.amount('products', product.product, '<', Number(product.lessThan));
  if (flag) return words.equals(flag.fact, flag.is);
  if (choice) {
    const fact = choice.fact.replace('zone.', 'zone_');
    return words.not(words.all(choice.oneOf.map((option) => words.not(words.equals(fact, option)))));
  }
  throw new Error(`no words for ${JSON.stringify(condition)}`);
}
