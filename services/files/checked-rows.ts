import { byteLength } from '../domain/values/byte-length.ts';
import type { Locale } from '../domain/values/text.ts';
import type { StatedProject } from './fields.ts';
import { type List, type ListRow, withoutProjects } from './list.ts';
import { checkSum, type DecidedBy, earlierResults, ofEarlier, type RowResult } from './result-columns.ts';
import type { CheckedFile, CheckedRow, ListedFault } from './results-workbook.ts';
import type { RowAnswer } from './row-answer.ts';

/** A row that is sent. */
export interface SentRow {
  readonly table: number;
  readonly row: number;
  readonly project: StatedProject;
}

/** The API takes no more than a megabyte and a half at once. */
const MAX_BYTES = 1_000_000;

/**
 * Rows that are sent together: of a long list as many as the API takes, because rows in one situation are decided once, of a
 * short one fewer, so that something is seen to move. The same list gives the same portions, or it could not be gone on with.
 */
export const portionOf = (rows: number): number => Math.min(500, Math.max(50, Math.ceil(rows / 40)));

/** Rows among which those that state the same are brought together: the more, the fewer assessments, and the more memory. */
const TOGETHER = 50_000;

/**
 * The rows in portions of so many at most: the same rows give the same portions. Rows that state the same lie together,
 * whatever their place in the file, so that what they have in common is decided and told once; in a portion they are in
 * the order of the file.
 */
export async function* inPortions(
  rows: Iterable<SentRow> | AsyncIterable<SentRow>,
  most: number,
  together = TOGETHER,
): AsyncGenerator<readonly SentRow[]> {
  const some: WaitingRow[] = [];
  for await (const row of rows) {
    if (some.length === together) yield* cut(some.splice(0), most);
    some.push(waiting(row));
  }
  yield* cut(some.splice(0), most);
}

function* cut(rows: WaitingRow[], most: number): Generator<readonly SentRow[]> {
  // From the end, so that what was sent is let go of.
  rows.sort((a, b) => (a.states < b.states ? 1 : a.states > b.states ? -1 : inFile(b, a)));
  let portion: SentRow[] = [];
  let bytes = 0;
  for (let row = rows.pop(); row; row = rows.pop()) {
    const size = byteLength(row.states) + byteLength(row.isCalled);
    if (portion.length === most || (portion.length > 0 && bytes + size > MAX_BYTES)) {
      yield portion.sort(inFile);
      [portion, bytes] = [[], 0];
    }
    portion.push(sent(row));
    bytes += size;
  }
  if (portion.length > 0) yield portion.sort(inFile);
}

/** A row that waits for those that state the same, as JSON: a text takes a fraction of the objects that it tells of. */
interface WaitingRow extends Pick<SentRow, 'table' | 'row'> {
  /** What most entries turn on first. */
  readonly states: string;
  /** What tells the row from others that state the same. */
  readonly isCalled: string;
}

function waiting({ table, row, project }: SentRow): WaitingRow {
  const { ref, name, projectCode, unifiedSocialCreditCode, applicant, ...states } = project;
  const { zone, on, industries, facts, ...rest } = states;
  return {
    table,
    row,
    states: JSON.stringify({ zone, on, industries, ...rest, facts }),
    isCalled: JSON.stringify({ ref, name, projectCode, unifiedSocialCreditCode, applicant }),
  };
}

const sent = ({ table, row, states, isCalled }: WaitingRow): SentRow => ({
  table,
  row,
  project: { ...JSON.parse(isCalled), ...JSON.parse(states) },
});

const inFile = (a: Pick<SentRow, 'table' | 'row'>, b: Pick<SentRow, 'table' | 'row'>): number =>
  a.table - b.table || a.row - b.row;

/** The rows of a list on their way: which are sent, and what they came to. What is known of a row is kept, the row is not. */
export class CheckedRows {
  /** Rows that have their result from an earlier check. */
  unchanged = 0;
  readonly #list: List;
  readonly #by: DecidedBy;
  readonly #locale: Locale;
  readonly #rows: readonly Map<number, CheckedRow>[];
  readonly #widths: number[];
  readonly #faults: (ListedFault & { readonly table: number })[] = [];

  constructor(list: List, by: DecidedBy, locale: Locale) {
    this.#list = list;
    this.#by = by;
    this.#locale = locale;
    this.#rows = list.tables.map(() => new Map());
    this.#widths = list.tables.map(({ mapping }) => mapping.columns.length);
  }

  /** The rows to send, in the order of the file. @throws FileFault where none of its rows is a project */
  async *toSend(): AsyncGenerator<SentRow> {
    let projects = 0;
    for (const [table, { mapping, rows }] of this.#list.tables.entries()) {
      const from = earlierResults(mapping);
      for await (const row of rows) {
        this.#widths[table] = Math.max(this.#widths[table]!, row.cells.length);
        if (row.project !== null) projects++;
        const project = this.#toSend(table, from, row);
        if (project !== null) yield { table, row: row.row, project };
      }
    }
    if (projects === 0) throw withoutProjects(this.#list.tables);
  }

  #toSend(
    table: number,
    from: number | null,
    { row, project, cells, faults }: ListRow,
  ): StatedProject | null {
    const { name } = this.#list.tables[table]!;
    for (const { column, value, fault } of faults)
      this.#faults.push({ table, sheet: name, row, column, value, mend: fault.text(this.#locale) });
    if (project === null) return null;
    if (project.zone === undefined) {
      const explanation = faults.map(({ fault }) => fault.text(this.#locale)).join('\n');
      this.#keep(table, row, project, { ...NOT_SENT, explanation });
      return null;
    }
    const earlier = from === null ? undefined : ofEarlier(cells, from, project, this.#by);
    if (earlier === undefined) return project;
    this.unchanged++;
    this.#rows[table]!.set(row, { unchanged: earlier });
    return null;
  }

  answered(sent: readonly SentRow[], answers: readonly RowAnswer[]): void {
    for (const [at, { table, row, project }] of sent.entries()) {
      const { result, errors } = answers[at]!;
      const { name, mapping } = this.#list.tables[table]!;
      for (const { path, message } of errors) {
        const key = path?.[0] === 'facts' ? path[1] : path?.[0];
        const column = mapping.columns.find(({ field }) => field === key)?.header;
        const value = path ? shown(project, path) : '';
        this.#faults.push({
          table,
          sheet: name,
          row,
          column: column ?? path?.join('.') ?? '',
          value,
          mend: message,
        });
      }
      this.#keep(table, row, project, result);
    }
  }

  #keep(table: number, row: number, project: StatedProject, result: RowResult): void {
    const sum = checkSum(result, project, this.#by, this.#locale);
    this.#rows[table]!.set(row, { result, sum });
  }

  /** What the list came to. */
  file(about: CheckedFile['about']): CheckedFile {
    const places = this.#faults.sort((a, b) => a.table - b.table || a.row - b.row);
    return {
      on: this.#by.on,
      about,
      faults: places,
      sheets: this.#list.tables.map(({ name, headerRow, mapping }, at) => ({
        name,
        headerRow,
        mapping,
        width: this.#widths[at]!,
        rows: this.#rows[at]!,
      })),
    };
  }
}

const NOT_SENT: RowResult = {
  outcome: null,
  entries: '',
  basis: '',
  conditions: '',
  questions: '',
  explanation: '',
  reference: '',
  missing: [],
};

/** What a project states at a path. */
function shown(project: object, path: readonly string[]): string {
  let value: unknown = project;
  for (const name of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
