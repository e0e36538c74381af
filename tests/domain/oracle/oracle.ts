import type { Actor } from '../../../services/domain/access/access.ts';
import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { Effect, SettledOutcome, Truth } from '../../../services/domain/vocabulary.ts';
import type { CompletedFacts, FactContent } from './completed-facts.ts';
import { decisive } from './decisive.ts';
import { BUILT_IN, DICTIONARY_ORDER } from './dictionary.ts';
import { entriesInForce, settingOf } from './entries-in-force.ts';
import type { PlacedEntry, Setting } from './entry-in-completion.ts';
import { everywhere, mayApply, readEntry } from './entry-in-completion.ts';
import { hazardOf } from './hazard.ts';
import { possibleValues } from './possible-values.ts';
import { questionOf } from './question.ts';
import { combinations } from './sets.ts';
import type { ReadFacts, UnknownFact } from './unknown-facts.ts';
import { readFacts } from './unknown-facts.ts';
import type { FindingVerdict, MissingVerdict, Verdict } from './verdict.ts';

/** A case has more completions than is worth enumerating. */
export class TooManyCompletions extends Error {}

/**
 * What the rules say of a project, by going through every completion of its unknown facts one by one.
 *
 * Written from DESIGN 2 and ADR 0001 alone, to check the engine, which searches instead. It takes well-formed entries
 * and faultless projects only.
 *
 * @throws TooManyCompletions above `most`
 */
export function oracleAssess(
  basis: AssessmentBasis,
  project: ProjectInput,
  actor: Actor | null = null,
  most = 20_000,
): Verdict {
  const { majorHazard, substancesNamed } = basis.reference;
  const levelAt = hazardOf(project, majorHazard, substancesNamed)?.at;
  const setting = { ...settingOf(basis), ...(levelAt ? { levelAt } : {}) };
  const entries = entriesInForce(basis, project, actor, setting);
  const { known, unknown } = readFacts(basis, project, entries, setting);
  const completions = completionsOf(unknown, most);
  const standing = standingReasons(basis);
  const question = questionOf(basis, project, entries, setting);
  const zoneValues = (key: string) => possibleValues(question, key);
  const ledger = ledgerOf(entries, known, unknown, completions, setting, standing.bounds, zoneValues);

  const possible = OUTCOMES.filter((_, severity) => ledger.outcomes.includes(severity));
  const best = OUTCOMES.indexOf(possible[0]!);
  const weights = [
    ...ledger.byEntry.map(({ effects }) => effects.map(asSeverity)),
    ...ledger.bounds.values(),
  ];
  const decides = decisive(weights, best, completions.count);
  const missing = missingFacts(unknown, entries, ledger, completions);
  return {
    outcome: possible.length === 1 ? possible[0]! : 'NEEDS_INFORMATION',
    possibleOutcomes: possible,
    reasons: [
      ...standing.reasons.filter((reason) => !ledger.bounds.has(reason)),
      ...[...ledger.bounds.keys()].map((reason, i) =>
        decides[entries.length + i] ? `${reason} decisive` : reason,
      ),
    ].sort(),
    findings: findingsOf(entries, ledger, decides),
    missingFacts: missing,
    minimalQuestions: minimalQuestions(missing, unknown, ledger.outcomes, completions),
    versions: basis.catalogs.flatMap(({ identity, inForce }) =>
      inForce ? [`${identity.key}@${inForce.number}`] : [],
    ),
  };
}

/** What is known and unknown of a project. */
export function factsOf(basis: AssessmentBasis, project: ProjectInput, actor: Actor | null): ReadFacts {
  const setting = settingOf(basis);
  return readFacts(basis, project, entriesInForce(basis, project, actor, setting), setting);
}

/** Mildest first: the place is the severity. */
const OUTCOMES: readonly SettledOutcome[] = ['ADMITTED', 'CONDITIONAL', 'REVIEW', 'REFUSED'];
const EFFECTS: readonly Effect[] = ['NONE', 'CONDITION', 'REVIEW', 'REFUSE'];
const REVIEW = 2;
/** Stands for "does not apply" where severities of effects are kept. */
const OUTSIDE = 9;
const asSeverity = (effect: number): number => (effect === OUTSIDE ? 0 : effect);

/** Why the register of catalogs alone makes the outcome REVIEW at least, and notices (DESIGN 2.1). */
function standingReasons({ catalogs, lineage }: AssessmentBasis): {
  readonly reasons: readonly string[];
  readonly bounds: readonly string[];
} {
  const inForce = catalogs.filter(({ standing }) => standing === 'IN_FORCE');
  const bounds = [
    ...(inForce.length === 0 ? ['NO_CATALOG_IN_FORCE - -'] : []),
    ...catalogs
      .filter(({ standing }) => standing === 'LAPSED')
      .map(({ identity }) => `CATALOG_LAPSED ${identity.key} -`),
  ];
  const zone = lineage.at(-1)!.id;
  const hasOwn = inForce.some(({ identity }) => identity.jurisdiction === zone);
  return {
    reasons: hasOwn ? bounds : [...bounds, 'ZONE_HAS_NO_CATALOG - -'],
    bounds,
  };
}

/** The completions, numbered: `strideOf(fact)` is the step from one value of the fact to its next. */
interface Completions {
  readonly count: number;
  readonly strides: readonly number[];
}
function completionsOf(unknown: readonly UnknownFact[], most: number): Completions {
  let count = 1;
  const strides = unknown.map(({ values }) => {
    const stride = count;
    count *= values.length;
    return stride;
  });
  if (count > most) throw new TooManyCompletions(`${count} completions`);
  return { count, strides };
}

/** What every completion comes to. */
interface Ledger {
  /** Severity of the outcome, by completion. */
  readonly outcomes: Uint8Array;
  /** The lower bound that each reason sets, by completion. */
  readonly bounds: ReadonlyMap<string, Uint8Array>;
  /** In the order of the entries. */
  readonly byEntry: readonly EntryRecord[];
}
interface EntryRecord {
  /** Severity of the effect, or OUTSIDE, by completion. */
  readonly effects: Uint8Array;
  readonly effectsWithoutDiscretion: Uint8Array;
  readonly discretionOpen: boolean;
  readonly exceptions: readonly Seen[];
  readonly requirements: readonly Seen[];
}
/** Whether something was ever true, and ever false. */
interface Seen {
  true: boolean;
  false: boolean;
}

function ledgerOf(
  entries: readonly PlacedEntry[],
  known: CompletedFacts,
  unknown: readonly UnknownFact[],
  { count, strides }: Completions,
  setting: Setting,
  standing: readonly string[],
  zoneValues: (key: string) => readonly FactContent[],
): Ledger {
  const outcomes = new Uint8Array(count).fill(standing.length > 0 ? REVIEW : 0);
  const bounds = new Map(standing.map((reason) => [reason, new Uint8Array(count).fill(REVIEW)]));
  const byEntry = entries.map(({ entry }) => ({
    effects: new Uint8Array(count).fill(OUTSIDE),
    effectsWithoutDiscretion: new Uint8Array(count).fill(OUTSIDE),
    discretionOpen: false,
    exceptions: entry.exceptions.map((): Seen => ({ true: false, false: false })),
    requirements: entry.requirements.map((): Seen => ({ true: false, false: false })),
  }));
  const facts: CompletedFacts = { ...known };
  for (let at = 0; at < count; at++) {
    unknown.forEach(({ key, values }, i) => {
      facts[key] = values[Math.floor(at / strides[i]!) % values.length]!;
    });
    entries.forEach((placed, i) => {
      const record = byEntry[i]!;
      const read = readEntry(placed, facts, setting);
      // A territory that names an area which is no more is not FALSE: nobody can say what it means.
      const placeLost = placed.namesGoneArea && mayApply(everywhere(placed), facts, setting, zoneValues);
      const mayBe = placed.unstated.length > 0 && mayApply(placed, facts, setting, zoneValues);
      const gaps = [...(mayBe || placeLost ? placed.unstated : []), ...(placeLost ? ['areas'] : [])];
      if (gaps.length > 0) outcomes[at] = Math.max(outcomes[at]!, REVIEW);
      for (const fact of gaps) {
        const reason = `REGISTER_INCOMPLETE ${placed.catalog} ${fact}`;
        if (!bounds.has(reason)) bounds.set(reason, new Uint8Array(count));
        bounds.get(reason)![at] = REVIEW;
      }
      read.exceptions.forEach((holding, j) => {
        record.exceptions[j]![holding ? 'true' : 'false'] = true;
      });
      read.requirements.forEach((met, j) => {
        if (met !== null) record.requirements[j]![met ? 'true' : 'false'] = true;
      });
      if (read.effect === null) return;
      record.effects[at] = EFFECTS.indexOf(read.effect);
      record.effectsWithoutDiscretion[at] = EFFECTS.indexOf(read.effectWithoutDiscretion!);
      record.discretionOpen ||= read.discretionOpen;
      outcomes[at] = Math.max(outcomes[at]!, record.effects[at]!);
    });
  }
  return { outcomes, bounds, byEntry };
}

/** The entries that apply in some completion, in the order of DESIGN 2.8. */
function findingsOf(
  entries: readonly PlacedEntry[],
  { byEntry }: Ledger,
  decides: readonly boolean[],
): readonly FindingVerdict[] {
  const found = entries.flatMap((placed, i) => {
    const { effects, effectsWithoutDiscretion, discretionOpen, exceptions, requirements } = byEntry[i]!;
    const inside = effects.filter((effect) => effect !== OUTSIDE);
    if (inside.length === 0) return [];
    const severity = Math.max(...inside);
    const withoutDiscretion = Math.max(...effectsWithoutDiscretion.filter((effect) => effect !== OUTSIDE));
    const { entry, discretion } = placed;
    const finding: FindingVerdict = {
      entry: `${placed.catalog}@${placed.version} ${entry.code}`,
      level: placed.level,
      position: placed.position,
      applies: inside.length === effects.length ? 'TRUE' : 'UNKNOWN',
      effect: EFFECTS[severity]!,
      discretionOpen,
      effectWithoutDiscretion: EFFECTS[withoutDiscretion]!,
      decisive: decides[i]!,
      exceptions: Object.fromEntries(
        entry.exceptions.map(({ key }, j) => [
          key,
          {
            holds: discretion[j] === 'OPEN' && exceptions[j]!.true ? 'UNKNOWN' : truthOf(exceptions[j]!),
            confirmed: { HARD: null, OPEN: null, CONFIRMED: true, DENIED: false }[discretion[j]!],
          },
        ]),
      ),
      requirements: Object.fromEntries(
        entry.requirements.map(({ key }, j) => [key, truthOf(requirements[j]!)]),
      ),
    };
    return [{ finding, placed, severity }];
  });
  return found
    .sort(
      (a, b) =>
        b.severity - a.severity ||
        a.placed.depth - b.placed.depth ||
        (a.placed.catalog < b.placed.catalog ? -1 : a.placed.catalog > b.placed.catalog ? 1 : 0) ||
        a.placed.position - b.placed.position,
    )
    .map(({ finding }) => finding);
}

/** A requirement without a condition was never true nor false: it is evidence to hand in. */
const truthOf = (seen: Seen): Truth => (seen.true === seen.false ? 'UNKNOWN' : seen.true ? 'TRUE' : 'FALSE');

/** DESIGN 2.7, ADR 0001.5 and 6. */
function missingFacts(
  unknown: readonly UnknownFact[],
  entries: readonly PlacedEntry[],
  ledger: Ledger,
  { strides }: Completions,
): readonly MissingVerdict[] {
  const neededBy = new Map<string, Set<string>>();
  const missing = new Set<string>();
  unknown.forEach((fact, i) => {
    const changes = (of: Uint8Array): boolean => changesAlong(of, strides[i]!, fact.values.length);
    const needing = entries.filter((_, j) => changes(ledger.byEntry[j]!.effects));
    for (const key of fact.asks) {
      if (changes(ledger.outcomes)) missing.add(key);
      const names = neededBy.get(key) ?? new Set();
      for (const { catalog, entry } of needing) names.add(`${catalog} ${entry.code}`);
      neededBy.set(key, names);
    }
  });
  const place = (key: string): number =>
    key in BUILT_IN ? DICTIONARY_ORDER.indexOf(key) : DICTIONARY_ORDER.length;
  return [...missing]
    .map((key) => ({ key, neededBy: [...neededBy.get(key)!].sort() }))
    .sort(
      (a, b) =>
        b.neededBy.length - a.neededBy.length || place(a.key) - place(b.key) || (a.key < b.key ? -1 : 1),
    );
}

/** Whether two completions that differ only in the fact with this stride differ here. */
function changesAlong(by: Uint8Array, stride: number, values: number): boolean {
  return by.some((here, at) => {
    const value = Math.floor(at / stride) % values;
    return value > 0 && here !== by[at - stride];
  });
}

/** ADR 0001.7. */
function minimalQuestions(
  missing: readonly MissingVerdict[],
  unknown: readonly UnknownFact[],
  outcomes: Uint8Array,
  { strides }: Completions,
): readonly string[] {
  const best = Math.min(...outcomes);
  const keys = missing.map(({ key }) => key);
  for (let size = 1; size <= keys.length; size++) {
    for (const questions of combinations(keys, size)) {
      const answered = unknown.map(({ asks }) => asks.every((key) => questions.includes(key)));
      if (someAnswersSettle(answered, unknown, outcomes, strides, best)) return questions;
    }
  }
  return [];
}

function someAnswersSettle(
  answered: readonly boolean[],
  unknown: readonly UnknownFact[],
  outcomes: Uint8Array,
  strides: readonly number[],
  best: number,
): boolean {
  const settled = new Map<number, boolean>();
  outcomes.forEach((outcome, at) => {
    // The completions that share their answers share this number: the rest of the facts at their first value.
    const answers = unknown.reduce(
      (sum, { values }, i) =>
        answered[i] ? sum + (Math.floor(at / strides[i]!) % values.length) * strides[i]! : sum,
      0,
    );
    settled.set(answers, (settled.get(answers) ?? true) && outcome === best);
  });
  return [...settled.values()].includes(true);
}
