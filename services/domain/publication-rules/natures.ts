import type { Entry } from '../catalog/entry.ts';
import type { Expression } from '../condition/tests.ts';
import { testsOf } from '../condition/tests.ts';
import { settle } from '../engine/truth-of.ts';
import type { Nature } from '../vocabulary.ts';
import { NATURES } from '../vocabulary.ts';
import { lawOf } from './reasoning/law.ts';
import type { PublicationRule } from './rule.ts';

export const MOVING_IN_IS_BUILDING_ANEW: PublicationRule = {
  code: 'PR-36',
  // The law may mean to let relocations pass, but hardly ever does: on this land they are new works.
  severity: 'WARNING',
  sentence: {
    zh: '适用于新建的条目也适用于搬迁：迁入即在本地新建。',
    en: 'An entry about new build is about relocation too: to move in is to build anew on this land.',
  },
  violations: ({ content }) =>
    content.entries
      .filter(({ natures }) => natures.includes('NEW_BUILD') && !natures.includes('RELOCATION'))
      .map(({ code, natures }) => ({ entry: code, field: 'natures', value: natures.join(', ') })),
};

export const EXCEPTION_LETS_OUT_ITS_NATURES_ONLY: PublicationRule = {
  code: 'PR-37',
  severity: 'WARNING',
  sentence: {
    zh: '按建设性质设定的除外，不使同时具有条目所及其他建设性质的项目一并除外。',
    en: 'An exception for some natures of construction does not let out what else of the entry is done beside them.',
  },
  *violations(publication) {
    for (const { compiled } of lawOf(publication).own)
      for (const { key, when } of compiled.exceptions) {
        const { entry } = compiled;
        const beside = letOutBeside(entry, when);
        if (beside.length > 0) {
          const [first] = beside;
          yield {
            entry: entry.code,
            field: `exceptions.${key}.when`,
            value: beside.join(', '),
            detail: {
              zh: `项目同时具有 ${first} 的，会随之除外。本意不是如此的，请在除外条件中加上 { set: { fact: "natures", includesNone: [${beside.join(', ')}] } }。`,
              en: `A project that is of ${first} too is let out with it. If that is not meant, add { set: { fact: "natures", includesNone: [${beside.join(', ')}] } } to the condition of the exception.`,
            },
          };
        }
      }
  },
};

/** Natures that the entry is about and the exception lets out only in company: a project of them alone stays in. */
function letOutBeside({ natures }: Entry, when: Expression): readonly Nature[] {
  const asksNatures = [...testsOf(when)].some((test) => test.kind === 'set' && test.fact === 'natures');
  if (!asksNatures) return [];
  const letsOut = (these: readonly Nature[]): boolean =>
    // What is not about natures may turn out as the exception wants it.
    settle(when, (test) =>
      test.kind === 'set' && test.fact === 'natures' ? these.some((one) => test.any.has(one)) : undefined,
    ) !== false;
  const among = SETS.filter(letsOut);
  return (natures.length > 0 ? natures : NATURES).filter(
    (nature) => !letsOut([nature]) && among.some((these) => these.includes(nature)),
  );
}

/** Every set of natures that is not empty. */
const SETS: readonly (readonly Nature[])[] = Array.from({ length: 2 ** NATURES.length - 1 }, (_, at) =>
  NATURES.filter((_, bit) => (at + 1) & (1 << bit)),
);
