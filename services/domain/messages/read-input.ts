import type * as z from 'zod';
import { withoutNulls } from '../values/canonical.ts';
import type { Details, DetailsOf, MessageCode } from './messages.ts';
import { Refusal, Refusals } from './refusal.ts';

/**
 * Reads a value of the API into the domain: every fault at once, each with its code, path and value.
 *
 * Unset and null mean the same and are dropped, so that equal meaning has equal hashes.
 *
 * @param path where the value lies in the input
 * @throws Refusals
 */
export function readShape<T>(schema: z.ZodType<T>, value: unknown, path: readonly string[]): T {
  const refusals: Refusal[] = [];
  const read = tryShape(schema, value, path, refusals);
  if (refusals.length > 0) throw new Refusals(refusals);
  return read!;
}

/** The same for a list: the faults of all items together. */
export function readShapes<T>(
  schema: z.ZodType<T>,
  values: readonly unknown[],
  path: readonly string[],
): readonly T[] {
  const refusals: Refusal[] = [];
  const read = values.map((value, place) => tryShape(schema, value, [...path, String(place)], refusals));
  if (refusals.length > 0) throw new Refusals(refusals);
  return read as T[];
}

/** Like `readShape`, but adds the faults to a list and then returns undefined. */
export function tryShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: readonly string[],
  refusals: Refusal[],
): T | undefined {
  if (!isShallow(value, MAX_DEPTH)) {
    refusals.push(new Refusal('TOO_DEEP', { field: shownPath(path), allowed: MAX_DEPTH }, path));
    return undefined;
  }
  const result = schema.safeParse(withoutNulls(value), { reportInput: true });
  if (result.success) return result.data;
  refusals.push(...result.error.issues.flatMap((issue) => refusalsOf(issue, path)));
  return undefined;
}

/** Levels of nesting in one value, lists and objects counted alike: no rule needs more, an attack on the stack does. */
const MAX_DEPTH = 48;

const isShallow = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1)));

/** A fault that zod has no name for, with the details of its message; field and value are known from the issue. */
export const fault = <Code extends MessageCode>(code: Code, ...[details, path = []]: FaultDetails<Code>) => ({
  code: 'custom' as const,
  path,
  params: { code, details },
});

type FaultDetails<Code extends MessageCode> =
  Readonly<Record<string, never>> extends Unknown<Code>
    ? [details?: Unknown<Code>, path?: PropertyKey[]]
    : [details: Unknown<Code>, path?: PropertyKey[]];
type Unknown<Code extends MessageCode> = Omit<DetailsOf<Code>, Known> &
  Partial<Pick<DetailsOf<Code>, Known & keyof DetailsOf<Code>>>;
type Known = 'field' | 'value';

function refusalsOf(issue: z.core.$ZodIssue, base: readonly string[]): readonly Refusal[] {
  const path = [...base, ...issue.path.map(String)];
  const field = shownPath(path);
  const value = shown(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return [new Refusal('REQUIRED', { field }, path)];
      return [new Refusal('WRONG_SHAPE', { field, value, ...expectation(issue.expected) }, path)];
    case 'invalid_value':
      if (issue.input === undefined) return [new Refusal('REQUIRED', { field }, path)];
      return [new Refusal('NOT_ONE_OF', { field, value, options: issue.values.map(String) }, path)];
    case 'unrecognized_keys':
      return issue.keys.map(
        (key) => new Refusal('UNKNOWN_FIELD', { field: shownPath([...path, key]) }, [...path, key]),
      );
    case 'custom': {
      const { code, details } = issue.params as { code: MessageCode; details: Details };
      return [Refusal.of(code, { field, value, ...details }, path)];
    }
    default:
      throw new Error(`a schema gives an issue that has no message: ${issue.code}`);
  }
}

const shownPath = (path: readonly string[]): string => path.join('.');

/** A value as a message quotes it: as JSON, and no longer than a line. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const expectation = (type: string) => ({ expected: type, expectedZh: TYPES_ZH[type] ?? type });

const TYPES_ZH: Readonly<Record<string, string>> = {
  string: '文本',
  boolean: '是或否（true 或 false）',
  array: '列表',
  object: '对象',
  number: '数字',
  int: '整数',
};
