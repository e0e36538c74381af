import type { Actor } from '../../domain/access/access.ts';
import type { Assessment } from '../../domain/assessment/assessment.ts';
import type { AssessmentBasis } from '../../domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../domain/assessment/project.ts';
import { UnreadableEntry } from '../../domain/engine/compile.ts';
import { situationOf } from '../../domain/engine/situation.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import { Work } from '../../domain/solver/budget.ts';
import { dayOf } from '../../domain/values/day.ts';
import { memoizeByKey } from '../../domain/values/memoize.ts';
import { timeLeft, whileAssessing } from '../../store/request-budget.ts';
import type { Deps } from '../deps.ts';
import { boundOf, MAX_PROJECTS, MAX_WORK, SEARCH_BOUND } from '../limits.ts';
import { basisReader } from './assessment-basis.ts';
import { runAssessment } from './run-assessment.ts';

/** What one project came to. `basis` is there to render entries, versions and explanations without reading again. */
export type ProjectAnswer =
  | { readonly ref: string | null; readonly assessment: Assessment; readonly basis: AssessmentBasis }
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
  return whileAssessing(async () => {
    const known = new Map<string, ProjectAnswer>();
    const answers: ProjectAnswer[] = [];
    for (const project of projects) {
      const { ref = null } = project;
      const question = situationOf(project);
      const found = known.get(question) ?? (await answer(deps, actor, ref, () => questionOf(project), work));
      known.set(question, found);
      answers.push({ ...found, ref });
      await yieldToEventLoop();
    }
    return answers;
  });
}

/**
 * Lets whatever else waits have its turn between two projects.
 *
 * @throws Refusal ASSESSMENT_LATE once the time of the request is up: nobody waits for the rest
 */
export async function yieldToEventLoop(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (timeLeft() <= 0) throw new Refusal('ASSESSMENT_LATE');
}

/** One project in its zone, or what is wrong with it. @param question the project, and all that it rests on */
export async function answer(
  deps: Deps,
  actor: Actor | null,
  ref: string | null,
  question: () => Promise<Question>,
  work: Work,
): Promise<ProjectAnswer> {
  try {
    if (work.done > boundOf(MAX_WORK, actor)) throw new Refusal('BATCH_TOO_HEAVY');
    const { basis, project } = await question();
    const searchBound = boundOf(SEARCH_BOUND, actor);
    return {
      ref,
      assessment: await runAssessment(deps, basis, project, actor, { work, searchBound }),
      basis,
    };
  } catch (error) {
    if (error instanceof Refusal) return { ref, refusals: [error] };
    if (error instanceof Refusals) return { ref, refusals: error.refusals };
    // No fault of the project, but none of the others either: those of other zones are still answered.
    if (error instanceof UnreadableEntry)
      return { ref, refusals: [new Refusal('ENTRY_UNREADABLE', { entry: error.entry })] };
    throw error;
  }
}
