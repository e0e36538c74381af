import type { Classification, Industry } from '../domain/facts/industry.ts';
import { industryName } from '../domain/facts/read-industry.ts';
import { memoize } from '../domain/values/memoize.ts';
import { nameOf } from './name-match.ts';
import synonyms from './synonyms.json' with { type: 'json' };

/** What stands beside a code on a form: whether it is a name of it, and of which codes it is the official one. */
export function industryNames(industries: readonly Industry[]): Pick<Classification, 'isCalled' | 'called'> {
  return {
    isCalled: (code, name) => gathered(industries).accepted.get(industryName(name))?.has(code) ?? false,
    called: (name) => [...(gathered(industries).official.get(industryName(name)) ?? [])],
  };
}

interface Gathered {
  /** The codes of every official name. */
  readonly official: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those, and the codes of every other name that is accepted beside a code. */
  readonly accepted: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Gathered when a form first names an industry. */
const gathered = memoize((industries: readonly Industry[]): Gathered => {
  const official = new Map<string, Set<string>>();
  const accepted = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, name: string, code: string): void => {
    const key = industryName(name);
    to.set(key, (to.get(key) ?? new Set()).add(code));
  };
  for (const { code, name } of industries) {
    add(official, name.zh, code);
    // 2614 有机化学原料 leaves out what is done.
    for (const text of [name.zh, nameOf(name.zh).subject || name.zh, name.en ?? name.zh])
      add(accepted, text, code);
  }
  for (const { codes, ...said } of synonyms.rows as readonly Synonym[])
    for (const text of [...(said.zh ?? []), ...(said.en ?? [])])
      for (const code of codes) add(accepted, text, code);
  for (const [code, name] of IN_OTHER_COPIES) add(accepted, name, code);
  return { official, accepted };
});

interface Synonym {
  readonly codes: readonly string[];
  readonly zh?: readonly string[];
  readonly en?: readonly string[];
}

/** Where public copies of the standard differ (README): forms were filled in by either. */
const IN_OTHER_COPIES: readonly (readonly [code: string, name: string])[] = [
  ['278', '药用辅料及包装材料'],
  ['2780', '药用辅料及包装材料'],
  ['3445', '液力动力机械元件制造'],
  ['96', '基层群众自治组织及其他组织'],
];
