import type { Actor } from '../../domain/access/access.ts';
import type { CatalogContent } from '../../domain/catalog/catalog.ts';
import type { Entry } from '../../domain/catalog/entry.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import type { BrokenRule } from '../../domain/publication-rules/check.ts';
import { brokenRules } from '../../domain/publication-rules/check.ts';
import type { Examples } from '../../domain/publication-rules/reasoning/examples.ts';
import { examplesOf } from '../../domain/publication-rules/reasoning/examples.ts';
import type { Publication } from '../../domain/publication-rules/rule.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Deps } from '../deps.ts';
import { MAX_TRIALS } from '../limits.ts';
import { loadContentHeader, loadRegister, readDraft } from '../read.ts';
import { publicationWith } from './publication-of.ts';
import { entriesPut, within } from './put-entries.ts';

export interface TryEntriesInput {
  /** Key of the catalog. */
  readonly catalog: string;
  /** JSON of `EntryInput`, each whole: what is left out is not taken from the draft. */
  readonly entries: readonly unknown[];
}

/** An entry as it would stand in a draft. */
export interface EntryTrial {
  readonly catalog: string;
  /** Null where it cannot be read. */
  readonly entry: Entry | null;
  /** Why it cannot: paths begin with the field of the entry. */
  readonly refusals: readonly Refusal[];
  /** The definitions of the draft, and this entry alone. */
  readonly content: CatalogContent;
  /** What the publication rules say of it by itself, with the catalogs beside and above. */
  readonly violations: () => Promise<readonly BrokenRule[]>;
  readonly examples: () => Promise<Examples>;
}

/**
 * What entries would say and do in the open draft, each by itself; nothing is changed.
 *
 * @returns null where there is no draft or the actor may not see it
 * @throws Refusal NOTHING_GIVEN, TOO_MANY
 */
export async function tryEntries(
  deps: Deps,
  actor: Actor | null,
  { catalog, entries }: TryEntriesInput,
): Promise<readonly EntryTrial[] | null> {
  const found = await readDraft(deps, actor, catalog);
  if (!found) return null;
  within('entries', entries.length, MAX_TRIALS);
  const header = await loadContentHeader(deps, found.draft.content);
  return Promise.all(
    entries.map(async (sent): Promise<EntryTrial> => {
      const { entry, refusals } = await read(deps, sent);
      const content = { ...header, entries: entry ? [entry] : [] };
      let asked: Promise<Publication> | undefined;
      const publication = () => {
        asked ??= loadRegister(deps, { consistent: true }).then(({ register }) =>
          publicationWith(deps, {
            state: found.state,
            register,
            content,
            effectiveFrom: dayOf(deps.clock()),
          }),
        );
        return asked;
      };
      return {
        catalog,
        entry,
        refusals,
        content,
        violations: async () =>
          entry ? brokenRules(await publication()).filter((broken) => broken.entry === entry.code) : [],
        examples: async () =>
          entry ? examplesOf(await publication(), entry.code) : { under: null, outside: null },
      };
    }),
  );
}

async function read(
  deps: Deps,
  sent: unknown,
): Promise<{ readonly entry: Entry | null; readonly refusals: readonly Refusal[] }> {
  try {
    const { read: put } = entriesPut(deps, { mode: 'REPLACE', entries: [sent] });
    const [entry] = (await put(async () => new Map())).values();
    return { entry: entry!, refusals: [] };
  } catch (error) {
    const refusals = error instanceof Refusal ? [error] : error instanceof Refusals ? error.refusals : [];
    if (refusals.length === 0) throw error;
    return { entry: null, refusals: refusals.map(inTheEntry) };
  }
}

/** `entries.0.when` of a list of one is `when` of the entry. */
const inTheEntry = ({ code, details, path }: Refusal): Refusal =>
  new Refusal(code, details as never, path?.slice(2));
