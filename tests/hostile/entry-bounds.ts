import * as fc from 'fast-check';
import { prohibited } from '../api/seed.ts';
import { type AtBound, amount, bound, code, day, url } from './bounds.ts';

/** An entry with one of its values at or beyond its bound, and the faults it must be told: `CODE path`, the path inside it. */
export interface EntryAtBounds {
  readonly entry: object;
  readonly faults: readonly string[];
}

const LEAST = prohibited('1');
const { code: _, ...UNNUMBERED } = LEAST as { readonly code: string };

const at = (
  values: fc.Arbitrary<AtBound>,
  path: string,
  entryWith: (value: never) => object,
): fc.Arbitrary<EntryAtBounds> =>
  values.map(({ value, fault }) => ({
    entry: { ...UNNUMBERED, ...entryWith(value as never) },
    faults: fault ? [`${fault} ${path}`] : [],
  }));
const fixed = (entry: object, ...faults: readonly string[]): fc.Arbitrary<EntryAtBounds> =>
  fc.constant({ entry: { ...UNNUMBERED, ...entry }, faults });

const number = (test: object) => ({ when: { number: { fact: 'landArea', unit: '亩', ...test } } });
const chemical = (test: object) => ({ when: { any: [{ chemical: { substance: { any: true }, ...test } }] } });
const text = { zh: '文' };
const bytesOf = (said: object): number => Buffer.byteLength(JSON.stringify(said));
/** Longer than a storage bucket by far, whatever the defaults add. */
const BULKY = '禁'.repeat(11_000);

export const entriesAtBounds: fc.Arbitrary<EntryAtBounds> = fc.oneof(
  // The code of the entry itself is checked where it is the fault: good ones are numbered by the test.
  at(
    code.filter(({ fault }) => fault !== null),
    'code',
    (value) => ({ code: value }),
  ),
  ...['validFrom', 'validTo', 'exemptIfApprovedBefore', 'deadline'].map((field) =>
    at(day, field, (value) => ({ [field]: value })),
  ),
  ...['lessThan', 'atMost', 'atLeast', 'moreThan'].map((name) =>
    at(bound, `when.number.${name}`, (value) => number({ [name]: value })),
  ),
  at(amount, 'when.any.0.chemical.moreThan', (value) => chemical({ moreThan: value })),
  at(bound, 'when.product.atLeast', (value) => ({
    when: { product: { product: '烧碱', unit: 't', of: 'CAPACITY', atLeast: value } },
  })),
  at(day, 'when.date.before', (value) => ({ when: { date: { fact: 'park.day', before: value } } })),
  at(code, 'exceptions.0.key', (value) => ({ exceptions: [{ key: value, text, discretionary: true }] })),
  at(code, 'requirements.0.key', (value) => ({ requirements: [{ key: value, text }] })),
  at(url, 'basis.0.url', (value) => ({ basis: [{ document: '通知', url: value }] })),
  fixed(number({}), 'NO_BOUNDS when.number'),
  fixed({ when: { all: [] } }, 'EMPTY_CONDITION when.all'),
  fixed({ when: { not: { any: [] } } }, 'EMPTY_CONDITION when.not.any'),
  fixed({ when: { set: { fact: 'natures', includesAny: [] } } }, 'EMPTY_CONDITION when.set.includesAny'),
  fixed({ when: { flag: { fact: ' ', is: true } } }, 'REQUIRED when.flag.fact'),
  fixed({ exceptions: [{ key: 'a', text }] }, 'EXCEPTION_WITHOUT_TEST exceptions.0'),
  fixed(
    {
      requirements: [
        { key: 'a', text },
        { key: 'a', text },
      ],
    },
    'DUPLICATE_CODE requirements.1',
  ),
  fixed({ industries: { include: ['26', ''] } }, 'REQUIRED industries.include.1'),
  fixed({ text: { zh: '禁'.repeat(10_000), en: 'x' } }),
  fixed({ text: { zh: BULKY } }, 'TOO_LARGE '),
);

if (bytesOf({ zh: BULKY }) <= 32 * 1024) throw new Error('the bulky text fits');
