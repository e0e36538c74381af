import { reference } from '../../../services/data/reference.ts';
import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { ProductInput, ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import { testedProducts } from '../../../services/domain/engine/tested-products.ts';
import { PROCESSES, PURPOSES } from '../../../services/domain/facts/dictionary.ts';
import { NATURES } from '../../../services/domain/vocabulary.ts';
import { drawsFrom } from '../../domain/oracle/draws.ts';
import { sampleBasis, samples } from '../../samples/sample-world.ts';
import { realisticEntries } from '../varied-entries.ts';

const ZONE = `zone_${samples.register.zones[0]!.code}`;
const CLASSES = reference.classification.classesOf('C');
const SUBSTANCES = reference.lists.flatMap(({ members }) => members);

/**
 * A law of so many entries: about divisions, groups and classes in turn, so that some fifty of 2 000 are about one
 * industry, and with conditions that few of them meet.
 */
export function lawOf(count: number): AssessmentBasis {
  const draw = drawsFrom(count);
  const basis = sampleBasis(ZONE, '2026-11-23');
  const entries = realisticEntries(count).map((entry, place): Entry => {
    const processes = [0, 1, 2].map(() => PROCESSES[draw(PROCESSES.length)]!);
    const narrower: Condition = { set: { fact: 'processes', includesAny: [...new Set(processes)] } };
    return {
      ...entry,
      industries: {
        include: entry.industries.include.map((code) => code.slice(0, 2 + (place % 3))),
        except: [],
      },
      when:
        place % 4 === 0
          ? (entry.when ?? narrower)
          : { all: entry.when ? [entry.when, narrower] : [narrower] },
      // Whether an officer lets a project off is no fact, and nothing that a library for rules knows of.
      exceptions: entry.exceptions.filter(({ discretionary }) => !discretionary),
    };
  });
  const content = { title: { zh: '示范目录' }, facts: [], lists: [], products: [], entries };
  const [first, ...others] = basis.catalogs;
  return {
    ...basis,
    catalogs: [
      { ...first!, standing: 'IN_FORCE', inForce: { number: 1, contentHash: `${count}`, content } },
      ...others.map(({ identity }) => ({ identity, standing: 'NOT_YET' as const })),
    ],
  };
}

/** Projects that state every fact that a law of `lawOf` turns on. */
export function completeProjects(law: AssessmentBasis, count: number): readonly ProjectInput[] {
  const draw = drawsFrom(7);
  const products = testedProducts(law).map(({ term }) => term);
  const one = <T>(of: readonly T[]): T => of[draw(of.length)]!;
  const some = <T>(of: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + draw(most) }, () => one(of))),
  ];
  return Array.from({ length: count }, () => ({
    zone: ZONE,
    industries: [one(CLASSES)],
    natures: [one(NATURES)],
    earlierApproval: { none: true },
    facts: {
      purposes: some(PURPOSES, 2),
      totalInvestment: { number: `${500 + draw(30_000)}`, unit: '万元' },
      landArea: { number: `${10 + draw(200)}`, unit: '亩' },
      annualEnergy: { number: `${draw(25_000)}`, unit: 'tce' },
      processes: some(PROCESSES, 2),
      combustibleDust: draw(2) === 0,
      labourIntensive: draw(2) === 0,
      firstOfKindProcess: draw(2) === 0,
      chemicals: [{ cas: one(SUBSTANCES), activities: ['STORE' as const], tonnes: `${1 + draw(60)}` }],
      products: [made(one(products), `${1_000 * (1 + draw(120))}`)],
    },
  }));
}

/** One product, on one line, that is nothing else that the law speaks of. */
const made = (product: string, capacity: string): ProductInput => ({
  product,
  is: [product],
  unit: 't/a',
  capacity,
  lines: '1',
});
