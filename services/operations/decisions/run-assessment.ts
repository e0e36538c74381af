import type { Actor } from '../../domain/access/access.ts';
import type { Assessment } from '../../domain/assessment/assessment.ts';
import type { ProjectRead } from '../../domain/engine/assess.ts';
import { decide } from '../../domain/engine/assess.ts';
import type { Lineage } from '../../domain/engine/lineage.ts';
import { situationOf } from '../../domain/engine/situation.ts';
import { Work, WorkQuotaReached } from '../../domain/solver/budget.ts';
import { memoize } from '../../domain/values/memoize.ts';
import { whileAssessing } from '../../store/request-budget.ts';
import type { AssessmentMade, Deps } from '../deps.ts';
import { MAX_WORK_HERE } from '../limits.ts';

/**
 * Assesses a project that was read, or finds how another one in its situation was assessed (then `asStatedBy` is due): here, or
 * beside everything else where it turns out to be more than others should wait for.
 *
 * INVARIANT: the same answer either way. What is begun here and is too much is thrown away, and done beside as a whole,
 * under the bound of the search that it has here.
 *
 * @param work of the request, to which this is added
 * @param key by which it is kept for later requests; not at all where not given
 */
export async function runAssessment(
  deps: Deps,
  read: ProjectRead,
  actor: Actor | null,
  { searchBound, work = new Work(), key }: RunOptions,
): Promise<Assessment> {
  const kept = key === undefined ? undefined : deps.kept?.get(key);
  if (kept) {
    work.look(kept.work);
    return kept.assessment;
  }
  const made = await whileAssessing(() => run(deps, read, actor, searchBound));
  work.look(made.work);
  if (key !== undefined) deps.kept?.set(key, made);
  return made.assessment;
}
interface RunOptions {
  readonly searchBound: number;
  readonly work?: Work;
  readonly key?: string | undefined;
}

/** What the assessment of a project that was read is kept by: projects that have it in common are decided once. */
export const situationKey = (read: ProjectRead, searchBound: number): string =>
  `${numberOf(read.law)} ${searchBound} ${situationOf(read)}`;

const numberOf = memoize((_: Lineage) => ++numbered);
let numbered = 0;

async function run(
  { assessBeside }: Deps,
  read: ProjectRead,
  actor: Actor | null,
  searchBound: number,
): Promise<AssessmentMade> {
  const here = new Work(assessBeside ? MAX_WORK_HERE : undefined);
  try {
    return { assessment: decide(read, { work: here, searchBound }), work: here.done };
  } catch (error) {
    if (!(error instanceof WorkQuotaReached)) throw error;
    return assessBeside!(read.law.basis, read.project, actor, searchBound);
  }
}
