import type { ComparedSide } from '../../services/domain/comparison/comparison-text.ts';
import type { ComparedModel } from '../models.ts';

/** How a side of a comparison is called in its text. */
export function sideOfText(side: ComparedModel | null): ComparedSide {
  if (side === null) return 'NOTHING';
  return side.version ? { version: side.version.number } : 'DRAFT';
}
