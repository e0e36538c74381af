import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import type { Condition } from '../../services/domain/condition/condition.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { UnreadableEntry } from '../../services/domain/engine/compile.ts';
import type { ProjectAnywhere } from '../../services/domain/engine/project-in.ts';
import { projectIn } from '../../services/domain/engine/project-in.ts';
import type { Settlement } from '../../services/domain/engine/zone-index.ts';
import { ZoneIndex } from '../../services/domain/engine/zone-index.ts';
import { areaId } from '../../services/domain/ids.ts';
import { Refusals } from '../../services/domain/messages/refusal.ts';
import type { ZoneFacts } from '../../services/domain/register/jurisdiction.ts';
import { arbitraryWorld } from './oracle/arbitrary-world.ts';
import { CASES, PATIENCE, run } from './oracle/run.ts';
import { basis as basisWith, COUNTRY, catalog, entry, PROVINCE, zone } from './oracle/small-basis.ts';
import { THEMES } from './oracle/themes.ts';

vi.setConfig({ testTimeout: PATIENCE });

const anyWorld = fc.oneof(...THEMES.map(arbitraryWorld));

test('no zone is settled otherwise than an assessment there settles it, and zones of one class come out alike', () => {
  const seen = { settled: 0, open: 0, faulty: 0 };
  run(
    fc.tuple(anyWorld, anyWorld),
    ([one, other]) => {
      const bases = [...variants(one.basis, 'a'), ...variants(other.basis, 'b').slice(0, 2)];
      const index = indexOf(bases);
      for (const project of [...one.projects, ...other.projects])
        compare(index, bases, anywhere(project), seen);
    },
    CASES / 100,
  );
  console.log(seen);
  expect(Math.min(seen.settled, seen.open)).toBeGreaterThan(CASES / 10);
});

test('an index that zones and catalogs have come to and gone from says what a new one says', () => {
  run(
    fc.tuple(anyWorld, anyWorld),
    ([one, other]) => {
      const before = variants(one.basis, 'a');
      // The same zones, and what they have now.
      const after = variants(other.basis, 'a').map((basis, at) => (at % 2 ? basis : (before[at] ?? basis)));
      const index = indexOf(before);
      const [project] = one.projects;
      settle(index, anywhere(project!));
      for (const { lineage } of before.slice(after.length)) index.remove(lineage.at(-1)!.id);
      for (const basis of after) index.put(basis);
      const anew = indexOf(after);
      expect(index.size).toEqual(anew.size);
      for (const each of [...one.projects, ...other.projects])
        expect(sorted(settle(index, anywhere(each)))).toEqual(sorted(settle(anew, anywhere(each))));
    },
    CASES / 100,
  );
});

test('zones that have equal entries and differ in their areas and in what their catalogs say of products', () => {
  const seen = { settled: 0, open: 0, faulty: 0 };
  run(
    fc.tuple(
      fc.array(
        fc.record({
          areas: fc.subarray(AREAS, { minLength: 1 }),
          says: fc.constantFrom(null, 'above', 'beside'),
        }),
        {
          minLength: 2,
          maxLength: 3,
        },
      ),
      fc.array(
        fc.record({
          areas: fc.subarray(AREAS, { minLength: 1, maxLength: 2 }),
          force: fc.constantFrom('MANDATORY' as const, 'IN_PRINCIPLE' as const),
          product: fc.constantFrom(null, null, null, 'BOARD', 'GLASS'),
          negated: fc.boolean(),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      fc.constantFrom<ProjectAnywhere>({}, { facts: { products: [{ product: 'GLASS', unit: 't/a' }] } }),
    ),
    ([zones, said, project]) => {
      const codes = zones.map((_, at) => `14088${at + 1}`);
      const entries = said.map(({ areas, force, product, negated }) => {
        const makes = product && { product: { product, unit: 't/a', of: 'CAPACITY' as const } };
        const include = areas.flatMap((key) => codes.map((code) => areaId(code, key)));
        return entry({
          force,
          territory: { include, except: [] },
          when: negated && makes ? { not: makes } : makes,
        });
      });
      const bases = zones.map(({ areas, says }, at) => {
        const own = zone(codes[at]!, PROVINCE.id, {
          areas: areas.map((key) => ({ key, name: { zh: key } })),
        });
        const terms = catalog(`terms${at}`, says === 'above' ? PROVINCE.id : own.id, [], GLASS_IS_BOARD);
        return basisWith(
          [...(says ? [terms] : []), catalog(`law${at}`, own.id, entries)],
          [COUNTRY, PROVINCE, own],
        );
      });
      compare(indexOf(bases), bases, project, seen);
    },
    CASES / 10,
  );
  expect(Math.min(seen.settled, seen.open)).toBeGreaterThan(CASES / 50);
});
const AREAS = ['core', 'edge', 'rest'];
const GLASS_IS_BOARD = {
  products: [{ key: 'BOARD', name: { zh: 'BOARD' }, aliases: [], narrower: ['GLASS'], units: [] }],
};

describe('zones are of one class only where', () => {
  const [A, B] = ['140881', '140882'] as const;
  const areas = (...keys: string[]) => ({ areas: keys.map((key) => ({ key, name: { zh: key } })) });

  test('what entries cover of their areas comes out alike when taken together', () => {
    const within = (key: string) =>
      entry({ territory: { include: [areaId(A, key), areaId(B, key)], except: [] } });
    const law = catalog('province', PROVINCE.id, [within('core'), within('edge')]);
    const bases = [
      zone(A, PROVINCE.id, areas('core', 'edge')),
      zone(B, PROVINCE.id, areas('core', 'edge', 'rest')),
    ].map((each) => basisWith([law], [COUNTRY, PROVINCE, each]));
    // Only the second has land that neither entry covers.
    expect(bases.map((basis) => outcomeOf(basis, {}))).toEqual(['REFUSED', 'ADMITTED,REFUSED']);
    expect(indexOf(bases).settle({}).open).toEqual([[`zone_${A}`], [`zone_${B}`]]);
  });

  test('their catalogs call the same products kinds of each other, though none are stated', () => {
    const makes = (product: string): Condition => ({ product: { product, unit: 't/a', of: 'CAPACITY' } });
    const entries = [entry({ when: makes('BOARD') }), entry({ when: { not: makes('GLASS') } })];
    const under = (code: string, ...catalogs: readonly [string, string, typeof GLASS_IS_BOARD | null][]) => {
      const own = zone(code, PROVINCE.id, areas());
      return basisWith(
        catalogs.map(([key, jurisdiction, said]) =>
          catalog(key, jurisdiction === 'own' ? own.id : jurisdiction, said ? [] : entries, said ?? {}),
        ),
        [COUNTRY, PROVINCE, own],
      );
    };
    // A term that is defined beside a catalog is none of its words, one above is.
    const bases = [
      under(A, ['a', PROVINCE.id, GLASS_IS_BOARD], ['b', 'own', null]),
      under(B, ['c', 'own', GLASS_IS_BOARD], ['d', 'own', null]),
      under('140883', ['e', 'own', null]),
    ];
    expect(bases.map((basis) => outcomeOf(basis, {}))).toEqual([
      'REFUSED',
      'ADMITTED,REFUSED',
      'ADMITTED,REFUSED',
    ]);
    expect(indexOf(bases).settle({}).open).toEqual(bases.map(({ lineage }) => [lineage.at(-1)!.id]));
  });
});

function compare(
  index: ZoneIndex,
  bases: readonly AssessmentBasis[],
  project: ProjectAnywhere,
  seen: { settled: number; open: number; faulty: number },
): void {
  const outcomes = new Map(
    bases.map((basis) => [basis.lineage.at(-1)!.id, outcomeOf(basis, project)] as const),
  );
  const found = settle(index, project);
  if (isFaulty(found)) {
    // A fault wherever it comes to.
    expect([...outcomes.values()].some((outcome) => Array.isArray(outcome))).toBe(true);
    seen.faulty++;
    return;
  }
  const zones: string[] = [];
  for (const [outcome, its] of [
    ['ADMITTED', found.admitted],
    ['CONDITIONAL', found.conditional],
    ['REVIEW', found.review],
    ['REFUSED', found.refused],
  ] as const)
    for (const zone of its) {
      expect(outcomes.get(zone), zone).toBe(outcome);
      zones.push(zone);
      seen.settled++;
    }
  for (const its of found.open) {
    expect(new Set(its.map((zone) => JSON.stringify(outcomes.get(zone)))).size).toBe(1);
    zones.push(...its);
    seen.open += its.length;
  }
  expect(zones.sort()).toEqual([...outcomes.keys()].sort());
}

function outcomeOf(basis: AssessmentBasis, project: ProjectAnywhere): string | readonly string[] {
  try {
    const { possibleOutcomes } = assess(basis, projectIn(basis, project));
    return possibleOutcomes.join();
  } catch (error) {
    if (error instanceof Refusals) return error.refusals.map(({ code }) => code);
    if (error instanceof UnreadableEntry) return [error.message];
    throw error;
  }
}

function settle(index: ZoneIndex, project: ProjectAnywhere): Settlement | readonly string[] {
  try {
    return index.settle(project);
  } catch (error) {
    if (error instanceof Refusals) return error.refusals.map(({ code }) => code);
    throw error;
  }
}

const sorted = (found: Settlement | readonly string[]) =>
  isFaulty(found)
    ? found
    : Object.entries(found).map(([name, zones]) => [
        name,
        zones
          .map((each: string | readonly string[]) =>
            typeof each === 'string' ? each : [...each].sort().join(),
          )
          .sort(),
      ]);

function indexOf(bases: readonly AssessmentBasis[]): ZoneIndex {
  const index = new ZoneIndex(bases[0]!.on, bases[0]!.reference);
  for (const basis of bases) index.put(basis);
  return index;
}

const anywhere = ({
  zone: _,
  areas: __,
  confirmations: ___,
  on: ____,
  ...project
}: ProjectInput): ProjectAnywhere => project;

/** Zones beside each other that have much of their law in common, and say other things of themselves. */
function variants(basis: AssessmentBasis, mark: string): readonly AssessmentBasis[] {
  const { areas, facts } = basis.lineage.at(-1)!.zone!;
  return [
    basis,
    as(basis, `${mark}1`, {}),
    as(basis, `${mark}2`, { areas: [], kind: 'INDUSTRIAL_PARK', riskGrade: 'NONE' }),
    as(basis, `${mark}3`, {
      areas: areas.slice(1),
      facts: facts.slice(1),
      zoneLevel: 'OTHER',
      suspended: true,
    }),
    { ...as(basis, `${mark}4`, {}), catalogs: as(basis, `${mark}4`, {}).catalogs.slice(1) },
  ];
}

function as(basis: AssessmentBasis, code: string, said: Partial<ZoneFacts>): AssessmentBasis {
  const old = basis.lineage.at(-1)!;
  const zone = { ...old, id: `zone_${code}`, code, zone: { ...old.zone!, ...said } };
  return {
    ...basis,
    lineage: [...basis.lineage.slice(0, -1), zone],
    catalogs: basis.catalogs.map((catalog) =>
      catalog.identity.jurisdiction === old.id
        ? { ...catalog, identity: { ...catalog.identity, jurisdiction: zone.id } }
        : catalog,
    ),
  };
}

const isFaulty = (found: Settlement | readonly string[]): found is readonly string[] => Array.isArray(found);
