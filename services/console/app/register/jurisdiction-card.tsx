import { useState } from 'preact/hooks';
import { LEVEL_LABELS } from '../../../domain/messages/labels.ts';
import { CloseJurisdiction, OneJurisdiction, type RecordFragment } from '../generated/queries.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { DayField } from '../parts/field.tsx';
import { optionLabel, ROLE_LABELS } from '../parts/labels.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { useWho } from '../parts/use-who.ts';
import { countdown } from '../review/days.ts';
import { ask } from '../shell/ask.ts';
import { list, say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { notBefore, today } from '../shell/today.ts';
import { useQuery } from '../shell/use-query.ts';
import { valueText } from './fact-fields.tsx';
import { usePositioningLabels } from './positioning-field.tsx';
import { type RecordAct, RecordDialog } from './record-dialog.tsx';

interface JurisdictionCardProps {
  readonly id: string;
  readonly onChanged: () => void;
}

/** All that is registered of one region or zone, day by day, and what an admin can do about it. */
export function JurisdictionCard({ id, onChanged }: JurisdictionCardProps) {
  const { data, error, reload } = useQuery(OneJurisdiction, { id });
  const who = useWho(id);
  const [act, setAct] = useState<RecordAct | 'CLOSE' | null>(null);
  const [outcome, setOutcome] = useState<'DONE' | 'PROPOSED' | null>(null);
  const node = data?.node;
  if (!data)
    return error ? <ErrorNote error={error} onRetry={reload} /> : <p class="muted">{say(T.loading)}</p>;
  if (!node || !('records' in node)) return <Note tone="bad">{say(T.unknown)}</Note>;
  const records = node.records.edges.flatMap(({ node: one }) => ('effectiveFrom' in one ? [one] : []));
  const here = node as RecordFragment;
  const newest = records[0] ?? here;
  const done = (result: 'DONE' | 'PROPOSED') => {
    setAct(null);
    setOutcome(result);
    reload();
    onChanged();
  };
  return (
    <div class="stack">
      {error && <ErrorNote error={error} onRetry={reload} />}
      <section class="card stack">
        <div class="row">
          <h2 class="grow">{say(node.name)}</h2>
          <span class="muted">{say(LEVEL_LABELS[node.level])}</span>
          <span class="num muted">{node.id}</span>
        </div>
        {outcome && (
          <Note tone="good">
            {say(outcome === 'DONE' ? T.done : T.proposed)}{' '}
            {outcome === 'PROPOSED' && <a href={href(['waiting'])}>{say(T.toWaiting)}</a>}
          </Note>
        )}
        {who.roles.includes('ADMIN') ? (
          <div class="actions">
            {newest.closed ? (
              <button type="button" class="btn" onClick={() => setAct('REOPEN')}>
                {say(T.reopen)}
              </button>
            ) : (
              <>
                <button type="button" class="btn main" onClick={() => setAct('CHANGE')}>
                  {say(T.change)}
                </button>
                <button type="button" class="btn" onClick={() => setAct('ADD_ZONE')}>
                  {say(T.addZone)}
                </button>
                {node.level !== 'ZONE' && (
                  <button type="button" class="btn" onClick={() => setAct('ADD_REGION')}>
                    {say(T.addRegion)}
                  </button>
                )}
                <button type="button" class="btn quiet" onClick={() => setAct('CLOSE')}>
                  {say(T.close)}
                </button>
              </>
            )}
          </div>
        ) : (
          <p class="muted">{say(T.readOnly, { who: say(ROLE_LABELS.ADMIN) })}</p>
        )}
        {node.catalogs.length > 0 && (
          <p>
            {say(T.catalogs)}
            {node.catalogs.map(({ id: catalog, title }) => (
              <a key={catalog} class="of" href={href(['catalogs', catalog])}>
                {say(title)}
              </a>
            ))}
          </p>
        )}
      </section>
      <section class="card">
        <h2>{say(T.records)}</h2>
        <ol class="timeline">
          {records.map((record, at) => (
            <li key={record.effectiveFrom} class={standing(record)}>
              <span class="num">{record.effectiveFrom}</span>
              <div class="grow">
                {standing(record) === 'scheduled' && (
                  <span class="tag ask">{countdown(record.effectiveFrom)}</span>
                )}
                <RecordText record={record} before={records[at + 1]} />
              </div>
            </li>
          ))}
        </ol>
      </section>
      {act === 'CLOSE' && (
        <CloseDialog
          id={id}
          begins={here.effectiveFrom}
          onClose={() => setAct(null)}
          onDone={() => done('PROPOSED')}
        />
      )}
      {act !== null && act !== 'CLOSE' && (
        <RecordDialog
          act={act}
          of={act === 'REOPEN' ? newest : here}
          onClose={() => setAct(null)}
          onDone={done}
        />
      )}
    </div>
  );
}

function standing({ effectiveFrom, effectiveTo }: RecordFragment): string {
  if (effectiveFrom > today()) return 'scheduled';
  return effectiveTo !== null && effectiveTo < today() ? 'superseded' : 'in_force';
}

/** What a record says; of one that follows another, what is different from then on is marked. */
function RecordText({ record, before }: RecordTextProps) {
  const records = [record, before];
  const labelOf = usePositioningLabels(
    records.flatMap((one) => (one?.__typename === 'Zone' ? one.positioning : [])),
  );
  if (record.closed) return <b>{say(T.closed)}</b>;
  const was = new Map(before && !before.closed ? fieldsOf(before, labelOf) : []);
  return (
    <dl class="pairs">
      {fieldsOf(record, labelOf).map(([name, value]) => (
        <Pair key={name} name={name} value={value} changed={was.size > 0 && was.get(name) !== value} />
      ))}
    </dl>
  );
}

interface RecordTextProps {
  readonly record: RecordFragment;
  readonly before: RecordFragment | undefined;
}

function Pair(props: { readonly name: string; readonly value: string; readonly changed: boolean }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.changed ? <ins>{props.value}</ins> : props.value}</dd>
    </>
  );
}

function fieldsOf(
  record: RecordFragment,
  labelOf: (positioning: string) => string,
): readonly (readonly [string, string])[] {
  const said: (readonly [string, string])[] = [
    [say(T.name), say(record.name)],
    [say(T.parent), record.parent ? say(record.parent.name) : '—'],
  ];
  if (record.__typename !== 'Zone') return said;
  return [
    ...said,
    [say(T.kind), optionLabel('zone.kind', record.kind)],
    [say(T.level), optionLabel('zone.level', record.zoneLevel)],
    [say(T.grade), optionLabel('zone.riskGrade', record.riskGrade)],
    [say(T.positioning), list(record.positioning.map(labelOf)) || '—'],
    [say(T.areas), list(record.areas.map(({ name }) => say(name))) || '—'],
    [say(T.suspended), say(record.suspended ? T.yes : T.no)],
    ...record.facts.map(({ key, value, unit }) => [key, valueText(value, unit)] as const),
  ];
}

interface CloseDialogProps {
  readonly id: string;
  readonly begins: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function CloseDialog({ id, begins, onClose, onDone }: CloseDialogProps) {
  const [from, setFrom] = useState(notBefore(begins));
  return (
    <ActDialog
      title={say(T.closeTitle)}
      lead={say(T.closeLead)}
      act={say(T.propose)}
      onClose={onClose}
      onDone={onDone}
      run={async (reason) =>
        (await ask(CloseJurisdiction, { input: { jurisdiction: id, effectiveFrom: from, reason } }))
          .closeJurisdiction.userErrors
      }
    >
      <DayField label={say(T.closedFrom)} value={from} onDay={setFrom} />
    </ActDialog>
  );
}

const T = {
  loading: text('正在加载…', 'Loading…'),
  unknown: text('没有这个区域或园区。', 'There is no such region or zone.'),
  done: text('已登记。', 'It is registered.'),
  proposed: text('已提请，由另一位管理人员确认后生效。', 'It is proposed: another admin has to confirm it.'),
  toWaiting: text('去“待确认”', 'To be confirmed'),
  change: text('变更…', 'Change…'),
  addZone: text('新增园区…', 'Add a zone…'),
  addRegion: text('新增下级区域…', 'Add a region…'),
  close: text('撤销…', 'Close…'),
  reopen: text('恢复…', 'Reopen…'),
  readOnly: text('登记和变更由{who}办理。', 'For {who} to change.'),
  catalogs: text('本级目录：', 'Catalogs of its own: '),
  records: text('登记沿革', 'What holds from which day on'),
  closed: text('撤销', 'Closed'),
  name: text('名称', 'Name'),
  parent: text('上级', 'Lies in'),
  kind: text('类型', 'Kind'),
  level: text('级别', 'Level'),
  grade: text('安全风险等级', 'Risk grade'),
  positioning: text('产业定位', 'Positioning'),
  areas: text('片区', 'Areas'),
  suspended: text('暂停新建项目审批', 'Approval suspended'),
  yes: text('是', 'yes'),
  no: text('否', 'no'),
  closeTitle: text('撤销登记', 'Close it'),
  closeLead: text(
    '其中的园区须先撤销或划转。撤销由另一位管理人员确认。',
    'What lies in it is closed or moved before. Another admin confirms it.',
  ),
  closedFrom: text('自何日起撤销', 'First day without it'),
  propose: text('提请撤销', 'Propose it'),
};
