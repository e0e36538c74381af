import { CannotStart } from './cannot-start.ts';
import { parseOptions } from './parse-options.ts';

export interface ExportHistoryOptions {
  readonly url: string;
  readonly token: string | undefined;
  readonly what:
    | { readonly catalog: string }
    | { readonly register: true }
    | { readonly zone: string }
    | { readonly decision: string }
    | { readonly proof: string };
}

/** The options of `npm run export-history`; a token may also come from the environment, where no one sees it. */
export function readExportHistoryOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ExportHistoryOptions {
  const { url, token, catalog, register, decisions, decision, proof } = parsed(args);
  const named = [
    ...(catalog === undefined ? [] : [{ catalog }]),
    ...(register ? [{ register: true } as const] : []),
    ...(decisions === undefined ? [] : [{ zone: decisions }]),
    ...(decision === undefined ? [] : [{ decision }]),
    ...(proof === undefined ? [] : [{ proof }]),
  ];
  const [what, ...more] = named;
  if (!what || more.length > 0)
    throw new CannotStart(
      '请写明 --catalog、--register、--decisions、--decision、--proof 之一。',
      `Name exactly one of --catalog, --register, --decisions, --decision and --proof. Usage: ${USAGE}`,
    );
  if (!URL.canParse(url))
    throw new CannotStart(`--url 不是网址：“${url}”。`, `--url takes a web address, not "${url}".`);
  return { url: url.replace(/\/+$/, ''), token: token ?? environment.TOKEN, what };
}

const parsed = (args: readonly string[]) =>
  parseOptions(
    {
      args: [...args],
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:4000' },
        token: { type: 'string' },
        catalog: { type: 'string' },
        register: { type: 'boolean', default: false },
        decisions: { type: 'string' },
        decision: { type: 'string' },
        proof: { type: 'string' },
      },
    },
    USAGE,
  ).values;

const USAGE =
  'npm run -s export-history -- [--url URL] [--token TOKEN] (--catalog <id> | --register | --decisions <zone> | --decision <id> | --proof <id>) > file';
