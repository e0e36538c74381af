import type { Actor } from '../../domain/access/access.ts';
import { factDefinition, ownKey, substanceList } from '../../domain/facts/definition-shape.ts';
import { builtInFact } from '../../domain/facts/dictionary.ts';
import { readShapes, shown } from '../../domain/messages/read-input.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import type { OfCatalog } from './change-catalog.ts';
import { keyOf } from './change-catalog.ts';
import { edit, NOTHING, refuseRepeated, within } from './put-entries.ts';

export interface PutDefinitionsInput extends OfCatalog {
  readonly expectedRevision: number;
  /** JSON of `FactDefinitionInput`. */
  readonly facts?: readonly unknown[] | null;
  /** JSON of `SubstanceListInput`. */
  readonly lists?: readonly unknown[] | null;
}
export interface RemoveDefinitionsInput extends OfCatalog {
  readonly expectedRevision: number;
  /** Keys of facts. */
  readonly facts?: readonly string[] | null;
  /** Keys of lists. */
  readonly lists?: readonly string[] | null;
}

/**
 * Creates or replaces the catalog's own facts and substance lists by their keys, all or none.
 *
 * @throws Refusals every fault of every definition, FOREIGN_KEY, BUILT_IN_FACT, STALE_REVISION
 */
export async function putDefinitions(
  deps: Deps,
  actor: Actor | null,
  input: PutDefinitionsInput,
): Promise<CatalogRead> {
  const given = { facts: input.facts ?? [], lists: input.lists ?? [] };
  within('facts', given.facts.length + given.lists.length);
  const facts = readShapes(factDefinition, given.facts, ['facts']);
  const lists = readShapes(substanceList, given.lists, ['lists']);
  const factKeys = facts.map(({ key }) => key);
  const listKeys = lists.map(({ key }) => key);
  refuseRepeated('facts', 'key', factKeys);
  refuseRepeated('lists', 'key', listKeys);
  const catalogKey = keyOf(input.catalog);
  refuseForeign(catalogKey, 'facts', factKeys);
  refuseForeign(catalogKey, 'lists', listKeys);
  return edit(deps, actor, 'PUT_DEFINITIONS', input, {
    touched: { ...NOTHING, facts: factKeys, lists: listKeys },
    yours: ({ kind, name }) => (kind === 'facts' ? facts : lists).find(({ key }) => key === name),
    edit: async ({ content }) => {
      const before = await content();
      return { header: { facts: merged(before.facts, facts), lists: merged(before.lists, lists) } };
    },
  });
}

/**
 * Removes facts and substance lists of the draft, all or none. An entry that still tests one is told of at publication:
 * a draft may be unfinished.
 *
 * @throws Refusals UNKNOWN_DEFINITION, STALE_REVISION for every definition changed by others since
 */
export async function removeDefinitions(
  deps: Deps,
  actor: Actor | null,
  input: RemoveDefinitionsInput,
): Promise<CatalogRead> {
  const facts = input.facts ?? [];
  const lists = input.lists ?? [];
  within('facts', facts.length + lists.length);
  refuseRepeated('facts', null, facts);
  refuseRepeated('lists', null, lists);
  return edit(deps, actor, 'REMOVE_DEFINITIONS', input, {
    touched: { ...NOTHING, facts, lists },
    yours: () => undefined,
    edit: async ({ content }) => {
      const before = await content();
      const refusals = [...unknown('facts', before.facts, facts), ...unknown('lists', before.lists, lists)];
      if (refusals.length > 0) throw new Refusals(refusals);
      return { header: { facts: without(before.facts, facts), lists: without(before.lists, lists) } };
    },
  });
}

/** @throws Refusals FOREIGN_KEY, BUILT_IN_FACT */
function refuseForeign(catalog: string, field: 'facts' | 'lists', keys: readonly string[]): void {
  const refusals = keys.flatMap((value, place): readonly Refusal[] => {
    const path = [field, String(place), 'key'];
    if (field === 'facts' && builtInFact(value)) return [new Refusal('BUILT_IN_FACT', { value }, path)];
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

const without = <T extends Keyed>(before: readonly T[], keys: readonly string[]): readonly T[] =>
  before.filter(({ key }) => !keys.includes(key));

/** The definitions with some put in their places, in the order of their keys whatever the route of edits was. */
function merged<T extends Keyed>(before: readonly T[], put: readonly T[]): readonly T[] {
  const byKey = new Map([...before, ...put].map((item) => [item.key, item]));
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
