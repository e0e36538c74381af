import { LEVEL_LABELS } from '../../../domain/messages/labels.ts';
import type { AssessedFragment, JurisdictionLevel } from '../generated/queries.ts';
import { say, type Text, text } from '../shell/locale.ts';

export type Finding = AssessedFragment['findings'][number];
export type EntryOfFinding = Finding['entry'];

/** `省级 1.2`, by which one finds it again. */
export const entryName = ({
  code,
  catalog,
}: {
  readonly code: string;
  readonly catalog: { readonly jurisdiction: { readonly level: JurisdictionLevel } };
}): string => `${say(LEVEL_LABELS[catalog.jurisdiction.level])} ${code}`;

type Basis = EntryOfFinding['basis'];

export const basisText = (basis: Basis): string =>
  basis
    .map(({ document, number, article }) =>
      say(T.basis, { document, number: number ? `（${number}）` : '', article: article ?? '' }),
    )
    .join(say(T.between));

/** Several whole clauses in a row. */
export const clauses = (items: readonly string[]): string => items.join(say(T.between));

export const pair = (name: string, value: string): string => say(T.pair, { name, value });

/** An industry as a heading has it. */
export const industryName = (code: string, name: Text | undefined): string =>
  say(T.industry, { code, name: name ? say(name) : '' });

const T = {
  pair: text('{name}：{value}', '{name}: {value}'),
  industry: text('{name}（{code}）', '{name} ({code})'),
  basis: text('《{document}》{number}{article}', '{document} {number} {article}'),
  between: text('；', '; '),
};
