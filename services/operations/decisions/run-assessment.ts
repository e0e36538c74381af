import type { Actor } from '../../domain/access/access.ts';
import type { Assessment } from '../../domain/assessment/assessment.ts';
import type { ProjectInput } from '../../domain/assessment/project.ts';
import type { ProjectRead } from '../../domain/engine/assess.ts';
import { decide } from '../../domain/engine/assess.ts';
import type { Lineage } from '../../domain/engine/lineage.ts';
import { asStatedBy, situationOf } from '../../domain/engine/situation.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import { Work, WorkQuotaReached } from '../../domain/solver/budget.ts';
import { memoize } from '../../domain/values/memoize.ts';
import { timeLeft, whileAssessing } from '../../store/request-budget.ts';
import type { AssessmentMade, Deps } from '../deps.ts';
import { MAX_WORK_HERE } from '../limits.ts';

interface RunOptions {
  readonly searchBound: number;
  /** Of the request; what this costs is added to it. */
  readonly work?: Work;
}

/**
 * Assesses a project that was read. What a portal asks first, of a zone and an industry and little more, comes again and
 * again: such an answer is kept for all that ask in the same situation.
 *
 * INVARIANT: the same answer and the same counted work, whoever asked before.
 */
export async function runAssessment(
  deps: Deps,
  read: ProjectRead,
  actor: Actor | null,
  options: RunOptions,
): Promise<Assessment> {
  if (saysLittle(read.project)) {
    const key = situationKey(read, options.searchBound);
    return asStatedBy(await runShared(deps, read, actor, { ...options, key }), read);
  }
  const { searchBound, work = new Work() } = options;
  const made = await whileAssessing(() => assessHereOrBeside(deps, read, actor, searchBound));
  work.look(made.work);
  return made.assessment;
}

/**
 * The same for all that have a key in common, each of whom puts in what it states itself (`asStatedBy`). Those that ask
 * while it is being found out wait for one answer.
 */
export async function runShared(
  deps: Deps,
  read: ProjectRead,
  actor: Actor | null,
  options: RunOptions & { readonly key: string },
): Promise<Assessment> {
  const { searchBound, work = new Work(), key } = options;
  let isOwn = false;
  const make = () => {
    isOwn = true;
    return assessHereOrBeside(deps, read, actor, searchBound);
  };
  try {
    const made = await whileAssessing(() => deps.kept?.forceFetch(key, { context: make }) ?? make());
    work.look(made.work);
    return made.assessment;
  } catch (error) {
    // The time that was up may be that of another.
    const isOfAnother = !isOwn && error instanceof Refusal && error.code === 'ASSESSMENT_LATE';
    if (isOfAnother && timeLeft() > 0) return runShared(deps, read, actor, options);
    throw error;
  }
}

/** What tells projects apart that are assessed by the same law under the same bound. */
export const situationKey = (read: ProjectRead, searchBound: number): string =>
  `${numberOf(read.law)} ${searchBound} ${situationOf(read)}`;

let numbered = 0;
const numberOf = memoize((_: Lineage) => ++numbered);

/**
 * Here, or beside everything else where it turns out to be more than others should wait for. What is begun here and is too
 * much is thrown away, and done beside as a whole, under the bound that it has here.
 */
async function assessHereOrBeside(
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

/** Whether others are likely to say the same. What an officer confirms is looked at each time. */
const saysLittle = ({ facts, confirmations }: ProjectInput): boolean =>
  !confirmations?.length && Object.keys(facts ?? {}).length <= MAX_STATED;
const MAX_STATED = 3;
