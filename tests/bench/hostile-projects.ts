import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import type { CapacityOf, Condition } from '../../services/domain/condition/condition.ts';
import type { FactDefinition } from '../../services/domain/facts/fact.ts';
import type { ProductTerm } from '../../services/domain/facts/product-term.ts';
import type { Activity } from '../../services/domain/vocabulary.ts';
import { basis, catalog, entry, fact, restricted, ZONE } from '../domain/oracle/small-basis.ts';
import { tangled } from '../domain/oracle/tangled.ts';

interface HostileProject {
  readonly name: string;
  /** Made when it is its turn: some of these catalogs are large. */
  readonly make: () => { readonly basis: AssessmentBasis; readonly project: ProjectInput };
}
type Facts = ProjectInput['facts'];
type Chemical = Extract<Condition, { readonly chemical: unknown }>['chemical'];

const ENTRIES = 3_000;
const BOARDS = ['BOARD', 'CHIPBOARD', 'FIBREBOARD', 'GLASS'];
const flags = Array.from({ length: 300 }, (_, at) => fact(`own.flag${at}`, 'FLAG'));
const unheardOf = Array.from({ length: 200 }, () => ({
  product: 'unheard of',
  unit: '万t/a',
  capacity: '3',
}));

/** Projects that meet as much as a catalog that publication accepts can hold, stated and not. */
export const hostileProjects: readonly HostileProject[] = [
  ...tangled.map(({ name, ...its }) => ({ name, make: () => its })),
  hostile('12 000 ranges of a number', () => anyOf(4, (at) => range('totalInvestment', at))),
  hostile('12 000 ranges of a number, none of which may be', () =>
    prohibiting(
      count(ENTRIES, (of) => ({ all: count(4, (at) => ({ not: range('totalInvestment', 4 * of + at) })) })),
    ),
  ),
  hostile('12 000 ranges of a number, 200 an entry', () =>
    prohibiting(count(60, (of) => ({ any: count(200, (at) => range('totalInvestment', 200 * of + at)) }))),
  ),
  hostile('12 000 ranges of a quotient', () =>
    anyOf(4, (at) => range('totalInvestmentPerMu', at, '万元/亩')),
  ),
  hostile(
    '12 000 ranges of a quotient of which one number is stated',
    () => anyOf(4, (at) => range('totalInvestmentPerMu', at, '万元/亩')),
    { landArea: { number: '50', unit: '亩' } } as Facts,
  ),
  hostile('12 000 ranges of 300 numbers', () =>
    anyOf(
      4,
      (at) => ({ number: { fact: `own.fact${at % 300}`, atLeast: `${at}`, lessThan: `${at + 200}` } }),
      count(300, (at) => fact(`own.fact${at}`, 'NUMBER')),
    ),
  ),
  hostile('12 000 ranges of days', () =>
    anyOf(
      4,
      (at) => ({ date: { fact: 'own.day', onOrAfter: day(at), before: day(at + 4 + ((37 * at) % 91)) } }),
      [fact('own.day', 'DATE')],
    ),
  ),
  hostile('12 000 sets of 10 of 500 options', () =>
    anyOf(4, (at) => ({ choice: { fact: 'own.choice', oneOf: options(at) } }), [
      fact('own.choice', 'CHOICE', { options: count(500, (at) => `o${at}`) }),
    ]),
  ),
  hostile('20 of 300 flags an entry, four at a time', () => ({
    entries: count(600, (of) =>
      entry({
        when: { all: count(5, (part) => ({ any: count(4, (at) => flag(7 * of + 31 * part + 13 * at)) })) },
      }),
    ),
    facts: flags,
  })),
  hostile('60 requirements an entry over three of 300 flags each', () => ({
    entries: count(66, (of) =>
      restricted(count(60, (at) => ({ any: [0, 1, 2].map((part) => flag(7 * of + 5 * at + 31 * part)) }))),
    ),
    facts: flags,
  })),
  hostile('1 000 mass fractions, nothing stated', () =>
    prohibiting(count(1_000, (at) => chemical({ fraction: { atLeast: part(at, 1_000) } }))),
  ),
  hostile('3 000 mass fractions, nothing stated', () =>
    prohibiting(count(ENTRIES, (at) => chemical({ fraction: { atLeast: part(at, ENTRIES) } }))),
  ),
  ...(
    [
      ['with amounts', { tonnes: '3.5' }],
      ['without amounts', {}],
      ['of which nobody knows what they are', { tonnes: '3.5', withoutCas: undefined }],
    ] as const
  ).map(([name, said]) =>
    hostile(
      `12 000 amounts, 2 000 lines ${name}`,
      () => anyOf(4, (at) => chemical({ moreThan: `${1e8 + at}` })),
      { chemicals: lines(said) },
    ),
  ),
  hostile(
    '500 amounts, 2 000 lines without amounts',
    () => prohibiting(count(500, (at) => chemical({ moreThan: `${at}` }))),
    { chemicals: lines({}) },
  ),
  hostile(
    '6 000 mass fractions with amounts, 2 000 lines with both',
    () =>
      anyOf(2, (at) => chemical({ fraction: { atLeast: part(at, 2 * ENTRIES) }, moreThan: `${1e8 + at}` })),
    { chemicals: lines({ tonnes: '3.5', fraction: '50' }) },
  ),
  hostile(
    '3 000 mass fractions with amounts, 2 000 lines without fractions',
    () => anyOf(1, (at) => chemical({ fraction: { atLeast: part(at, ENTRIES) }, moreThan: `${1e8 + at}` })),
    { chemicals: lines({ tonnes: '3.5' }) },
  ),
  hostile(
    '12 000 capacities of lines, 200 products of 200 lines each',
    () => anyOf(4, (at) => product(BOARDS[at % 4]!, 'PER_LINE', 1e8 + at)),
    {
      products: count(200, () => ({
        product: 'CHIPBOARD',
        unit: '万t/a',
        lineCapacities: count(200, String),
      })),
    } as Facts,
  ),
  hostile(
    '3 000 capacities, 200 products that nobody knows',
    () => anyOf(1, (at) => product(BOARDS[at % 4]!, 'CAPACITY', at)),
    { products: unheardOf },
  ),
  hostile(
    '12 000 capacities of 200 products, 200 that nobody knows',
    () => ({
      ...anyOf(4, (at) => product(`own.p${at % 200}`, 'CAPACITY', at)),
      products: count(200, (at) => term(at, [])),
    }),
    { products: unheardOf },
  ),
  // The most that a version may hold (PR-45).
  ...(
    [
      ['without amounts', { cas: true }],
      ['of which nobody knows what they are', {}],
    ] as const
  ).map(([name, said]) =>
    hostile(
      `12 000 amounts of 100 lists of 200, 2 000 lines ${name}`,
      () => ({
        ...anyOf(4, (at) => chemical({ substance: { list: `own.list${at % 100}` }, moreThan: `${at}` })),
        lists: count(100, (list) => ({
          key: `own.list${list}`,
          name: { zh: '名单' },
          members: count(200, (at) => casNumber((7 * list + 13 * at) % 9_000)),
        })),
      }),
      {
        chemicals: count(2_000, (at) => ({
          name: `物${at}`,
          activities: ['STORE'],
          ...('cas' in said && { cas: casNumber((31 * at) % 9_000) }),
        })),
      } as Facts,
    ),
  ),
  ...(
    [
      ['each a kind of the one before', (at: number) => [at + 1]],
      ['each of forty kinds', (at: number) => count(40, (kind) => at + 1 + kind)],
    ] as const
  ).map(([name, kinds]) =>
    hostile(
      `12 000 capacities of 200 products, ${name}, 200 of them made`,
      () => ({
        ...anyOf(4, (at) => product(`own.p${at % 200}`, 'CAPACITY', 5)),
        products: count(200, (at) => term(at, kinds(at))),
      }),
      { products: count(200, (at) => ({ product: `产物${199 - at}`, unit: '万t/a' })) } as Facts,
    ),
  ),
  hostile('300 flags in 12 000 tests', () => anyOf(4, (at) => flag(at), flags)),
  hostile('6 000 entries over two numbers', () =>
    prohibiting(
      count(6_000, (at) => ({
        all: [range('totalInvestment', at), { not: range('landArea', at, '亩') }],
      })),
    ),
  ),
];

interface Law extends Partial<Pick<CatalogContent, 'facts' | 'lists' | 'products'>> {
  readonly entries: readonly Entry[];
}

function hostile(name: string, law: () => Law, facts?: Facts): HostileProject {
  return {
    name,
    make() {
      const { entries, ...defined } = law();
      return {
        basis: basis([catalog('own', ZONE.id, entries, defined)]),
        project: { zone: ZONE.id, facts },
      };
    },
  };
}

function count<T>(length: number, each: (at: number) => T): readonly T[] {
  return Array.from({ length }, (_, at) => each(at));
}

function prohibiting(conditions: readonly Condition[], facts?: readonly FactDefinition[]): Law {
  return { entries: conditions.map((when) => entry({ when })), facts };
}

/** Prohibitions of any of so many conditions each. */
function anyOf(each: number, condition: (at: number) => Condition, facts?: readonly FactDefinition[]): Law {
  return prohibiting(
    count(ENTRIES, (of) => ({ any: count(each, (at) => condition(each * of + at)) })),
    facts,
  );
}

/** No two alike, and many over each other. */
function range(key: string, at: number, unit = '万元'): Condition {
  return {
    number: { fact: key, unit, atLeast: `${2 * at + 1}`, lessThan: `${2 * at + 2 + ((37 * at) % 91)}` },
  };
}

function day(at: number): string {
  return new Date(Date.UTC(1970, 0, 1 + at)).toISOString().slice(0, 10);
}

function options(at: number): readonly string[] {
  return [...new Set(count(10, (place) => `o${(7 * at + place * (1 + (at % 17))) % 500}`))];
}

function flag(at: number): Condition {
  return { flag: { fact: `own.flag${at % 300}`, is: at % 2 === 0 } };
}

/** With the check digit that it must have. */
function casNumber(at: number): string {
  const digits = `${10_000 + at}`;
  const sum = [...digits].reduce((so, digit, place) => so + Number(digit) * (digits.length - place), 0);
  return `${digits.slice(0, -2)}-${digits.slice(-2)}-${sum % 10}`;
}

function chemical(said: Partial<Chemical>): Condition {
  return { chemical: { substance: { any: true }, activities: ['STORE'], ...said } };
}

function part(at: number, of: number): string {
  return ((100 * (at + 1)) / (of + 1)).toFixed(6);
}

/** @param kinds numbers of others, as far as there are some */
function term(at: number, kinds: readonly number[]): ProductTerm {
  const narrower = kinds.flatMap((kind) => (kind < 200 ? [`own.p${kind}`] : []));
  return { key: `own.p${at}`, name: { zh: `产物${at}` }, aliases: [], narrower, units: [] };
}

function product(name: string, of: CapacityOf, moreThan: number): Condition {
  return { product: { product: name, unit: '万t/a', of, moreThan: `${moreThan}` } };
}

function lines(said: object) {
  const activities: readonly Activity[] = ['STORE'];
  return count(2_000, (at) => ({ name: `混合物${at}`, withoutCas: true, activities, ...said }));
}
