import { isDay } from '../../domain/values/day.ts';
import type { Locale } from '../../domain/values/text.ts';
import type { Day } from '../../domain/vocabulary.ts';
import { CannotStart } from '../cannot-start.ts';
import { namedWorkbook, parseOptions } from '../parse-options.ts';

export interface CheckOptions {
  readonly template: null;
  /** The workbook, text in columns or JSON Lines; `-` for JSON Lines from the standard input. */
  readonly file: string;
  /** Only shows how the file is read. */
  readonly isDryRun: boolean;
  /** The zone of rows that name none. */
  readonly zone: string | null;
  /** The region whose zones the rows name. */
  readonly region: string | null;
  /** The day of rows that state none; that of the earlier check, or today, where not given. */
  readonly on: Day | null;
  /** Where the results go, by its ending as a workbook, text in columns or JSON Lines; beside the file where not given. */
  readonly out: string | null;
  /** The batch to go on with. */
  readonly resume: string | null;
  /** What the batch is called; as the file where not given. */
  readonly label: string | null;
  /** A file of mappings that were kept. */
  readonly mapping: string | null;
  /** Where the mappings that were used are written, to be looked over and given again. */
  readonly keepMapping: string | null;
  /** A file of settings of the connection. */
  readonly config: string | null;
  /** Whether a file that is there may be written over. */
  readonly force: boolean;
  readonly locale: Locale;
}
/** Asks for the template, to be written to a file; for that of a zone where one is named. */
export interface TemplateOptions {
  readonly template: string;
  readonly zone: string | null;
  readonly config: string | null;
  readonly force: boolean;
}

/** The options of `npm run check`. */
export function readCheckOptions(args: readonly string[]): CheckOptions | TemplateOptions {
  const { values, positionals } = parseOptions(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        zone: { type: 'string' },
        region: { type: 'string' },
        on: { type: 'string' },
        out: { type: 'string' },
        resume: { type: 'string' },
        label: { type: 'string' },
        mapping: { type: 'string' },
        'keep-mapping': { type: 'string' },
        config: { type: 'string' },
        template: { type: 'string' },
        force: { type: 'boolean' },
        en: { type: 'boolean' },
      },
    },
    USAGE,
  );
  const { zone = null, config = null, on = null, force = false } = values;
  if (values.template !== undefined) return { template: namedWorkbook(values.template), zone, config, force };
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new CannotStart('请写明一个文件。', `Name one file. Usage: ${USAGE}`);
  if (on !== null && !isDay(on))
    throw new CannotStart(
      `--on 应为日期，如 2026-11-23，收到的是“${on}”。`,
      `--on takes a day as 2026-11-23, not "${on}".`,
    );
  return {
    template: null,
    file,
    isDryRun: values['dry-run'] ?? false,
    zone,
    region: values.region ?? null,
    on,
    out: values.out ?? null,
    resume: values.resume ?? null,
    label: values.label ?? null,
    mapping: values.mapping ?? null,
    keepMapping: values['keep-mapping'] ?? null,
    config,
    force,
    locale: values.en ? 'en' : 'zh',
  };
}

const USAGE =
  'npm run check -- <file.xlsx | file.csv | file.jsonl | -> [--dry-run] [--zone <id> | --region <id>] [--on <day>] [--out <file.xlsx | .csv | .jsonl>] [--resume <batch>] [--label <text>] [--mapping <file>] [--keep-mapping <file>] [--config <file>] [--force] [--en], or npm run check -- --template <file.xlsx> [--zone <id>] [--force]';
