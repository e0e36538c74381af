import fc from 'fast-check';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import { condition as conditionShape } from '../../../services/domain/condition/condition-shape.ts';
import { DICTIONARY } from '../../../services/domain/facts/dictionary.ts';
import { KEYWORDS } from '../../../services/domain/notation/keywords.ts';

/** Names as they are, names as nobody would give them, and whatever the notation itself is made of. */
const name: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...DICTIONARY.flatMap(({ key, name }) => [key, name.zh, name.en ?? key])),
    fc.constantFrom(
      'sx.rate',
      'sx.rate2',
      'other.fact',
      '附属装置',
      'NEW_BUILD',
      '新建',
      '新建设',
      'A',
      'KEY_SUPERVISED',
    ),
    fc.constantFrom(
      '2614',
      '37',
      'C',
      'C2614',
      '9999',
      '7782-50-5',
      '1',
      '是',
      '否',
      '万元',
      't/a',
      '%',
      'm³',
      '吨',
    ),
    fc.constantFrom(...Object.values(KEYWORDS).flatMap(({ zh, en }) => [...zh, ...en])),
    fc.constantFrom(
      '甲（乙）',
      '甲、乙',
      '“甲”',
      '"a"',
      '〔甲〕',
      ' 甲',
      'a b',
      '\n',
      '\u0000',
      '甲且乙',
      'ＡＢ',
      "'=1",
      '𠮷',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
  )
  .filter((one) => one.trim() !== '');
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
const number = fc.constantFrom(
  '0',
  '-1.50',
  '30000',
  '280',
  '007',
  '0.001',
  '123456789012345678901234567890.5',
);
const day = fc.constantFrom('2026-11-23', '1999-01-31', '2024-02-29');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const bounds = {
  lessThan: maybe(number),
  atMost: maybe(number),
  atLeast: maybe(number),
  moreThan: maybe(number),
};

const test = fc.oneof(
  fc.record({ number: fc.record({ fact: name, unit: maybe(name), ...bounds }) }),
  fc.record({ flag: fc.record({ fact: name, is: fc.boolean() }) }),
  fc.record({ choice: fc.record({ fact: name, oneOf: names }) }),
  fc
    .tuple(name, fc.constantFrom('includesAny', 'includesAll', 'includesNone'), names)
    .map(([fact, way, options]) => ({ set: { fact, [way]: options } })),
  fc.record({ date: fc.record({ fact: name, before: maybe(day), onOrAfter: maybe(day) }) }),
  fc.record({
    chemical: fc.record({
      substance: fc.oneof(
        fc.record({ cas: name }),
        fc.record({ list: name }),
        fc.record({ outsideList: name }),
        fc.constant({ any: true }),
      ),
      activities: maybe(fc.subarray(['PRODUCE', 'STORE', 'USE', 'TRADE', 'TRANSPORT'], { minLength: 1 })),
      fraction: maybe(fc.record(bounds)),
      moreThan: maybe(number),
    }),
  }),
  fc.record({
    product: fc.record({
      product: name,
      unit: name,
      of: fc.constantFrom('CAPACITY', 'PER_LINE', 'ADDED'),
      ...bounds,
    }),
  }),
);

/** Every condition that can be put into an entry. */
export const arbitraryCondition: fc.Arbitrary<Condition> = fc
  .letrec<{ condition: unknown }>((tie) => {
    const parts = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
    return {
      condition: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        { weight: 3, arbitrary: test as fc.Arbitrary<unknown> },
        { weight: 1, arbitrary: parts.map((all) => ({ all })) },
        { weight: 1, arbitrary: parts.map((any) => ({ any })) },
        { weight: 1, arbitrary: tie('condition').map((not) => ({ not })) },
      ),
    };
  })
  .condition.map((drawn) => conditionShape.safeParse(JSON.parse(JSON.stringify(drawn))))
  .filter(({ success }) => success)
  .map(({ data }) => data!);
