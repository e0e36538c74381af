import { OUTCOME_LABELS } from '../domain/messages/labels.ts';
import { hashOf, withoutNulls } from '../domain/values/canonical.ts';
import type { Locale, Text } from '../domain/values/text.ts';
import { inLocale, text } from '../domain/values/text.ts';
import { type Day, OUTCOMES, type Outcome } from '../domain/vocabulary.ts';
import { cellText } from './cell-text.ts';
import type { StatedProject } from './fields.ts';
import type { ColumnMapping } from './mapping.ts';
import type { Cell } from './sheet.ts';

/** What a row came to, in the words of the workbook. */
export interface RowResult {
  /** Null where it could not be assessed. */
  readonly outcome: Outcome | null;
  /** The entries that decide, by catalog and code. */
  readonly entries: string;
  /** The legal bases of these entries. */
  readonly basis: string;
  readonly conditions: string;
  /** The questions that are open. */
  readonly questions: string;
  readonly explanation: string;
  /** By which it is found again in its batch. */
  readonly reference: string;
  /** Keys of the facts that are missing, most wanted first. */
  readonly missing: readonly string[];
}

/** The columns that a list comes back with, in their order; the last is hidden. */
export const RESULT_COLUMNS = {
  outcome: text('准入结论', 'outcome of admission'),
  entries: text('决定性条目', 'decisive entries'),
  basis: text('依据', 'legal basis'),
  conditions: text('须满足条件', 'conditions to meet'),
  questions: text('缺少材料', 'what is missing'),
  explanation: text('说明', 'explanation'),
  reference: text('受理编号', 'reference'),
  key: text('核对码（请勿改动）', 'check code (leave as it is)'),
} as const satisfies Record<string, Text>;
type ResultColumn = keyof typeof RESULT_COLUMNS;
const NAMES = Object.keys(RESULT_COLUMNS) as ResultColumn[];

const NOT_ASSESSED = text('未能判定', 'not assessed');
export const outcomeText = (outcome: Outcome | null, locale: Locale): string =>
  inLocale(outcome === null ? NOT_ASSESSED : OUTCOME_LABELS[outcome], locale);

interface Headers {
  readonly columns: readonly Pick<ColumnMapping, 'header'>[];
}

/** Where the result columns of an earlier check stand: the place of the first; null where there are none. */
export function earlierResults({ columns }: Headers): number | null {
  const headers = columns.map(({ header }) => header);
  // Columns called 说明 and 依据 many an office has: ours are those in our order, with the check code behind them.
  const at = headers.findLastIndex((_, from) =>
    (['zh', 'en'] as const).some((locale) =>
      NAMES.every((name, place) => headers[from + place] === RESULT_COLUMNS[name][locale]),
    ),
  );
  return at < 0 ? null : at;
}

/** The cells of a row in the result columns, but for the check code. */
export const resultTexts = (result: RowResult, locale: Locale): readonly string[] => {
  const { outcome, entries, basis, conditions, questions, explanation, reference } = result;
  return [outcomeText(outcome, locale), entries, basis, conditions, questions, explanation, reference];
};

/** By which a row is known again, wherever it is moved to: what it states, what it came to, for which day, by which law. */
export const checkSum = (
  result: RowResult,
  project: StatedProject,
  decidedBy: DecidedBy,
  locale: Locale,
): string => sumOf(resultTexts(result, locale), project, decidedBy, result.missing.join());

/** What a row is decided by, beside what it states. */
export interface DecidedBy {
  /** The day of rows that state none. */
  readonly on: Day;
  /** Marks of what is published for each zone (`lawMark`): of a zone without one no earlier result counts. */
  readonly laws: Laws;
}
export type Laws = Readonly<Record<string, string>>;

/** A mark of what is published and registered for a zone, whatever the API says of that: another one, another law. */
export const lawMark = (law: object): string => hashOf(law).slice(0, 12);

/** A day by which everything counts that is published by now for rows of a list of this day. */
export const lastDay = (on: Day): Day => `${Number(on.slice(0, 4)) + 2}-12-31`;

/** The check code of a row, as it stands in its cell. */
export const checkCode = (on: Day, sum: string, { missing }: RowResult): string =>
  `${on}~${sum}~${missing.join()}`;

/** The day of the earlier check, where a row has its result; it is that of rows that state none. */
export const dayOfEarlier = (cells: readonly Cell[], from: number): Day | null =>
  /^(\d{4}-\d\d-\d\d)~/.exec(cellText(cells[from + NAMES.length - 1] ?? null))?.[1] ?? null;

/** The reference of a row of an earlier check. */
export const referenceOfEarlier = (cells: readonly Cell[], from: number): string =>
  cellText(cells[from + NAMES.indexOf('reference')] ?? null);

/**
 * What a row came to in an earlier check, where that still is its own: neither what it states nor what it came to nor the
 * day nor what is published for its zone is another. It goes with its row wherever that is moved to. Undefined where it has to be assessed.
 */
export function ofEarlier(
  cells: readonly Cell[],
  from: number,
  project: StatedProject,
  { on, laws }: DecidedBy,
): Pick<RowResult, 'outcome' | 'missing'> | undefined {
  const texts = NAMES.map((_, place) => cellText(cells[from + place] ?? null));
  const [day, sum, missing = ''] = texts.pop()!.split('~');
  const outcome = OUTCOMES.find((one) => Object.values(OUTCOME_LABELS[one]).includes(texts[0]!));
  if (outcome === undefined || day !== on || laws[project.zone ?? ''] === undefined) return undefined;
  if (sum !== sumOf(texts, project, { on, laws }, missing)) return undefined;
  return { outcome, missing: missing === '' ? [] : missing.split(',') };
}

/** A mark of carelessness and no seal: whoever wants to can make one. What counts is the decision in the API. */
const sumOf = (
  texts: readonly string[],
  project: StatedProject,
  { on, laws }: DecidedBy,
  missing: string,
): string =>
  hashOf([texts.map(cellText), withoutNulls(project), on, laws[project.zone ?? ''] ?? null, missing]).slice(
    0,
    24,
  );
