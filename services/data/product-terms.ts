import type { BuiltInTerm, BuiltInTerms } from '../domain/facts/product-term.ts';
import data from './product-terms.json' with { type: 'json' };

/**
 * The product terms that come with the software, in the order of the file, whose rows are
 * `name|English|aliases|ambiguous names|narrower terms|units|basis|classes`; a question mark says that the class is the
 * likeliest of several.
 */
export const productTerms: BuiltInTerms = {
  all: () => gathered().all,
  get: (key) => gathered().byKey.get(key),
  above: (key) => gathered().all.filter(({ narrower }) => narrower.includes(key)),
};

interface Gathered {
  readonly all: readonly BuiltInTerm[];
  readonly byKey: ReadonlyMap<string, BuiltInTerm>;
}
let kept: Gathered | undefined;

/** Read when first asked. */
function gathered(): Gathered {
  if (!kept) {
    const all = data.rows.map(readRow);
    kept = { all, byKey: new Map(all.map((term) => [term.key, term])) };
  }
  return kept;
}

function readRow(row: string): BuiltInTerm {
  const [zh, en, aliases, ambiguous, narrower, units, basis, classes] = row.split('|') as [
    string,
    ...string[],
  ];
  return {
    key: zh,
    name: { zh, en: en || null },
    aliases: joined(aliases),
    ambiguousNames: joined(ambiguous),
    narrower: joined(narrower),
    units: joined(units),
    basis: basis || null,
    industries: joined(classes?.replace('?', '')),
    industryCertain: !classes?.endsWith('?'),
  };
}

const joined = (texts = ''): readonly string[] => (texts === '' ? [] : texts.split('；'));
