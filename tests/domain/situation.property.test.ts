import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Assessment } from '../../services/domain/assessment/assessment.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import { decide, readProject } from '../../services/domain/engine/assess.ts';
import { UnreadableEntry } from '../../services/domain/engine/compile.ts';
import { asStatedBy, situationOf } from '../../services/domain/engine/situation.ts';
import { Refusals } from '../../services/domain/messages/refusal.ts';
import type { World } from './oracle/arbitrary-world.ts';
import { arbitraryWorld } from './oracle/arbitrary-world.ts';
import { CASES, PATIENCE, run } from './oracle/run.ts';
import { THEMES } from './oracle/themes.ts';

vi.setConfig({ testTimeout: PATIENCE });

test('projects of one situation have the same assessment, byte for byte', () => {
  const seen = { alike: 0, apart: 0 };
  run(
    fc.oneof(...THEMES.map(arbitraryWorld)),
    ({ basis, actor, projects }: World) => {
      const known = new Map<string, Assessment>();
      for (const project of mixed(projects)) {
        const read = unlessFaulty(() => readProject(basis, project, actor));
        if (!read) continue;
        const situation = situationOf(read);
        const assessment = decide(read);
        const before = known.get(situation);
        known.set(situation, assessment);
        seen[before ? 'alike' : 'apart']++;
        if (before) expect(JSON.stringify(asStatedBy(before, read))).toBe(JSON.stringify(assessment));
      }
    },
    CASES / 100,
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

/** Projects, each also under another name, and with one thing said of it as of the next. */
function mixed(projects: readonly ProjectInput[]): readonly ProjectInput[] {
  return projects.flatMap((project, at) => {
    const other = projects[(at + 1) % projects.length]!;
    return [
      project,
      { ...project, ref: 'another', name: '另一个项目' },
      ...Object.entries(other.facts ?? {}).map(([key, value]) => ({
        ...project,
        facts: { ...project.facts, [key]: value },
      })),
      ...(['natures', 'activities', 'areas', 'earlierApproval'] as const).map((key) => ({
        ...project,
        [key]: other[key],
      })),
    ];
  });
}

function unlessFaulty<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusals || error instanceof UnreadableEntry) return undefined;
    throw error;
  }
}
