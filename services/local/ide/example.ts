import type { Text } from '../../domain/values/text.ts';

/** An operation ready to run in the browser page. */
export interface Example {
  /** The heading it stands under. */
  readonly group: Text;
  readonly name: Text;
  /** What there is to see in the answer. */
  readonly note: Text;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}
