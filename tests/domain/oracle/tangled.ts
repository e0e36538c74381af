import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import type { FactDefinition } from '../../../services/domain/facts/fact.ts';
import { ACTIVITIES } from '../../../services/domain/vocabulary.ts';
import { drawsFrom } from './draws.ts';
import { basis, catalog, entry, fact, ZONE } from './small-basis.ts';

interface Tangled {
  readonly name: string;
  readonly basis: AssessmentBasis;
  readonly project: ProjectInput;
}

/** Catalogs that publication would accept and that were made to be hard to decide, with a project that meets it all. */
export const tangled: readonly Tangled[] = [
  ...[
    [120, 510],
    [200, 850],
    [200, 1_275],
    [200, 2_550],
  ].map(([flags, entries]) => ({
    name: `${entries} prohibitions over three of ${flags} flags each`,
    ...prohibiting(overlappingFlags(flags!, entries!, 7)),
  })),
  { name: 'sums of an unknown inventory', ...prohibiting({ conditions: sums(24, 7) }) },
  {
    name: 'sums of an inventory without amounts',
    ...prohibiting({ conditions: sums(24, 7) }, { facts: { chemicals: inventory(60, 5, 7) } }),
  },
  {
    name: 'each amount of an inventory under many bounds',
    ...prohibiting({ conditions: sums(400, 9) }, { facts: { chemicals: inventory(60, 5, 9) } }),
  },
  { name: 'two sums each over twelve sets of activities', ...inventoriesWithoutAmounts(1)[0]! },
  {
    name: 'lines of products of unknown capacity',
    ...prohibiting(
      { conditions: productLines(16, 7) },
      { facts: { products: Array.from({ length: 6 }, () => ({ product: 'unheard of', unit: '万t/a' })) } },
    ),
  },
  { name: 'many bounds on one product', ...prohibiting({ conditions: productLines(400, 8, ['BOARD']) }) },
  { name: 'unknown products', ...prohibiting({ conditions: productLines(24, 8) }) },
];

/** Inventories of 100 substances in five lines each, no two alike, against sums over activities that overlap. */
export function inventoriesWithoutAmounts(count: number): readonly Pick<Tangled, 'basis' | 'project'>[] {
  const conditions = [3, 5, 6, 7, 9, 10, 12, 17, 18, 20, 24, 28].flatMap((mask, at) =>
    [7 + ((5 * at) % 11), 40 + ((5 * at) % 11)].map((tonnes) => ({
      chemical: {
        substance: { any: true as const },
        activities: activitiesOf(mask),
        moreThan: `${tonnes}`,
      },
    })),
  );
  const { basis: its } = prohibiting({ conditions });
  return Array.from({ length: count }, (_, at) => ({
    basis: its,
    project: { zone: ZONE.id, facts: { chemicals: inventory(100, 5, 7 + at) } },
  }));
}

function prohibiting(
  said: { readonly conditions: readonly Condition[]; readonly facts?: readonly FactDefinition[] },
  project: Omit<ProjectInput, 'zone'> = {},
): Pick<Tangled, 'basis' | 'project'> {
  const entries = said.conditions.map((when) => entry({ when }));
  return {
    basis: basis([catalog('own', ZONE.id, entries, { facts: said.facts })]),
    project: { zone: ZONE.id, ...project },
  };
}

/** Hardly anything of them can be taken apart. */
function overlappingFlags(flags: number, entries: number, seed: number) {
  const draw = drawsFrom(seed);
  const key = (at: number) => `own.flag${at}`;
  return {
    conditions: Array.from({ length: entries }, () => ({
      all: [1, 2, 3].map(() => ({ flag: { fact: key(draw(flags)), is: draw(2) === 0 } })),
    })),
    facts: Array.from({ length: flags }, (_, at) => fact(key(at), 'FLAG')),
  };
}

function activitiesOf(mask: number) {
  return ACTIVITIES.filter((_, at) => (mask >> at) & 1);
}

/** Amounts over sets of activities that overlap. */
function sums(count: number, seed: number): readonly Condition[] {
  const draw = drawsFrom(seed);
  return Array.from({ length: count }, () => ({
    chemical: {
      substance: { any: true as const },
      activities: activitiesOf(1 + draw(31)),
      moreThan: `${7 + draw(40)}`,
    },
  }));
}

function inventory(substances: number, lines: number, seed: number) {
  const draw = drawsFrom(seed);
  return Array.from({ length: substances * lines }, (_, at) => ({
    name: `混合物${at % substances}`,
    withoutCas: true,
    activities: activitiesOf(1 + draw(31)),
  }));
}

/** Capacities and lines of boards and what is a kind of board. */
function productLines(
  count: number,
  seed: number,
  products: readonly string[] = ['BOARD', 'CHIPBOARD', 'FIBREBOARD', 'GLASS'],
): readonly Condition[] {
  const draw = drawsFrom(seed);
  const of = ['CAPACITY', 'PER_LINE', 'ADDED'] as const;
  return Array.from({ length: count }, (_, at) => ({
    product: {
      product: products[draw(products.length)]!,
      unit: '万t/a',
      of: of[at % 3]!,
      moreThan: `${1 + draw(30)}`,
    },
  }));
}
