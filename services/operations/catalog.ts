import type { Actor } from '../domain/access.ts';
import type { RegisteredCatalog } from '../domain/catalog.ts';
import { catalogShape } from '../domain/catalog-shape.ts';
import { dayOf } from '../domain/day.ts';
import { baseOfNewDraft, draftOf, openDraft as opened, submitDraft as submitted } from '../domain/draft.ts';
import { Refusal } from '../domain/refusal.ts';
import { readShape } from '../domain/shape.ts';
import type { Text } from '../domain/text.ts';
import { reasonFor, revisionOf, untilAppended } from './append.ts';
import type { OfCatalog } from './change-catalog.ts';
import { changeCatalog } from './change-catalog.ts';
import type { Deps } from './deps.ts';
import type { CatalogRead } from './read.ts';
import { loadRegister } from './read.ts';
import { allowed, scopeOf } from './scope.ts';

export type { PutDefinitionsInput, PutEntriesInput, RemoveEntriesInput } from './edit-draft.ts';
export { putDefinitions, putEntries, removeEntries } from './edit-draft.ts';
export type { PublishDraftInput } from './publish.ts';
export { publishDraft } from './publish.ts';

export interface CreateCatalogInput {
  /** Id of the jurisdiction. */
  readonly jurisdiction: string;
  readonly key: string;
  readonly title: Text;
  readonly issuer?: string | null;
  readonly documentNumber?: string | null;
  readonly reason: string;
}
export interface OpenDraftInput extends OfCatalog {
  readonly basedOn?: number | null;
}
export interface SubmitDraftInput extends OfCatalog {
  readonly expectedRevision: number;
}

/**
 * Enters a catalog into the register; it has no version and no draft yet.
 *
 * @throws Refusal UNKNOWN_JURISDICTION, NOT_ALLOWED, CATALOG_EXISTS, RESERVED_KEY and faults of the input
 */
export async function createCatalog(
  deps: Deps,
  actor: Actor | null,
  { reason, ...input }: CreateCatalogInput,
): Promise<CatalogRead> {
  const catalog: RegisteredCatalog = readShape(catalogShape, input, []);
  const why = reasonFor(reason);
  return untilAppended('register', async () => {
    const { head, register } = await loadRegister(deps, { consistent: true });
    const today = dayOf(deps.clock());
    if (!register.jurisdictions.has(catalog.jurisdiction))
      throw new Refusal('UNKNOWN_JURISDICTION', { value: catalog.jurisdiction, on: today }, ['jurisdiction']);
    const scope = scopeOf(register, catalog.jurisdiction, today);
    const by = allowed(actor, 'CREATE_CATALOG', catalog.jurisdiction, scope);
    if (register.catalogs.has(catalog.key))
      throw new Refusal('CATALOG_EXISTS', { value: catalog.key }, ['key']);
    await deps.store.appendToRegister(head, revisionOf(deps, by, 'CREATE_CATALOG', why), {
      catalogs: [catalog],
    });
    return { head: null, revision: 0, state: { ...catalog, versions: [], draft: null } };
  });
}

/** Opens the draft of a catalog on its newest version or a named one. @throws Refusal DRAFT_EXISTS, UNKNOWN_VERSION */
export function openDraft(deps: Deps, actor: Actor | null, input: OpenDraftInput): Promise<CatalogRead> {
  const intention = { ...input, access: 'EDIT_DRAFT', action: 'OPEN_DRAFT' } as const;
  return changeCatalog(deps, actor, intention, async ({ state, by }) => {
    const base = baseOfNewDraft(state, input.basedOn);
    const { title, issuer, documentNumber } = state;
    const content =
      base ??
      (await deps.store.writeContent({ title, issuer, documentNumber, facts: [], lists: [], entries: [] }));
    return {
      state: opened(state, by, base, content),
      change: { kind: 'DRAFT_OPENED', basedOn: base?.number ?? null },
      result: null,
    };
  });
}

/** Hands the draft in for review. @throws Refusal NO_DRAFT, ALREADY_SUBMITTED, STALE_DRAFT */
export function submitDraft(deps: Deps, actor: Actor | null, input: SubmitDraftInput): Promise<CatalogRead> {
  const intention = { ...input, access: 'SUBMIT_DRAFT', action: 'SUBMIT_DRAFT' } as const;
  return changeCatalog(deps, actor, intention, async ({ state, revision }) => {
    const { contentHash } = draftOf(state);
    const next = submitted(state);
    // Who submits answers for the whole draft, so any change since they read it counts.
    if (input.expectedRevision !== revision)
      throw new Refusal('STALE_DRAFT', { expected: input.expectedRevision, revision }, ['expectedRevision']);
    return { state: next, change: { kind: 'DRAFT_SUBMITTED', contentHash }, result: null };
  });
}
