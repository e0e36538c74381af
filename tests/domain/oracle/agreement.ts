import { expect } from 'vitest';
import { assess } from '../../../services/domain/engine/assess.ts';
import { arbitraryWorld } from './arbitrary-world.ts';
import { factsOf, oracleAssess, TooManyCompletions } from './oracle.ts';
import { CASES, PROJECTS_PER_WORLD, run, SEED } from './run.ts';
import type { Theme } from './themes.ts';
import { THEMES } from './themes.ts';
import { hasOpenRatio } from './unknown-facts.ts';
import { verdictOf } from './verdict.ts';

/**
 * Holds the engine to the oracle on generated catalogs and projects about one theme; the first project of every world
 * is wholly unknown.
 */
export function agreesWithOracle(theme: Theme): void {
  let compared = 0;
  let tooMany = 0;
  let tied = 0;
  const worlds = Math.ceil(CASES / THEMES.length / PROJECTS_PER_WORLD);
  run(
    arbitraryWorld(theme),
    ({ basis, projects, actor }) => {
      for (const project of projects) {
        let expected: ReturnType<typeof oracleAssess>;
        try {
          expected = oracleAssess(basis, project, actor);
        } catch (error) {
          if (!(error instanceof TooManyCompletions)) throw error;
          tooMany++;
          continue;
        }
        const assessment = assess(basis, project, actor);
        if (!assessment.exact) tied++;
        // What hangs on each other and is taken for independent is told.
        const { exact } = assessment;
        expect(exact || theme.isTied || hasOpenRatio(factsOf(basis, project, actor)), 'exact').toBe(true);
        expect(verdictOf(assessment)).toEqual(expected);
        compared++;
      }
    },
    worlds,
  );
  console.log(`${theme.name}: ${compared} cases agree, ${tied} of them not exact (seed ${SEED})`);
  // Cases that the oracle cannot enumerate are no evidence; there must be next to none, of few cases a handful.
  expect(tooMany).toBeLessThan(Math.max(6, compared / 100));
  expect(compared + tooMany).toBe(worlds * PROJECTS_PER_WORLD);
}
