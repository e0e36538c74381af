import { useRef, useState } from 'preact/hooks';
import {
  CreateCatalog,
  DraftsWithin,
  type DraftsWithinQuery,
  OpenDraft,
  type Role,
  Viewer,
  type ViewerQuery,
} from '../generated/queries.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { allByLevel, catalogColumns } from '../parts/catalog-columns.tsx';
import { Field } from '../parts/field.tsx';
import { ROLE_LABELS } from '../parts/labels.ts';
import { ErrorNote } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { ask } from '../shell/ask.ts';
import { say, type Text, text } from '../shell/locale.ts';
import { go, type Query, replaceQuery } from '../shell/router.ts';
import { usePages } from '../shell/use-pages.ts';
import { useQuery } from '../shell/use-query.ts';
import { DRAFT_STATUSES } from './draft-page.tsx';
import { type Place, usePlaces } from './places.ts';

type Grant = NonNullable<ViewerQuery['viewer']>['grants'][number];
type Catalog = DraftsWithinQuery['catalogs']['edges'][number]['node'];

/** The catalogs of where one edits or publishes, each with its draft; to open a draft, and to create a catalog. */
export function DraftsListPage({ query }: { readonly query: Query }) {
  const { data, error, reload } = useQuery(Viewer, {});
  const [turn, setTurn] = useState(0);
  const grants = (data?.viewer?.grants ?? []).filter(({ role }) => MAY_SEE.includes(role));
  const places = [...new Map(grants.map((grant) => [grant.jurisdictionId, grant])).values()];
  const place = places.find(({ jurisdictionId }) => jurisdictionId === query.within) ?? places[0];
  if (error) return <ErrorNote error={error} onRetry={reload} />;
  if (!place) return <p class="muted">{say(T.loading)}</p>;
  const roles = grants
    .filter(({ jurisdictionId }) => jurisdictionId === place.jurisdictionId)
    .map(({ role }) => role);
  return (
    <Within
      key={`${place.jurisdictionId} ${turn}`}
      place={place}
      places={places}
      roles={roles}
      onChanged={() => setTurn(turn + 1)}
    />
  );
}

interface WithinProps {
  readonly place: Grant;
  readonly places: readonly Grant[];
  readonly roles: readonly Role[];
  readonly onChanged: () => void;
}

function Within({ place, places, roles, onChanged }: WithinProps) {
  const [asked, setAsked] = useState<Catalog | 'CREATE' | null>(null);
  const within = place.jurisdictionId;
  const pages = usePages(DraftsWithin, { within }, ({ catalogs }) => catalogs);
  const edits = roles.includes('EDITOR');
  return (
    <>
      <PageHead
        title={say(T.title)}
        lead={say(edits ? T.lead : T.notEditor, { who: say(ROLE_LABELS.EDITOR) })}
      >
        {MAY_CREATE.some((role) => roles.includes(role)) && (
          <button type="button" class="btn main" onClick={() => setAsked('CREATE')}>
            {say(T.create)}
          </button>
        )}
      </PageHead>
      <div class="stack">
        {places.length > 1 && (
          <label class="row">
            {say(T.within)}
            <select
              class="field"
              value={within}
              onChange={(event) => replaceQuery({ within: event.currentTarget.value })}
            >
              {places.map((one) => (
                <option key={one.jurisdictionId} value={one.jurisdictionId}>
                  {one.jurisdiction ? say(one.jurisdiction.name) : one.jurisdictionId}
                </option>
              ))}
            </select>
          </label>
        )}
        {pages.error && <ErrorNote error={pages.error} onRetry={pages.reload} />}
        <Table
          label={say(T.title)}
          rows={allByLevel(
            pages.edges.map(({ node }) => node),
            pages,
          )}
          total={pages.total ?? 0}
          keyOf={({ id }) => id}
          onEnd={pages.more}
          onOpen={(catalog) => go(pageOf(catalog))}
          empty={pages.loading ? say(T.loading) : say(T.none)}
          columns={[
            ...catalogColumns<Catalog>(pageOf),
            {
              key: 'versions',
              title: say(T.versions),
              class: 'num',
              cell: ({ versions }) => versions.totalCount,
            },
            {
              key: 'draft',
              title: say(T.draft),
              cell: (catalog) => <Draft catalog={catalog} edits={edits} onOpen={() => setAsked(catalog)} />,
            },
            { key: 'editors', title: say(T.editors), cell: ({ draft }) => draft?.editors.join(' ') },
          ]}
        />
      </div>
      {asked === 'CREATE' && (
        <CreateDialog place={place} edits={edits} onCreated={onChanged} onClose={() => setAsked(null)} />
      )}
      {asked !== null && asked !== 'CREATE' && <OpenDialog catalog={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Without a draft there are its versions, which can be withdrawn. */
const pageOf = ({ id, draft }: Catalog) => (draft ? ['drafts', id] : ['drafts', id, 'check']);

interface DraftProps {
  readonly catalog: Catalog;
  readonly edits: boolean;
  readonly onOpen: () => void;
}

function Draft({ catalog: { draft, repealedFrom, title }, edits, onOpen }: DraftProps) {
  if (draft)
    return (
      <>
        <Tag of={DRAFT_STATUSES[draft.status]} />{' '}
        <span class="muted">{say(T.entries, { count: draft.entryCount })}</span>
      </>
    );
  if (repealedFrom) return <span class="muted">{say(T.repealed, { day: repealedFrom })}</span>;
  if (!edits) return <span class="muted">{say(T.noDraft)}</span>;
  return (
    <button type="button" class="btn quiet nowrap" onClick={onOpen}>
      {say(T.open)}
      <span class="unseen">{say(title)}</span>
    </button>
  );
}

function OpenDialog({ catalog, onClose }: { readonly catalog: Catalog; readonly onClose: () => void }) {
  return (
    <ActDialog
      title={say(T.openTitle, { title: say(catalog.title) })}
      lead={say(catalog.versions.totalCount > 0 ? T.fromNewest : T.fromNothing)}
      act={say(T.open)}
      run={async (reason) =>
        (await ask(OpenDraft, { input: { catalog: catalog.id, reason } })).openDraft.userErrors
      }
      onDone={() => go(['drafts', catalog.id])}
      onClose={onClose}
    />
  );
}

/** Where a catalog can be: there, or in what lies in it. */
const placesIn = ({ jurisdictionId: id, jurisdiction }: Grant, places: readonly Place[]) => [
  { id, name: jurisdiction?.name ?? { zh: id } },
  ...places.filter((place) => !place.area && place.id !== id),
];

const NEW = { jurisdiction: '', key: '', title: '', issuer: '', documentNumber: '' };

interface CreateDialogProps {
  readonly place: Grant;
  readonly edits: boolean;
  readonly onCreated: () => void;
  readonly onClose: () => void;
}

function CreateDialog({ place, edits, onCreated, onClose }: CreateDialogProps) {
  const within = place.jurisdictionId;
  const [given, setGiven] = useState({ ...NEW, jurisdiction: within });
  const places = placesIn(place, usePlaces(within));
  /** Where it is made and its draft could not be opened, the same press again opens it. */
  const created = useRef<string | undefined>(undefined);
  const run = async (reason: string) => {
    if (created.current === undefined) {
      const { issuer, documentNumber, title, ...rest } = given;
      const { createCatalog } = await ask(CreateCatalog, {
        input: {
          ...rest,
          title: { zh: title },
          ...(issuer && { issuer }),
          ...(documentNumber && { documentNumber }),
          reason,
        },
      });
      created.current = createCatalog.catalog?.id;
      if (created.current === undefined) return createCatalog.userErrors;
    }
    // An admin creates catalogs and edits none.
    if (!edits) return [];
    return (await ask(OpenDraft, { input: { catalog: created.current, reason } })).openDraft.userErrors;
  };
  const input = (
    name: keyof typeof NEW,
    label: Text,
    more: { readonly required?: true; readonly pattern?: string; readonly hint?: string } = {},
  ) => {
    const { hint, ...attributes } = more;
    return (
      <Field label={say(label)} {...(hint && { hint })}>
        {(of) => (
          <input
            {...of}
            {...attributes}
            value={given[name]}
            onInput={(event) => setGiven((old) => ({ ...old, [name]: event.currentTarget.value }))}
          />
        )}
      </Field>
    );
  };
  return (
    <ActDialog
      title={say(T.create)}
      act={say(T.create)}
      run={run}
      onDone={() => (edits ? go(['drafts', created.current!]) : onCreated())}
      onClose={onClose}
    >
      <Field label={say(T.place)}>
        {(of) => (
          <select
            {...of}
            value={given.jurisdiction}
            onChange={(event) => setGiven((old) => ({ ...old, jurisdiction: event.currentTarget.value }))}
          >
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {say(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {input('title', T.catalog, { required: true })}
      {input('key', T.key, { required: true, pattern: KEY, hint: say(T.keyHint) })}
      {input('issuer', T.issuer)}
      {input('documentNumber', T.documentNumber)}
    </ActDialog>
  );
}

const KEY = '[A-Za-z0-9._\\-]{1,64}';
const MAY_SEE: readonly Role[] = ['EDITOR', 'PUBLISHER', 'ADMIN'];
const MAY_CREATE: readonly Role[] = ['EDITOR', 'ADMIN'];

const T = {
  title: text('草案', 'Drafts'),
  lead: text(
    '每部目录至多一份草案；打开草案后编制条目、检查并提交。',
    'Each catalog has one draft at most: open it, edit its entries, check and submit it.',
  ),
  notEditor: text('草案由{who}编制。', 'Drafts are made by {who}.'),
  loading: text('正在加载…', 'Loading…'),
  none: text('这里还没有目录。', 'There are no catalogs here yet.'),
  within: text('管辖区域', 'Jurisdiction'),
  catalog: text('目录名称', 'Catalog'),
  place: text('管辖区域', 'Jurisdiction'),
  versions: text('已发布版本', 'Versions'),
  draft: text('草案', 'Draft'),
  editors: text('编制人员', 'Editors'),
  entries: text('{count} 条', '{count} entries'),
  repealed: text('自 {day} 起废止', 'repealed from {day}'),
  noDraft: text('没有草案', 'none'),
  open: text('打开草案', 'Open a draft'),
  openTitle: text('打开《{title}》的草案', 'Open a draft of {title}'),
  fromNewest: text('草案从最新版本的全部内容开始。', 'It begins with all of the newest version.'),
  fromNothing: text('该目录还没有版本，草案从空白开始。', 'The catalog has no version yet: it begins empty.'),
  create: text('新建目录', 'Create a catalog'),
  key: text('目录标识', 'Key'),
  keyHint: text(
    '字母、数字、“-”“_”“.”，之后不能更改。',
    'Letters, digits, "-", "_", "."; it cannot be changed later.',
  ),
  issuer: text('发布机关', 'Issuer'),
  documentNumber: text('文号', 'Document number'),
};
