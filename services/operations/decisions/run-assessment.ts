import { LRUCache } from 'lru-cache';
import type { Actor } from '../../domain/access/access.ts';
import type { Assessment } from '../../domain/assessment/assessment.ts';
import type { ProjectInput } from '../../domain/assessment/project.ts';
import type { ProjectRead } from '../../domain/engine/assess.ts';
import { decide } from '../../domain/engine/assess.ts';
import type { Lineage } from '../../domain/engine/lineage.ts';
import { situationOf } from '../../domain/engine/situation.ts';
import { Work, WorkQuotaReached } from '../../domain/solver/budget.ts';
import { memoize } from '../../domain/values/memoize.ts';
import { whileAssessing } from '../../store/request-budget.ts';
import type { Deps } from '../deps.ts';
import { MAX_WORK_HERE } from '../limits.ts';

/**
 * Assesses a project that was read: here, or beside everything else where it turns out to be more than others should wait
 * for. What a portal asks first, of a zone and an industry and little more, comes again and again: such an answer is kept
 * for all that ask in the same situation, where finding it took long.
 *
 * INVARIANT: the same answer and the same counted work, whoever asked before.
 *
 * @param work of the request, to which this is added
 */
export async function runAssessment(
  deps: Deps,
  read: ProjectRead,
  actor: Actor | null,
  { searchBound, work = new Work() }: { readonly searchBound: number; readonly work?: Work },
): Promise<Assessment> {
  return whileAssessing(async () => {
    const key = saysLittle(read.project)
      ? `${numberOf(read.law)} ${searchBound} ${situationOf(read.law, read.project, read.facts)}`
      : undefined;
    const known = key === undefined ? undefined : keptBy(deps).get(key);
    if (known) {
      work.look(known.cost);
      return known.assessment;
    }
    const { assessment, cost } = await assessHereOrBeside(deps, read, actor, searchBound, work);
    if (key !== undefined && cost >= WORTH_KEEPING) keptBy(deps).set(key, { assessment, cost });
    return assessment;
  });
}

/** What is begun here and is too much is thrown away, and done beside as a whole, under the bound that it has here. */
async function assessHereOrBeside(
  { assessBeside }: Deps,
  read: ProjectRead,
  actor: Actor | null,
  searchBound: number,
  work: Work,
): Promise<Kept> {
  if (!assessBeside) {
    const before = work.done;
    return { assessment: decide(read, { work, searchBound }), cost: work.done - before };
  }
  const here = new Work(MAX_WORK_HERE);
  try {
    const assessment = decide(read, { work: here, searchBound });
    work.look(here.done);
    return { assessment, cost: here.done };
  } catch (error) {
    if (!(error instanceof WorkQuotaReached)) throw error;
    const beside = await assessBeside(read.law.basis, read.project, actor, searchBound);
    work.look(beside.work);
    return { assessment: beside.assessment, cost: beside.work };
  }
}

interface Kept {
  readonly assessment: Assessment;
  readonly cost: number;
}
/** Work below this is done again sooner than it is remembered. */
const WORTH_KEEPING = 500;
/** Findings and missing facts in all that is kept, about a kilobyte each. */
const MAX_KEPT = 10_000;
const keptBy = memoize(
  (_: Deps) =>
    new LRUCache<string, Kept>({
      maxSize: MAX_KEPT,
      sizeCalculation: ({ assessment: { findings, missingFacts } }) =>
        1 + findings.length + missingFacts.length,
    }),
);
let numbered = 0;
const numberOf = memoize((_: Lineage) => ++numbered);

/** Whether others are likely to say the same. What an officer confirms is looked at each time. */
const saysLittle = ({ facts, confirmations }: ProjectInput): boolean =>
  !confirmations?.length && Object.keys(facts ?? {}).length <= MAX_STATED;
const MAX_STATED = 3;
