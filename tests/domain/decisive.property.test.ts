import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Assessment, Finding } from '../../services/domain/assessment/assessment.ts';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import type { SettledOutcome } from '../../services/domain/vocabulary.ts';
import { SETTLED_OUTCOMES } from '../../services/domain/vocabulary.ts';
import type { World } from './oracle/arbitrary-world.ts';
import { arbitraryWorld } from './oracle/arbitrary-world.ts';
import { CASES, PATIENCE, run } from './oracle/run.ts';
import { subsets } from './oracle/sets.ts';
import { THEMES } from './oracle/themes.ts';

vi.setConfig({ testTimeout: PATIENCE });

const anyWorld: fc.Arbitrary<World> = fc.oneof(...THEMES.map(arbitraryWorld));

test('without all that does not decide, the outcome is the same', () => {
  run(
    anyWorld,
    ({ basis, projects, actor }) => {
      for (const project of projects) {
        const all = assess(basis, project, actor);
        // A confirmation for an entry that is gone would be an error.
        if (!speaksForItself(all) || project.confirmations?.length) continue;
        const rest = all.findings.filter(({ decisive }) => !decisive);
        const { possibleOutcomes } = assess(without(basis, rest), project, actor);
        expect(possibleOutcomes).toEqual(all.possibleOutcomes);
      }
    },
    CASES / 50,
  );
});

test('what decides is what is in a smallest set without which the law would say something better', () => {
  let together = 0;
  run(
    anyWorld,
    ({ basis, projects, actor }) => {
      for (const project of projects) {
        const all = assess(basis, project, actor);
        if (!speaksForItself(all) || project.confirmations?.length || all.findings.length > 6) continue;
        // Both questions below ask of the same sets.
        const known = new Map<string, readonly SettledOutcome[]>();
        const outcomesWithout = (gone: readonly Finding[]) => {
          const key = gone.map(nameOf).join();
          const outcomes = known.get(key) ?? assess(without(basis, gone), project, actor).possibleOutcomes;
          known.set(key, outcomes);
          return outcomes;
        };
        const best = all.possibleOutcomes[0]!;
        const opensBetter = smallest(all.findings, (gone) => isBetter(outcomesWithout(gone)[0]!, best));
        const makesCertain = smallest(
          all.findings,
          (gone) => !outcomesWithout(gone).some((outcome) => isBetter(best, outcome)),
        );
        const sets = [...opensBetter, ...makesCertain];
        expect(all.findings.filter(({ decisive }) => decisive).map(nameOf)).toEqual(
          all.findings.filter((finding) => sets.some((set) => set.includes(finding))).map(nameOf),
        );
        if (opensBetter.length > 1) together++;
      }
    },
    CASES / 60,
  );
  // Several ways out of one outcome: what only a search finds.
  expect(together).toBeGreaterThan(0);
});

/** No reason of the register has a part in the outcome: the entries make it alone. */
const speaksForItself = ({ reasons }: Assessment): boolean =>
  reasons.every(({ code }) => code === 'ZONE_HAS_NO_CATALOG');

const isBetter = (one: SettledOutcome, other: SettledOutcome): boolean =>
  SETTLED_OUTCOMES.indexOf(one) < SETTLED_OUTCOMES.indexOf(other);

const nameOf = ({ catalog, entry }: Finding): string => `${catalog} ${entry.code}`;

/** The same catalogs as if these entries had never been in them. */
const without = (basis: AssessmentBasis, gone: readonly Finding[]): AssessmentBasis => ({
  ...basis,
  catalogs: basis.catalogs.map((catalog) => {
    if (!catalog.inForce) return catalog;
    const { content } = catalog.inForce;
    const names = new Set(gone.filter((one) => one.catalog === catalog.identity.key).map(nameOf));
    const entries = content.entries.filter(({ code }) => !names.has(`${catalog.identity.key} ${code}`));
    return { ...catalog, inForce: { ...catalog.inForce, content: { ...content, entries } } };
  }),
});

/** The sets that do, of which no smaller part does. */
function smallest<T>(members: readonly T[], does: (set: readonly T[]) => boolean): readonly (readonly T[])[] {
  const found: (readonly T[])[] = [];
  for (const set of [...subsets(members)].sort((a, b) => a.length - b.length)) {
    if (found.some((smaller) => smaller.every((one) => set.includes(one)))) continue;
    if (does(set)) found.push(set);
  }
  return found;
}
