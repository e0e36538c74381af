import type { Actor } from '../../domain/access/access.ts';
import { definitionsOn } from '../../domain/engine/lineage.ts';
import type { ProjectAnywhere } from '../../domain/engine/project-in.ts';
import { projectIn } from '../../domain/engine/project-in.ts';
import type { Settlement } from '../../domain/engine/zone-index.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import type { ZoneFilter } from '../../domain/register/zones.ts';
import { zonePasses } from '../../domain/register/zones.ts';
import { Work } from '../../domain/solver/budget.ts';
import { hashOf } from '../../domain/values/canonical.ts';
import { dayOf } from '../../domain/values/day.ts';
import { memoize } from '../../domain/values/memoize.ts';
import type { Text } from '../../domain/values/text.ts';
import type { Day, Outcome } from '../../domain/vocabulary.ts';
import { OUTCOMES } from '../../domain/vocabulary.ts';
import type { Store } from '../../store/create-store.ts';
import { dayAsked } from '../day-asked.ts';
import type { Deps } from '../deps.ts';
import { boundOf, FIND_CLASSES, FIND_WORK, MAX_PROJECTS } from '../limits.ts';
import type { ProjectAnswer } from './assess.ts';
import { answer, yieldToEventLoop } from './assess.ts';
import { basisReader } from './assessment-basis.ts';
import type { ZoneInForce, ZonesInForce } from './zones-in-force.ts';
import { basisOfZone, zonesInForce } from './zones-in-force.ts';

/** Where a project may come: every zone of a day that passes a filter, with what the project comes to there. */
export interface ZonesFound {
  readonly on: Day;
  readonly snapshot: string;
  /** Mildest outcome first, then by code. */
  readonly zones: readonly ZoneFound[];
  /** False where finding out about all zones takes more work than is allowed: those left stand as NEEDS_INFORMATION. */
  readonly exact: boolean;
}
export interface ZoneFound {
  readonly zone: ZoneInForce;
  /** Null where the project cannot be assessed there: `assessFound` says why. */
  readonly outcome: Outcome | null;
}
/** Which zones; `named` whether one of a name and code is among those searched for. */
export interface ZonesWanted {
  readonly filter: ZoneFilter;
  readonly named: (name: Text, code: string) => boolean;
  /** What was searched for. */
  readonly text: string;
}
/** What a page before was of. */
export interface Pinned {
  readonly snapshot: string;
  readonly on: Day;
}

/**
 * All zones that would admit a project, and what it comes to in the others: in each what `assess` says there.
 *
 * Known facts settle most zones at once in the index. What they leave open falls into classes of zones that differ in
 * nothing that the outcome turns on, and one of each is assessed.
 *
 * @param pinned what a page before was of: this one is of the same, whatever has been published since
 * @throws Refusals faults that the project has wherever it comes to
 * @throws Refusal INVALID_DATE, DAY_TOO_FAR, SNAPSHOT_GONE
 */
export async function findZones(
  deps: Deps,
  actor: Actor | null,
  project: ProjectAnywhere,
  wanted: ZonesWanted,
  on: Day | null,
  pinned: Pinned | null = null,
  work = new Work(),
): Promise<ZonesFound> {
  const today = dayOf(deps.clock());
  const day = dayAsked(pinned?.on ?? on ?? today, today);
  const kept = keptOf(deps.store);
  const question = hashOf({ project, ...wanted, named: null, signedIn: actor !== null });
  const known = pinned && kept.get(`${pinned.snapshot} ${question}`);
  if (known) return known;
  const all = await zonesInForce(deps, day);
  if (pinned && pinned.snapshot !== all.snapshot) throw new Refusal('SNAPSHOT_GONE', { on: day }, ['after']);
  const key = `${all.snapshot} ${question}`;
  const found = kept.get(key) ?? (await settled(deps, actor, project, wanted, all, work));
  kept.delete(key);
  kept.set(key, found);
  for (const [oldest] of kept) if (kept.size > MAX_KEPT) kept.delete(oldest);
  return found;
}

/** What the project comes to in one of the zones found, with all its reasons. */
export async function assessFound(
  deps: Deps,
  actor: Actor | null,
  project: ProjectAnywhere,
  on: Day,
  zone: ZoneInForce,
  work: Work,
): Promise<ProjectAnswer> {
  const question = async () => {
    const basis = await basisOfZone(deps, on, zone);
    return { basis, project: projectIn(basis, project) };
  };
  return inTheirRows(project, await answer(deps, actor, project.ref ?? null, question, work));
}

/**
 * One project in several zones, in the order of the zones; what is wrong with one never touches the others.
 *
 * @throws Refusal TOO_MANY_PROJECTS
 */
export async function assessInZones(
  deps: Deps,
  actor: Actor | null,
  project: ProjectAnywhere,
  zones: readonly string[],
  on: string | null,
  work = new Work(),
): Promise<readonly ProjectAnswer[]> {
  if (zones.length > MAX_PROJECTS)
    throw new Refusal('TOO_MANY_PROJECTS', { value: zones.length, allowed: MAX_PROJECTS }, ['zones']);
  const basisOf = basisReader(deps, on ?? dayOf(deps.clock()));
  const read = await Promise.allSettled(zones.map(basisOf));
  const defined = new Set(
    read.flatMap((each) => (each.status === 'fulfilled' ? [...definitionsOn(each.value.basis).keys()] : [])),
  );
  const answers: ProjectAnswer[] = [];
  for (const zone of zones) {
    const question = async () => {
      const { basis } = await basisOf(zone);
      return { basis, project: projectIn(basis, project, (key) => defined.has(key)) };
    };
    answers.push(inTheirRows(project, await answer(deps, actor, project.ref ?? null, question, work)));
    await yieldToEventLoop();
  }
  return answers;
}

async function settled(
  deps: Deps,
  actor: Actor | null,
  project: ProjectAnywhere,
  { filter, named }: ZonesWanted,
  { index, zones, on, snapshot }: ZonesInForce,
  work: Work,
): Promise<ZonesFound> {
  const settlement = index.settle(project);
  const wanted = (id: string): boolean => {
    const { lineage } = zones.get(id)!;
    const zone = lineage.at(-1)!;
    const liesIn = (region: string) => region !== id && lineage.some((record) => record.id === region);
    return zonePasses(zone, filter, liesIn) && named(zone.name, zone.code);
  };
  const outcomes = new Map<string, Outcome | null>();
  for (const [outcome, its] of outcomesOf(settlement)) for (const id of its) outcomes.set(id, outcome);
  // In the same order in every process, so that the allowance ends at the same place.
  const classes = settlement.open
    .map((its) => its.filter(wanted).sort())
    .filter((its) => its.length > 0)
    .sort(([a], [b]) => (a! < b! ? -1 : 1));
  const before = work.done;
  let exact = true;
  for (const [place, its] of classes.entries()) {
    const isAllowed = place < boundOf(FIND_CLASSES, actor) && work.done - before < boundOf(FIND_WORK, actor);
    const answered = isAllowed
      ? await assessFound(deps, actor, project, on, zones.get(its[0]!)!, work)
      : undefined;
    if (answered) await yieldToEventLoop();
    else exact = false;
    if (answered && 'assessment' in answered && !answered.assessment.exact) exact = false;
    const outcome = !answered
      ? 'NEEDS_INFORMATION'
      : 'assessment' in answered
        ? answered.assessment.outcome
        : null;
    for (const id of its) outcomes.set(id, outcome);
  }
  const found = [...outcomes]
    .filter(([id]) => wanted(id))
    .map(([id, outcome]): ZoneFound => ({ zone: zones.get(id)!, outcome }));
  return { on, snapshot, exact, zones: found.sort(byOutcome) };
}

const outcomesOf = ({ admitted, conditional, review, refused }: Settlement) =>
  [
    ['ADMITTED', admitted],
    ['CONDITIONAL', conditional],
    ['REVIEW', review],
    ['REFUSED', refused],
  ] as const;

const byOutcome = (a: ZoneFound, b: ZoneFound): number =>
  placeOf(a) - placeOf(b) || (codeOf(a) < codeOf(b) ? -1 : 1);
const placeOf = ({ outcome }: ZoneFound): number =>
  outcome === null ? OUTCOMES.length : OUTCOMES.indexOf(outcome);
const codeOf = ({ zone }: ZoneFound): string => zone.lineage.at(-1)!.code;

/** Faults of declared facts at the rows in which these were stated, whatever was left out before them. */
function inTheirRows({ facts }: ProjectAnywhere, answered: ProjectAnswer): ProjectAnswer {
  const declared = facts?.declared;
  if (!declared || 'assessment' in answered) return answered;
  return {
    ...answered,
    refusals: answered.refusals.map((refusal) => {
      const [first, second, _row, ...rest] = refusal.path ?? [];
      const { key } = refusal.details;
      const row = declared.findIndex((each) => each.key === key);
      const isOfRow = first === 'facts' && second === 'declared' && row >= 0;
      return isOfRow ? refusal.at([first, second, String(row), ...rest]) : refusal;
    }),
  };
}

/** Answers that are gone on with, page by page, whatever is published meanwhile. */
const keptOf = memoize((_: Store) => new Map<string, ZonesFound>());
const MAX_KEPT = 100;
