import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { contentHashOf } from '../../services/domain/catalog/content-hash.ts';
import type { FactDefinition } from '../../services/domain/facts/fact.ts';
import { hashOf, sha256 } from '../../services/domain/values/canonical.ts';
import { sampleEntries, sampleEntry } from './samples.ts';

const fact = (key: string): FactDefinition => ({
  key,
  type: 'FLAG',
  about: 'PROJECT',
  name: { zh: key },
  question: { zh: `${key}？` },
});
const content: CatalogContent = {
  title: { zh: '目录', en: 'Catalog' },
  issuer: '省政府',
  documentNumber: '晋政发〔2026〕1号',
  facts: [fact('sx.a'), fact('sx.b')],
  products: [],
  lists: [
    { key: 'sx.l', name: { zh: '名单' }, members: ['50-00-0', '7782-50-5'] },
    { key: 'sx.m', name: { zh: '另一名单' }, members: ['7664-41-7'] },
  ],
  entries: sampleEntries(12),
};

test('the hash is that of the canonical JSON with the hashes of the entries in the order of their codes', () => {
  const { entries, ...header } = content;
  expect(contentHashOf(content)).toBe(hashOf({ ...header, entries: entries.map((entry) => hashOf(entry)) }));
  expect(contentHashOf({ title: { zh: '空' }, facts: [], lists: [], products: [], entries: [] })).toBe(
    sha256('{"entries":[],"facts":[],"lists":[],"products":[],"title":{"zh":"空"}}'),
  );
});

test('the order in which things were put in plays no part', () => {
  const shuffled = fc.record({
    facts: fc.shuffledSubarray([...content.facts], { minLength: 2 }),
    lists: fc.shuffledSubarray([...content.lists], { minLength: 2 }),
    entries: fc.shuffledSubarray([...content.entries], { minLength: 12 }),
    members: fc.shuffledSubarray([...content.lists[0]!.members], { minLength: 2 }),
  });
  fc.assert(
    fc.property(shuffled, ({ facts, lists, entries, members }) => {
      const reordered = lists.map((list) => (list.key === 'sx.l' ? { ...list, members } : list));
      expect(contentHashOf({ ...content, facts, lists: reordered, entries })).toBe(contentHashOf(content));
    }),
  );
});

test('unset, null and left out are one', () => {
  const { issuer: _, documentNumber: __, ...bare } = content;
  const [first, ...rest] = content.entries;
  const nulls: CatalogContent = {
    ...bare,
    issuer: null,
    documentNumber: undefined,
    facts: content.facts.map((given) => ({ ...given, unit: null, options: undefined })),
    entries: [{ ...first!, validTo: null, remark: undefined, text: { ...first!.text } }, ...rest],
  };
  expect(contentHashOf(nulls)).toBe(contentHashOf(bare));
});

const entry = sampleEntry('1.1');
const base = { ...content, entries: [entry] };
for (const [what, changed] of [
  ['the title', { ...base, title: { zh: '别的目录', en: 'Catalog' } }],
  ['the English title', { ...base, title: { zh: '目录' } }],
  ['the issuer', { ...base, issuer: '市政府' }],
  ['the document number', { ...base, documentNumber: null }],
  ['a definition', { ...base, facts: [fact('sx.a'), { ...fact('sx.b'), about: 'ZONE' as const }] }],
  [
    'a member of a list',
    { ...base, lists: [content.lists[0]!, { ...content.lists[1]!, members: ['50-00-0'] }] },
    { ...base, products: [{ key: 'sx.p', name: { zh: '料' }, aliases: [], narrower: [], units: [] }] },
  ],
  ['a word of an entry', { ...base, entries: [{ ...entry, remark: { zh: '备注' } }] }],
  [
    'a bound in a condition',
    { ...base, entries: [{ ...entry, when: { flag: { fact: 'labourIntensive', is: true } } }] },
  ],
  ['an entry that is not there', { ...base, entries: [] }],
] as const)
  test(`${what} changes the hash`, () => {
    expect(contentHashOf(changed)).not.toBe(contentHashOf(base));
  });
