import type { BuiltInList, Membership } from '../domain/facts/substance.ts';
import { hashOf } from '../domain/values/canonical.ts';
import { memoize } from '../domain/values/memoize.ts';
import drugPrecursors from './drug-precursors.json' with { type: 'json' };
import explosivePrecursors from './explosive-precursors.json' with { type: 'json' };
import { catalogueRows, catalogueSource, highlyToxicSource } from './hazardous-catalogue.ts';
import keySupervised from './key-supervised-chemicals.json' with { type: 'json' };
import type { ListItem, ListSource } from './list-source.ts';
import majorHazard from './major-hazard.json' with { type: 'json' };
import { type ReadCondition, readCondition } from './mass-fraction.ts';
import newPollutants from './new-pollutants.json' with { type: 'json' };
import { cited, type Notice } from './notice.ts';
import priorityControl from './priority-control-chemicals.json' with { type: 'json' };
import specialControl from './special-control-chemicals.json' with { type: 'json' };
import substanceNames from './substance-names.json' with { type: 'json' };

interface ListFile extends Omit<ListSource, 'items'> {
  readonly notices: readonly Notice<ListItem>[];
}
const files: readonly ListFile[] = [
  keySupervised,
  specialControl,
  explosivePrecursors,
  drugPrecursors,
  priorityControl,
  newPollutants,
];

const sources: readonly ListSource[] = [
  ...files.map(({ key, name, coverage, notices }) => ({ key, name, coverage, items: () => cited(notices) })),
  highlyToxicSource,
  catalogueSource,
];

/** The items of a list, in its order. */
export const itemsOf = memoize(({ items }: ListSource) => items());

const membershipsOf = memoize((source: ListSource): readonly Membership[] =>
  itemsOf(source).flatMap(({ item }) => item.cas.map((cas) => ({ cas, ...conditionOf(item) }))),
);

const membersOf = memoize((source: ListSource): readonly string[] => [
  ...new Set(itemsOf(source).flatMap(({ item }) => item.cas)),
]);

/** Every built-in list, with its source. The long ones are read when something asks for what is in them. */
export const listsBySource: ReadonlyMap<BuiltInList, ListSource> = new Map(
  sources.map((source) => [
    {
      key: source.key,
      name: source.name,
      coverage: source.coverage,
      get members() {
        return membersOf(source);
      },
      get memberships() {
        return membershipsOf(source);
      },
    },
    source,
  ]),
);

/** The built-in lists of substances. */
export const lists: readonly BuiltInList[] = [...listsBySource.keys()];

/**
 * Members, what is demanded of them, all names (a chemical without a number is read by its name), and the thresholds of
 * major hazard sources.
 */
const contentsOfLists = () => [
  ...files.map(({ key, notices }) => ({
    key,
    items: notices.flatMap(({ items }) =>
      items.map(({ zh, en = '', aliases = [], cas, condition = '' }) => ({
        zh,
        en,
        aliases,
        cas,
        condition,
      })),
    ),
  })),
  { key: catalogueSource.key, items: catalogueRows },
  { key: 'names', items: substanceNames },
  { key: 'major hazard', items: majorHazard },
];
let hash: string | undefined;
/** By which the built-in lists are known. */
export function listsHash(): string {
  hash ??= hashOf(contentsOfLists());
  return hash;
}

/** What a list demands of an item, by the bracket at the end of its name or beside it. */
export function conditionOf({ zh, condition }: ListItem): ReadCondition {
  const words = condition ?? BRACKET.exec(zh)?.[1];
  return words === undefined ? {} : readCondition(words);
}

/** The name of an item without what is demanded of it. */
export const plainName = (zh: string): string => zh.replace(BRACKET, '') || zh;

const BRACKET = /\[([^[\]]*)\]$/;
