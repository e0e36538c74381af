import * as fc from 'fast-check';
import {
  type AtBound,
  cas,
  creditCode,
  decimal,
  industry,
  pastDay,
  positive,
  projectCode,
  whole,
} from './bounds.ts';
import { PROJECT } from './sound-requests.ts';

/** A project with some of its values at or beyond their bounds, and the faults it must be told: `CODE path`. */
export interface ProjectAtBounds {
  readonly project: typeof PROJECT;
  readonly faults: readonly string[];
}

export const projectsAtBounds: fc.Arbitrary<ProjectAtBounds> = fc
  .uniqueArray(fc.nat(10_000), { minLength: 1, maxLength: 3, selector: (number) => number % slots().length })
  .chain((numbers) => fc.tuple(...numbers.map((number) => slots()[number % slots().length]!)))
  .map((chosen) => ({
    project: chosen.reduce<typeof PROJECT>(
      (project, { path, value }) => withValue(project, path, value) as typeof PROJECT,
      PROJECT,
    ),
    faults: chosen
      .flatMap(({ path, fault, below = [] }) => (fault ? [`${fault} ${[...path, ...below].join('.')}`] : []))
      .sort(),
  }));

interface Slot {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly fault: string | null;
  /** Where inside the value the fault lies. */
  readonly below?: readonly string[];
}

const at = (path: string, values: fc.Arbitrary<AtBound>): fc.Arbitrary<Slot> =>
  values.map((one) => ({ path: path.split('.'), ...one }));
const often = (times: number, slot: fc.Arbitrary<Slot>): readonly fc.Arbitrary<Slot>[] =>
  Array.from({ length: times }, () => slot);
const fixed = (path: string, value: unknown, fault: string | null = null, ...below: readonly string[]) =>
  fc.constant<Slot>({ path: path.split('.'), value, fault, below });

const chemical = { cas: '7782-50-5', tonnes: '5' };
const product = (name: string) => ({ product: name, unit: 't', capacity: '1' });
const long = (letter: string, length: number): string => letter.repeat(length);

let all: readonly fc.Arbitrary<Slot>[] | undefined;
function slots(): readonly fc.Arbitrary<Slot>[] {
  all ??= [
    ...[
      'totalInvestment',
      'investmentExcludingLand',
      'fixedAssetInvestment',
      'equipmentInvestment',
      'taxPerMu',
      'annualEnergy',
    ].map((key) => at(`facts.${key}`, decimal)),
    at('facts.landArea', positive).map((slot) => ({
      ...slot,
      value: { number: slot.value, unit: '亩' },
      below: ['number'],
    })),
    at('facts.exposedPersons', whole(0)),
    at('earlierApproval', pastDay).map((slot) => ({
      ...slot,
      value: { approvedOn: slot.value },
      below: ['approvedOn'],
    })),
    at('projectCode', projectCode),
    at('unifiedSocialCreditCode', creditCode),
    fc.oneof(
      fixed('areas', ['east']),
      fixed('areas', null),
      fixed('areas', [], 'EMPTY_LIST'),
      fixed('areas.0', 'west', 'UNKNOWN_AREA'),
      fixed('areas.0', '', 'UNKNOWN_AREA'),
      fixed('areas.0', '__proto__', 'UNKNOWN_AREA'),
    ),
    fc.oneof(
      at('industries.1', industry),
      at('industries.0', industry),
      fixed('industries', Array(50).fill('26')),
      fixed('industries', Array(51).fill('26'), 'OUT_OF_RANGE'),
      fixed('industries', [], 'EMPTY_LIST'),
      fixed('industries', null),
    ),
    fc
      .oneof(
        fixed('natures', []),
        fixed('natures', Array(10).fill('EXPANSION')),
        fixed('natures', Array(11).fill('EXPANSION')),
        fixed('activities', []),
        fixed('activities', Array(10).fill('USE')),
        fixed('activities', Array(11).fill('USE')),
      )
      .map((slot) => {
        const { length } = slot.value as readonly unknown[];
        return { ...slot, fault: length === 0 ? 'EMPTY_LIST' : length > 10 ? 'OUT_OF_RANGE' : null };
      }),
    fc.oneof(
      ...often(10, at('facts.chemicals.0.tonnes', decimal)),
      ...often(10, at('facts.chemicals.0.cas', cas)),
      fixed('facts.chemicals', Array(2_000).fill(chemical)),
      fixed('facts.chemicals', Array(2_001).fill(chemical), 'OUT_OF_RANGE'),
      fixed('facts.chemicals', []),
    ),
    fc.oneof(
      fixed(
        'facts.products',
        Array.from({ length: 200 }, (_, one) => product(`p${one}`)),
      ),
      fixed(
        'facts.products',
        Array.from({ length: 201 }, (_, one) => product(`p${one}`)),
        'OUT_OF_RANGE',
      ),
      fixed('facts.products', [product(long('产', 200))]),
      fixed('facts.products', [product(long('产', 201))], 'OUT_OF_RANGE', '0', 'product'),
      fixed('facts.products', [product(' ')], 'OUT_OF_RANGE', '0', 'product'),
      fixed('facts.products', [{ ...product('x'), unit: long('t', 41) }], 'OUT_OF_RANGE', '0', 'unit'),
      fixed('facts.products', [product('x'), product('x')]),
      fixed(
        'facts.products',
        [{ ...product('x'), unit: long('t', 40) }],
        'UNKNOWN_PRODUCT_UNIT',
        '0',
        'unit',
      ),
    ),
    fc.oneof(
      fixed(
        'facts.declared',
        Array(501).fill({ key: 'park.nearRiver', value: { flag: true } }),
        'OUT_OF_RANGE',
      ),
      fixed('facts.declared', [{ key: 'park.nothing', value: { flag: true } }], 'UNKNOWN_FACT', '0', 'key'),
      fixed('facts.declared', [{ key: 'constructor', value: { flag: true } }], 'UNKNOWN_FACT', '0', 'key'),
      fixed('facts.declared', [{ key: 'landArea', value: { number: '1' } }], 'UNKNOWN_FACT', '0', 'key'),
      fixed(
        'facts.declared',
        [{ key: 'park.nearRiver', value: { number: '1' } }],
        'WRONG_TYPE',
        '0',
        'value',
      ),
      fixed('facts.declared', []),
    ),
    fc.oneof(
      fixed('facts.processes', ['NITRATION']),
      fixed('facts.processes', ['NITRATION', 'COOKING'], 'OUT_OF_RANGE', '1'),
      fixed('facts.processes', ['toString'], 'OUT_OF_RANGE', '0'),
    ),
    fc.oneof(fixed('name', long('名', 10_000)), fixed('ref', ''), fixed('name', '"}\\\u0000\u202e')),
  ];
  return all;
}

function withValue(whole: unknown, [key, ...path]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((item, place) => (String(place) === key ? withValue(item, path, value) : item));
  return { ...(whole as object), [key]: withValue((whole as Record<string, unknown>)[key], path, value) };
}
