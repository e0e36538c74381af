import fc from 'fast-check';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type { Entry, Exception, Requirement } from '../../../services/domain/catalog/entry.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import type { FactDefinition, SubstanceList } from '../../../services/domain/facts/fact.ts';
import type { ProductTerm } from '../../../services/domain/facts/product-term.ts';

// Contents with few values to a field, so that two of them often agree in it: every field may be set, null or unset.

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const text = pick({ zh: '甲' }, { zh: '甲', en: null }, { zh: '甲', en: 'A' }, { zh: '乙' });
const maybe = <T>(...values: readonly T[]) => pick<T | null | undefined>(undefined, null, ...values);
const condition = pick<Condition>(
  { flag: { fact: 'combustibleDust', is: true } },
  { number: { fact: 'landArea', lessThan: '5', moreThan: null } },
  { number: { fact: 'landArea', lessThan: '5' } },
  { all: [{ flag: { fact: 'combustibleDust', is: true } }] },
);
const when = fc.option(condition, { nil: undefined, freq: 2 });
const few = <T>(...values: readonly T[]) => fc.array(pick(...values), { maxLength: 3 });
const distinct = <T extends { readonly key: string }>(item: fc.Arbitrary<T>) =>
  fc.uniqueArray(item, { selector: ({ key }) => key, maxLength: 3 });

/** One key is part of another's path: nothing may be split at dots. */
const KEYS = ['a', 'b', 'a.text'] as const;
const exception: fc.Arbitrary<Exception> = fc.record({
  key: pick(...KEYS),
  text,
  when,
  discretionary: fc.boolean(),
  decidedBy: maybe('ZONE' as const, 'COUNTRY' as const),
});
const requirement: fc.Arbitrary<Requirement> = fc.record({
  key: pick(...KEYS),
  text,
  when,
  evidence: fc.option(text, { nil: undefined }),
});

export const arbitraryEntry: fc.Arbitrary<Entry> = fc.record({
  code: pick('1', '1.2', '1.10', '2'),
  printedAs: maybe('第一条', '（一）1'),
  sortedAs: maybe('0', '1.5'),
  measure: pick('PROHIBITED' as const, 'RESTRICTED' as const),
  force: pick('MANDATORY' as const, 'IN_PRINCIPLE' as const),
  text,
  industries: fc.record({ include: few('26', 'C'), except: few('2611') }),
  natures: few('NEW_BUILD' as const, 'EXPANSION' as const),
  activities: few('PRODUCE' as const, 'STORE' as const),
  territory: fc.record({ include: few('zone_1', 'area_1.core'), except: few('zone_2', 'area_1.edge') }),
  when,
  exceptions: distinct(exception),
  requirements: distinct(requirement),
  validFrom: maybe('2026-01-01'),
  validTo: maybe('2027-12-31'),
  exemptIfApprovedBefore: maybe('2025-01-01'),
  deadline: maybe('2028-01-01'),
  replacement: fc.option(text),
  responsibility: maybe({ lead: '应急局', cooperating: [] }, { lead: '应急局', cooperating: ['工信局'] }),
  basis: few({ document: '办法' }, { document: '办法', number: null }, { document: '办法', article: '一' }),
  remark: fc.option(text),
  conditionsPending: maybe(true, false),
});

const fact: fc.Arbitrary<FactDefinition> = fc.record({
  key: pick('sx.a', 'sx.b'),
  type: pick('NUMBER' as const, 'SET' as const),
  about: pick('PROJECT' as const, 'ZONE' as const),
  unit: maybe('t'),
  integer: maybe(true, false),
  options: fc.option(few('X', 'Y')),
  name: text,
  question: text,
});
const product: fc.Arbitrary<ProductTerm> = fc.record({
  key: pick('sx.p', '铁合金'),
  name: text,
  aliases: few('硅渣', '炉料'),
  narrower: few('硅铁', '锰铁'),
  units: few('t/a', '炉'),
});
const list: fc.Arbitrary<SubstanceList> = fc.record({
  key: pick('sx.l', 'sx.m'),
  name: text,
  members: few('50-00-0', '7782-50-5'),
});

const fields = {
  title: text,
  issuer: maybe('省政府', '市政府'),
  documentNumber: maybe('1号'),
  facts: distinct(fact),
  lists: distinct(list),
  products: distinct(product),
  entries: fc.uniqueArray(arbitraryEntry, { selector: ({ code }) => code, maxLength: 4 }),
};

/** Two contents: the second is the first with none, some or all of its parts drawn anew. */
export const arbitraryContents: fc.Arbitrary<readonly [CatalogContent, CatalogContent]> = fc
  .tuple(fc.record(fields), fc.record(fields, { requiredKeys: [] }), fc.record(fields), fc.nat({ max: 4 }))
  .chain(([from, drawn, other, edited]) =>
    fc
      .tuple(
        fc.shuffledSubarray([...from.entries], { minLength: from.entries.length }),
        fc.subarray(Object.keys(fields)),
        fc.option(fc.record(entryFields, { requiredKeys: [] })),
      )
      .map(([entries, kept, edit]) => {
        const redrawn = Object.fromEntries(Object.entries(drawn).filter(([name]) => kept.includes(name)));
        const rewritten = entries.map((entry, at) => (at === edited ? { ...entry, ...edit } : { ...entry }));
        return [from, edited === 4 ? other : { ...from, entries: rewritten, ...redrawn }] as const;
      }),
  );

const entryFields = {
  measure: pick('PROHIBITED' as const, 'RESTRICTED' as const),
  natures: few('NEW_BUILD' as const, 'EXPANSION' as const),
  exceptions: distinct(exception),
  when,
};
