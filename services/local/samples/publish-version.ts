import * as z from 'zod';
import { catalogId } from '../../domain/ids.ts';
import { dayOf } from '../../domain/values/day.ts';
import type { Ask } from '../ask.ts';
import { mutate, query, SamplesNotLoaded } from './api.ts';
import type { VersionFile } from './forms.ts';

interface People {
  /** Tokens. */
  readonly editor: string;
  readonly publisher: string;
  /** The subject behind the editor's token. */
  readonly editedBy: string;
}

/**
 * Brings one version of a sample catalog to publication, from wherever an earlier run left it.
 *
 * What an interrupted run has put into the draft is put again: the same entries make the same draft.
 */
export async function publishVersion(ask: Ask, people: People, file: VersionFile): Promise<void> {
  const { catalog, version } = file;
  const id = catalogId(catalog.key);
  const found = await readCatalog(ask, people.editor, id, version.number);
  if (found?.version) return;
  if (!found) await mutate(ask, people.editor, 'createCatalog', { ...catalog, reason: version.reason });
  const draft = found?.draft ?? (await openDraft(ask, people, file));
  ensureOwn(draft, people, id);
  const inReview = draft.status === 'IN_REVIEW' ? draft : await fillAndSubmit(ask, people, file, draft);
  await publish(ask, people, file, inReview.contentHash);
}

async function openDraft(ask: Ask, people: People, { catalog, version }: VersionFile): Promise<Draft> {
  const input = { catalog: catalogId(catalog.key), basedOn: version.basedOn, reason: version.reason };
  return draftPayload.parse(await mutate(ask, people.editor, 'openDraft', input, DRAFT)).draft;
}

/** Others may have taken up a sample catalog between two runs; their draft is not ours to fill or publish. */
function ensureOwn(draft: Draft, { editedBy }: People, id: string): void {
  const others = draft.editors.filter((editor) => editor !== editedBy);
  if (others.length > 0)
    throw new SamplesNotLoaded(
      id,
      `${others.join(', ')} 已在编制该目录的草案，请先发布该草案 / is editing a draft of this catalog; publish it first`,
    );
}

async function fillAndSubmit(ask: Ask, people: People, file: VersionFile, opened: Draft): Promise<Draft> {
  const { catalog, version, facts, lists, products, removes, entries } = file;
  let draft = opened;
  const edit = async (name: string, change: object): Promise<void> => {
    const expectedRevision = draft.revision;
    const input = { catalog: catalogId(catalog.key), expectedRevision, reason: version.reason, ...change };
    ({ draft } = draftPayload.parse(await mutate(ask, people.editor, name, input, DRAFT)));
  };
  const codes = draft.entries.edges.map(({ node }) => node.code);
  const leftToRemove = removes.filter((code) => codes.includes(code));
  if (leftToRemove.length > 0) await edit('removeEntries', { codes: leftToRemove });
  if (facts.length + lists.length + products.length > 0)
    await edit('putDefinitions', { facts, lists, products });
  await edit('putEntries', { mode: 'REPLACE', entries });
  await edit('submitDraft', {});
  return draft;
}

async function publish(ask: Ask, people: People, file: VersionFile, contentHash: string): Promise<void> {
  const { effectiveFrom, effectiveTo, reason, acknowledge } = file.version;
  const isPast = effectiveFrom < dayOf(new Date());
  const input = {
    catalog: catalogId(file.catalog.key),
    contentHash,
    effectiveFrom,
    effectiveTo,
    acknowledge,
    retroactiveReason: isPast ? '示例数据，按目录自身的施行日期补录' : null,
    reason,
  };
  await mutate(ask, people.publisher, 'publishDraft', input);
}

async function readCatalog(ask: Ask, token: string, id: string, number: number): Promise<Found | null> {
  const text = `query ($id: ID!, $number: Int!) {
    catalog(id: $id) { version(number: $number) { id } ${DRAFT} }
  }`;
  return (await query(ask, token, `catalog ${id}`, text, { id, number }, z.object({ catalog: found })))
    .catalog;
}

/** One page holds every entry: a sample catalog has far fewer than a hundred. */
const DRAFT = 'draft { status revision contentHash editors entries(first: 100) { edges { node { code } } } }';
const draft = z.object({
  status: z.enum(['EDITING', 'IN_REVIEW']),
  revision: z.int(),
  contentHash: z.string(),
  editors: z.array(z.string()),
  entries: z.object({ edges: z.array(z.object({ node: z.object({ code: z.string() }) })) }),
});
type Draft = z.infer<typeof draft>;
const draftPayload = z.object({ draft });
const found = z
  .object({ version: z.object({ id: z.string() }).nullable(), draft: draft.nullable() })
  .nullable();
type Found = NonNullable<z.infer<typeof found>>;
