/** Objects by their names, as a bucket keeps them. */
export interface Objects {
  /** @throws ObjectReplaced where it is not the one that is meant any more */
  readonly read: (name: string, etag?: string) => Promise<StoredObject>;
  /** Writes an object, once. @returns whether there was none of the name */
  readonly add: (name: string, content: Content, type: string) => Promise<boolean>;
  /** Writes an object over one that may be there. */
  readonly replace: (name: string, content: Content, type: string) => Promise<void>;
  /** The names that begin so, in their order. */
  readonly names: (prefix: string) => Promise<readonly string[]>;
}
export interface StoredObject {
  readonly bytes: Uint8Array;
  /** What was said about it when it was stored. */
  readonly about: Readonly<Record<string, string>>;
}
export type Content = string | Uint8Array;

/** Another object was stored under the name since. */
export class ObjectReplaced extends Error {
  override readonly name = 'ObjectReplaced';
}

export const JSON_TYPE = 'application/json';
export const LINES_TYPE = 'application/jsonl';

export const jsonIn = async <Value>(objects: Objects, name: string): Promise<Value> =>
  JSON.parse(textOf((await objects.read(name)).bytes)) as Value;

export const linesIn = async <Line>(objects: Objects, name: string): Promise<readonly Line[]> =>
  textOf((await objects.read(name)).bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

export const linesOf = (values: readonly object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
