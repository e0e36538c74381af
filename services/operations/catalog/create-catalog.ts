import type { Actor } from '../../domain/access/access.ts';
import type { RegisteredCatalog } from '../../domain/catalog/catalog.ts';
import { catalogShape } from '../../domain/catalog/catalog-shape.ts';
import { baseOfNewDraft, openDraft as opened } from '../../domain/catalog-life/draft.ts';
import { readShape } from '../../domain/messages/read-input.ts';
import { Refusal } from '../../domain/messages/refusal.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Text } from '../../domain/values/text.ts';
import { reasonFor, revisionOf, untilAppended } from '../append.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import { loadRegister } from '../read.ts';
import { allowed, scopeOf } from '../scope.ts';
import type { OfCatalog } from './change-catalog.ts';
import { changeCatalog } from './change-catalog.ts';

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
  return untilAppended(deps, 'register', async () => {
    const { head, register } = await loadRegister(deps, { consistent: true });
    const today = dayOf(deps.clock());
    if (!register.jurisdictions.has(catalog.jurisdiction))
      throw new Refusal('UNKNOWN_JURISDICTION', { value: catalog.jurisdiction, on: today }, ['jurisdiction']);
    const scope = scopeOf(register, catalog.jurisdiction, today);
    const by = allowed(actor, 'CREATE_CATALOG', catalog.jurisdiction, scope);
    // In whatever case: facts are called after the key, and nobody would tell the two apart.
    const taken = [...register.catalogs.keys()].find(
      (key) => key.toLowerCase() === catalog.key.toLowerCase(),
    );
    if (taken !== undefined) throw new Refusal('CATALOG_EXISTS', { value: taken }, ['key']);
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
      (await deps.store.writeContent({
        title,
        issuer,
        documentNumber,
        facts: [],
        lists: [],
        products: [],
        entries: [],
      }));
    return {
      state: opened(state, by, base, content),
      change: { kind: 'DRAFT_OPENED', basedOn: base?.number ?? null },
      result: null,
    };
  });
}
