import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareParts } from '../../services/domain/catalog/shared-parts.ts';
import { arbitraryCondition } from './notation/arbitrary-condition.ts';
import { entry } from './publication/publication-of.ts';

const WHEN = {
  all: [
    { flag: { fact: 'combustibleDust', is: true } },
    { not: { flag: { fact: 'labourIntensive', is: true } } },
  ],
};

test('entries of which parts are shared say what they said', () => {
  fc.assert(
    fc.property(fc.array(arbitraryCondition), (conditions) => {
      const entries = conditions.map((when, at) =>
        entry({
          code: `1.${at}`,
          when,
          natures: at % 2 ? ['NEW_BUILD'] : [],
          exceptions: [{ key: 'a', text: { zh: '除外' }, when: conditions[0]!, discretionary: false }],
        }),
      );
      const said = JSON.stringify(entries);
      const read: typeof entries = JSON.parse(said);
      read.forEach(shareParts);
      expect(JSON.stringify(read)).toBe(said);
    }),
  );
});

test('what entries have in common is there once', () => {
  const said = entry({ when: WHEN, natures: ['NEW_BUILD'], basis: [{ document: '通知' }] });
  const [one, other] = [said, said].map((each): typeof said => {
    const read = JSON.parse(JSON.stringify(each));
    shareParts(read);
    return read;
  });
  const parts = ({ when, natures, activities, territory, basis, requirements }: typeof said) => [
    ...(when as typeof WHEN).all.map((part) => ('not' in part ? part.not : part)),
    natures,
    activities,
    territory,
    basis,
    requirements,
  ];
  for (const [at, part] of parts(one!).entries()) expect(part).toBe(parts(other!)[at]);
});
