import type { CatalogContent, CatalogIdentity } from '../../catalog/catalog.ts';
import { placesNamed } from '../../catalog/entry.ts';
import type { CompiledEntry } from '../../engine/compile.ts';
import { compiled, UnreadableEntry } from '../../engine/compile.ts';
import type { Facts } from '../../engine/facts.ts';
import { entriesApart } from '../../engine/lineage.ts';
import { productsTestable } from '../../engine/products-testable.ts';
import { ensureReadable } from '../../engine/readable.ts';
import { builtInFact, DICTIONARY } from '../../facts/dictionary.ts';
import { membersOf } from '../../facts/members-of.ts';
import { Work } from '../../solver/budget.ts';
import { nextDay } from '../../values/day.ts';
import { memoize } from '../../values/memoize.ts';
import type { Day } from '../../vocabulary.ts';
import { PRODUCTS_ARE_KNOWN } from '../products.ts';
import type { Publication } from '../rule.ts';
import { namableIn } from '../rule.ts';
import { liesBelow } from '../territory.ts';
import type { Effects } from './effects.ts';
import { effectsOf } from './effects.ts';

/** What decides beside each other once a version is published: its entries, and those that stand in every zone below. */
export interface Law {
  readonly publication: Publication;
  /** The entries of the version itself that can be read and placed; other rules speak of the rest. */
  readonly own: readonly LawEntry[];
  readonly all: readonly LawEntry[];
  /** All that can be tested, and nothing of it known. */
  readonly nothingKnown: Facts;
  readonly contents: ReadonlyMap<string, CatalogContent>;
  /** Whether a key is a ZONE fact that a catalog defines: the register may leave it unstated. */
  mayBeUnstated(key: string): boolean;
  /** What reasoning under it has cost. */
  readonly work: Work;
}

/**
 * Work for one version, some ten seconds of the 29 that a gateway waits. 5 000 entries as catalogs have them take about a
 * fifth of it.
 */
const MAX_WORK = 10_000_000;

/** Whether no work is left for this version: what is still to be decided stays undecided. */
export const isExhausted = ({ work, publication }: Law): boolean =>
  work.done > (publication.maxWork ?? MAX_WORK);

export interface LawEntry extends Effects {
  readonly catalog: CatalogIdentity;
  readonly compiled: CompiledEntry;
}

export const lawOf = memoize((publication: Publication): Law => {
  const { catalog, reference, register, effectiveFrom } = publication;
  const content = decidable(publication);
  // Each catalog tests products by its own terms, so its own entries keep apart from those above that are the same.
  const [, ...contentsAbove] = entriesApart([
    content,
    ...publication.above.map(({ inForce }) => inForce?.content),
  ]);
  const above = publication.above.map((each, at) =>
    each.inForce ? { ...each, inForce: { ...each.inForce, content: contentsAbove[at]! } } : each,
  );
  const contents = new Map([
    ...above.flatMap(({ identity, inForce }) => (inForce ? [[identity.key, inForce.content] as const] : [])),
    [catalog.key, content] as const,
  ]);
  const inForce = [
    ...above.flatMap(({ identity, inForce: version }) =>
      version ? [{ ...identity, content: version.content }] : [],
    ),
    { ...catalog, content },
  ];
  const namable = namableIn(publication);
  const facts = namable.flatMap((each) => each.facts);
  const lists = [...reference.lists, ...namable.flatMap((each) => each.lists)];
  // What is built in stays as it is, whatever a catalog calls so.
  const definitions = new Map([...facts, ...DICTIONARY].map((fact) => [fact.key, fact]));
  const mayBeUnstated = (key: string) => definitions.get(key)?.about === 'ZONE' && !builtInFact(key);
  const nothingKnown: Facts = {
    on: effectiveFrom,
    industries: null,
    activities: null,
    areas: null,
    zoneCode: '',
    zoneAreas: [],
    lineage: new Set(),
    earlierApproval: null,
    numbers: new Map(),
    many: new Map(),
    choices: new Map(),
    sets: new Map(),
    dates: new Map(),
    chemicals: null,
    openChemicals: [],
    majorHazard: null,
    products: null,
    terms: productsTestable(inForce, publication.lapsed ?? [], reference),
    confirmations: new Map(),
    definitions,
    unstated: new Set(),
    lists: new Map(lists.map((list) => [list.key, membersOf(list)])),
    notices: [],
    classification: reference.classification,
  };
  const entriesOf = (
    identity: CatalogIdentity,
    its: CatalogContent,
    changesOn: Day | null,
  ): readonly LawEntry[] =>
    readable(its, publication).map((entry) => {
      const ends = [changesOn, entry.entry.validTo && nextDay(entry.entry.validTo)].filter(
        (day) => day != null,
      );
      const period = [entry.entry.validFrom ?? null, ends.sort()[0] ?? null] as const;
      return { catalog: identity, compiled: entry, ...effectsOf(entry, period, mayBeUnstated, nothingKnown) };
    });
  const own = entriesOf(catalog, content, null);
  const beside = above.flatMap(({ identity, inForce, changesOn }) =>
    inForce ? entriesOf(identity, inForce.content, changesOn) : [],
  );
  return {
    publication,
    mayBeUnstated,
    // A place that is not there has no law of its own; that is told by PR-22.
    own: own.filter(({ compiled: { entry } }) =>
      placesNamed(entry).every((id) => liesBelow(register, catalog.jurisdiction, id, effectiveFrom)),
    ),
    all: [...own, ...beside],
    nothingKnown,
    contents,
    work: new Work(),
  };
});

/**
 * Nothing can be concluded from an entry whose conditions are still to be written (PR-44), nor from one that names a
 * product of which nobody knows which it is (PR-40): any row may be that.
 */
function decidable(publication: Publication): CatalogContent {
  const { content } = publication;
  const unknown = new Set([...PRODUCTS_ARE_KNOWN.violations(publication)].map(({ entry }) => entry));
  const entries = content.entries.filter(
    ({ code, conditionsPending }) => !conditionsPending && !unknown.has(code),
  );
  return entries.length < content.entries.length ? { ...content, entries } : content;
}

function readable(content: CatalogContent, publication: Publication): readonly CompiledEntry[] {
  try {
    ensureReadable({ content }, publication.reference, namableIn(publication));
    return compiled(content).entries;
  } catch (error) {
    if (!(error instanceof UnreadableEntry)) throw error;
    // What cannot be read is told entry by entry by the rules on well-formed entries.
    return content.entries.length > 1
      ? content.entries.flatMap((entry) => readable({ ...content, entries: [entry] }, publication))
      : [];
  }
}
