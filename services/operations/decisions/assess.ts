import type { Actor } from '../../domain/access/access.ts';
import type { Assessment } from '../../domain/assessment/assessment.ts';
import type { AssessmentBasis } from '../../domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../domain/assessment/project.ts';
import { readProject } from '../../domain/engine/assess.ts';
import { UnreadableEntry } from '../../domain/engine/compile.ts';
import { asStatedBy } from '../../domain/engine/situation.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import { Work } from '../../domain/solver/budget.ts';
import { dayOf } from '../../domain/values/day.ts';
import { memoizeByKey } from '../../domain/values/memoize.ts';
import { isAsking, timeLeft, whileAssessing } from '../../store/request-budget.ts';
import type { Deps } from '../deps.ts';
import { boundOf, MAX_PROJECTS, MAX_WORK, SEARCH_BOUND } from '../limits.ts';
import { basisReader } from './assessment-basis.ts';
import { runAssessment, runShared, situationKey } from './run-assessment.ts';

/**
 * What one project came to. `basis` is there to render entries, versions and explanations without reading again; `shared` is
 * one object for all projects of a request in the same situation.
 */
export type ProjectAnswer =
  | {
      readonly ref: string | null;
      readonly assessment: Assessment;
      readonly shared: Assessment;
      readonly basis: AssessmentBasis;
    }
  | { readonly ref: string | null; readonly refusals: readonly Refusal[] };

/** A project, and what it is assessed on. */
export interface Question {
  readonly basis: AssessmentBasis;
  readonly project: ProjectInput;
}

/**
 * Assesses projects in the order given; what is wrong with one never touches the others.
 *
 * @param on the day of the projects that have none of their own, today in Asia/Shanghai where not given
 * @param work of the request so far; what it has no room for is answered `BATCH_TOO_HEAVY`, always at the same place
 * @throws Refusal TOO_MANY_PROJECTS
 */
export async function assessProjects(
  deps: Deps,
  actor: Actor | null,
  projects: readonly ProjectInput[],
  on?: string | null,
  work = new Work(),
): Promise<readonly ProjectAnswer[]> {
  if (projects.length > MAX_PROJECTS)
    throw new Refusal('TOO_MANY_PROJECTS', { value: projects.length, allowed: MAX_PROJECTS }, ['projects']);
  const readerOn = memoizeByKey((day: string) => basisReader(deps, day));
  const today = on ?? dayOf(deps.clock());
  const basisOf = (project: ProjectInput) => readerOn(project.on ?? today)(project.zone);
  const questionOf = async (project: ProjectInput) => ({ ...(await basisOf(project)), project });
  // All reading comes before all deciding: a long search must not keep an answer of the store waiting past its deadline.
  await Promise.allSettled(projects.map(basisOf));
  const sharing: Sharing | undefined = projects.length > 1 ? new Map() : undefined;
  return whileAssessing(async () => {
    const answers: ProjectAnswer[] = [];
    for (const project of projects) {
      const ref = project.ref ?? null;
      answers.push(await answer(deps, actor, ref, () => questionOf(project), work, sharing));
      await yieldToEventLoop();
    }
    return answers;
  });
}

/**
 * Lets whatever else waits have its turn between two projects, where it has waited for some milliseconds. An answer of a
 * table in this process takes many turns: were there a project of each other request between any two of them, none would
 * come before its deadline.
 *
 * @throws Refusal ASSESSMENT_LATE once the time of the request is up: nobody waits for the rest
 */
export async function yieldToEventLoop(): Promise<void> {
  if (performance.now() - yielded > WITHOUT_YIELDING_MS) {
    for (let turn = 0; turn === 0 || (turn < TURNS && isAsking()); turn++)
      await new Promise((resolve) => setImmediate(resolve));
    yielded = performance.now();
  }
  if (timeLeft() <= 0) throw new Refusal('ASSESSMENT_LATE');
}
const TURNS = 10;
/** Of the process: its projects take turns with everything else in it. */
let yielded = 0;
const WITHOUT_YIELDING_MS = 2;

/** The assessments that one request has come to, by lineage and situation: projects that agree in both are decided once. */
type Sharing = Map<string, Assessment>;

/**
 * One project in its zone, or what is wrong with it.
 *
 * @param question the project, and all that it rests on
 * @param sharing with which others of one caller it is decided once
 */
export async function answer(
  deps: Deps,
  actor: Actor | null,
  ref: string | null,
  question: () => Promise<Question>,
  work: Work,
  sharing?: Sharing,
): Promise<ProjectAnswer> {
  try {
    const { basis, project } = await question();
    const read = readProject(basis, project, actor);
    const searchBound = boundOf(SEARCH_BOUND, actor);
    const key = sharing && situationKey(read, searchBound);
    let shared = key === undefined ? undefined : sharing!.get(key);
    if (!shared) {
      if (work.done > boundOf(MAX_WORK, actor)) throw new Refusal('BATCH_TOO_HEAVY');
      shared =
        key === undefined
          ? await runAssessment(deps, read, actor, { work, searchBound })
          : await runShared(deps, read, actor, { work, searchBound, key });
      if (key !== undefined) sharing!.set(key, shared);
    }
    const assessment = key === undefined ? shared : asStatedBy(shared, read);
    return { ref, assessment, shared, basis };
  } catch (error) {
    if (error instanceof Refusal) return { ref, refusals: [error] };
    if (error instanceof Refusals) return { ref, refusals: error.refusals };
    // No fault of the project, but none of the others either: those of other zones are still answered.
    if (error instanceof UnreadableEntry)
      return { ref, refusals: [new Refusal('ENTRY_UNREADABLE', { entry: error.entry })] };
    throw error;
  }
}
