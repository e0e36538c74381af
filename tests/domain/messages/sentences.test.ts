import { expect, it } from 'vitest';
import { joined, noted, sayFrom } from '../../../services/domain/messages/sentences.ts';

const sayIn = sayFrom({
  LED: { zh: '由{leads}牵头：{text}。', en: 'Led by {leads}: {text}.' },
  NOBODY: { zh: '无人牵头。', en: 'Led by nobody.' },
});

it('a sentence takes its parts as they stand, lists and texts in its language', () => {
  const parts = { leads: ['甲$&', '乙{text}'], text: { zh: '限制', en: 'restricted' } };
  expect(sayIn('zh')('LED', parts)).toBe('由甲$&、乙{text}牵头：限制。');
  expect(sayIn('en')('LED', parts)).toBe('Led by 甲$&, 乙{text}: restricted.');
});

it('a part that ends a sentence itself needs no second full stop', () => {
  expect(sayIn('zh')('LED', { leads: '甲', text: '禁止新建。' })).toBe('由甲牵头：禁止新建。');
  expect(sayIn('en')('LED', { leads: '甲', text: 'Why not?' })).toBe('Led by 甲: Why not?');
});

it('a part that is forgotten or superfluous does not compile', () => {
  // @ts-expect-error -- the text is missing
  sayIn('zh')('LED', { leads: '甲' });
  // @ts-expect-error -- the sentence has no place for it
  expect(sayIn('zh')('NOBODY', { leads: '甲' })).toBe('无人牵头。');
});

it('texts in a row and notes have the punctuation of their language', () => {
  expect([joined(['甲', '乙'], 'CLAUSES', 'zh'), joined(['a', 'b'], 'CLAUSES', 'en')]).toEqual([
    '甲；乙',
    'a; b',
  ]);
  expect([noted('甲', '$&', 'zh'), noted('a', '$&', 'en')]).toEqual(['甲（$&）', 'a ($&)']);
});
