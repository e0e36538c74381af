import { useEffect, useState } from 'preact/hooks';
import { sayIn } from '../../../domain/comparison/change-sentences.ts';
import { TYPE_LABELS } from '../../../domain/messages/labels.ts';
import { inLocale } from '../../../domain/values/text.ts';
import { inFiles } from '../files/read-workbook.ts';
import { DraftDefinitions, type DraftDefinitionsQuery, RemoveDefinitions } from '../generated/queries.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import type { DraftTabProps } from '../parts/draft-tab.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { Table } from '../parts/table.tsx';
import { type ApiError, ask } from '../shell/ask.ts';
import { list, localeStore, say, type Text, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { useQuery } from '../shell/use-query.ts';
import { useDraftWork } from './draft-work.ts';
import { workbookEntry } from './entry-input.ts';

type Defined = NonNullable<NonNullable<DraftDefinitionsQuery['catalog']>['draft']>;
type Kind = 'facts' | 'lists' | 'products';

interface Definition {
  readonly kind: Kind;
  readonly key: string;
  readonly name: Text;
  /** What is said of it, in short. */
  readonly said: string;
  /** Codes of the entries whose conditions name it. */
  readonly entries: readonly string[];
  /** Names of the other definitions that rest on it. */
  readonly others: readonly string[];
}

/** What a draft defines itself, where it is used, and how it is removed; it is written in a workbook. */
export function DefinitionsTab({ catalog, draft, reload }: DraftTabProps) {
  if (!draft) return <Note>{say(T.noDraft)}</Note>;
  return <Definitions catalog={catalog} draft={draft} reload={reload} />;
}

interface DefinitionsProps extends Pick<DraftTabProps, 'catalog' | 'reload'> {
  readonly draft: NonNullable<DraftTabProps['draft']>;
}

function Definitions({ catalog, draft, reload }: DefinitionsProps) {
  const work = useDraftWork(catalog.id, draft.revision);
  const asked = useQuery(DraftDefinitions, { id: catalog.id });
  const [leaving, setLeaving] = useState<Definition | null>(null);
  const [told, setTold] = useState('');
  useEffect(() => {
    if (asked.data && !asked.loading) asked.reload();
  }, [draft.revision]);
  const defined = asked.data?.catalog?.draft;
  const { lines } = work.edits;
  const [users, setUsers] = useState<Users | null>(null);
  const [failed, setFailed] = useState<ApiError | null>(null);
  useEffect(() => {
    if (!defined || work.awaited !== null) return;
    const entries = lines.map(({ entry }) => workbookEntry(entry));
    const stopped = new AbortController();
    inFiles('keysTested', entries, defined.products).then(
      (keys) => stopped.signal.aborted || setUsers(usersIn(entries, keys)),
      (error: ApiError) => stopped.signal.aborted || setFailed(error),
    );
    return () => stopped.abort();
  }, [defined, lines, work.awaited]);
  const error = work.error ?? asked.error ?? failed;
  if (error)
    return (
      <ErrorNote
        error={error}
        onRetry={() => {
          setFailed(null);
          work.readAgain();
          asked.reload();
        }}
      />
    );
  return (
    <section class="stack">
      <p class="muted">
        {say(T.lead)} <a href={href(['drafts', catalog.id, 'workbook'])}>{say(T.toWorkbook)}</a>
      </p>
      <p role="status">{told}</p>
      <Table
        label={say(T.title)}
        rows={defined && users ? definitionsIn(defined, users) : []}
        keyOf={({ key }) => key}
        empty={say(users ? T.none : T.loading)}
        columns={[
          { key: 'kind', title: say(T.kind), class: 'narrow', cell: ({ kind }) => say(KINDS[kind]) },
          {
            key: 'name',
            title: say(T.name),
            cell: ({ name, key }) => (
              <>
                <b>{say(name)}</b> <span class="num muted">{key}</span>
              </>
            ),
          },
          {
            key: 'said',
            title: say(T.said),
            class: 'wide',
            cell: ({ said }) => <span class="clamp">{said}</span>,
          },
          {
            key: 'used',
            title: say(T.used),
            cell: (one) => <UsedBy catalog={catalog.id} definition={one} none={say(T.unused)} />,
          },
          {
            key: 'more',
            title: <span class="unseen">{say(T.remove)}</span>,
            class: 'narrow',
            cell: (one) => (
              <button
                type="button"
                class="btn quiet"
                disabled={draft.status !== 'EDITING'}
                onClick={() => setLeaving(one)}
              >
                {say(T.remove)}
                <span class="unseen">{say(one.name)}</span>
              </button>
            ),
          },
        ]}
      />
      {draft.status !== 'EDITING' && <Note>{say(T.inReview)}</Note>}
      {leaving && (
        <ActDialog
          title={say(T.removing)}
          lead={removalText(leaving)}
          act={say(T.removeAct)}
          run={(reason) => remove(catalog.id, draft.revision, leaving, reason)}
          onClose={() => setLeaving(null)}
          onDone={() => {
            setTold(say(T.removed, { what: removalText(leaving) }));
            setLeaving(null);
            reload();
          }}
        >
          {leaving.entries.length + leaving.others.length > 0 ? (
            <Note tone="bad">
              {say(T.stillUsed)} <UsedBy catalog={catalog.id} definition={leaving} />
            </Note>
          ) : (
            <Note tone="good">{say(T.notUsed)}</Note>
          )}
          <p class="hint">{say(T.elsewhere)}</p>
        </ActDialog>
      )}
    </section>
  );
}

interface UsedByProps {
  readonly catalog: string;
  readonly definition: Definition;
  readonly none?: string;
}

/** Entries as links, other definitions by their names. */
function UsedBy({ catalog, definition: { entries, others }, none }: UsedByProps) {
  if (entries.length + others.length === 0) return <span class="muted">{none}</span>;
  return (
    <>
      {entries.slice(0, FEW).map((code) => (
        <a key={code} class="of nowrap" href={href(['drafts', catalog], { entry: code })}>
          {say(T.entry, { code })}
        </a>
      ))}
      {entries.length > FEW && <span>{say(T.more, { count: entries.length - FEW })} </span>}
      {list(others)}
    </>
  );
}

/** Entries that are named one by one. */
const FEW = 10;

/** Codes of entries by the keys that their conditions name. */
type Users = ReadonlyMap<string, readonly string[]>;

function usersIn(entries: readonly { readonly code: string }[], keys: readonly (readonly string[])[]): Users {
  const users = new Map<string, string[]>();
  for (const [at, { code }] of entries.entries())
    for (const key of keys[at]!) users.set(key, [...(users.get(key) ?? []), code]);
  return users;
}

function definitionsIn({ facts, lists, products }: Defined, users: Users): readonly Definition[] {
  const entriesOf = (key: string) => users.get(key) ?? [];
  const said = (parts: readonly (string | null | undefined)[]) => list(parts.flatMap((part) => part || []));
  return [
    ...facts.map(({ key, name, type, unit, options, question }) => ({
      kind: 'facts' as const,
      key,
      name,
      said: said([say(TYPE_LABELS[type]!), unit, ...(options ?? []), say(question)]),
      entries: entriesOf(key),
      others: facts
        .filter(({ ratio }) => ratio && [ratio.numerator, ratio.denominator].includes(key))
        .map((fact) => say(T.fact, { name: say(fact.name) })),
    })),
    ...lists.map(({ key, name, members }) => ({
      kind: 'lists' as const,
      key,
      name,
      said: say(T.members, { count: members.length }),
      entries: entriesOf(key),
      others: [],
    })),
    ...products.map(({ key, name, aliases, units }) => ({
      kind: 'products' as const,
      key,
      name,
      said: said([...aliases, ...units]),
      entries: entriesOf(key),
      others: products
        .filter(({ narrower }) => narrower.includes(key))
        .map((term) => say(T.product, { name: say(term.name) })),
    })),
  ];
}

/** In the words in which the change is told of everywhere else. */
function removalText({ kind, key, name }: Definition): string {
  const locale = localeStore.get();
  return sayIn(locale)(REMOVED[kind], { name: inLocale(name, locale), key });
}
const REMOVED = { facts: 'FACT_REMOVED', lists: 'LIST_REMOVED', products: 'PRODUCT_REMOVED' } as const;

async function remove(catalog: string, expectedRevision: number, { kind, key }: Definition, reason: string) {
  const input = { catalog, expectedRevision, [kind]: [key], reason };
  const { userErrors } = (await ask(RemoveDefinitions, { input })).removeDefinitions;
  return userErrors.map((error) =>
    error.code === 'STALE_REVISION' ? { ...error, message: say(T.stale) } : error,
  );
}

const KINDS: Readonly<Record<Kind, Text>> = {
  facts: text('事项', 'Fact'),
  lists: text('化学品名单', 'Substance list'),
  products: text('产品类别', 'Product term'),
};

const T = {
  noDraft: text('该目录没有正在编制的草案。', 'No draft of this catalog is open.'),
  inReview: text(
    '草案正在审核，退回后才能修改。',
    'The draft is in review: it can be changed once it is returned.',
  ),
  lead: text(
    '本目录自己定义的事项、化学品名单和产品类别。增加或修改，请在表格的相应工作表里填写后导入。',
    'Facts, substance lists and product terms that this catalog defines itself. To add or change one, write it into its sheet of a workbook and import that.',
  ),
  toWorkbook: text('去“导入与导出”', 'Import and export'),
  title: text('自定内容', 'Definitions'),
  loading: text('正在加载…', 'Loading…'),
  none: text('本目录没有自定内容。', 'This catalog defines nothing itself.'),
  kind: text('类别', 'Kind'),
  name: text('名称和标识', 'Name and key'),
  said: text('内容', 'What it says'),
  used: text('用到它的', 'Used by'),
  unused: text('没有', 'nothing'),
  entry: text('条目 {code}', 'Entry {code}'),
  more: text('等，另有 {count} 条', 'and {count} more'),
  fact: text('事项“{name}”', 'fact "{name}"'),
  product: text('产品类别“{name}”', 'product term "{name}"'),
  members: text('{count} 种化学品', '{count} substances'),
  remove: text('删除…', 'Remove…'),
  removing: text('删除自定内容', 'Remove a definition'),
  removeAct: text('删除', 'Remove'),
  removed: text('已办理：{what}。', 'Done: {what}.'),
  stillUsed: text(
    '下列各处还用到它，删除后要一并修改，否则草案通不过检查，不能发布：',
    'It is still used here. Once it is gone these have to be changed as well, or the draft cannot be published:',
  ),
  notUsed: text('本草案没有用到它的地方。', 'Nothing in this draft uses it.'),
  elsewhere: text(
    '其他目录是否用到它，见“检查与提交”。',
    'Whether other catalogs use it is said under "Check and hand in".',
  ),
  stale: text(
    '这项内容刚刚被修改过，没有删除。请关闭后载入最新内容，核对后再办。',
    'It has just been changed, and was not removed. Close this, show the newest, look at it and try again.',
  ),
};
