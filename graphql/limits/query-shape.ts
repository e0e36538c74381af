import type { DocumentNode, SelectionSetNode } from 'graphql';
import { memoize } from '../../services/domain/values/memoize.ts';
import { fieldsOfDocument, operationsOf } from '../selected-fields.ts';

/** What a selection comes to once its fragments are unfolded. */
export interface QueryShape {
  readonly depth: number;
  /** Fields on its first level. */
  readonly breadth: number;
  /** Fields on all levels. */
  readonly size: number;
}

/** The largest that any operation of a query comes to, in each respect. No fragment may contain itself. */
export const shapeOf = memoize((document: DocumentNode): QueryShape => {
  const fieldsOf = fieldsOfDocument(document);
  const shape = memoize((selected: SelectionSetNode): QueryShape => {
    let { depth, breadth, size } = NOTHING;
    for (const { node, times } of fieldsOf(selected)) {
      const below = node.selectionSet ? shape(node.selectionSet) : NOTHING;
      depth = Math.max(depth, 1 + below.depth);
      breadth += times;
      size += times * (1 + below.size);
    }
    return { depth, breadth, size };
  });
  const operations = operationsOf(document).map(({ selectionSet }) => shape(selectionSet));
  const largest = (of: keyof QueryShape) => Math.max(0, ...operations.map((operation) => operation[of]));
  return { depth: largest('depth'), breadth: largest('breadth'), size: largest('size') };
});

const NOTHING: QueryShape = { depth: 0, breadth: 0, size: 0 };
