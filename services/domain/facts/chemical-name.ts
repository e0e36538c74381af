import { memoizeText } from '../values/memoize.ts';
import { simplified } from './simplified.ts';

/** Names of chemicals are compared in simplified characters, without regard to width, case and blanks; 1,2- is not 12-. */
export const chemicalName: (name: string) => string = memoizeText((name) =>
  simplified(name.normalize('NFKC'))
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase(),
);

/** Stands for what has no CAS number: two lines of one name are one thing. */
export const withoutCasNumber = (name: string): string => `name:${chemicalName(name)}`;

/** What stands before a bracket at the end of a name and in it: of `甲醇(工业级)` 甲醇 and 工业级; nothing without one. */
export function bracketParts(name: string): readonly string[] {
  const [, outer, inner] = /^(.+?)[([【〔]([^()[\]【】〔〕]+)[)\]】〕]$/.exec(name) ?? [];
  return outer === undefined ? [] : [outer, inner!];
}
