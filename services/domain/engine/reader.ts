import type { Notice } from '../assessment/assessment.ts';
import type { BuiltInFact } from '../facts/dictionary.ts';
import { builtInFact } from '../facts/dictionary.ts';
import type { DeclaredFact, FactDefinition, FactValue, StatedFact } from '../facts/fact.ts';
import { unitName } from '../facts/product-name.ts';
import { ratioBy } from '../facts/ratio.ts';
import { TYPE_LABELS } from '../messages/labels.ts';
import type { DetailsOf, MessageCode } from '../messages/messages.ts';
import { shown } from '../messages/read-input.ts';
import { Refusal } from '../messages/refusal.ts';
import { isDay } from '../values/day.ts';
import type { Rational } from '../values/decimal.ts';
import { compare, decimalText, isExact, isInteger, parseDecimal, ZERO } from '../values/decimal.ts';
import { converted, unitOf, usualUnits } from '../values/unit.ts';
import { unreachable } from '../values/unreachable.ts';

/** Longer lists are no project; the bound keeps one request from taking the time of a thousand. */
export const MAX_ITEMS = {
  industries: 50,
  chemicals: 2_000,
  products: 200,
  confirmations: 500,
  declared: 500,
  values: 500,
} as const;

export type Path = readonly string[];

/** Takes values in, checks each against its definition, and keeps the faults. */
export class Reader {
  readonly numbers = new Map<string, Rational>();
  readonly many = new Map<string, readonly Rational[]>();
  readonly choices = new Map<string, string>();
  readonly sets = new Map<string, ReadonlySet<string>>();
  readonly dates = new Map<string, string>();
  readonly notices: Notice[] = [];
  readonly #faults: Refusal[];
  readonly #keys = new Map<string, string>();
  readonly definitions: ReadonlyMap<string, FactDefinition>;
  readonly on: string;

  constructor(faults: Refusal[], definitions: ReadonlyMap<string, FactDefinition>, on: string) {
    this.#faults = faults;
    this.definitions = definitions;
    this.on = on;
  }

  /** How a message names a place: a declared fact by its key, anything else by its path. */
  #field(path: Path): string {
    return this.#keys.get(path.slice(0, 3).join('.')) ?? path.join('.');
  }

  fault<Code extends MessageCode>(code: Code, details: DetailsOf<Code>, path: Path): undefined {
    this.#faults.push(Refusal.of(code, details, path));
    return undefined;
  }

  /** Faults that somebody else has found. */
  faults(refusals: readonly Refusal[]): void {
    this.#faults.push(...refusals);
  }

  /** A fault unless the value is a list no longer than allowed. */
  list<T>(value: readonly T[] | null | undefined, path: Path, longest: number): readonly T[] | null {
    if (value == null) return null;
    if (!Array.isArray(value)) {
      this.wrongType(path, 'LIST', value);
      return null;
    }
    if (value.length > longest) {
      this.outOfRange(path, `${value.length}`, `≤ ${longest}`);
      return null;
    }
    return value as readonly T[];
  }

  builtIn(fact: BuiltInFact, value: unknown): void {
    if (value == null) return;
    const path = ['facts', fact.key];
    if (fact.type !== 'NUMBER' || typeof value !== 'object' || Array.isArray(value)) {
      this.#value(fact, value, path, {});
      return;
    }
    const { number, unit = null } = value as { number?: unknown; unit?: unknown };
    if (number == null) this.fault('REQUIRED', { field: `${path.join('.')}.number` }, [...path, 'number']);
    else this.#value(fact, number, [...path, 'number'], { unit, unitPath: [...path, 'unit'] });
  }

  /** Takes in what the register states of the zone; the keys whose values do not fit their definition. */
  declaredOfZone(facts: readonly DeclaredFact[]): ReadonlySet<string> {
    const before = this.#faults.length;
    this.declared(facts, ['zone', 'facts'], 'ZONE');
    const own = this.#faults.splice(before);
    const misfits = new Set(own.map(({ path }) => facts[Number(path?.[2])]?.key ?? ''));
    for (const key of misfits) {
      for (const values of [this.numbers, this.many, this.choices, this.sets, this.dates]) values.delete(key);
    }
    return misfits;
  }

  declared(facts: readonly StatedFact[], path: Path, about: FactDefinition['about']): void {
    const seen = new Set<string>();
    for (const [at, { key, value, unit }] of (this.list(facts, path, MAX_ITEMS.declared) ?? []).entries()) {
      const here = [...path, String(at)];
      this.#keys.set(here.join('.'), key);
      const definition = this.definitions.get(key);
      if (!definition || builtInFact(key) || definition.about !== about) {
        // What the register holds for a catalog of another day is no fault of this project.
        if (about === 'PROJECT') this.fault('UNKNOWN_FACT', { key, value: shown(value) }, [...here, 'key']);
        continue;
      }
      if (seen.has(key)) {
        this.fault('DUPLICATE_FACT', { key, value: shown(value) }, [...here, 'key']);
        continue;
      }
      seen.add(key);
      const given = Object.entries(value ?? {}).filter(([, its]) => its != null);
      if (definition.ratio) {
        const { numerator, denominator } = definition.ratio;
        this.fault('RATIO_STATED', { key, numerator, denominator, value: shown(value) }, [...here, 'key']);
        continue;
      }
      const field = definition.many ? 'numbers' : VALUE_FIELD[definition.type];
      if (given.length !== 1 || given[0]![0] !== field) {
        const type = TYPE_LABELS[definition.many ? 'NUMBERS' : definition.type]!;
        this.fault('WRONG_TYPE', { key, type, value: shown(value) }, [...here, 'value']);
        continue;
      }
      const unitPath = [...here, 'unit'];
      if (unit != null && definition.type !== 'NUMBER')
        this.fault('UNKNOWN_UNIT', { key, value: shown(unit), options: [] }, unitPath);
      else this.#value(definition, given[0]![1], [...here, 'value', field], { unit, unitPath });
    }
  }

  #value(
    fact: FactDefinition & Pick<BuiltInFact, 'positive' | 'unitStated'>,
    value: unknown,
    path: Path,
    { unit = null, unitPath = path }: { unit?: unknown; unitPath?: Path },
  ): void {
    switch (fact.type) {
      case 'NUMBER': {
        const { key, many } = fact;
        if (!many) {
          const amount = this.#amount(fact, value, path, unit, unitPath);
          if (amount) this.numbers.set(key, amount);
          return;
        }
        const amounts = this.list(value as readonly unknown[], path, MAX_ITEMS.values)?.map((each, at) =>
          this.#amount(fact, each, [...path, String(at)], unit, unitPath),
        );
        if (amounts?.every((amount) => amount !== undefined)) this.many.set(key, amounts);
        return;
      }
      case 'FLAG':
        if (typeof value !== 'boolean') this.wrongType(path, 'FLAG', value);
        else this.choices.set(fact.key, String(value));
        return;
      case 'CHOICE':
        this.choice(fact.key, fact.options ?? [], value, path);
        return;
      case 'SET': {
        if (!Array.isArray(value)) {
          this.wrongType(path, 'SET', value);
          return;
        }
        for (const [at, option] of value.entries()) {
          if (fact.options && !fact.options.includes(option)) {
            this.outOfRange([...path, String(at)], shown(option), fact.options.join(', '));
          }
        }
        this.sets.set(fact.key, new Set(value as string[]));
        return;
      }
      case 'DATE':
        if (!isDay(value))
          this.fault('INVALID_DATE', { field: this.#field(path), value: shown(value) }, path);
        else this.dates.set(fact.key, value);
        return;
      default:
        unreachable(fact.type);
    }
  }

  /** A number of the domain of its fact, in the unit of that. */
  #amount(
    fact: FactDefinition & Pick<BuiltInFact, 'positive' | 'unitStated'>,
    value: unknown,
    path: Path,
    unit: unknown,
    unitPath: Path,
  ): Rational | undefined {
    const { key, integer, positive } = fact;
    const number = this.number(value, path, { integer: integer === true, positive: positive === true });
    const ratio = ratioBy(key, this.definitions);
    if (number && ratio && compare(number, ZERO) === 0)
      return this.fault('RATIO_BY_ZERO', { key, ratio, value: shown(value) }, path);
    return number && this.#inUnitOf(fact, number, unit, unitPath);
  }

  /** An amount in the unit of its fact; a fault where its own is none, or measures something else. */
  #inUnitOf(
    fact: FactDefinition & Pick<BuiltInFact, 'unitStated'>,
    number: Rational,
    unit: unknown,
    path: Path,
  ): Rational | undefined {
    const { key, unitStated } = fact;
    if (unit == null && !unitStated) return number;
    if (unit === fact.unit) return number;
    if (typeof unit === 'string' && fact.unit != null && unitName(unit) === unitName(fact.unit))
      return number;
    const own = fact.unit == null ? undefined : unitOf(fact.unit);
    const usual = own ? usualUnits(own.dimension) : [fact.unit ?? ''];
    if (unit == null)
      return this.fault('UNIT_REQUIRED', { key, value: decimalText(number) ?? '', options: usual }, path);
    const stated = typeof unit === 'string' ? unitOf(unit.slice(0, 40)) : undefined;
    if (stated && stated.dimension === own?.dimension) return converted(number, stated, own);
    const options = usual.length > 0 ? usual : [fact.unit!];
    const code = stated ? 'UNIT_OF_ANOTHER_KIND' : 'UNKNOWN_UNIT';
    return this.fault(code, { key, value: shown(unit), options }, path);
  }

  choice(key: string, options: readonly string[], value: unknown, path: Path): void {
    if (value == null) return;
    if (typeof value !== 'string') this.wrongType(path, 'CHOICE', value);
    else if (!options.includes(value)) this.outOfRange(path, value, options.join(', '));
    else this.choices.set(key, value);
  }

  /** An exact number in its domain: not below 0, above 0 where `positive`. */
  number(
    value: unknown,
    path: Path,
    { integer = false, positive = false }: { integer?: boolean; positive?: boolean } = {},
  ): Rational | undefined {
    if (typeof value !== 'string' && typeof value !== 'number') return this.wrongType(path, 'NUMBER', value);
    const text = String(value);
    const number = parseDecimal(text);
    if (!number || (typeof value === 'number' && !isExact(value))) {
      return this.fault('INVALID_NUMBER', { field: this.#field(path), value: shown(text) }, path);
    }
    if (integer && !isInteger(number)) return this.outOfRange(path, text, '0, 1, 2, …');
    const order = compare(number, ZERO);
    if (order < 0 || (positive && order === 0)) return this.outOfRange(path, text, positive ? '> 0' : '≥ 0');
    return number;
  }

  wrongType(path: Path, type: string, value: unknown): undefined {
    return this.fault(
      'WRONG_TYPE',
      { key: this.#field(path), type: TYPE_LABELS[type] ?? type, value: shown(value) },
      path,
    );
  }
  outOfRange(path: Path, value: string, allowed: string): undefined {
    return this.fault('OUT_OF_RANGE', { field: this.#field(path), value, allowed }, path);
  }
}

const VALUE_FIELD: Readonly<Record<FactDefinition['type'], keyof FactValue>> = {
  NUMBER: 'number',
  FLAG: 'flag',
  CHOICE: 'choice',
  SET: 'set',
  DATE: 'date',
};
