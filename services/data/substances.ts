import { bracketParts, chemicalName } from '../domain/facts/chemical-name.ts';
import type { Listing, Substance } from '../domain/facts/substance.ts';
import type { Text } from '../domain/values/text.ts';
import type { ListedItem } from './list-source.ts';
import { majorHazardThresholds } from './major-hazard.ts';
import { conditionOf, itemsOf, listsBySource, plainName } from './substance-lists.ts';
import substanceNames from './substance-names.json' with { type: 'json' };

/** The substance of a CAS number, where a built-in list or GB 18218-2018 table 1 names it. */
export function substance(cas: string): Substance | undefined {
  return gathered().byCas.get(cas);
}

/** All that the built-in lists and table 1 name, each once: by its number, or by its name where it has none. */
export const substances = (): readonly Substance[] => gathered().all;

/**
 * The CAS numbers of all substances that bear a name, in whatever width, case and spacing it is written. `X（Y）` is known
 * where X or Y is, if it is not itself a name: a bracket inside a name belongs to it.
 */
export function substancesNamed(name: string): readonly string[] {
  const { byName } = gathered();
  const key = chemicalName(name);
  const parts = byName.has(key) ? [key] : bracketParts(key);
  return [...new Set(parts.flatMap((part) => byName.get(part) ?? []))];
}

interface NameRow {
  /** Null where a list names something without a number. */
  readonly cas: string | null;
  /** Where what the lists have under this number is no name of its own (甲烷、天然气), or not the usual one. */
  readonly zh?: string;
  readonly en?: string;
  readonly aliases: readonly string[];
}
const nameRows: readonly NameRow[] = substanceNames;

interface Gathered {
  readonly all: readonly Substance[];
  readonly byCas: ReadonlyMap<string | null, Substance>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}
let kept: Gathered | undefined;

/** Gathered when first asked: most processes name few substances. */
function gathered(): Gathered {
  kept ??= gather();
  return kept;
}

interface Draft {
  readonly cas: string | null;
  readonly names: Text[];
  readonly aliases: string[];
  readonly listings: Listing[];
  readonly majorHazard: Substance['majorHazard'][number][];
}

function gather(): Gathered {
  const drafts = new Map<string, Draft>();
  const draftOf = (cas: string | null, name: string): Draft => {
    const key = cas ?? chemicalName(name);
    const draft = drafts.get(key) ?? { cas, names: [], aliases: [], listings: [], majorHazard: [] };
    drafts.set(key, draft);
    return draft;
  };
  for (const { cas, zh, en, aliases } of nameRows) {
    const draft = draftOf(cas, zh ?? '');
    if (zh !== undefined) draft.names.push({ zh, en });
    draft.aliases.push(...aliases);
  }
  for (const row of majorHazardThresholds)
    for (const cas of row.cas.length > 0 ? row.cas : [null]) {
      const draft = draftOf(cas, row.name.zh);
      draft.names.push(row.name);
      draft.majorHazard.push(row);
    }
  for (const [{ key }, source] of listsBySource)
    for (const listed of itemsOf(source))
      for (const cas of listed.item.cas.length > 0 ? listed.item.cas : [null])
        addListing(draftOf(cas, plainName(listed.item.zh)), key, listed);
  const all = [...drafts.values()].map(substanceOf);
  return { all, byCas: new Map(all.map((each) => [each.cas, each])), byName: namesOf(all) };
}

function namesOf(substances: readonly Substance[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, Set<string>>();
  for (const { cas, name, aliases } of substances) {
    if (cas === null) continue;
    for (const each of [name.zh, name.en ?? name.zh, ...aliases]) {
      const key = chemicalName(each);
      byName.set(key, (byName.get(key) ?? new Set()).add(cas));
    }
  }
  return new Map([...byName].map(([key, its]) => [key, [...its]]));
}

function addListing(draft: Draft, list: string, { item, source, compared }: ListedItem): void {
  draft.names.push({ zh: plainName(item.zh), en: item.en });
  draft.aliases.push(...(item.aliases ?? []));
  draft.listings.push({ list, name: { zh: item.zh, en: item.en }, ...conditionOf(item), source, compared });
}

/** The first name counts; the others are aliases of it. */
function substanceOf({ cas, names, aliases, listings, majorHazard }: Draft): Substance {
  const [first] = names;
  const name = { zh: first!.zh, en: first!.en ?? names.find(({ en }) => en)?.en };
  const others = new Set([...aliases, ...names.flatMap((each) => [each.zh, each.en ?? each.zh])]);
  others.delete(name.zh);
  others.delete(name.en ?? name.zh);
  return { cas, name, aliases: [...others], listings, majorHazard };
}
