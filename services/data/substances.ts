import type { LegalBasis } from '../domain/entry.ts';
import type { SubstanceList } from '../domain/fact.ts';
import type { Text } from '../domain/text.ts';
import { contentHash } from './content-hash.ts';
import keySupervised from './key-supervised-chemicals.json' with { type: 'json' };
import { cited, type Notice } from './notice.ts';
import specialControl from './special-control-chemicals.json' with { type: 'json' };

/** A substance that a built-in list names, by CAS number. */
export interface ListedSubstance {
  readonly cas: string;
  /** As the first list that names it has it. */
  readonly name: Text;
  readonly listedIn: readonly Listing[];
}
export interface Listing {
  /** Key of the list. */
  readonly list: string;
  /** Lists differ in what they call a substance (甲醚 and 二甲醚 are one). */
  readonly name: Text;
  readonly source: LegalBasis;
}

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
export const listsHash: string = contentHash(
  files.map(({ key, notices }) => ({
    key,
    items: notices.flatMap(({ items }) => items.map(({ zh, cas }) => ({ zh, cas }))),
  })),
);

/** The substance of a CAS number, where a built-in list names it. */
export function substance(cas: string): ListedSubstance | undefined {
  return byCas.get(cas);
}

const byCas = gatherSubstances();

function gatherSubstances(): ReadonlyMap<string, ListedSubstance> {
  const listings = new Map<string, Listing[]>();
  for (const { key, notices } of files) {
    for (const { item, source } of cited(notices)) {
      const listing = { list: key, name: { zh: item.zh, en: item.en }, source };
      for (const cas of item.cas) listings.set(cas, [...(listings.get(cas) ?? []), listing]);
    }
  }
  return new Map([...listings].map(([cas, listedIn]) => [cas, { cas, name: listedIn[0]!.name, listedIn }]));
}
