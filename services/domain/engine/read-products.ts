import type { ProductAmountInput, ProductInput, ProjectInput } from '../assessment/project.ts';
import { measureOf } from '../facts/measure.ts';
import { productName, unitName } from '../facts/product-name.ts';
import { shown } from '../messages/read-input.ts';
import type { Rational } from '../values/decimal.ts';
import { add, compare, decimalText, fromInteger, multiply, ONE, ZERO } from '../values/decimal.ts';
import { unitOf } from '../values/unit.ts';
import type { Facts, ProductAmount, ProductRow } from './facts.ts';
import type { ProductReading } from './products-testable.ts';
import type { Path, Reader } from './reader.ts';
import { MAX_ITEMS } from './reader.ts';

/** The project's list of products; several rows of one product are parts of it. */
export function readProducts(
  reader: Reader,
  reading: ProductReading,
  given: NonNullable<ProjectInput['facts']>['products'],
): Facts['products'] {
  const list = reader.list(given, ['facts', 'products'], MAX_ITEMS.products);
  return (
    list?.flatMap(
      (product, at) => readRow(reader, reading, product, ['facts', 'products', String(at)]) ?? [],
    ) ?? null
  );
}

function readRow(
  reader: Reader,
  reading: ProductReading,
  product: ProductInput,
  path: Path,
): ProductRow | undefined {
  const { product: name } = product;
  if (typeof name !== 'string' || productName(name) === '' || name.length > 200)
    return reader.outOfRange([...path, 'product'], shown(name), '1–200');
  const counted = { integer: true, positive: true };
  const lines =
    product.lines == null ? null : (reader.number(product.lines, [...path, 'lines'], counted) ?? null);
  const amounts = new Map<string, ProductAmount>();
  const others = reader.list(product.otherAmounts, [...path, 'otherAmounts'], MAX_DIMENSIONS) ?? [];
  let count = lines;
  for (let at = 0; at <= others.length; at++) {
    const stated = at === 0 ? product : others[at - 1]!;
    const here = at === 0 ? path : [...path, 'otherAmounts', String(at - 1)];
    const measure = measureFor(reader, reading, stated.unit, here);
    if (!measure) continue;
    if (amounts.has(measure.dimension)) {
      reader.fault('DUPLICATE_AMOUNT', { product: name, value: shown(stated.unit) }, [...here, 'unit']);
      continue;
    }
    const amount = readAmount(reader, name, stated, count, measure.factor, here);
    count ??= amount.perLine && fromInteger(amount.perLine.length);
    amounts.set(measure.dimension, amount);
  }
  const { is, mayBe } = readTerms(reader, reading, product, path);
  return { name, path, is, mayBe, lines: count, amounts };
}
const MAX_DIMENSIONS = 10;
const MAX_LINES = 200;

function measureFor(reader: Reader, { dimensions }: ProductReading, unit: unknown, path: Path) {
  if (typeof unit !== 'string' || unitName(unit) === '' || unit.length > 40)
    return reader.outOfRange([...path, 'unit'], shown(unit), '1–40');
  const measure = measureOf(unit);
  // A unit of its own means something only to a law that uses it.
  if (dimensions.has(measure.dimension) || unitOf(unit)) return measure;
  return reader.fault('UNKNOWN_PRODUCT_UNIT', { value: shown(unit) }, [...path, 'unit']);
}

function readAmount(
  reader: Reader,
  product: string,
  stated: ProductAmountInput,
  lines: Rational | null,
  factor: Rational,
  path: Path,
): ProductAmount {
  const read = (value: unknown, at: Path): Rational | null => {
    const number = value == null ? null : reader.number(value, at);
    return number ? multiply(number, factor) : null;
  };
  const capacity = read(stated.capacity, [...path, 'capacity']);
  const at = [...path, 'lineCapacities'];
  const each = reader.list(stated.lineCapacities, at, MAX_LINES);
  if (each?.length === 0) reader.fault('EMPTY_LIST', { field: at.join('.') }, at);
  const perLine = each?.map((value, line) => read(value ?? '', [...at, String(line)]) ?? ZERO) ?? null;
  const sum = perLine?.reduce(add, ZERO) ?? null;
  const wrongSum = sum && capacity && compare(sum, capacity) !== 0;
  const wrongCount = perLine && lines && compare(fromInteger(perLine.length), lines) !== 0;
  if (wrongSum || wrongCount) {
    const value = (each ?? []).map((one) => shown(one)).join(' + ');
    reader.fault(
      wrongCount ? 'LINES_DO_NOT_MATCH' : 'LINES_DO_NOT_ADD_UP',
      { product, value, expected: wrongCount ? decimalText(lines)! : shown(stated.capacity) },
      at,
    );
  }
  const isOneLine = lines !== null && compare(lines, ONE) === 0;
  return {
    unit: stated.unit,
    capacity: capacity ?? sum,
    added: read(stated.addedCapacity, [...path, 'addedCapacity']),
    perLine: perLine ?? (isOneLine && capacity ? [capacity] : null),
  };
}

/** What a row is: what its name says, or what is stated, which may not gainsay the name. */
function readTerms(
  reader: Reader,
  reading: ProductReading,
  { product, is }: ProductInput,
  path: Path,
): Pick<ProductRow, 'is' | 'mayBe'> {
  const stated = reader.list(is, [...path, 'is'], MAX_ITEMS.products);
  if (!stated) return reading.read(product, null);
  const known = stated.filter((key, at) => {
    if (typeof key === 'string' && reading.isKnown(key)) return true;
    reader.fault('UNKNOWN_PRODUCT_TERM', { value: shown(key) }, [...path, 'is', String(at)]);
    return false;
  });
  const read = reading.read(product, known);
  if (read.gainsaid.length > 0)
    reader.fault(
      'PRODUCT_IS_WHAT_IT_IS_CALLED',
      { product, named: [...new Set(read.gainsaid)], value: stated.map(shown).join(', ') || '[]' },
      [...path, 'is'],
    );
  return read;
}
