import { LEVEL_LABELS } from '../../../domain/messages/labels.ts';
import type { AssessedFragment, JurisdictionLevel } from '../generated/queries.ts';
import { say, text } from '../shell/locale.ts';

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

const T = {
  basis: text('《{document}》{number}{article}', '{document} {number} {article}'),
  between: text('；', '; '),
};
