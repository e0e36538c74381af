import type { Entry } from '../../services/domain/catalog/entry.ts';
import type { Condition } from '../../services/domain/condition/condition.ts';
import type { VersionFile } from '../../services/local/samples/forms.ts';

/**
 * The features of the model that a version uses, as short names: `entry.deadline`, `number.atMost`,
 * `set natures`, `chemical.outsideList`, `exception decidedBy PREFECTURE`, …
 */
export function featuresUsed({
  version,
  facts,
  lists,
  products,
  removes,
  entries,
}: VersionFile): ReadonlySet<string> {
  const used = new Set<string>();
  if (version.basedOn) used.add('version.basedOn');
  if (version.effectiveTo) used.add('version.effectiveTo');
  if (version.acknowledge.length > 0) used.add('version.acknowledge');
  if (removes.length > 0) used.add('version.removes');
  for (const { type, about, integer, many, ratio, unit } of facts) {
    used.add(`fact ${about} ${type}`);
    if (integer) used.add('fact integer');
    if (many) used.add('fact many');
    if (ratio) used.add('fact ratio');
    if (unit) used.add('fact unit');
  }
  if (products.some(({ key }) => key.startsWith('sample-'))) used.add('own product term');
  if (products.some(({ key }) => !key.startsWith('sample-'))) used.add('more of a product term');
  if (lists.length > 0) used.add('own list');
  if (lists.some(({ fractions }) => fractions)) used.add('own list within mass fractions');
  for (const entry of entries) for (const feature of ofEntry(entry)) used.add(feature);
  return used;
}

function* ofEntry(entry: Entry): Generator<string> {
  yield `entry ${entry.measure} ${entry.force}`;
  for (const field of [
    'printedAs',
    'sortedAs',
    'validFrom',
    'validTo',
    'exemptIfApprovedBefore',
    'deadline',
    'replacement',
    'remark',
  ] as const)
    if (entry[field]) yield `entry.${field}`;
  for (const code of entry.industries.include) yield `industry of ${code.length} characters`;
  if (entry.industries.include.length === 0) yield 'every industry';
  if (entry.industries.except.length > 0) yield 'industries.except';
  for (const nature of entry.natures) yield `nature ${nature}`;
  for (const activity of entry.activities) yield `activity ${activity}`;
  for (const [field, places] of Object.entries(entry.territory))
    for (const place of places) yield `territory ${field} ${place.split('_')[0]}`;
  if (entry.responsibility?.lead) yield 'responsibility.lead';
  if (entry.responsibility?.cooperating.length) yield 'responsibility.cooperating';
  for (const basis of entry.basis)
    for (const field of ['document', 'number', 'article', 'url'] as const)
      if (basis[field]) yield `basis.${field}`;
  for (const { when, discretionary, decidedBy } of entry.exceptions) {
    yield `exception ${discretionary ? 'discretionary' : 'hard'}${when ? ' with condition' : ''}`;
    if (discretionary) yield `exception decided ${decidedBy ? `by ${decidedBy}` : 'by default'}`;
    if (when) yield* ofCondition(when, 1);
  }
  for (const { when, evidence } of entry.requirements) {
    yield `requirement ${[when && 'condition', evidence && 'evidence'].filter(Boolean).join(' and ')}`;
    if (when) yield* ofCondition(when, 1);
  }
  if (entry.when) yield* ofCondition(entry.when, 1);
}

function* ofCondition(condition: Condition, depth: number): Generator<string> {
  yield Object.keys(condition)[0]!;
  if ('all' in condition || 'any' in condition) {
    if (depth > 1) yield 'nested';
    for (const part of 'all' in condition ? condition.all : condition.any)
      yield* ofCondition(part, depth + 1);
  } else if ('not' in condition) {
    yield* ofCondition(condition.not, depth + 1);
  } else if ('chemical' in condition) {
    const { substance, activities, fraction, moreThan } = condition.chemical;
    const [kind, value] = Object.entries(substance)[0]!;
    yield `chemical.${kind}`;
    if (typeof value === 'string' && kind.toLowerCase().endsWith('list'))
      yield `chemical of ${value.includes('.') ? 'an own list' : value}`;
    if (activities) yield 'chemical.activities';
    if (fraction !== undefined) yield 'chemical.fraction';
    if (moreThan !== undefined) yield 'chemical.moreThan';
  } else if ('product' in condition) {
    const { product: _, unit: __, of, ...bounds } = condition.product;
    yield `product ${of}`;
    const given = Object.entries(bounds).filter(([, bound]) => bound !== undefined);
    if (given.length === 0) yield 'product without bounds';
    for (const [bound] of given) yield `product.${bound}`;
  } else {
    const [kind, test] = Object.entries(condition)[0]!;
    const { fact, ...asked } = test as { fact: string };
    yield fact.includes('.') && !fact.startsWith('zone.') ? `${kind} of a declared fact` : `${kind} ${fact}`;
    for (const [how, value] of Object.entries(asked))
      if (value !== undefined) yield `${kind}.${how}${typeof value === 'boolean' ? ` ${value}` : ''}`;
  }
}
