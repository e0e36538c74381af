import { describe, expect, it } from 'vitest';
import type { Actor } from '../../services/domain/access/access.ts';
import type { Assessment } from '../../services/domain/assessment/assessment.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { zoneId } from '../../services/domain/ids.ts';
import { Refusals } from '../../services/domain/messages/refusal.ts';
import { OUTCOMES } from '../../services/domain/vocabulary.ts';
import { readSampleProjects } from '../../services/local/samples/read.ts';
import { sampleBasis, samples } from './sample-world.ts';

const projects = readSampleProjects();

describe('sample projects come out as a practitioner expects', () => {
  it('there are at least 60, in every zone, each with a name of its own, and every outcome occurs', () => {
    expect(projects.length).toBeGreaterThanOrEqual(60);
    expect(new Set(projects.map(({ project }) => project.zone))).toEqual(
      new Set(samples.register.zones.map(({ code }) => zoneId(code))),
    );
    expect(new Set(projects.map(({ name }) => name)).size).toBe(projects.length);
    const outcomes = projects.flatMap(({ expect: expected }) =>
      'outcome' in expected ? [expected.outcome] : [],
    );
    expect(new Set(outcomes)).toEqual(new Set(OUTCOMES));
  });

  it.each(projects.map((sample) => [`${sample.name} · ${sample.en}`, sample] as const))(
    '%s',
    (_, { on = '2026-11-23', as, project, expect: expected }) => {
      const answer = (): Assessment => assess(sampleBasis(project.zone, on), project, actor(as));
      if ('error' in expected) {
        expect(codesThrown(answer)).toEqual([expected.error]);
        return;
      }
      const assessment = answer();
      const { outcome, possible, decisive, missing, reasons } = expected;
      expect({
        outcome: assessment.outcome,
        exact: assessment.exact,
        possible: assessment.possibleOutcomes,
        decisive: decisiveEntries(assessment),
        reasons: assessment.reasons.map(({ code }) => code).sort(),
      }).toEqual({
        outcome,
        exact: true,
        possible: possible ?? [outcome],
        decisive,
        reasons: reasons.sort(),
      });
      const keys = assessment.missingFacts.map(({ fact }) => fact.key);
      expect(keys).toEqual(expect.arrayContaining(missing));
      expect(keys.length > 0).toBe(outcome === 'NEEDS_INFORMATION');
    },
  );
});

function actor(roles: readonly string[]): Actor | null {
  if (roles.length === 0) return null;
  const grants = roles.map((role) => {
    const [name, jurisdiction] = role.split(':');
    return { role: name, jurisdiction } as Actor['roles'][number];
  });
  return { subject: 'sample-officer', roles: grants };
}

/** The entries that decide an outcome; while it is open, all that may. */
const decisiveEntries = ({ outcome, findings }: Assessment): readonly string[] =>
  findings
    .filter(({ decisive }) => decisive && outcome !== 'NEEDS_INFORMATION')
    .map(({ catalog, entry }) => `${catalog} ${entry.code}`);

function codesThrown(answer: () => unknown): readonly string[] {
  try {
    answer();
  } catch (thrown) {
    if (thrown instanceof Refusals) return thrown.refusals.map(({ code }) => code);
    throw thrown;
  }
  return [];
}
