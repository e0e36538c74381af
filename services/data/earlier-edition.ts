import type { EarlierEdition } from '../domain/facts/industry.ts';
import data from './classification-2011.json' with { type: 'json' };

/**
 * GB/T 4754-2011, which forms still cite, and what its classes are today.
 *
 * @param nameToday what a code is called that has the same name in both editions
 */
export function edition2011(nameToday: (code: string) => string | undefined): EarlierEdition {
  let kept: ReadonlyMap<string, Row> | undefined;
  /** Read when first asked: most codes are those of today. */
  const rows = (): ReadonlyMap<string, Row> => {
    kept ??= new Map(data.rows.map((row) => [row.split('|')[0]!, readRow(row)]));
    return kept;
  };
  return {
    edition: '2011',
    name: (code) => {
      const row = rows().get(code);
      return row && (row.name || nameToday(code));
    },
    classesToday: (code) =>
      code.length === 4
        ? (rows().get(code)?.today ?? [])
        : // What is above the classes may have gained or lost some: none is sure.
          [...rows()]
            .filter(([below]) => below.length === 4 && below.startsWith(code))
            .flatMap(([, { today }]) => today.map((each) => ({ ...each, sure: false }))),
  };
}

interface Row {
  /** Empty where it is that of today. */
  readonly name: string;
  readonly today: readonly { readonly code: string; readonly sure: boolean }[];
}

function readRow(row: string): Row {
  const [code = '', name = '', today] = row.split('|');
  return {
    name,
    today: today
      ? today.split('；').map((each) => ({ code: each.replace('?', ''), sure: !each.endsWith('?') }))
      : [{ code, sure: true }],
  };
}

/** The whole of it, so that a decision can name by hash what it rested on. */
export const rowsOf2011: readonly string[] = data.rows;
