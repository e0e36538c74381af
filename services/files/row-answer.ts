import { OUTCOME_LABELS } from '../domain/messages/labels.ts';
import { noted, sayFrom } from '../domain/messages/sentences.ts';
import type { Locale, Text } from '../domain/values/text.ts';
import { inLocale } from '../domain/values/text.ts';
import type { Outcome } from '../domain/vocabulary.ts';
import type { RowResult } from './result-columns.ts';

/** Puts what the API says of chunks into the words of the workbook; each text is held once, however many rows have it. */
export function answersIn(
  locale: Locale,
): (chunk: ChunkData, batch: string, index: number) => readonly RowAnswer[] {
  const texts = new Map<string, string>();
  const once = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
  const keys = new Map<string, readonly string[]>();
  const onceKeys = (missing: readonly string[]): readonly string[] => {
    const all = missing.join();
    const known = keys.get(all) ?? missing;
    keys.set(all, known);
    return known;
  };
  return ({ assessments, results }, batch, index) => {
    const said = assessments.map((assessment) => saidOf(assessment, locale, { once, onceKeys }));
    return results.map((row) => {
      const of = row.situation === null ? NOTHING_SAID : said[row.situation]!;
      return answerOf(row, of, `${batch}-${index}-${row.row}`, once);
    });
  };
}

export interface RowAnswer {
  readonly result: RowResult;
  readonly errors: readonly { readonly path: readonly string[] | null; readonly message: string }[];
}

/** What the API is asked for of a chunk of a batch, with everything in one language. */
export interface ChunkData {
  readonly assessments: readonly AssessmentData[];
  readonly results: readonly RowData[];
}
interface RowData {
  readonly row: number;
  readonly outcome: Outcome | null;
  readonly situation: number | null;
  readonly userErrors: RowAnswer['errors'];
  readonly assessment: { readonly findings: readonly { readonly explanation: string }[] } | null;
}
/** What is the same for all rows of a situation. */
interface AssessmentData {
  readonly outcome: Outcome;
  readonly possibleOutcomes: readonly Outcome[];
  readonly reasons: readonly { readonly decisive: boolean; readonly message: string }[];
  readonly notices: readonly { readonly message: string }[];
  readonly findings: readonly FindingData[];
  readonly missingFacts: readonly { readonly fact: { readonly key: string }; readonly question: string }[];
  readonly minimalQuestions: readonly { readonly fact: { readonly key: string } }[];
}
interface FindingData {
  readonly decisive: boolean;
  readonly entry: {
    readonly code: string;
    readonly printedAs: string | null;
    readonly basis: readonly {
      readonly document: string;
      readonly number: string | null;
      readonly article: string | null;
    }[];
  };
  readonly version: { readonly title: Text };
  readonly requirements: readonly {
    readonly met: string;
    readonly requirement: { readonly text: Text; readonly evidence: Text | null };
  }[];
}

/** What is the same for many rows is held once. */
interface Shared {
  readonly once: (text: string) => string;
  readonly onceKeys: (keys: readonly string[]) => readonly string[];
}

/** What the API says of a situation, in the words of the workbook; before and after what it says of the row itself. */
interface Said extends Pick<RowResult, 'entries' | 'basis' | 'conditions' | 'questions' | 'missing'> {
  readonly before: readonly string[];
  readonly after: readonly string[];
}
const NOTHING_SAID: Said = {
  entries: '',
  basis: '',
  conditions: '',
  questions: '',
  missing: [],
  before: [],
  after: [],
};

function answerOf(
  { outcome, userErrors, assessment }: RowData,
  { before, after, ...said }: Said,
  reference: string,
  once: Shared['once'],
): RowAnswer {
  const findings = (assessment?.findings ?? []).map(({ explanation }) => explanation);
  const errors = userErrors.map(({ message }) => message);
  const explanation = once([...before, ...findings, ...after, ...errors].join('\n'));
  return { errors: userErrors, result: { ...said, outcome, explanation, reference } };
}

function saidOf(
  { outcome, possibleOutcomes, reasons, notices, findings, missingFacts, minimalQuestions }: AssessmentData,
  locale: Locale,
  { once, onceKeys }: Shared,
): Said {
  const decisive = findings.filter((finding) => finding.decisive);
  const entries = decisive.map(
    ({ entry, version }) => `${inLocale(version.title, locale)} ${entry.printedAs ?? entry.code}`,
  );
  const basis = decisive.flatMap(({ entry }) =>
    entry.basis.map(({ document, number, article }) => {
      const named = number === null ? document : noted(document, number, locale);
      return article === null ? named : `${named} ${article}`;
    }),
  );
  const conditions =
    outcome === 'REFUSED'
      ? []
      : findings.flatMap(({ requirements }) =>
          requirements
            .filter(({ met }) => met !== 'TRUE')
            .map(({ requirement }) => {
              const said = inLocale(requirement.text, locale);
              return requirement.evidence ? noted(said, requirement.evidence, locale) : said;
            }),
        );
  const first = minimalQuestions.map(({ fact }) => fact.key);
  // What could settle the row with the fewest answers is asked for before the rest.
  const missing = [
    ...missingFacts.filter(({ fact }) => first.includes(fact.key)),
    ...missingFacts.filter(({ fact }) => !first.includes(fact.key)),
  ];
  const outcomes = possibleOutcomes.map((possible) => inLocale(OUTCOME_LABELS[possible], locale));
  return {
    entries: once([...new Set(entries)].join('\n')),
    basis: once([...new Set(basis)].join('\n')),
    conditions: once([...new Set(conditions)].join('\n')),
    questions: once(missing.map(({ question }) => question).join('\n')),
    missing: onceKeys(missing.map(({ fact }) => once(fact.key))),
    // Why, in short: what is open stands in a column of its own, and the whole explanation in the batch.
    before: [
      ...(outcomes.length > 1 ? [SENTENCES(locale)('POSSIBLE', { outcomes })] : []),
      ...reasons.flatMap(({ decisive, message }) => (decisive ? [message] : [])),
    ],
    after: notices.map(({ message }) => message),
  };
}

const SENTENCES = sayFrom({
  POSSIBLE: { zh: '视补充情况可能为：{outcomes}。', en: 'By what is handed in it can be: {outcomes}.' },
});
