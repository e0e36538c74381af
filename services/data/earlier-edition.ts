import type { EarlierEdition } from '../domain/facts/industry.ts';
import { classification } from './classification.ts';
import data from './classification-2011.json' with { type: 'json' };

/** GB/T 4754-2011, which forms still cite, and what its classes are today. */
export const edition2011: EarlierEdition = {
  edition: '2011',
  name: (code) => rows().get(code)?.name,
  classesToday: (code) => rows().get(code)?.today ?? [],
};

interface Row {
  readonly name: string;
  readonly today: readonly { readonly code: string; readonly sure: boolean }[];
}
let kept: ReadonlyMap<string, Row> | undefined;

/** Read when first asked: most codes are those of today. */
function rows(): ReadonlyMap<string, Row> {
  kept ??= new Map(data.rows.map((row) => [row.split('|')[0]!, readRow(row)]));
  return kept;
}

function readRow(row: string): Row {
  const [code = '', name, today] = row.split('|');
  const isClass = code.length === 4;
  return {
    name: name || classification.industry(code)!.name.zh,
    today: today
      ? today.split('；').map((each) => ({ code: each.replace('?', ''), sure: !each.endsWith('?') }))
      : isClass
        ? [{ code, sure: true }]
        : [],
  };
}
