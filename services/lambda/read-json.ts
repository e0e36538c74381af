import { refusedWith } from './http-refusal.ts';

/**
 * The JSON of a request, as GraphQL may have it.
 *
 * The text is checked as a whole before anything walks through it: the syntax first, for only in good JSON is a string
 * found without looking back; then levels, items and characters, so that what reads it further needs no care for them.
 *
 * @param name what messages call it
 * @throws HttpRefusal
 */
export function readJson(text: string, name: string): unknown {
  const json = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const value = withoutRounding(json, parsed(json));
  ensureOrdinary(value, name);
  return value;
}

const BYTE_ORDER_MARK = '\ufeff';

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw refusedWith(400, 'BAD_REQUEST', { reason: (error as Error).message.slice(0, 200) });
  }
}

/**
 * The value with every number that would be rounded put as a text that is no decimal, so that the project that states
 * it is refused for it and no other (DESIGN 2.3: at most 15 significant digits).
 */
function withoutRounding(json: string, value: unknown): unknown {
  if (!LONG_NUMBER.test(json)) return value;
  const replaced = json.replace(STRING_OR_NUMBER, (token) => {
    if (token.startsWith('"')) return token;
    const significant = token
      .replace(/[eE].*$/, '')
      .replace(/[-.]/g, '')
      .replace(/^0+/, '');
    return significant.length > 15 || !Number.isFinite(Number(token)) ? JSON.stringify(`${token} `) : token;
  });
  return JSON.parse(replaced);
}
/** Such a number is somewhere, or what looks like one in a string. */
const LONG_NUMBER = /[\d.]{16}|\d[eE]/;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/** @throws HttpRefusal for what no client sends: a thousand levels, a hundred thousand items, half a character */
function ensureOrdinary(root: unknown, name: string): void {
  let values = 0;
  const path = [name];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') ensureWellFormed(value, path);
    if (typeof value !== 'object' || value === null) return;
    if (path.length > MAX_DEPTH) throw refusedWith(400, 'REQUEST_TOO_DEEP', { allowed: MAX_DEPTH });
    if (Array.isArray(value) && value.length > MAX_LIST) {
      const details = { field: shownPath(path), value: value.length, allowed: MAX_LIST };
      throw refusedWith(400, 'TOO_MANY', details);
    }
    const keys = Object.keys(value);
    values += keys.length;
    if (values > MAX_VALUES) throw refusedWith(400, 'REQUEST_TOO_MANY_VALUES', { allowed: MAX_VALUES });
    for (const key of keys) {
      ensureWellFormed(key, path);
      const item = (value as Readonly<Record<string, unknown>>)[key];
      path.push(key);
      walk(item);
      path.pop();
    }
  };
  walk(root);
}

/** A surrogate without its other half is no character: it would come back from the store as another one. */
export function ensureWellFormed(text: string, path: readonly string[]): void {
  if (!text.isWellFormed()) throw refusedWith(400, 'INVALID_UNICODE', { field: shownPath(path) });
}

const shownPath = (path: readonly string[]): string =>
  path
    .map((key) => (key.isWellFormed() ? key : '?'))
    .join('.')
    .slice(0, 200);

/** A condition may have 48 levels, and stands a few deep itself. */
const MAX_DEPTH = 64;
/** The longest list with a meaning are the members of a list of substances, 256 KB of CAS numbers. */
const MAX_LIST = 25_000;
/** A thousand projects of two hundred values each. */
const MAX_VALUES = 200_000;
