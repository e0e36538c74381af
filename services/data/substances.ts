import type { SubstanceList } from '../domain/facts/fact.ts';
import type { Listing, Substance } from '../domain/facts/substance.ts';
import { hashOf } from '../domain/values/canonical.ts';
import type { Text } from '../domain/values/text.ts';
import keySupervised from './key-supervised-chemicals.json' with { type: 'json' };
import { majorHazardThresholds } from './major-hazard.ts';
import { cited, type Notice } from './notice.ts';
import specialControl from './special-control-chemicals.json' with { type: 'json' };
import substanceNames from './substance-names.json' with { type: 'json' };

interface ListFile {
  readonly key: string;
  readonly name: Text;
  readonly notices: readonly Notice<ListItem>[];
}
interface ListItem extends Text {
  /** One named item may go by several CAS numbers, or name several substances. */
  readonly cas: readonly string[];
}

const files: readonly ListFile[] = [keySupervised, specialControl];

/** The built-in lists: key supervised (重点监管) and specially controlled (特别管控) hazardous chemicals. */
export const lists: readonly SubstanceList[] = files.map(({ key, name, notices }) => ({
  key,
  name,
  members: notices.flatMap(({ items }) => items.flatMap(({ cas }) => cas)),
}));

/** Members and Chinese names: a translation added later is no other list. */
export const listsHash: string = hashOf(
  files.map(({ key, notices }) => ({
    key,
    items: notices.flatMap(({ items }) => items.map(({ zh, cas }) => ({ zh, cas }))),
  })),
);

/** The substance of a CAS number, where a built-in list or GB 18218-2018 table 1 names it. */
export function substance(cas: string): Substance | undefined {
  return byCas.get(cas);
}

interface NameRow {
  /** Null where GB 18218-2018 names something without a number. */
  readonly cas: string | null;
  /** Where what the lists have under this number is no name of its own: 甲烷、天然气. */
  readonly zh?: string;
  readonly en?: string;
  readonly aliases: readonly string[];
}
const nameRows: readonly NameRow[] = substanceNames;

/** All that the two lists and table 1 name, each once. */
export const substances: readonly Substance[] = gatherSubstances();
const byCas = new Map(substances.map((each) => [each.cas, each]));

function gatherSubstances(): readonly Substance[] {
  const listed = gatherListings();
  return nameRows.map(({ cas, zh, en, aliases }) => {
    const listings = cas === null ? [] : (listed.get(cas) ?? []);
    const majorHazard = majorHazardThresholds.filter((row) =>
      cas === null ? row.cas.length === 0 && row.name.zh === zh : row.cas.includes(cas),
    );
    const names = [...listings, ...majorHazard].map(({ name }) => name);
    const name = zh === undefined ? names[0]! : { zh, en };
    const others = new Set([...aliases, ...names.flatMap((each) => [each.zh, each.en ?? each.zh])]);
    others.delete(name.zh);
    others.delete(name.en ?? name.zh);
    return { cas, name, aliases: [...others], listings, majorHazard };
  });
}

function gatherListings(): ReadonlyMap<string, readonly Listing[]> {
  const listings = new Map<string, Listing[]>();
  for (const { key, notices } of files) {
    for (const { item, source, compared } of cited(notices)) {
      const listing = { list: key, name: { zh: item.zh, en: item.en }, source, compared };
      for (const cas of item.cas) listings.set(cas, [...(listings.get(cas) ?? []), listing]);
    }
  }
  return listings;
}
