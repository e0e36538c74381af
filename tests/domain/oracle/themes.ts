import * as fc from 'fast-check';
import type { Condition, SubstanceScope } from '../../../services/domain/condition/condition.ts';
import type { FactDefinition, SubstanceList } from '../../../services/domain/facts/fact.ts';
import type { ProductTerm } from '../../../services/domain/facts/product-term.ts';
import type { Bounds } from '../../../services/domain/values/interval.ts';
import { ACTIVITIES } from '../../../services/domain/vocabulary.ts';
import { BUILT_IN } from './dictionary.ts';
import { AMMONIA, BENZENE, CHLORINE, fact, METHANOL, PHOSGENE, WATER } from './small-basis.ts';

/**
 * What the catalogs of one run of generated cases are about. Themes keep the tests on a few facts, so that tests meet
 * on the same fact and the completions stay few enough to enumerate.
 *
 * A leading `@.` stands for the key of the catalog the condition ends up in, `^.` for that of the topmost one.
 */
export interface Theme {
  readonly name: string;
  readonly test: fc.Arbitrary<Condition>;
  /** How many different tests a world has at most. */
  readonly tests: number;
  /** How often, of ten, an entry has a scope of its own by each of these; absent means never. */
  readonly scope: Partial<Record<ScopeField, number>>;
  readonly codes: readonly string[];
  readonly definitions?: readonly FactDefinition[];
  readonly lists?: readonly SubstanceList[];
  readonly products?: readonly ProductTerm[];
  /** Whether it tests a fact that hangs on another one that it tests. */
  readonly isTied?: boolean;
  /** How often, of ten, an entry has exceptions. */
  readonly exceptions?: number;
}
export type ScopeField =
  | 'industries'
  | 'natures'
  | 'activities'
  | 'territory'
  | 'validity'
  | 'exemptIfApprovedBefore';

const flag = (key: string): fc.Arbitrary<Condition> =>
  fc.boolean().map((is) => ({ flag: { fact: key, is } }));
const choice = (key: string, options: readonly string[] = BUILT_IN[key]!.options!): fc.Arbitrary<Condition> =>
  fc
    .subarray([...options], { minLength: 1, maxLength: Math.min(3, options.length) })
    .map((oneOf) => ({ choice: { fact: key, oneOf } }));
const set = (key: string, options: readonly string[] = BUILT_IN[key]!.options!): fc.Arbitrary<Condition> =>
  fc
    .tuple(
      fc.subarray([...options], { minLength: 1, maxLength: Math.min(3, options.length) }),
      fc.constantFrom('includesAny', 'includesAny', 'includesAll', 'includesNone'),
    )
    .map(([asked, way]) => ({ set: { fact: key, [way]: asked } }));

/** One bound or an interval, some of them empty. */
const bounds = (limits: readonly string[]) =>
  fc.oneof(
    ...(['lessThan', 'atMost', 'atLeast', 'moreThan'] as const).map((bound) =>
      fc.constantFrom(...limits).map((limit) => ({ [bound]: limit })),
    ),
    fc
      .tuple(
        fc.constantFrom('atLeast', 'moreThan'),
        fc.constantFrom(...limits),
        fc.constantFrom('lessThan', 'atMost'),
        fc.constantFrom(...limits),
      )
      .map(([low, from, high, to]) => ({ [low]: from, [high]: to })),
  );
const number = (
  key: string,
  limits: readonly string[],
  unit: string | null | undefined = BUILT_IN[key]?.unit,
): fc.Arbitrary<Condition> =>
  fc
    .tuple(bounds(limits), fc.constantFrom(unit, null))
    .map(([within, stated]) => ({ number: { fact: key, unit: stated, ...within } }));
const product = (name: string, unit: string, limits: readonly string[]): fc.Arbitrary<Condition> =>
  fc
    .tuple(
      fc.constantFrom('CAPACITY' as const, 'PER_LINE' as const, 'ADDED' as const),
      fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 4, arbitrary: bounds(limits) }),
    )
    .map(([of, within]) => ({ product: { product: name, unit, of, ...within } }));

const date = (key: string, days: readonly string[]): fc.Arbitrary<Condition> =>
  fc.oneof(
    fc.constantFrom(...days).map((before) => ({ date: { fact: key, before } })),
    fc.constantFrom(...days).map((onOrAfter) => ({ date: { fact: key, onOrAfter } })),
    fc
      .tuple(fc.constantFrom(...days), fc.constantFrom(...days))
      .map(([onOrAfter, before]) => ({ date: { fact: key, onOrAfter, before } })),
  );

type Activities = (typeof ACTIVITIES)[number][] | null;
const chemical = (
  substances: fc.Arbitrary<SubstanceScope>,
  activities: readonly Activities[],
  limits: readonly (string | null)[],
  fractions: readonly (Bounds | null)[],
): fc.Arbitrary<Condition> =>
  fc
    .tuple(
      substances,
      fc.constantFrom(...activities),
      fc.constantFrom(...limits),
      fc.constantFrom(...fractions),
    )
    .map(([substance, asked, moreThan, fraction]) => ({
      chemical: { substance, activities: asked, fraction, moreThan },
    }));

const anyChemical = chemical(
  fc.oneof(
    fc.constantFrom(CHLORINE, PHOSGENE, WATER).map((cas) => ({ cas })),
    fc.constantFrom('KEY_SUPERVISED', 'SPECIAL_CONTROL', '@.own', '^.own').map((list) => ({ list })),
    fc.constantFrom('KEY_SUPERVISED', '@.own').map((outsideList) => ({ outsideList })),
    fc.constant({ any: true as const }),
  ),
  [null, [], ['STORE'], ['PRODUCE', 'STORE'], ['TRADE', 'USE'], [...ACTIVITIES]],
  [null, '0', '10', '20'],
  [null, null, null, { moreThan: '8' }, { atMost: '60' }],
);
/** Tests that hold together only of several lines of one substance, such as little of each but much of both. */
const chlorine = chemical(
  fc.constant({ cas: CHLORINE }),
  [['PRODUCE'], ['STORE'], ['PRODUCE', 'STORE'], null],
  [null, '10', '20'],
  [null],
);
/** Tests that tell apart lines of one substance by their mass fractions. */
const solution = chemical(
  fc.constant({ cas: METHANOL }),
  [null],
  [null, '10', '20'],
  [null, { moreThan: '8' }, { atMost: '30' }, { atLeast: '8', lessThan: '60' }],
);

const CODES = ['A', '05', '051', '0511', '0522', '26', '261', '2611', '262', '2621', 'D', '461', '4620'];

const ALL: readonly Theme[] = [
  {
    name: 'scope',
    tests: 6,
    codes: CODES,
    scope: {
      industries: 6,
      natures: 4,
      activities: 3,
      territory: 3,
      validity: 2,
      exemptIfApprovedBefore: 3,
    },
    test: fc.oneof(
      flag('combustibleDust'),
      set('natures'),
      set('industries', CODES),
      set('activities'),
      flag('zone.suspended'),
      choice('zone.riskGrade', ['A', 'B', 'C', 'D', 'UNRATED', 'NONE']),
    ),
  },
  {
    name: 'money and land',
    tests: 8,
    codes: ['26', '2611'],
    scope: { industries: 2, natures: 1 },
    test: fc.oneof(
      number('totalInvestment', ['0', '3000', '5000.0']),
      number('landArea', ['10', '20']),
      number('totalInvestmentPerMu', ['250', '400', '500']),
      number('fixedAssetInvestment', ['1000', '2500']),
      number('fixedAssetInvestmentPerMu', ['200', '250']),
      choice('zone.level', ['NATIONAL', 'PROVINCIAL', 'OTHER']),
    ),
  },
  {
    name: 'chemicals',
    tests: 5,
    codes: ['26', '2611', 'D'],
    scope: { industries: 2, activities: 3 },
    lists: [
      {
        key: '@.own',
        name: { zh: '本目录名单' },
        members: [PHOSGENE, BENZENE, WATER],
        fractions: [{ cas: WATER, fraction: { lessThan: '30' } }],
      },
      { key: '@.unused', name: { zh: '未用名单' }, members: [METHANOL, AMMONIA] },
    ],
    test: fc.oneof(
      { weight: 6, arbitrary: anyChemical },
      { weight: 1, arbitrary: flag('hazardousChemicalProject') },
      { weight: 1, arbitrary: set('activities', ['STORE', 'USE', 'TRADE']) },
    ),
  },
  {
    name: 'lines of one substance',
    tests: 5,
    codes: ['26'],
    scope: { natures: 1, activities: 1 },
    test: chlorine,
  },
  {
    name: 'mass fractions',
    tests: 4,
    codes: ['26'],
    scope: { natures: 1, activities: 1 },
    test: solution,
  },
  {
    name: 'products',
    tests: 7,
    codes: ['A', '0511'],
    scope: { industries: 1, natures: 2 },
    test: fc.oneof(
      { weight: 4, arbitrary: product('BOARD', 'm3/a', ['0', '50', '100', '75']) },
      { weight: 2, arbitrary: product('CHIPBOARD', 'm3/a', ['50', '100']) },
      { weight: 2, arbitrary: product('GLUTAMATE', 't/a', ['50', '100']) },
      { weight: 2, arbitrary: number('exposedPersons', ['0', '9', '9.5', '10']) },
      { weight: 1, arbitrary: flag('firstOfKindProcess') },
    ),
  },
  {
    name: 'own facts',
    tests: 5,
    codes: ['C', '26', '261'],
    scope: { industries: 3, natures: 2, territory: 1 },
    definitions: [
      fact('@.share', 'NUMBER', { unit: '%' }),
      fact('@.storeys', 'NUMBER', { integer: true }),
      fact('@.furnaces', 'NUMBER', { unit: 'm³', many: true }),
      fact('@.crews', 'NUMBER', { integer: true, many: true }),
      fact('@.outlay', 'NUMBER', { unit: '万元' }),
      fact('@.part', 'NUMBER', {
        unit: '%',
        ratio: { numerator: '@.outlay', denominator: 'totalInvestment' },
      }),
      fact('@.link', 'FLAG'),
      fact('@.route', 'CHOICE', { options: ['WET', 'DRY', 'OTHER'] }),
      fact('@.works', 'SET', { options: ['KILN', 'MILL', 'DOCK', 'OTHER'] }),
      fact('@.builtOn', 'DATE'),
      fact('@.belt', 'FLAG', { about: 'ZONE' }),
      fact('@.depth', 'NUMBER', { about: 'ZONE', unit: 'm' }),
      fact('@.basin', 'CHOICE', { about: 'ZONE', options: ['NORTH', 'SOUTH'] }),
    ],
    test: fc.oneof(
      number('@.share', ['0', '10', '12.5'], '%'),
      number('@.storeys', ['2', '2.5', '3'], null),
      number('@.furnaces', ['400', '1000'], 'm³'),
      number('@.crews', ['2', '3.5'], null),
      number('@.part', ['25', '50'], '%'),
      number('^.part', ['50'], '%'),
      number('totalInvestment', ['3000']),
      number('@.outlay', ['1000'], '万元'),
      flag('@.link'),
      number('^.share', ['10'], '%'),
      choice('^.route', ['WET', 'DRY']),
      flag('^.belt'),
      choice('@.route', ['WET', 'DRY', 'OTHER']),
      set('@.works', ['KILN', 'MILL', 'DOCK']),
      date('@.builtOn', ['2020-01-01', '2020-01-02', '2026-06-15']),
      flag('@.belt'),
      number('@.depth', ['5', '10'], 'm'),
      choice('@.basin', ['NORTH', 'SOUTH']),
    ),
  },
  {
    name: 'processes and hazards',
    tests: 8,
    codes: ['26', '2614', '4610'],
    scope: { industries: 2, natures: 2, exemptIfApprovedBefore: 2 },
    test: fc.oneof(
      set('processes', ['NITRATION', 'CHLORINATION', 'OXIDATION']),
      set('purposes', ['SAFETY', 'ENVIRONMENT', 'ENERGY']),
      choice('nationalClass'),
      choice('majorHazardLevel'),
      flag('reactionRiskAssessed'),
      flag('automaticControl'),
      number('taxPerMu', ['0', '15']),
      number('annualEnergy', ['1000', '5000']),
      choice('zone.kind', [
        'DEVELOPMENT_ZONE',
        'HIGH_TECH_ZONE',
        'INDUSTRIAL_PARK',
        'CHEMICAL_PARK',
        'OUTSIDE',
      ]),
      set('zone.positioning', ['C26', 'STEEL', 'GLASS']),
    ),
  },
  {
    name: 'major hazard',
    isTied: true,
    tests: 5,
    codes: ['26'],
    scope: { natures: 1 },
    test: fc.oneof(
      { weight: 3, arbitrary: choice('majorHazardLevel') },
      { weight: 2, arbitrary: number('exposedPersons', ['0', '1', '9', '10']) },
      { weight: 1, arbitrary: flag('reactionRiskAssessed') },
    ),
  },
  {
    name: 'exceptions and requirements',
    tests: 8,
    codes: ['26', '2611', '2621'],
    scope: { industries: 3, natures: 2, territory: 2, exemptIfApprovedBefore: 2 },
    exceptions: 8,
    test: fc.oneof(
      flag('labourIntensive'),
      flag('safetyInstrumentedSystem'),
      flag('combustibleDust'),
      number('totalInvestment', ['3000']),
      choice('nationalClass', ['ENCOURAGED', 'RESTRICTED']),
      set('purposes', ['SAFETY']),
    ),
  },
  {
    name: 'everything at once',
    tests: 8,
    codes: CODES,
    scope: { industries: 2, natures: 1, activities: 1, territory: 1, validity: 1, exemptIfApprovedBefore: 1 },
    definitions: [fact('@.link', 'FLAG'), fact('@.belt', 'FLAG', { about: 'ZONE' })],
    lists: [{ key: '@.own', name: { zh: '本目录名单' }, members: [PHOSGENE, BENZENE] }],
    test: fc.oneof(
      anyChemical,
      product('BOARD', 'm3/a', ['50', '100']),
      number('totalInvestment', ['3000', '5000']),
      number('totalInvestmentPerMu', ['250', '500']),
      flag('combustibleDust'),
      flag('@.link'),
      flag('^.link'),
      flag('@.belt'),
      flag('^.belt'),
      set('processes', ['NITRATION', 'OXIDATION']),
      set('natures'),
      flag('zone.suspended'),
    ),
  },
];

const themes = (...names: readonly string[]): readonly Theme[] =>
  names.map((name) => ALL.find((theme) => theme.name === name)!);

/** The themes, one group for each test file, so that they run side by side. */
export const SUITES = {
  scope: themes('scope', 'exceptions and requirements'),
  numbers: themes('money and land', 'products', 'processes and hazards', 'major hazard'),
  chemicals: themes('chemicals', 'lines of one substance', 'mass fractions'),
  facts: themes('own facts', 'everything at once'),
};
export const THEMES = Object.values(SUITES).flat();
