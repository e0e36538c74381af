import { describe, expect, it } from 'vitest';
import { classification, industries } from '../../services/data/classification.ts';
import glossary from '../../services/data/glossary.json' with { type: 'json' };
import type { Industry } from '../../services/domain/facts/industry.ts';

type Term = readonly [zh: string, en: string, ...forms: string[]];
const terms = glossary.terms as unknown as readonly Term[];
const english = new Map(terms.map(([zh, ...forms]) => [zh, forms]));
/** Of each form asked for, since each is asked of many names. */
const words = new Map<string, RegExp>();
const longest = Math.max(...terms.map(([zh]) => zh.length));

/** What keeps its capital inside a name. */
const PROPER_NAMES = [
  "Chinese People's Political Consultative Conference",
  'Communist Party of China',
  'Communist Youth League',
  'Chinese',
  'Western',
  '3D',
];

const en = ({ name }: Industry) => name.en ?? '';
const listed = (found: readonly Industry[]) =>
  found.map((industry) => `${industry.code} ${industry.name.zh}: ${en(industry)}`);

describe('the English name of an industry', () => {
  it('is there for every code', () => {
    expect(listed(industries.filter((industry) => en(industry) === ''))).toEqual([]);
  });

  it('is plain text in sentence case', () => {
    const plain = /^[A-Z][a-zA-Z3]*(?:[ ,'’()-]+[a-zA-Z3]+)*$/;
    const isSentenceCase = (name: string) =>
      !/[A-Z]/.test(PROPER_NAMES.reduce((rest, proper) => rest.replaceAll(proper, ''), name).slice(1));
    expect(
      listed(industries.filter((industry) => !plain.test(en(industry)) || !isSentenceCase(en(industry)))),
    ).toEqual([]);
  });

  it('has no stray spaces and no word twice in a row', () => {
    expect(
      listed(industries.filter((industry) => /^\s|\s$|\s\s| ,|\b(\w+) \1\b/.test(en(industry)))),
    ).toEqual([]);
  });

  it('fits in a line of a form', () => {
    expect(
      listed(industries.filter((industry) => en(industry).length < 4 || en(industry).length > 120)),
    ).toEqual([]);
  });

  it('says what is done, without "industry" or "sector"', () => {
    expect(
      listed(industries.filter((industry) => /\b(?:industry|industries|sector)\b/i.test(en(industry)))),
    ).toEqual([]);
  });

  it('is spelled the British way', () => {
    const american =
      /\b(?:aluminum|fibers?|labor|center|centers|tires?|colors?|organizations?|utilization|programs?|jewelry|sulfur|molds?|gray|fertilizers?|plow|license[ds]?|theater|standardization|sterilization|mechanized|specialized)\b/i;
    expect(listed(industries.filter((industry) => american.test(en(industry))))).toEqual([]);
  });

  it('tells an industry from its neighbours', () => {
    const families = [undefined, ...industries].map((parent) =>
      industries.filter(({ parent: code }) => code === (parent?.code ?? null)),
    );
    const alike = families.flatMap((siblings) =>
      siblings.filter((one) => siblings.some((other) => other !== one && en(other) === en(one))),
    );
    expect(listed(alike)).toEqual([]);
  });

  it('is the same wherever the Chinese name is, and another wherever that is another', () => {
    // 其他建筑安装业 the group and 其他建筑安装 its class are one name.
    const chinese = ({ name }: Industry) => name.zh.replace(/业$/, '');
    const disagree = (key: (industry: Industry) => string, value: (industry: Industry) => string) => {
      const first = new Map<string, string>();
      return industries.filter((industry) => {
        if (!first.has(key(industry))) first.set(key(industry), value(industry));
        return first.get(key(industry)) !== value(industry);
      });
    };
    expect(listed(disagree(({ name }) => name.zh, en))).toEqual([]);
    expect(listed(disagree((industry) => en(industry).toLowerCase(), chinese))).toEqual([]);
  });

  it('says "other" where the Chinese name does, and nowhere else', () => {
    const wrong = industries.filter((industry) => {
      const isResidual = /其他/.test(industry.name.zh);
      // 香蕉等亚热带水果 is bananas and other subtropical fruit.
      const listsExamples = /等/.test(industry.name.zh);
      const saysOther = /\bother\b/i.test(en(industry));
      return isResidual ? !saysOther : saysOther && !listsExamples;
    });
    expect(listed(wrong)).toEqual([]);
  });

  it('says "not elsewhere classified" exactly for 未列明', () => {
    const wrong = industries.filter(
      (industry) =>
        industry.name.zh.includes('未列明') !== en(industry).endsWith(' not elsewhere classified'),
    );
    expect(listed(wrong)).toEqual([]);
  });

  it.each([
    ['C', 'Manufacturing'],
    ['0111', 'Growing of rice'],
    ['26', 'Manufacture of chemical raw materials and chemical products'],
    ['2614', 'Manufacture of organic chemical raw materials'],
    ['3110', 'Ironmaking'],
    ['3499', 'Manufacture of other general-purpose equipment not elsewhere classified'],
    ['3841', 'Manufacture of lithium-ion batteries'],
    ['3973', 'Manufacture of integrated circuits'],
    ['4415', 'Wind power generation'],
    ['6450', 'Internet data services'],
    ['7724', 'Hazardous waste treatment'],
  ])('of %s is "%s"', (code, name) => {
    expect(classification.industry(code)!.name.en).toBe(name);
  });
});

describe('the glossary', () => {
  it('gives each Chinese term once', () => {
    expect(terms.length).toBe(english.size);
    expect(terms.length).toBeGreaterThan(300);
  });

  it('holds every name: where a term stands in the Chinese name, its English stands in the English one', () => {
    const broken = industries.flatMap((industry) =>
      termsIn(industry.name.zh)
        .filter((zh) => !english.get(zh)!.some((form) => says(en(industry), form)))
        .map((zh) => `${listed([industry])[0]} lacks ${english.get(zh)!.join(' | ')}`),
    );
    expect(broken).toEqual([]);
  });

  it('has no term and no form that no name uses', () => {
    const used = new Set(
      industries.flatMap((industry) =>
        termsIn(industry.name.zh).flatMap((zh) =>
          english
            .get(zh)!
            .filter((form) => says(en(industry), form))
            .map((form) => `${zh} ${form}`),
        ),
      ),
    );
    const all = terms.flatMap(([zh, ...forms]) => forms.map((form) => `${zh} ${form}`));
    expect(all.filter((form) => !used.has(form))).toEqual([]);
  });

  it('leaves hardly a character of a name to chance', () => {
    const characters = industries.map(({ name }) => name.zh.replace(JOINTS, '')).join('').length;
    const open = industries.map(({ name }) => readTerms(name.zh).rest.replace(JOINTS, '')).join('').length;
    expect(open / characters).toBeLessThan(0.01);
  });

  it.each([
    ['石油开采', ['石油开采']],
    ['非金属废料和碎屑加工处理', ['废料和碎屑', '加工处理', '非金属']],
    ['锂离子电池制造', ['锂离子电池', '制造']],
  ])('reads the longest terms of %s first', (name, found) => {
    expect(termsIn(name)).toEqual(found);
  });

  it.each([
    ['Manufacture of metal ships', 'metal', true],
    ['Manufacture of Metal ships', 'metal', true],
    ['Manufacture of non-metal ships', 'metal', false],
    ['Manufacture of metallic paint', 'metal', false],
    ['Manufacture of lead-acid batteries', 'batteries', true],
  ])('in "%s" looks for "%s" as a word: %s', (name, form, found) => {
    expect(says(name, form)).toBe(found);
  });
});

/** What only joins terms: and, or, of, brackets, and the suffixes of a trade, a use and a property. */
const JOINTS = /[、（）和及与的或等用业性|]/g;

function termsIn(name: string): readonly string[] {
  return readTerms(name).found;
}

/** The terms of a name, the longest first, of equally long ones the one further left; and what no term covers. */
function readTerms(name: string): { readonly found: readonly string[]; readonly rest: string } {
  const found: string[] = [];
  let rest = name;
  for (let length = longest; length > 0; length--)
    for (let at = 0; at + length <= rest.length; at++) {
      const piece = rest.slice(at, at + length);
      if (!english.has(piece)) continue;
      found.push(piece);
      rest = rest.slice(0, at) + '|'.repeat(length) + rest.slice(at + length);
    }
  return { found, rest };
}

/** As a word of its own; non-metal does not say metal. */
function says(name: string, form: string): boolean {
  if (!words.has(form)) {
    const literal = form.replace(/[.()]/g, '\\$&');
    words.set(form, new RegExp(`(?<!\\p{L}|non-)${literal}(?!\\p{L})`, 'iu'));
  }
  return words.get(form)!.test(name);
}
