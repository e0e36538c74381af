import type { Text } from '../domain/values/text.ts';
import type { LegalBasis } from '../domain/vocabulary.ts';

/** One item of a list: something that it names. */
export interface ListItem extends Text {
  /** One named item may go by several CAS numbers, or name several substances; none for an alloy or a class. */
  readonly cas: readonly string[];
  readonly aliases?: readonly string[];
  /** Where it stands, if not in its own place of the order. */
  readonly article?: string;
  /** What it must be like, where its name does not say so in a bracket. */
  readonly condition?: string;
}

/** An item with the place where it stands. */
export interface ListedItem {
  readonly item: ListItem;
  readonly source: LegalBasis;
  readonly compared: boolean;
}

/** A list before anybody has asked for its items. */
export interface ListSource {
  readonly key: string;
  readonly name: Text;
  /** What it has and what it lacks here. */
  readonly coverage: Text;
  readonly items: () => readonly ListedItem[];
}
