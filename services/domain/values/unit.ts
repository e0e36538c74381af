import type { Rational } from './decimal.ts';
import { divide, multiply, parseDecimal } from './decimal.ts';
import { memoizeText } from './memoize.ts';

/** A unit of measure: units of one dimension convert exactly. */
export interface Unit {
  /** What it measures: `AREA`, `MONEY/AREA`, `MASS/YEAR`. */
  readonly dimension: string;
  /** How many of the base unit of the dimension it is. */
  readonly factor: Rational;
}

/** The unit of a name as forms write it: `亩`, `万元`, `万吨/年`, `㎡`, `万元/公顷`; undefined for what is none. */
export const unitOf = (name: string): Unit | undefined => read(name).unit;

/** In an object, for most texts are none and that is an answer too. */
const read = memoizeText((name): { readonly unit: Unit | undefined } => ({ unit: readUnit(name) }));

function readUnit(name: string): Unit | undefined {
  const plain = name.normalize('NFKC').replace(/[\p{Cf}\s]/gu, '');
  const [amount = '', per, ...more] = plain.split('/');
  const unit = simpleUnit(amount);
  if (per === undefined || !unit) return unit;
  const by = PERIODS.get(per) ?? simpleUnit(per);
  if (!by || more.length > 0) return undefined;
  return { dimension: `${unit.dimension}/${by.dimension}`, factor: divide(unit.factor, by.factor) };
}

/** An amount in another unit of the same dimension. */
export const converted = (amount: Rational, from: Unit, to: Unit): Rational =>
  divide(multiply(amount, from.factor), to.factor);

/** What forms state amounts of a dimension in: for messages, not all that is understood. */
export const usualUnits = (dimension: string): readonly string[] => USUAL[dimension] ?? [];

function simpleUnit(name: string): Unit | undefined {
  const whole = UNITS.get(name);
  if (whole) return whole;
  const [, prefix, rest = ''] = PREFIXED.exec(name) ?? [];
  const unit = prefix === undefined ? undefined : UNITS.get(rest);
  return unit && { ...unit, factor: multiply(unit.factor, PREFIXES[prefix!]!) };
}

const exact = (text: string): Rational => parseDecimal(text)!;
const PREFIXES: Readonly<Record<string, Rational>> = {
  百: exact('100'),
  千: exact('1000'),
  万: exact('10000'),
  百万: exact('1000000'),
  千万: exact('10000000'),
  亿: exact('100000000'),
};
const PREFIXED = /^(百万|千万|[百千万亿])(.+)$/;

/** Each dimension with its base unit first; powers of ten in Chinese are read before any of them. */
const FACTORS: Readonly<Record<string, Readonly<Record<string, string | Rational>>>> = {
  AREA: {
    m2: '1',
    平方米: '1',
    平米: '1',
    亩: { n: 2000n, d: 3n },
    市亩: { n: 2000n, d: 3n },
    公顷: '10000',
    hm2: '10000',
    ha: '10000',
    km2: '1000000',
    平方公里: '1000000',
    平方英尺: '0.09290304',
  },
  MONEY: { 元: '1', 人民币元: '1' },
  MASS: {
    kg: '1',
    千克: '1',
    公斤: '1',
    g: '0.001',
    克: '0.001',
    斤: '0.5',
    担: '50',
    t: '1000',
    吨: '1000',
  },
  VOLUME: {
    m3: '1',
    立方米: '1',
    立方: '1',
    方: '1',
    L: '0.001',
    升: '0.001',
    kL: '1',
    千升: '1',
  },
  // 0 °C and 101.325 kPa: what it is at 20 °C depends on the gas law, so it is a dimension of its own.
  NORMAL_VOLUME: { Nm3: '1', 标准立方米: '1' },
  LENGTH: { m: '1', 米: '1', km: '1000', 公里: '1000' },
  ENERGY: {
    tce: '1',
    吨标准煤: '1',
    吨标煤: '1',
    kgce: '0.001',
    千克标准煤: '0.001',
    公斤标准煤: '0.001',
    // GB/T 2589: 1 kgce = 29.3076 MJ. Electricity and fuels have coefficients that change by edition: they are no units.
    GJ: { n: 10_000n, d: 293_076n },
    TJ: { n: 10_000_000n, d: 293_076n },
  },
  ELECTRICITY: { kWh: '1', 千瓦时: '1', 度: '1', MWh: '1000', GWh: '1000000' },
  POWER: { kW: '1', 千瓦: '1', 瓦: '0.001', W: '0.001', MW: '1000', GW: '1000000', 兆瓦: '1000' },
  PEAK_POWER: { kWp: '1', Wp: '0.001', MWp: '1000', GWp: '1000000' },
  APPARENT_POWER: { kVA: '1', MVA: '1000' },
  APPARENT_ENERGY: { kVAh: '1' },
  CHARGE: { Ah: '1' },
};
/** What is counted one by one: a pair is no piece, and neither converts into the other. */
const COUNTED =
  '件 只 个 双 套 台 辆 条 片 块 张 支 枚 头 羽 艘 箱 盒 瓶 袋 锭 标张 重量箱 载重吨 标准机架 芯公里 金属吨 人 床'.split(
    ' ',
  );

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...Object.entries(FACTORS).flatMap(([dimension, units]) =>
    Object.entries(units).map(([name, factor]): [string, Unit] => [
      name,
      { dimension, factor: typeof factor === 'string' ? exact(factor) : factor },
    ]),
  ),
  ...COUNTED.map((name): [string, Unit] => [name, { dimension: name, factor: exact('1') }]),
]);

/** A day is no fixed part of a year of production: 300, 310 or 330 days are usual. */
const PERIODS: ReadonlyMap<string, Unit> = new Map(
  Object.entries({ YEAR: ['a', '年'], DAY: ['d', '天', '日'], HOUR: ['h', '小时', '时'] }).flatMap(
    ([dimension, names]) => names.map((name): [string, Unit] => [name, { dimension, factor: exact('1') }]),
  ),
);

const USUAL: Readonly<Record<string, readonly string[]>> = {
  AREA: ['亩', 'm²', '公顷', '平方公里'],
  MONEY: ['元', '万元', '亿元'],
  ENERGY: ['tce', '万tce', 'kgce', 'GJ'],
  'MONEY/AREA': ['万元/亩', '万元/公顷', '元/m²'],
  MASS: ['t', '万t', 'kg'],
  VOLUME: ['m³', 'kL', 'L'],
};
