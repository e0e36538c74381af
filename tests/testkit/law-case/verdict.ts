import type {
  Assessment,
  EntryRef,
  Finding,
  Reason,
} from '../../../services/domain/assessment/assessment.ts';
import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import type { Refusal } from '../../../services/domain/messages/refusal.ts';
import type { Truth } from '../../../services/domain/vocabulary.ts';
import { OWN_CATALOG } from './assessment-basis.ts';
import type { Expectation } from './format.ts';

type Assessed = Extract<Expectation, { outcome: unknown }>;
type ExpectedFinding = Assessed['findings'][number];
type ExpectedErrors = Extract<Expectation, { errors: unknown }>['errors'];

/** What a case says must come out, everything that it leaves unsaid filled in. */
export function expectedVerdict(expect: Assessed, basis: AssessmentBasis) {
  return {
    outcome: expect.outcome,
    possible: expect.possible ?? [expect.outcome],
    exact: expect.exact,
    reasons: expect.reasons.map(reasonText).sort(),
    notices: expect.notices,
    findings: expect.findings.map((finding) => expectedFinding(finding, basis)),
    missing: expect.missing.map(({ fact, for: needed, candidates, rows }) => ({
      fact,
      for: needed?.map((written) => refText(entryRef(written, basis))).sort(),
      candidates,
      rows,
    })),
    ask: expect.ask,
    versions: basis.catalogs.flatMap(({ identity, inForce }) =>
      inForce ? [`${identity.key}@${inForce.number}`] : [],
    ),
  };
}

/** What came out, in the same form; what the case may leave open is there only where the case speaks of it. */
export function actualVerdict(assessment: Assessment, expect: Assessed) {
  return {
    outcome: assessment.outcome,
    possible: assessment.possibleOutcomes,
    exact: assessment.exact,
    reasons: assessment.reasons.map((reason) => reasonText(shownReason(reason, expect))).sort(),
    notices: assessment.notices.map(({ code, path, readAs }) => ({ code, field: path.join('.'), readAs })),
    findings: assessment.findings.map((finding, place) => actualFinding(finding, expect.findings[place])),
    missing: assessment.missingFacts.map(({ fact, neededBy, candidates, rows }, place) => ({
      fact: fact.key,
      for: expect.missing[place]?.for && neededBy.map(refText).sort(),
      candidates: expect.missing[place]?.candidates && candidates,
      rows: expect.missing[place]?.rows && rows.map(({ path, name }) => `${path.join('.')} ${name}`),
    })),
    ask: assessment.minimalQuestions,
    versions: assessment.versions.map(({ catalog, number }) => `${catalog}@${number}`),
  };
}

/** Faults of the input in an order of their own: the law asks that all are told, not in which order. */
export const expectedErrors = (errors: ExpectedErrors) =>
  errors.map(({ code, field, value }) => ({ code, field: field ?? null, value })).sort(byText);

export function actualErrors(refusals: readonly Refusal[], expected: ExpectedErrors) {
  return refusals
    .map((refusal) => {
      const field = refusal.path?.join('.') ?? null;
      const meant = expected.find((error) => error.code === refusal.code && (error.field ?? null) === field);
      return { code: refusal.code as string, field, value: shownValues(refusal, meant?.value ?? []) };
    })
    .sort(byText);
}

/** The entry that a case calls `1`, or `shanxi 1` where the catalog has to be said. */
export function entryRef(written: string, basis: AssessmentBasis): EntryRef {
  const [first, second] = written.split(' ');
  if (second !== undefined) return { catalog: first!, entry: second };
  const keys = basis.catalogs.map((catalog) => catalog.identity.key);
  const catalog = keys.includes(OWN_CATALOG) ? OWN_CATALOG : keys.length === 1 ? keys[0]! : undefined;
  if (catalog === undefined)
    throw new Error(`entry ${written}: say of which catalog, one of ${keys.join(', ')}`);
  return { catalog, entry: written };
}

const refText = ({ catalog, entry }: EntryRef): string => `${catalog} ${entry}`;

function expectedFinding(expected: ExpectedFinding, basis: AssessmentBasis) {
  const ref = entryRef(expected.entry, basis);
  const entry = entryOf(ref, basis);
  return {
    entry: refText(ref),
    applies: expected.applies,
    effect: expected.effect,
    discretionOpen: expected.discretion === 'open',
    effectWithoutDiscretion: expected.ifDenied ?? expected.effect,
    industry: expected.industry,
    decisive: expected.decisive,
    exceptions: truths(entry.exceptions, expected.exceptions, () => 'FALSE'),
    requirements: truths(entry.requirements, expected.requirements, ({ key, when }) => {
      if (when) throw new Error(`entry ${expected.entry}: say whether requirement "${key}" is met`);
      return 'UNKNOWN';
    }),
  };
}

function actualFinding(finding: Finding, expected: ExpectedFinding | undefined) {
  return {
    entry: refText({ catalog: finding.catalog, entry: finding.entry.code }),
    applies: finding.applies,
    effect: finding.effect,
    discretionOpen: finding.discretionOpen,
    effectWithoutDiscretion: finding.effectWithoutDiscretion,
    industry: expected?.industry && finding.industry,
    decisive: expected?.decisive === undefined ? undefined : finding.decisive,
    exceptions: Object.fromEntries(finding.exceptions.map(({ key, holds }) => [key, holds])),
    requirements: Object.fromEntries(finding.requirements.map(({ key, met }) => [key, met])),
  };
}

function entryOf({ catalog, entry }: EntryRef, basis: AssessmentBasis): Entry {
  const content = basis.catalogs.find(({ identity }) => identity.key === catalog)?.inForce?.content;
  const found = content?.entries.find(({ code }) => code === entry);
  if (!found) throw new Error(`no catalog in force has an entry ${catalog} ${entry}`);
  return found;
}

function truths<Part extends { readonly key: string }>(
  parts: readonly Part[],
  said: Readonly<Record<string, Truth>>,
  unsaid: (part: Part) => Truth,
): Readonly<Record<string, Truth>> {
  for (const key of Object.keys(said))
    if (!parts.some((part) => part.key === key)) throw new Error(`the entry has nothing called "${key}"`);
  return Object.fromEntries(parts.map((part) => [part.key, said[part.key] ?? unsaid(part)]));
}

interface SaidReason {
  readonly code: string;
  readonly catalog?: string | null | undefined;
  readonly fact?: string | null | undefined;
  readonly decisive?: boolean | undefined;
}
const reasonText = ({ code, catalog, fact, decisive }: SaidReason): string =>
  [code, catalog, fact, decisive === undefined ? '' : `decisive: ${decisive}`].filter(Boolean).join(' ');

/** Whether it is decisive only where the case says so of it. */
const shownReason = ({ decisive, ...reason }: Reason, expect: Assessed): SaidReason =>
  expect.reasons.some((said) => said.decisive !== undefined && said.code === reason.code)
    ? { ...reason, decisive }
    : reason;

/** The values if the message shows them in both languages; otherwise the messages, to be read in the report. */
function shownValues(refusal: Refusal, values: readonly string[]): readonly string[] {
  const texts = [refusal.text('zh'), refusal.text('en')];
  // A message with a hole in it names nothing.
  const whole = texts.every((text) => !/“”|""|undefined|null|\{\w+\}|：。|: \./.test(text));
  return whole && texts.every((text) => values.every((value) => text.includes(value))) ? values : texts;
}

const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
