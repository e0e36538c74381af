import * as fc from 'fast-check';
import type {
  ChemicalInput,
  EarlierApproval,
  FactsInput,
  ProductInput,
} from '../../../services/domain/assessment/project.ts';
import type { FactValue } from '../../../services/domain/facts/fact.ts';
import type { Activity } from '../../../services/domain/vocabulary.ts';
import { ACTIVITIES, NATURES } from '../../../services/domain/vocabulary.ts';
import { BUILT_IN } from './dictionary.ts';
import { AMMONIA, BENZENE, CHLORINE, METHANOL, ON, PHOSGENE, WATER } from './small-basis.ts';

/** Projects from all but complete to all but unknown. Each says by `stated` how much of it, of ten, is known. */
export const arbitraryProject = fc.constantFrom(2, 5, 8).chain((stated) => {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    fc.oneof(
      { withCrossShrink: true },
      { weight: 10 - stated, arbitrary: fc.constant(null) },
      { weight: stated, arbitrary },
    );
  const options = (key: string, choices = BUILT_IN[key]!.options!): fc.Arbitrary<string | null> =>
    maybe(fc.constantFrom(...choices));
  const flag = maybe(fc.boolean());
  const facts: fc.Arbitrary<FactsInput> = fc.record({
    totalInvestment: maybe(
      fc.constantFrom(
        '0',
        1000,
        '3000',
        3000.0,
        { number: '5000' },
        { number: '2500.00', unit: '万元' },
        { number: '0.3', unit: '亿元' },
        { number: 29_999_990, unit: '元' },
      ),
    ),
    fixedAssetInvestment: maybe(fc.constantFrom('1000', 2500, '3000')),
    landArea: maybe(
      fc.constantFrom(
        { number: '5', unit: '亩' },
        { number: 10, unit: '亩' },
        { number: '12.5', unit: '亩' },
        { number: '20', unit: '市亩' },
        { number: '0.5', unit: '公顷' },
        { number: '5000', unit: 'm²' },
      ),
    ),
    taxPerMu: maybe(fc.constantFrom('0', 15, '14.999')),
    annualEnergy: maybe(fc.constantFrom('999.9', 1000, '5000')),
    exposedPersons: maybe(fc.constantFrom(0, 9, 10)),
    purposes: maybe(fc.subarray(['SAFETY', 'ENVIRONMENT', 'DIGITAL'])),
    nationalClass: options('nationalClass'),
    hazardousChemicalProject: flag,
    processes: maybe(fc.subarray(['NITRATION', 'OXIDATION', 'CRACKING'])),
    chemicals: maybe(inventory),
    products: maybe(productList),
    majorHazardLevel: options('majorHazardLevel'),
    combustibleDust: flag,
    labourIntensive: flag,
    firstOfKindProcess: flag,
    reactionRiskAssessed: flag,
    automaticControl: flag,
    safetyInstrumentedSystem: flag,
  });
  return fc.record({
    industries: maybe(industries),
    natures: maybe(fc.subarray([...NATURES], { minLength: 1, maxLength: 2 })),
    activities: maybe(activities),
    areas: maybe(fc.subarray(['core', 'edge', 'port'], { minLength: 1 })),
    earlierApproval: maybe(
      fc.constantFrom<EarlierApproval>(
        { none: true },
        { approvedOn: ON },
        { approvedOn: '2019-12-31' },
        { approvedOn: '2020-01-01' },
      ),
    ),
    facts,
    declared: fc.record(
      Object.fromEntries(
        ['k0', 'k1', 'k2'].flatMap((key) =>
          Object.entries(DECLARED).map(([name, values]) => [
            `${key}.${name}`,
            maybe(fc.constantFrom<FactValue>(...values)),
          ]),
        ),
      ),
    ),
    rulings: fc.oneof(
      fc.constant([]),
      fc.array(fc.constantFrom('OPEN' as const, 'CONFIRMED' as const, 'DENIED' as const), { maxLength: 4 }),
    ),
  });
});
export type LooseProject = typeof arbitraryProject extends fc.Arbitrary<infer T> ? T : never;

/** At every level; the only class of a group, and the group. */
const PROJECT_CODES = [
  'C',
  'A',
  '26',
  '05',
  '261',
  '051',
  '262',
  '461',
  '2611',
  '2614',
  '0511',
  '2621',
  '4620',
];

/** One or two codes, each as it stands or as a form has it, or both in one line. */
const industries: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...PROJECT_CODES), { minLength: 1, maxLength: 2 }),
    fc.constantFrom('PLAIN', 'PLAIN', 'WIDE', 'LETTER', 'NAMED', 'JOINED'),
  )
  .map(([codes, form]) => {
    const letterOf = (code: string) => (/^\d/.test(code) ? { 0: 'A', 2: 'C', 4: 'D' }[code[0]!] : '');
    switch (form) {
      case 'WIDE':
        return codes.map((code) =>
          code.replace(/[\dA-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
        );
      case 'LETTER':
        return codes.map((code) => `${letterOf(code)}${code}`);
      case 'NAMED':
        return codes.map((code) => `${code} 行业${code}`);
      case 'JOINED':
        return [codes.join('、')];
      default:
        return codes;
    }
  });

const DECLARED: Readonly<Record<string, readonly FactValue[]>> = {
  share: [{ number: '0' }, { number: 10 }, { number: '12.5' }, { number: '99' }],
  storeys: [{ number: '2' }, { number: 3 }],
  furnaces: [
    { numbers: [] },
    { numbers: ['400'] },
    { numbers: [399, '1000.5'] },
    { numbers: ['500', '500'] },
  ],
  crews: [{ numbers: [] }, { numbers: [2, 4] }],
  outlay: [{ number: '0' }, { number: '1000' }, { number: 750 }, { number: '2500' }],
  link: [{ flag: true }, { flag: false }],
  route: [{ choice: 'WET' }, { choice: 'OTHER' }],
  works: [{ set: [] }, { set: ['KILN'] }, { set: ['MILL', 'DOCK'] }],
  builtOn: [{ date: '2019-12-31' }, { date: '2020-01-01' }, { date: '2026-06-15' }],
};

const activities: fc.Arbitrary<Activity[]> = fc.subarray([...ACTIVITIES], { minLength: 1, maxLength: 3 });

/** Amounts are multiples of 5 t, so that the oracle's grid between the limits of 10 t stays exact. */
const inventory: fc.Arbitrary<ChemicalInput[]> = fc
  .array(
    fc.record({
      what: fc.constantFrom<Pick<ChemicalInput, 'cas' | 'name' | 'withoutCas'>>(
        ...[CHLORINE, CHLORINE, PHOSGENE, BENZENE, METHANOL, AMMONIA, WATER].map((cas) => ({ cas })),
        { cas: CHLORINE, name: '液氯' },
        { name: '液氯' },
        { name: '光气' },
        { name: '醇' },
        { name: '处理剂' },
        { name: '处理剂', cas: null, withoutCas: false },
        { name: '处理剂', withoutCas: true },
        { name: '胶黏剂', withoutCas: true },
      ),
      activities: fc.oneof(fc.constant(null), activities),
      tonnes: fc.oneof(fc.constant(null), fc.constantFrom('0', 5, '10', '15.0', 25)),
      fraction: fc.constantFrom(null, '3', 8, '30', '60.5', 100),
      hazardClasses: fc.constantFrom(null, [], ['J1'], ['W8'], ['W5', 'W8']),
    }),
    { maxLength: 4 },
  )
  .map((lines) => {
    const unset = lines.filter(({ tonnes }) => tonnes === null);
    const unknown = lines.filter(({ what }) => isUnknown(what));
    return lines.map(({ what, activities, tonnes, fraction, hazardClasses }, at) => ({
      ...(unknown.indexOf(lines[at]!) > 1 ? { cas: WATER } : what),
      activities,
      tonnes: unset.indexOf(lines[at]!) > 1 ? '5' : tonnes,
      fraction,
      hazardClasses,
    }));
  });
const isUnknown = ({ cas, name, withoutCas }: ChemicalInput): boolean =>
  cas == null && !withoutCas && (name === '醇' || name === '处理剂');

const amount = fc.oneof(fc.constant(null), fc.constantFrom('0', 50, '100', '125'));
/** Several rows may be one product; what nobody knows may be said to be something, or nothing that is tested. */
const productList: fc.Arbitrary<ProductInput[]> = fc.array(
  fc.constantFrom('BOARD', 'flakeboard', 'GLUTAMATE', 'GLASS', 'stuff').chain((product) =>
    fc
      .record({
        product: fc.constant(product),
        unit: fc.constantFrom(UNITS[product] ?? 'm3/a', UNITS[product] ?? 'm3/a', 't/a'),
        capacity: amount,
        addedCapacity: amount,
        lines: fc.constantFrom(null, 1, 2, 3),
        is:
          product === 'stuff'
            ? fc.constantFrom(null, null, [], ['BOARD'], ['CHIPBOARD'])
            : product === 'BOARD'
              ? fc.constantFrom(null, null, ['BOARD'])
              : fc.constant(null),
        lineCapacities: fc.constantFrom(null, null, ['50', 75]),
      })
      .map(({ lineCapacities, ...row }) =>
        lineCapacities && (row.capacity === null || row.capacity === '125') && row.lines === 2
          ? { ...row, lineCapacities }
          : row,
      ),
  ),
  { maxLength: 2 },
);
const UNITS: Readonly<Record<string, string>> = {
  BOARD: 'm3/a',
  flakeboard: 'm3/a',
  GLUTAMATE: 't/a',
  GLASS: 't/d',
};
