import type { Actor } from '../../domain/access/access.ts';
import type { CatalogContent } from '../../domain/catalog/catalog.ts';
import { factDefinition, ownKey, productTerm, substanceList } from '../../domain/facts/definition-shape.ts';
import { builtInFact } from '../../domain/facts/dictionary.ts';
import { readShapes, shown } from '../../domain/messages/read-input.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import type { OfCatalog } from './change-catalog.ts';
import { keyOf } from './change-catalog.ts';
import { edit, NOTHING, refuseRepeated, within } from './put-entries.ts';

/** What a catalog defines, and the shapes that it must have. */
const SHAPES = { facts: factDefinition, lists: substanceList, products: productTerm };
type Kind = keyof typeof SHAPES;
export type Definitions = Pick<CatalogContent, Kind>;
const KINDS = Object.keys(SHAPES) as Kind[];

export interface PutDefinitionsInput extends OfCatalog, GivenOf<unknown> {
  readonly expectedRevision: number;
}
/** Keys in full. */
export interface RemoveDefinitionsInput extends OfCatalog, GivenOf<string> {
  readonly expectedRevision: number;
}
/** As sent: JSON of `FactDefinitionInput`, `SubstanceListInput`, `ProductTermInput`. */
export type GivenOf<T> = { readonly [Each in Kind]?: readonly T[] | null };

/**
 * Creates or replaces the catalog's own facts, substance lists and product terms by their keys, all or none.
 *
 * @throws Refusals every fault of every definition, FOREIGN_KEY, BUILT_IN_FACT, STALE_REVISION
 */
export async function putDefinitions(
  deps: Deps,
  actor: Actor | null,
  input: PutDefinitionsInput,
): Promise<CatalogRead> {
  withinAll(input);
  const put = definitionsPut(input.catalog, input);
  return edit(deps, actor, 'PUT_DEFINITIONS', input, {
    touched: { ...NOTHING, ...keysOf(put) },
    yours: ({ kind, name }) => put[kind as Kind].find(({ key }) => key === name),
    edit: async ({ content }) => ({ header: mergedDefinitions(await content(), put) }),
  });
}

/**
 * The definitions of an edit.
 *
 * @throws Refusals every fault of every definition, FOREIGN_KEY, BUILT_IN_FACT
 */
export function definitionsPut(catalog: string, given: GivenOf<unknown>): Definitions {
  const put: Definitions = {
    facts: readShapes(SHAPES.facts, given.facts ?? [], ['facts']),
    lists: readShapes(SHAPES.lists, given.lists ?? [], ['lists']),
    products: readShapes(SHAPES.products, given.products ?? [], ['products']),
  };
  const keys = keysOf(put);
  for (const kind of KINDS) refuseRepeated(kind, 'key', keys[kind]);
  for (const kind of KINDS) refuseForeign(keyOf(catalog), kind, keys[kind]);
  return put;
}

export const keysOf = (put: Definitions): Record<Kind, readonly string[]> =>
  ofEach((kind) => put[kind].map(({ key }) => key));

/** Definitions with some put in their places. */
export const mergedDefinitions = (before: Definitions, put: Definitions): Definitions => ({
  facts: merged(before.facts, put.facts),
  lists: merged(before.lists, put.lists),
  products: merged(before.products, put.products),
});

/**
 * Removes facts, substance lists and product terms of the draft, all or none. An entry that still tests one is told of at
 * publication: a draft may be unfinished.
 *
 * @throws Refusals UNKNOWN_DEFINITION, STALE_REVISION for every definition changed by others since
 */
export async function removeDefinitions(
  deps: Deps,
  actor: Actor | null,
  input: RemoveDefinitionsInput,
): Promise<CatalogRead> {
  withinAll(input);
  const keys = ofEach((kind) => input[kind] ?? []);
  for (const kind of KINDS) refuseRepeated(kind, null, keys[kind]);
  return edit(deps, actor, 'REMOVE_DEFINITIONS', input, {
    touched: { ...NOTHING, ...keys },
    yours: () => undefined,
    edit: async ({ content }) => {
      const before = await content();
      const refusals = KINDS.flatMap((kind) => unknown(kind, before[kind], keys[kind]));
      if (refusals.length > 0) throw new Refusals(refusals);
      return { header: withoutDefinitions(before, keys) };
    },
  });
}

const withinAll = (input: GivenOf<unknown>): void => within('facts', countOf(input));
export const countOf = (given: GivenOf<unknown>): number =>
  KINDS.reduce((count, kind) => count + (given[kind]?.length ?? 0), 0);

const ofEach = <T>(of: (kind: Kind) => T): Record<Kind, T> =>
  Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, T>;

/** @throws Refusals FOREIGN_KEY, BUILT_IN_FACT */
function refuseForeign(catalog: string, field: Kind, keys: readonly string[]): void {
  const refusals = keys.flatMap((value, place): readonly Refusal[] => {
    const path = [field, String(place), 'key'];
    if (field === 'facts' && builtInFact(value)) return [new Refusal('BUILT_IN_FACT', { value }, path)];
    // Of a term of others a catalog may say more; that it is there is a matter of publication.
    if (field === 'products' && !value.startsWith(`${catalog}.`)) return [];
    return ownKey(catalog, value) ? [] : [new Refusal('FOREIGN_KEY', { value: shown(value), catalog }, path)];
  });
  if (refusals.length > 0) throw new Refusals(refusals);
}

interface Keyed {
  readonly key: string;
}

function unknown(field: string, there: readonly Keyed[], keys: readonly string[]): readonly Refusal[] {
  const known = new Set(there.map(({ key }) => key));
  return keys.flatMap((value, place) =>
    known.has(value)
      ? []
      : [new Refusal('UNKNOWN_DEFINITION', { value: shown(value) }, [field, String(place)])],
  );
}

/** Definitions but for some. */
export const withoutDefinitions = (
  before: Definitions,
  keys: Record<Kind, readonly string[]>,
): Definitions => ({
  facts: without(before.facts, keys.facts),
  lists: without(before.lists, keys.lists),
  products: without(before.products, keys.products),
});

const without = <T extends Keyed>(before: readonly T[], keys: readonly string[]): readonly T[] =>
  before.filter(({ key }) => !keys.includes(key));

/** The definitions with some put in their places, in the order of their keys whatever the route of edits was. */
function merged<T extends Keyed>(before: readonly T[], put: readonly T[]): readonly T[] {
  const byKey = new Map([...before, ...put].map((item) => [item.key, item]));
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
