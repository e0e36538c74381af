import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import type { ProductTerm } from '../facts/product-term.ts';
import { inOrder } from '../facts/product-term.ts';
import type { FieldChange, FieldKinds } from './field-change.ts';
import { fieldChanges } from './field-change.ts';

/** The fields in which two definitions of a fact differ; undefined for one that does not exist. */
export const factDifference = (
  before: FactDefinition | undefined,
  after: FactDefinition | undefined,
): readonly FieldChange[] => fieldChanges<Omit<FactDefinition, 'key'>>(FACT, before ?? {}, after ?? {});

/** The same of substance lists. The order of members means nothing, and the content hash does not see it either. */
export const listDifference = (
  before: SubstanceList | undefined,
  after: SubstanceList | undefined,
): readonly FieldChange[] =>
  fieldChanges<Omit<SubstanceList, 'key'>>(LIST, withSortedMembers(before), withSortedMembers(after));

/** The same of product terms, the order of whose names means nothing either. */
export const productDifference = (
  before: ProductTerm | undefined,
  after: ProductTerm | undefined,
): readonly FieldChange[] =>
  fieldChanges<Omit<ProductTerm, 'key'>>(PRODUCT, before ? inOrder(before) : {}, after ? inOrder(after) : {});

const FACT: FieldKinds<Omit<FactDefinition, 'key'>> = {
  name: 'TEXT',
  question: 'TEXT',
  type: 'FACT_TYPE',
  about: 'FACT_SUBJECT',
  unit: 'WORD',
  integer: 'YES_OR_NO',
  many: 'YES_OR_NO',
  ratio: 'RATIO',
  options: 'OPTIONS',
};
const LIST: FieldKinds<Omit<SubstanceList, 'key'>> = {
  name: 'TEXT',
  members: 'SUBSTANCES',
  fractions: 'FRACTIONS',
};

const PRODUCT: FieldKinds<Omit<ProductTerm, 'key'>> = {
  name: 'TEXT',
  aliases: 'OPTIONS',
  narrower: 'OPTIONS',
  units: 'OPTIONS',
};

const withSortedMembers = (list: SubstanceList | undefined): Partial<SubstanceList> =>
  list ? { ...list, members: [...list.members].sort() } : {};
