import type { Outcome } from '../domain/vocabulary.ts';
import type { Look } from './cell-styles.ts';

/** How the cells of results look. */
export const LOOKS = {
  header: { fill: 'DDEBF7', bold: true, wrapped: true },
  plain: {},
  wrapped: { wrapped: true },
  asked: { fill: 'FFF2CC', open: true },
  ADMITTED: { fill: 'C6EFCE' },
  CONDITIONAL: { fill: 'E2F0D9' },
  NEEDS_INFORMATION: { fill: 'FFEB9C' },
  REVIEW: { fill: 'FCE4D6' },
  REFUSED: { fill: 'FFC7CE' },
  NOT_ASSESSED: { fill: 'D9D9D9' },
} as const satisfies Record<string, Look>;
export type Styles = Readonly<Record<keyof typeof LOOKS, number>>;

export const styleOf = (styles: Styles, outcome: Outcome | null): number => styles[outcome ?? 'NOT_ASSESSED'];
