import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import { compareContents } from '../../../services/domain/comparison/compare-contents.ts';
import { entryDifference } from '../../../services/domain/comparison/entry-difference.ts';
import {
  entryTendency,
  type Tendency,
  tendencyBasis,
} from '../../../services/domain/comparison/entry-tendency.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import { assess } from '../../../services/domain/engine/assess.ts';
import type { SettledOutcome } from '../../../services/domain/vocabulary.ts';
import { arbitraryWorld } from '../oracle/arbitrary-world.ts';
import { CASES, PATIENCE, run } from '../oracle/run.ts';
import { THEMES } from '../oracle/themes.ts';

vi.setConfig({ testTimeout: PATIENCE });

const SEVERITY: readonly SettledOutcome[] = ['ADMITTED', 'CONDITIONAL', 'REVIEW', 'REFUSED'];

/** Fields taken from another entry of the same catalog, and conditions put together with its own. */
const EDITS: readonly ((entry: Entry, other: Entry) => Partial<Entry>)[] = [
  (_, { measure, requirements }) => ({ measure, requirements }),
  (_, { force }) => ({ force }),
  (_, { industries }) => ({ industries }),
  ({ industries }, other) => ({
    industries: { ...industries, except: [...industries.except, ...other.industries.except] },
  }),
  (_, { natures }) => ({ natures }),
  (_, { activities }) => ({ activities }),
  (_, { territory }) => ({ territory }),
  ({ territory }, other) => ({
    territory: {
      include: [...territory.include, ...other.territory.include],
      except: [...territory.except, ...other.territory.except],
    },
  }),
  (_, { validFrom, validTo }) => ({ validFrom, validTo }),
  (_, { exemptIfApprovedBefore }) => ({ exemptIfApprovedBefore }),
  (_, { when }) => ({ when }),
  (entry, other) => (entry.when && other.when ? { when: { all: [entry.when, other.when] } } : {}),
  (entry, other) => (entry.when && other.when ? { when: { any: [entry.when, other.when] } } : {}),
  (entry) => (entry.when ? { when: moved(entry.when, '5') } : {}),
  (_, { exceptions }) => ({ exceptions }),
  ({ exceptions }) => ({ exceptions: exceptions.slice(1) }),
  ({ exceptions }) => ({
    exceptions: exceptions.map((one) => ({ ...one, discretionary: one.when ? !one.discretionary : true })),
  }),
  ({ exceptions }, other) => ({
    exceptions: exceptions.map((one) =>
      one.when && other.when ? { ...one, when: { all: [one.when, other.when] } } : one,
    ),
  }),
  ({ measure, requirements }, other) =>
    measure === 'RESTRICTED' && other.measure === 'RESTRICTED'
      ? { requirements: other.requirements }
      : { requirements },
  ({ requirements }) => ({ requirements: requirements.slice(0, 1) }),
  ({ requirements }) => ({
    requirements: requirements.map(({ evidence, ...one }) =>
      evidence ? one : { ...one, evidence: { zh: '材料' } },
    ),
  }),
  () => ({ remark: { zh: '备注' }, deadline: '2030-01-01', basis: [] }),
];

/** The same condition with other limits: every bound so much higher, every second option gone. */
function moved(condition: Condition, by: string): Condition {
  return JSON.parse(JSON.stringify(condition), (name, value) => {
    if (/^(lessThan|atMost|atLeast|moreThan)$/.test(name) && typeof value === 'string')
      return String(Number(value) + Number(by));
    return /^(oneOf|includesAny)$/.test(name) && value.length > 1 ? value.slice(1) : value;
  }) as Condition;
}

interface Amendment {
  readonly before: AssessmentBasis;
  readonly after: AssessmentBasis;
  readonly tendency: Tendency;
  readonly projects: readonly ProjectInput[];
}

/** The basis with one entry of one catalog amended; null where there is nothing to amend. */
function amended(
  { basis, projects }: { readonly basis: AssessmentBasis; readonly projects: readonly ProjectInput[] },
  at: number,
  edits: readonly number[],
): Amendment | null {
  const inForce = basis.catalogs.filter((catalog) => catalog.inForce);
  const catalog = inForce[at % Math.max(1, inForce.length)];
  if (!catalog?.inForce) return null;
  const { content } = catalog.inForce;
  const place = at % content.entries.length;
  const entry = content.entries[place]!;
  let next = entry;
  for (const edit of edits) {
    const other = content.entries[(place + 1 + edit) % content.entries.length]!;
    next = { ...next, ...EDITS[edit % EDITS.length]!(next, other) };
  }
  if (entryDifference(entry, next).length === 0) return null;
  const to: CatalogContent = {
    ...content,
    entries: content.entries.map((one) => (one === entry ? next : one)),
  };
  const after = {
    ...basis,
    catalogs: basis.catalogs.map((one) =>
      one === catalog ? { ...one, inForce: { ...catalog.inForce!, content: to } } : one,
    ),
  };
  const compared = tendencyBasis(content, to, compareContents(content, to), basis.reference.classification);
  return {
    before: basis,
    after,
    tendency: entryTendency(entry, next, compared),
    projects: projects.map((project) => ({
      ...project,
      confirmations: (project.confirmations ?? []).filter(
        (one) =>
          one.catalog !== `catalog_${catalog.identity.key}` ||
          one.entry !== entry.code ||
          [entry, next].every(({ exceptions }) =>
            exceptions.some(({ key, discretionary }) => key === one.exception && discretionary),
          ),
      ),
    })),
  };
}

const AMENDMENTS = CASES / 5;

test('what is called stricter never lets a project fare better, what is called looser never worse', () => {
  const seen: Record<Tendency, number> = { STRICTER: 0, LOOSER: 0, SAME: 0, CHANGED: 0 };
  const moved = { up: 0, down: 0 };
  run(
    fc.tuple(
      fc.oneof(...THEMES.map(arbitraryWorld)),
      fc.nat({ max: 60 }),
      fc.array(fc.nat({ max: 3 * EDITS.length }), { minLength: 1, maxLength: 2 }),
    ),
    ([world, at, edits]) => {
      const amendment = amended(world, at, edits);
      if (!amendment) return;
      const { before, after, tendency, projects } = amendment;
      seen[tendency]++;
      if (tendency === 'CHANGED') return;
      for (const project of projects) {
        const [older, newer] = [before, after].map((basis) => assess(basis, project, world.actor)) as [
          ReturnType<typeof assess>,
          ReturnType<typeof assess>,
        ];
        if (!older.exact || !newer.exact) continue;
        const [was, is] = [older, newer].map(({ possibleOutcomes }) =>
          possibleOutcomes.map((outcome) => SEVERITY.indexOf(outcome)),
        ) as [number[], number[]];
        const up = Math.max(...is) >= Math.max(...was) && Math.min(...is) >= Math.min(...was);
        const down = Math.max(...is) <= Math.max(...was) && Math.min(...is) <= Math.min(...was);
        if (!down) moved.up++;
        if (!up) moved.down++;
        if (tendency !== 'LOOSER') expect(up, tendency).toBe(true);
        if (tendency !== 'STRICTER') expect(down, tendency).toBe(true);
      }
    },
    AMENDMENTS,
  );
  console.log(seen, moved);
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(AMENDMENTS / 25);
  for (const count of Object.values(moved)) expect(count).toBeGreaterThan(AMENDMENTS / 150);
});
