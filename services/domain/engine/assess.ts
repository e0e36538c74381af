import type { Actor } from '../access/access.ts';
import type { Assessment, EntryRef, MissingFact, Notice, Reason } from '../assessment/assessment.ts';
import type { AssessmentBasis } from '../assessment/assessment-basis.ts';
import type { ProjectInput } from '../assessment/project.ts';
import type { Expression, Test } from '../condition/tests.ts';
import { testsOf } from '../condition/tests.ts';
import { dictionaryPlace } from '../facts/dictionary.ts';
import type { Work } from '../solver/budget.ts';
import { SearchBudget } from '../solver/budget.ts';
import type { Formula } from '../solver/formula.ts';
import { or } from '../solver/formula.ts';
import { memoize, memoizeByKey } from '../values/memoize.ts';
import type { CompiledEntry } from './compile.ts';
import { decisiveAmong } from './decisive.ts';
import type { Settled } from './domains/domain.ts';
import type { Facts } from './facts.ts';
import type { RuledEntry } from './findings.ts';
import { factReader, findingOf, industryCaught, NOTHING_OPEN, ruledEntry } from './findings.ts';
import type { CatalogInForce, Lineage } from './lineage.ts';
import { ensureAllReadable, lineageOf } from './lineage.ts';
import { OPEN, RULED_OUT } from './matcher.ts';
import { byVariable, outcomeChangers, truthChangers } from './missing.ts';
import { OpenEntry, OpenPattern } from './open-entry.ts';
import { openProducts } from './open-products.ts';
import { openRows } from './open-rows.ts';
import { possibleOutcomes } from './outcomes.ts';
import { minimalQuestions } from './questions.ts';
import { readFacts } from './read-facts.ts';
import type { EntryReading, Gap } from './readings.ts';
import { gapOf, knownTruths, outOfScope, readEntry, readGap, ruledOut } from './readings.ts';
import type { Ask, Severity, Stake } from './stakes.ts';
import { allBelow, asking, askingAlone, outcomeOf } from './stakes.ts';
import type { Unknowns } from './unknowns.ts';
import { unknownsOf } from './unknowns.ts';

/** Changes only when an answer may change (DESIGN 2.9). */
export const ENGINE_VERSION = '4';

export interface AssessOptions {
  /**
   * Work that each may take: what unknown facts can be, outcomes, findings, missing facts, what is decisive, minimal
   * questions. All of them together take no more than `SHARES` times as much.
   */
  readonly searchBound?: number;
  /** Where to add up what the searches cost; it changes no answer. */
  readonly work?: Work;
}
const SEARCH_BOUND = 4_000_000;
/** Hardly any project needs much for more than one; with this no project takes more than two seconds of a processor. */
export const SHARES = 3;

/**
 * What the catalogs in force mean for a project (DESIGN 2).
 *
 * Known facts settle most entries at once. What they leave open becomes formulas over independent variables, one or
 * more for each unknown fact; every question about "all ways the unknown facts could turn out" is then a search for
 * one such way.
 *
 * @param actor who asks; only an officer's confirmations are taken
 * @throws Refusals every fault of the input, with field and value
 * @throws UnreadableEntry where an entry in force cannot be decided
 */
export function assess(
  basis: AssessmentBasis,
  project: ProjectInput,
  actor: Actor | null = null,
  options: AssessOptions = {},
): Assessment {
  return decide(readProject(basis, project, actor), options);
}

/** A project whose facts have been read, before anything is decided. */
export interface ProjectRead {
  readonly law: Lineage;
  readonly project: ProjectInput;
  readonly facts: Facts;
}

/**
 * @throws Refusals every fault of the input, with field and value
 * @throws UnreadableEntry where an entry in force cannot be decided
 */
export function readProject(basis: AssessmentBasis, project: ProjectInput, actor: Actor | null): ProjectRead {
  const law = lineageOf(basis);
  ensureAllReadable(law);
  return { law, project, facts: readFacts(law, project, actor) };
}

/** What the catalogs in force mean for a project that was read; the same for all of one lineage and situation. */
export function decide(
  { law, project, facts }: ProjectRead,
  { searchBound = SEARCH_BOUND, work }: AssessOptions = {},
): Assessment {
  const left = entriesLeft(law, facts);
  if (left.gaps.length === 0 && left.entries.every(isRuled))
    return settledAssessment(law, project, facts, left.entries);
  const { basis } = law;
  // They draw from it in the order in which they ask, which the code alone decides.
  const purse = { left: SHARES * searchBound };
  const budget = () => new SearchBudget(searchBound, work, purse);
  const forUnknowns = budget();
  const read = readCatalogs(left, law, facts, forUnknowns);
  const { axioms } = read.unknowns;
  const budgets = [budget(), budget(), budget(), budget()] as const;
  const [forOutcomes, forFindings, forMissing, forDecisive] = budgets;

  const { standing, floor } = saidOf(basis);
  const stakes: readonly Stake[] = [...read.entries.map(readingOf), ...read.gaps.map((gap) => gap.stake)];
  const below = memoizeByKey((severity: number) =>
    asking([...axioms, ...(severity > 3 ? [] : allBelow(stakes, severity as Severity))], forOutcomes),
  );
  const severities = possibleOutcomes(stakes, floor, below);
  const askFindings = askingAlone(axioms, forFindings);
  const ruled: RuledEntry[] = [];
  for (const entry of read.entries) {
    const its = entry instanceof OpenEntry ? entry.ruled(basis, axioms, askFindings) : entry;
    if (its) ruled.push(its);
  }
  const gaps = gapReasons(read.gaps, askFindings);

  const settled = severities.length === 1;
  const missing = settled
    ? []
    : missingFacts(
        ruled,
        read.unknowns,
        stakes,
        severities,
        facts,
        asking(axioms, forMissing),
        below,
        forMissing,
      );
  const best = severities[0]!;
  const reasons = [...standing, ...gaps];
  const decisive = decisiveAmong(
    [
      ...ruled.map(({ reading, ruling, severity }) => ({
        of: ruling,
        reaches: reading.atLeast[best],
        gravest: severity,
      })),
      ...reasons.map((of) => ({ of, ...weightOf(of, read.gaps, best) })),
    ],
    best,
    // Among more completions than there are, fewer findings can seem to decide.
    forUnknowns.exhausted ? () => undefined : asking(axioms, forDecisive),
  );
  const decides = new Set<unknown>([...decisive].map(({ of }) => of));
  const isBounded = [forUnknowns, ...budgets].some((budget) => budget.exhausted);
  // They have a bound of their own: without them the rest is as exact. Where facts that are tied are taken for
  // independent, they are the fewest for that reading (ADR 0001.7).
  const questions =
    settled || isBounded
      ? []
      : minimalQuestions(
          stakes.map((stake) => stake.atLeast[(best + 1) as Severity]),
          missing.map(({ fact }) => fact.key),
          read.unknowns.all,
          axioms,
          budget(),
        );
  const factsOf = factReader(basis, project, facts);
  return {
    zone: project.zone,
    on: basis.on,
    outcome: settled ? outcomeOf(best) : 'NEEDS_INFORMATION',
    possibleOutcomes: severities.map(outcomeOf),
    // One outcome of more completions than there can be is the outcome of those that there are.
    exact: (settled || read.unknowns.exact) && !isBounded,
    reasons: reasons.map((reason) => ({ ...reason, decisive: decides.has(reason) })),
    notices: noticesOf(basis, facts),
    findings: ruled
      .sort(byPlace)
      .map(({ reading: { compiled }, ruling }) =>
        findingOf(ruling, industryCaught(compiled, facts), factsOf(compiled), decides.has(ruling)),
      ),
    missingFacts: missing,
    majorHazard: majorHazardOf(ruled, facts),
    minimalQuestions: questions,
    versions: saidOf(basis).versions,
  };
}

/** Where nothing is unknown that any entry turns on: there is nothing to search, and one outcome. */
function settledAssessment(
  { basis }: Lineage,
  project: ProjectInput,
  facts: Facts,
  entries: readonly RuledEntry[],
): Assessment {
  const { standing, floor, versions } = saidOf(basis);
  const settled = [...entries].sort(byPlace);
  let best = floor;
  for (const { severity } of settled) if (severity > best) best = severity;
  const factsOf = factReader(basis, project, facts);
  const outcome = outcomeOf(best);
  return {
    zone: project.zone,
    on: basis.on,
    outcome,
    possibleOutcomes: [outcome],
    exact: true,
    reasons: standing.map(({ code, catalog, fact }) => ({
      code,
      catalog,
      fact,
      decisive: best > 0 && weightOf({ code, catalog, fact }, [], best).reaches === true,
    })),
    notices: noticesOf(basis, facts),
    findings: settled.map(({ reading: { compiled }, ruling, severity }) =>
      findingOf(ruling, industryCaught(compiled, facts), factsOf(compiled), best > 0 && severity === best),
    ),
    missingFacts: [],
    majorHazard: majorHazardOf(settled, facts),
    minimalQuestions: [],
    versions,
  };
}

const byPlace = (a: { readonly place: number }, b: { readonly place: number }): number => a.place - b.place;

/** The working, where some finding turns on the level. */
const majorHazardOf = (
  findings: readonly Pick<RuledEntry, 'reading'>[],
  { majorHazard }: Facts,
): Assessment['majorHazard'] =>
  majorHazard && findings.some(({ reading }) => reading.compiled.facts.includes('majorHazardLevel'))
    ? majorHazard.working()
    : null;

/** What an assessment says whatever the project is. */
const saidOf = memoize((basis: AssessmentBasis) => {
  const standing = standingReasons(basis);
  return {
    standing,
    floor: (standing.some(({ code }) => code !== 'ZONE_HAS_NO_CATALOG') ? 2 : 0) as Severity,
    lapsed: lapsedDefinitions(basis),
    versions: basis.catalogs.flatMap(({ identity, inForce }) =>
      inForce ? [{ catalog: identity.key, number: inForce.number, contentHash: inForce.contentHash }] : [],
    ),
  };
});

const noticesOf = (basis: AssessmentBasis, { notices }: Facts): readonly Notice[] => [
  ...notices,
  ...saidOf(basis).lapsed,
];

interface EntriesLeft {
  /** The entries that the known facts do not rule out. */
  readonly entries: readonly (RuledEntry | OpenPattern)[];
  readonly gaps: readonly Gap[];
}

function entriesLeft({ inForce, basis }: Lineage, facts: Facts): EntriesLeft {
  const truth = knownTruths(facts);
  const entries: (RuledEntry | OpenPattern)[] = [];
  const gaps: Gap[] = [];
  for (const its of inForce) {
    const { catalog, matcher, readings, candidates } = its;
    matcher.begin(facts);
    for (const at of candidates(facts.industries)) {
      const reading = readings(at);
      if (reading === 'OUT_OF_TIME') continue;
      if (reading === 'MAY_LACK') {
        const entry = matcher.entries.at(at)!;
        if (outOfScope(entry, facts, truth)) continue;
        const gap = gapOf(entry, catalog, facts);
        if (gap) gaps.push(gap);
      }
      if (facts.confirmations.size > 0 && hasDiscretion(matcher.entries.at(at)!)) {
        if (!ruledOut(matcher.entries.at(at)!, catalog, facts, truth))
          entries.push(new OpenPattern(matcher, at, catalog, facts));
        continue;
      }
      const match = matcher.match(at);
      if (match === OPEN) entries.push(openIn(its, at));
      else if (match !== RULED_OUT) entries.push(settledIn(its, at, match, basis));
    }
  }
  return { entries, gaps };
}

const isRuled = (entry: RuledEntry | OpenPattern): entry is RuledEntry => !(entry instanceof OpenPattern);

/** INVARIANT: the matcher of the catalog has the facts of the project. */
function settledIn(
  { catalog, matcher, settled }: CatalogInForce,
  at: number,
  match: number,
  basis: AssessmentBasis,
): RuledEntry {
  return kept(settled, match * matcher.entries.length + at, matcher.entries.length, () => {
    const read = (expression: Expression) => matcher.settled(expression);
    const reading = readEntry(matcher.entries.at(at)!, catalog, NO_CONFIRMATIONS, read, true);
    return ruledEntry(reading, basis, NOTHING_OPEN)!;
  });
}

/** INVARIANT: the matcher of the catalog has the facts of the project. */
function openIn(inForce: CatalogInForce, at: number): OpenPattern {
  const { catalog, matcher } = inForce;
  const state = matcher.stateOf(at);
  const pattern = () => new OpenPattern(matcher, at, catalog, NO_CONFIRMATIONS);
  return state === undefined ? pattern() : kept(openUnder(inForce), state, matcher.entries.length, pattern);
}
/** What projects have left open of entries, kept as what they have settled is. */
const openUnder = memoize((_: CatalogInForce) => new Map<number, OpenPattern>());

/** @param entries of the catalog: a project that leaves them all open finds them all again */
function kept<Answer>(
  answers: Map<number, Answer>,
  key: number,
  entries: number,
  work: () => Answer,
): Answer {
  let found = answers.get(key);
  if (found === undefined) {
    found = work();
    if (answers.size >= entries + MAX_KEPT) answers.clear();
    answers.set(key, found);
  }
  return found;
}
const MAX_KEPT = 4_000;
const NO_CONFIRMATIONS = { confirmations: new Map() };

interface CatalogsRead {
  readonly entries: readonly (RuledEntry | OpenEntry)[];
  readonly gaps: readonly GapReading[];
  readonly unknowns: Unknowns;
}
interface GapReading extends Gap {
  readonly stake: Stake;
}

function readCatalogs(
  { entries, gaps }: EntriesLeft,
  law: Lineage,
  facts: Facts,
  budget: SearchBudget,
): CatalogsRead {
  const truth = knownTruths(facts);
  const unknowns = unknownsOf(openTests(entries, gaps, truth), facts, law, budget);
  return {
    entries: entries.map((entry) => (entry instanceof OpenPattern ? entry.with(unknowns) : entry)),
    gaps: gaps.map((gap) => ({
      ...gap,
      stake: readGap(gap, (test) => truth(test) ?? unknowns.formula(test)),
    })),
    unknowns,
  };
}

const readingOf = (entry: RuledEntry | OpenEntry): EntryReading =>
  entry instanceof OpenEntry ? entry : entry.reading;

/** Whether an officer may have decided an exception of the entry. */
const hasDiscretion = ({ exceptions }: CompiledEntry): boolean =>
  exceptions.some(({ discretionary }) => discretionary);

/** The tests that the known facts leave open; those of one catalog that ask the same are one. */
function openTests(
  entries: EntriesLeft['entries'],
  gaps: readonly Gap[],
  truth: (test: Test) => Settled,
): readonly Test[] {
  const open = new Set<Test>();
  for (const entry of entries)
    if (entry instanceof OpenPattern) for (const test of entry.open) open.add(test);
  for (const { mayApply } of gaps)
    for (const test of testsOf(mayApply)) if (truth(test) === undefined) open.add(test);
  return [...open];
}

/** Whoever reads a question or a list should know that its definition is no longer in force. */
const lapsedDefinitions = ({ lapsed }: AssessmentBasis): readonly Notice[] =>
  lapsed.flatMap(({ catalog, number, keys }) =>
    keys.map((key) => ({
      code: 'DEFINITION_LAPSED' as const,
      path: [],
      value: key,
      readAs: [`${catalog}@${number}`],
    })),
  );

/** A reason before the whole is known. */
type BareReason = Omit<Reason, 'decisive'>;

/** Reasons that hold whatever the project is (DESIGN 2.1). */
function standingReasons(basis: AssessmentBasis): readonly BareReason[] {
  const zone = basis.lineage.at(-1)!;
  const inForce = basis.catalogs.filter((catalog) => catalog.inForce);
  const reasons: BareReason[] = [];
  if (inForce.length === 0) reasons.push({ code: 'NO_CATALOG_IN_FORCE', catalog: null, fact: null });
  for (const { identity, standing } of basis.catalogs) {
    if (standing === 'LAPSED') reasons.push({ code: 'CATALOG_LAPSED', catalog: identity.key, fact: null });
  }
  if (!inForce.some(({ identity }) => identity.jurisdiction === zone.id)) {
    reasons.push({ code: 'ZONE_HAS_NO_CATALOG', catalog: null, fact: null });
  }
  return reasons;
}

function gapReasons(gaps: readonly GapReading[], ask: Ask): readonly BareReason[] {
  const reasons = new Map<string, BareReason>();
  for (const { catalog, facts, stake } of gaps) {
    if (ask([stake.atLeast[2]]) === false) continue;
    for (const fact of facts) {
      const reason: BareReason = { code: 'REGISTER_INCOMPLETE', catalog: catalog.identity.key, fact };
      reasons.set(`${catalog.identity.key} ${fact}`, reason);
    }
  }
  return [...reasons.values()];
}

/** When a reason makes the outcome as grave as the best possible, and how grave it can make it. */
function weightOf(
  { code, catalog, fact }: BareReason,
  gaps: readonly GapReading[],
  best: Severity,
): { readonly reaches: Formula; readonly gravest: Severity } {
  if (code === 'ZONE_HAS_NO_CATALOG') return { reaches: false, gravest: 0 };
  if (code !== 'REGISTER_INCOMPLETE') return { reaches: best <= 2, gravest: 2 };
  const its = gaps.filter((gap) => gap.catalog.identity.key === catalog && gap.facts.includes(fact!));
  return { reaches: or(its.map(({ stake }) => stake.atLeast[best])), gravest: 2 };
}

function missingFacts(
  ruled: readonly RuledEntry[],
  unknowns: Unknowns,
  stakes: readonly Stake[],
  severities: readonly Severity[],
  facts: Facts,
  ask: Ask,
  below: (severity: Severity) => Ask,
  budget: SearchBudget,
): readonly MissingFact[] {
  const missing = new Set<string>();
  const changers = outcomeChangers(unknowns.all, stakes, severities, unknowns.axioms, below, budget);
  for (const unknown of changers) for (const key of unknown.asks) missing.add(key);
  const unknownOf = byVariable(unknowns.all);
  const neededBy = new Map([...missing].map((key) => [key, [] as EntryRef[]]));
  for (const { reading } of ruled) {
    const { applies, atLeast, catalog, compiled } = reading;
    const parts = [applies, atLeast[1], atLeast[2], atLeast[3]];
    const its = truthChangers(parts, unknownOf, unknowns.axioms, ask, budget);
    const ref = { catalog: catalog.identity.key, entry: compiled.entry.code };
    for (const key of new Set([...its].flatMap(({ asks }) => asks))) neededBy.get(key)?.push(ref);
  }
  const found = [...neededBy].map(
    ([key, its]): MissingFact => ({
      fact: facts.definitions.get(key)!,
      neededBy: its,
      candidates: candidatesOf(key, facts),
      rows:
        key === 'chemicals'
          ? openRows(unknowns.tests, facts, budget)
          : key === 'products'
            ? openProducts(unknowns.tests, facts)
            : [],
    }),
  );
  return found.sort(byNeed);
}

const byNeed = (a: MissingFact, b: MissingFact): number =>
  b.neededBy.length - a.neededBy.length ||
  dictionaryPlace(a.fact.key) - dictionaryPlace(b.fact.key) ||
  (a.fact.key < b.fact.key ? -1 : 1);

/** What a fact can be, where that is a short closed list. */
function candidatesOf(key: string, facts: Facts): readonly string[] {
  if (key === 'areas') return facts.zoneAreas.map((id) => id.slice(id.lastIndexOf('.') + 1));
  if (key === 'industries')
    return facts.industries?.flatMap(({ classes }) => (classes.length > 1 ? classes : [])) ?? [];
  return facts.definitions.get(key)!.options ?? [];
}
