import { MEASURE_LABELS } from '../../domain/messages/labels.ts';
import { isDay } from '../../domain/values/day.ts';
import type { Locale } from '../../domain/values/text.ts';
import type { Day, Measure } from '../../domain/vocabulary.ts';
import { MEASURES } from '../../domain/vocabulary.ts';
import { CannotStart } from '../cannot-start.ts';
import { namedWorkbook, parseOptions } from '../parse-options.ts';

export type CatalogCommand =
  | ({ readonly kind: 'template'; readonly file: string } & Overwriting)
  | ExportCommand
  | CheckCommand
  | ImportCommand;

interface Overwriting {
  /** Whether a file that is there may be written over. */
  readonly force: boolean;
}
interface WithServer {
  readonly file: string;
  /** A file of settings of the connection. */
  readonly config: string | null;
  readonly locale: Locale;
}
export interface ExportCommand extends WithServer, Overwriting {
  readonly kind: 'export';
  readonly catalog: string;
  /** Number of a version, or the draft; where not given the draft, or else the version in force. */
  readonly version: number | 'draft' | null;
}
export interface CheckCommand extends WithServer {
  readonly kind: 'check';
  /** Whose definitions and entries the file is read with; without one no server is needed. */
  readonly catalog: string | null;
  readonly measure: Measure | null;
}
export interface ImportCommand extends WithServer {
  readonly kind: 'import';
  readonly catalog: string;
  readonly measure: Measure | null;
  readonly reason: string;
  /** Goes on without being asked. */
  readonly yes: boolean;
  /** Opens the draft where there is none. */
  readonly open: boolean;
  /** The day for which the publication rules are asked. */
  readonly on: Day | null;
}

/** The options of `npm run catalog`. */
export function readCatalogOptions(args: readonly string[]): CatalogCommand {
  const { values, positionals } = parseOptions(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        catalog: { type: 'string' },
        version: { type: 'string' },
        measure: { type: 'string' },
        reason: { type: 'string' },
        on: { type: 'string' },
        yes: { type: 'boolean' },
        open: { type: 'boolean' },
        force: { type: 'boolean' },
        config: { type: 'string' },
        en: { type: 'boolean' },
      },
    },
    USAGE,
  );
  const [kind, file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new CannotStart(
      '请写明 template、import、export 或 check，以及一个文件。',
      `Say template, import, export or check, and one file. Usage: ${USAGE}`,
    );
  const { catalog = null, on = null, force = false } = values;
  const common = { file, config: values.config ?? null, locale: values.en ? 'en' : 'zh' } as const;
  if (on !== null && !isDay(on))
    throw new CannotStart(`--on 应为日期，收到的是“${on}”。`, `--on takes a day as 2026-11-23, not "${on}".`);
  const measure = measureOf(values.measure);
  switch (kind) {
    case 'template':
      return { kind, file: namedWorkbook(file), force };
    case 'check':
      return { kind, ...common, catalog, measure };
    case 'export':
      namedWorkbook(file, ['.csv']);
      return { kind, ...common, force, catalog: named(catalog), version: versionOf(values.version) };
    case 'import':
      return {
        kind,
        ...common,
        catalog: named(catalog),
        measure,
        reason: values.reason ?? `导入 ${file.split(/[\\/]/).at(-1)}`,
        yes: values.yes ?? false,
        open: values.open ?? false,
        on,
      };
    default:
      throw new CannotStart(`没有命令“${kind}”。`, `There is no command "${kind}". Usage: ${USAGE}`);
  }
}

function named(catalog: string | null): string {
  if (catalog === null)
    throw new CannotStart(
      '请用 --catalog 写明目录编号。',
      `Name the catalog with --catalog. Usage: ${USAGE}`,
    );
  return catalog;
}

function measureOf(said: string | undefined): Measure | null {
  if (said === undefined) return null;
  const measure = MEASURES.find((each) => said === each || said === MEASURE_LABELS[each].zh);
  if (!measure)
    throw new CannotStart(
      `--measure 应为 禁止 或 限制，收到的是“${said}”。`,
      `--measure takes 禁止 (prohibited) or 限制 (restricted), not "${said}".`,
    );
  return measure;
}

function versionOf(said: string | undefined): ExportCommand['version'] {
  if (said === undefined) return null;
  if (said === 'draft') return said;
  if (!/^[1-9]\d{0,8}$/.test(said))
    throw new CannotStart(
      `--version 应为版本号或 draft，收到的是“${said}”。`,
      `--version takes a number or "draft", not "${said}".`,
    );
  return Number(said);
}

const USAGE =
  'npm run catalog -- template <file.xlsx> [--force] | export <file.xlsx | file.csv> --catalog <id> [--version <number | draft>] [--force] | check <file> [--catalog <id>] [--measure 禁止|限制] | import <file> --catalog <id> [--measure 禁止|限制] [--reason <text>] [--on <day>] [--open] [--yes]; all but template: [--config <file>] [--en]';
