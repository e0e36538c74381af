import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ENTRY_SHAPE, entry as entryShape } from '../../services/domain/catalog/entry-shape.ts';
import { OPERATORS } from '../../services/domain/condition/operators/table.ts';
import { factDefinition, ownKey, substanceList } from '../../services/domain/facts/definition-shape.ts';
import { readShape, readShapes } from '../../services/domain/messages/read-input.ts';
import { Refusals } from '../../services/domain/messages/refusal.ts';
import { hashOf } from '../../services/domain/values/canonical.ts';
import { entry } from './publication/publication-of.ts';

const LEAST = {
  code: '1.1',
  measure: 'PROHIBITED',
  text: { zh: '禁止' },
  basis: [{ document: '通知' }],
};
const read = (said: object) => readShape(entryShape, { ...LEAST, ...said }, ['entries', '0']);
/** What is wrong, as `CODE path`, without the beginning of the path. */
function faults(said: unknown): readonly string[] {
  try {
    readShape(entryShape, said, ['entries', '0']);
    return [];
  } catch (error) {
    if (!(error instanceof Refusals)) throw error;
    return error.refusals.map(({ code, path }) => [code, path!.slice(2).join('.')].filter(Boolean).join(' '));
  }
}
const faultsOfCondition = (when: unknown) => faults({ ...LEAST, when });

it('what an entry may say has a new ENTRY_SHAPE whenever it changes', () => {
  // What a stored content says of its entries holds for the very shape that they were written with.
  const shapes = [entryShape, ...Object.values(OPERATORS).map(({ shape }) => shape)];
  const schemas = shapes.map((shape) => z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' }));
  expect(hashOf(schemas).slice(0, 12)).toBe(ENTRY_SHAPE);
});

describe('an entry as it is put in', () => {
  it('gets its defaults, and nothing stays of what is null or left out', () => {
    expect(
      read({
        force: null,
        industries: null,
        when: null,
        validFrom: null,
        remark: { zh: '备注', en: null },
        replacement: undefined,
        basis: [{ document: '通知', number: null }],
      }),
    ).toEqual({
      ...LEAST,
      force: 'MANDATORY',
      industries: { include: [], except: [] },
      natures: [],
      activities: [],
      territory: { include: [], except: [] },
      exceptions: [],
      requirements: [],
      remark: { zh: '备注' },
    });
  });

  it('reads back as it was put in', () => {
    const full = {
      ...LEAST,
      printedAs: '第三章第（二）项',
      sortedAs: '1.0-a',
      measure: 'RESTRICTED',
      force: 'IN_PRINCIPLE',
      text: { zh: '限制', en: 'restricted' },
      industries: { include: ['26'], except: ['2614'] },
      natures: ['NEW_BUILD', 'EXPANSION'],
      activities: ['STORE'],
      territory: { include: ['region_140100'], except: [] },
      when: {
        all: [
          { number: { fact: 'landArea', unit: '亩', atLeast: '10.50' } },
          { not: { any: [{ flag: { fact: 'labourIntensive', is: false } }] } },
          { choice: { fact: 'nationalClass', oneOf: ['RESTRICTED'] } },
          { set: { fact: 'purposes', includesAny: ['SAFETY'] } },
          { date: { fact: 'a.day', before: '2024-02-29' } },
          { chemical: { substance: { any: true }, activities: ['STORE'], moreThan: '0' } },
          { product: { product: '味精', unit: 't/a', of: 'ADDED' } },
        ],
      },
      exceptions: [{ key: 'e', text: { zh: '除外' }, discretionary: true, decidedBy: 'PREFECTURE' }],
      requirements: [{ key: 'r', text: { zh: '要求' }, evidence: { zh: '报告' } }],
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      exemptIfApprovedBefore: '2020-01-01',
      deadline: '2028-01-01',
      replacement: { zh: '替代' },
      responsibility: { lead: '应急管理局', cooperating: ['工信局'] },
      basis: [{ document: '通知', number: '1号', article: '二', url: 'https://example.com/1' }],
      remark: { zh: '备注' },
    };
    expect(read(full)).toEqual(full);
    expect(readShape(entryShape, read(full), [])).toEqual(full);
  });

  it('keeps decimals as they are written, and takes JSON numbers that are exact', () => {
    const bounds = (said: object) =>
      read({ when: { number: { fact: 'landArea', unit: '亩', ...said } } }).when;
    expect(bounds({ atLeast: '10.50', lessThan: 12.5 })).toEqual({
      number: { fact: 'landArea', unit: '亩', atLeast: '10.50', lessThan: '12.5' },
    });
    expect(bounds({ atLeast: '100000000000000000000', lessThan: 100_000_000_000_000 })).toEqual({
      number: {
        fact: 'landArea',
        unit: '亩',
        atLeast: '100000000000000000000',
        lessThan: '100000000000000',
      },
    });
  });

  it.each([
    ['', '1e5', '1,000', ' 1', '+1', '.5', '5.', 'NaN'],
    // Of sixteen digits a JSON number may have been rounded, 10^16 from 10^16 + 1: a fact is refused for it too.
    [0.1234567890123456, 1e16, 1e20, 1e21, true, {}],
  ])('refuses what is no exact decimal: %j …', (...values) => {
    for (const atLeast of values)
      expect(faultsOfCondition({ number: { fact: 'landArea', atLeast } })).toEqual([
        'INVALID_NUMBER when.number.atLeast',
      ]);
  });

  it('has a printed place of a line and stands as a code', () => {
    expect(faults({ ...LEAST, printedAs: ' ', sortedAs: '第一条' })).toEqual([
      'REQUIRED printedAs',
      'INVALID_CODE sortedAs',
    ]);
    expect(faults({ ...LEAST, printedAs: '条'.repeat(41) })).toEqual(['OUT_OF_RANGE printedAs']);
  });

  it('is told all its faults at once, with path', () => {
    expect(
      faults({
        code: '1 1',
        measure: 'FORBIDDEN',
        text: {},
        industries: { include: [''] },
        natures: ['NEW'],
        exceptions: [
          { key: 'a', text: { zh: '一' } },
          { key: 'a', text: { zh: '二' }, discretionary: true },
        ],
        requirements: 'none',
        validFrom: '2025-02-29',
        basis: [{ document: '通知', url: 'javascript:alert(1)' }],
        surprise: 1,
      }).toSorted(),
    ).toEqual(
      [
        'INVALID_CODE code',
        'NOT_ONE_OF measure',
        'REQUIRED text.zh',
        'REQUIRED industries.include.0',
        'NOT_ONE_OF natures.0',
        'EXCEPTION_WITHOUT_TEST exceptions.0',
        'DUPLICATE_CODE exceptions.1',
        'WRONG_SHAPE requirements',
        'INVALID_DATE validFrom',
        'INVALID_URL basis.0.url',
        'UNKNOWN_FIELD surprise',
      ].toSorted(),
    );
  });

  it('quotes the value in both languages', () => {
    try {
      read({ validFrom: '2025-02-29' });
      expect.unreachable();
    } catch (error) {
      const [refusal] = (error as Refusals).refusals;
      expect(refusal!.text('zh')).toBe(
        '“entries.0.validFrom”的值 2025-02-29 不是日期，请按 2026-11-23 的格式填写。',
      );
      expect(refusal!.text('en')).toBe(
        'The value 2025-02-29 of "entries.0.validFrom" is not a date. Write it like 2026-11-23.',
      );
    }
  });

  it('is no bigger than storage can hold, and no deeper than any law', () => {
    expect(faults({ ...LEAST, text: { zh: '字'.repeat(11_000) } })).toEqual(['TOO_LARGE']);
    const deep = (levels: number): object =>
      levels === 0 ? { flag: { fact: 'labourIntensive', is: true } } : { not: deep(levels - 1) };
    expect(faultsOfCondition(deep(40))).toEqual([]);
    expect(faultsOfCondition(deep(50))).toEqual(['TOO_DEEP']);
    expect(faultsOfCondition(deep(5000))).toEqual(['TOO_DEEP']);
  });

  it.each([[null], ['text'], [3], [[]], [[{}]]])('is an object, not %j', (value) => {
    expect(faults(value)).toEqual(['WRONG_SHAPE']);
  });

  it('tells the faults of all entries together', () => {
    expect(() => readShapes(entryShape, [LEAST, {}, { ...LEAST, code: '' }], ['entries'])).toThrow(
      expect.objectContaining({
        refusals: [
          expect.objectContaining({ code: 'REQUIRED', path: ['entries', '1', 'code'] }),
          expect.objectContaining({ code: 'REQUIRED', path: ['entries', '1', 'measure'] }),
          expect.objectContaining({ code: 'REQUIRED', path: ['entries', '1', 'text'] }),
          expect.objectContaining({ code: 'INVALID_CODE', path: ['entries', '2', 'code'] }),
        ],
      }),
    );
  });
});

describe('a condition that the engine could not evaluate is refused when it is put in', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing in it', {}, ['NOT_EXACTLY_ONE when']],
    [
      'two tests in one',
      { flag: { fact: 'f', is: true }, choice: { fact: 'c', oneOf: ['a'] } },
      ['NOT_EXACTLY_ONE when'],
    ],
    ['an empty all', { all: [] }, ['EMPTY_CONDITION when.all']],
    ['an empty any', { not: { any: [] } }, ['EMPTY_CONDITION when.not.any']],
    ['an empty choice', { choice: { fact: 'c', oneOf: [] } }, ['EMPTY_CONDITION when.choice.oneOf']],
    ['an empty set', { set: { fact: 'c', includesAny: [] } }, ['EMPTY_CONDITION when.set.includesAny']],
    [
      'empty activities',
      { chemical: { substance: { any: true }, activities: [] } },
      ['EMPTY_CONDITION when.chemical.activities'],
    ],
    ['a number without bounds', { number: { fact: 'n', unit: 't' } }, ['NO_BOUNDS when.number']],
    ['a date without bounds', { date: { fact: 'd' } }, ['NO_BOUNDS when.date']],
    ['no such day', { date: { fact: 'd', before: '2026-13-01' } }, ['INVALID_DATE when.date.before']],
    ['any: false', { chemical: { substance: { any: false } } }, ['NOT_ONE_OF when.chemical.substance.any']],
    [
      'two substances',
      { chemical: { substance: { cas: '1', list: 'l' } } },
      ['NOT_EXACTLY_ONE when.chemical.substance'],
    ],
    [
      'a negative amount',
      { chemical: { substance: { any: true }, moreThan: '-0.1' } },
      ['NEGATIVE_AMOUNT when.chemical.moreThan'],
    ],
    [
      'an unknown measure of products',
      { product: { product: 'p', unit: 't', of: 'TOTAL' } },
      ['NOT_ONE_OF when.product.of'],
    ],
    ['a flag without a value', { flag: { fact: 'f' } }, ['REQUIRED when.flag.is']],
    ['null in a list', { all: [null] }, ['WRONG_SHAPE when.all.0']],
    ['an unknown test', { text: { fact: 'f' } }, ['UNKNOWN_FIELD when.text', 'NOT_EXACTLY_ONE when']],
  ])('%s', (_, when, told) => {
    expect(faultsOfCondition(when)).toEqual(told);
  });
});

describe('a stored entry', () => {
  it('that this software cannot read throws, whatever is wrong with it', () => {
    expect(() => entryShape.parse({ ...entry(), measure: 'FROWNED_UPON' })).toThrow();
    expect(() => entryShape.parse({ ...entry(), when: { sometimes: true } })).toThrow();
    expect(entryShape.parse(entry())).toEqual(entry());
  });
});

describe('definitions', () => {
  const NAMES = { name: { zh: '名称' }, question: { zh: '问题？' } };
  const faultsOf = (said: object): readonly string[] => {
    try {
      readShape(factDefinition, { key: 'a.b', type: 'FLAG', ...NAMES, ...said }, []);
      return [];
    } catch (error) {
      return (error as Refusals).refusals.map(({ code, path }) => `${code} ${path!.join('.')}`);
    }
  };

  it('are about the project unless they say otherwise', () => {
    expect(readShape(factDefinition, { key: 'a.b', type: 'FLAG', ...NAMES }, [])).toEqual({
      key: 'a.b',
      type: 'FLAG',
      about: 'PROJECT',
      ...NAMES,
    });
  });

  it('list the options of a choice or set, without which an unknown fact could be anything', () => {
    expect(faultsOf({ type: 'CHOICE' })).toEqual(['REQUIRED options']);
    expect(faultsOf({ type: 'SET', options: [] })).toEqual(['NOTHING_GIVEN options']);
    expect(faultsOf({ type: 'SET', options: ['a', 'a'] })).toEqual(['DUPLICATE_CODE options.1']);
    expect(faultsOf({ type: 'SET', options: ['a', 'OTHER'] })).toEqual([]);
  });

  it('say nothing that their type has no use for', () => {
    expect(faultsOf({ unit: 't', integer: true, options: ['a'] }).toSorted()).toEqual([
      'UNKNOWN_FIELD integer',
      'UNKNOWN_FIELD options',
      'UNKNOWN_FIELD unit',
    ]);
    expect(faultsOf({ type: 'NUMBER', unit: 't', integer: true })).toEqual([]);
  });

  it('of substance lists have members, each once', () => {
    const list = (members: string[]) => () =>
      readShape(substanceList, { key: 'a.l', name: { zh: '名单' }, members }, []);
    expect(list([])).toThrow(Refusals);
    expect(list(['7732-18-5', '7732-18-5'])).toThrow(Refusals);
    expect(list(['7732-18-5'])()).toEqual({ key: 'a.l', name: { zh: '名单' }, members: ['7732-18-5'] });
  });

  it('belong to exactly one catalog by their key', () => {
    expect(ownKey('a', 'a.b')).toBe(true);
    expect(ownKey('a.b', 'a.b.c')).toBe(true);
    for (const key of ['a.b.c', 'a.', 'a', 'b.a', 'a.b c', '.a']) expect(ownKey('a', key)).toBe(false);
  });
});
