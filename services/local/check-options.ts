import type { Locale } from '../domain/values/text.ts';
import { CannotStart } from './cannot-start.ts';
import { parseOptions } from './parse-options.ts';

export interface CheckOptions {
  readonly template: null;
  /** The workbook or text in columns. */
  readonly file: string;
  /** The zone of rows that name none. */
  readonly zone: string | null;
  /** A file of mappings that were kept. */
  readonly mapping: string | null;
  /** Where the mappings that were used are written, to be looked over and given again. */
  readonly keepMapping: string | null;
  readonly locale: Locale;
}
/** Asks for the template, to be written to a file. */
export interface TemplateOption {
  readonly template: string;
}

/** The options of `npm run check`. */
export function readCheckOptions(args: readonly string[]): CheckOptions | TemplateOption {
  const { values, positionals } = parseOptions(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        zone: { type: 'string' },
        mapping: { type: 'string' },
        'keep-mapping': { type: 'string' },
        template: { type: 'string' },
        en: { type: 'boolean' },
      },
    },
    USAGE,
  );
  if (values.template !== undefined) return { template: values.template };
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new CannotStart('请写明一个文件。', `Name one file. Usage: ${USAGE}`);
  if (!values['dry-run'])
    throw new CannotStart(
      '目前只能试读，请加上 --dry-run。',
      `So far a file can only be read, not assessed: add --dry-run. Usage: ${USAGE}`,
    );
  return {
    template: null,
    file,
    zone: values.zone ?? null,
    mapping: values.mapping ?? null,
    keepMapping: values['keep-mapping'] ?? null,
    locale: values.en ? 'en' : 'zh',
  };
}

const USAGE =
  'npm run check -- <file.xlsx | file.csv> --dry-run [--zone <id>] [--mapping <file>] [--keep-mapping <file>] [--en], or npm run check -- --template <file.xlsx>';
