import { useState } from 'preact/hooks';
import type { FactDefinition, Mapping } from '../files/list-tasks.ts';
import { inFiles } from '../files/read-workbook.ts';
import { AskedInZone, CreateBatch, DefinitionsInZone } from '../generated/queries.ts';
import { Field } from '../parts/field.tsx';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ZoneSelect } from '../parts/zone-select.tsx';
import { ask } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';
import { go } from '../shell/router.ts';
import { useAction } from '../shell/use-action.ts';
import { download } from './download.ts';
import { FaultList } from './fault-list.tsx';
import { FileDrop } from './file-drop.tsx';
import { keepMappings } from './kept-mappings.ts';
import { MappingTable } from './mapping-table.tsx';
import { bytesOf, mappingsOf, readList } from './read-list.ts';
import { type ReadList, refuse, send } from './sending.ts';
import { useOffices } from './use-offices.ts';

/** A file is dropped, what its columns are is shown and set right, and its rows become a batch. */
export function NewPage() {
  const offices = useOffices();
  const [list, setList] = useState<ReadList | null>(null);
  const [chosen, setChosen] = useState<{ zone: string; on: string; office: string; label: string }>({
    zone: '',
    on: '',
    office: '',
    label: '',
  });
  const replaceList = (next: ReadList) => {
    if (list) void inFiles('closeList', list.shown.handle);
    setList(next);
  };
  const read = useAction(
    async (name: string, bytes: Uint8Array, zone: string, on: string, mappings: readonly Mapping[]) =>
      replaceList(await readList(name, bytes, { zone: zone || null, on: on || null, mappings })),
  );
  const again = (change: Partial<typeof chosen>, mappings: readonly Mapping[] = []) => {
    const next = { ...chosen, ...change };
    setChosen(next);
    if (list) read.run(list.name, list.bytes, next.zone, next.on, [...mappingsOf(list), ...mappings]);
  };
  const office = chosen.office || offices[0]?.id;
  const begin = useAction(async () => {
    const { createBatch } = await ask(CreateBatch, {
      input: {
        label: chosen.label || list!.name.replace(/\.\w+$/, ''),
        jurisdiction: office!,
        on: list!.reading.on,
        idempotencyKey: crypto.randomUUID(),
      },
    });
    refuse(createBatch);
    keepMappings(mappingsOf(list!));
    const { id } = createBatch.batch!;
    // It goes on beside the page to which this leads.
    void send(id, list!);
    go(['batches', id]);
  });
  const template = useAction(async () =>
    download(
      say(T.templateName),
      new Blob([(await inFiles('template', chosen.zone ? await askedIn(chosen.zone) : null)) as BlobPart]),
    ),
  );
  const rows = list?.shown.portions.reduce((sum, count) => sum + count, 0) ?? 0;
  return (
    <>
      <PageHead title={say(T.title)} lead={say(T.lead)}>
        <button type="button" class="btn" disabled={template.running} onClick={() => template.run()}>
          {say(chosen.zone ? T.templateOfZone : T.template)}
        </button>
      </PageHead>
      <div class="stack">
        {template.error && <ErrorNote error={template.error} />}
        <section class="card">
          <Field label={say(T.zone)} hint={say(T.zoneHint)}>
            {(of) => (
              <ZoneSelect {...of} value={chosen.zone} onChange={(zone) => again({ zone })}>
                <option value="">{say(T.asNamed)}</option>
              </ZoneSelect>
            )}
          </Field>
          <Field label={say(T.on)} hint={say(T.onHint)}>
            {(of) => (
              <input
                {...of}
                type="date"
                value={chosen.on || list?.reading.on}
                onChange={(event) => again({ on: event.currentTarget.value })}
              />
            )}
          </Field>
          {offices.length > 1 && (
            <Field label={say(T.office)}>
              {(of) => (
                <select
                  {...of}
                  value={office}
                  onChange={(event) => setChosen({ ...chosen, office: event.currentTarget.value })}
                >
                  {offices.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {say(name)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
        </section>
        <FileDrop
          label={say(list ? T.another : T.drop)}
          disabled={read.running}
          onFile={async (file) => read.run(file.name, await bytesOf(file), chosen.zone, chosen.on, [])}
        />
        {read.running && <Note>{say(T.reading)}</Note>}
        {read.error && <ErrorNote error={read.error} />}
        {list && !read.error && (
          <>
            <section class="card stack" aria-label={say(T.mapping)}>
              <h2>
                {list.name} <span class="muted">{say(T.readSo, counts(list))}</span>
              </h2>
              {list.shown.passedOver.length > 0 && (
                <Note>{say(T.passedOver, { names: list.shown.passedOver.join('、') })}</Note>
              )}
              {list.shown.sheets.map((sheet) => (
                <MappingTable
                  key={sheet.name}
                  sheet={sheet}
                  fields={list.shown.fields}
                  disabled={read.running}
                  onChange={(mapping) => again({}, [mapping])}
                />
              ))}
            </section>
            <FaultList faults={list.shown.faults} />
            <section class="card row">
              <label class="row grow">
                {say(T.label)}
                <input
                  class="field grow"
                  value={chosen.label}
                  placeholder={list.name.replace(/\.\w+$/, '')}
                  onInput={(event) => setChosen({ ...chosen, label: event.currentTarget.value })}
                />
              </label>
              <button
                type="button"
                class="btn main"
                disabled={rows === 0 || office === undefined || begin.running || read.running}
                onClick={() => begin.run()}
              >
                {say(T.begin, { rows })}
              </button>
            </section>
            {rows === 0 && <Note>{say(T.nothingToSend)}</Note>}
          </>
        )}
        {begin.error && <ErrorNote error={begin.error} />}
      </div>
    </>
  );
}

const counts = ({ shown }: ReadList) => ({
  rows: shown.portions.reduce((sum, count) => sum + count, 0),
  unchanged: shown.unchanged,
  faults: shown.faults.length,
});

/** What the catalogs in force in a zone ask, for its template. */
async function askedIn(zone: string) {
  const [{ assess, testedProducts }, { factDefinitions }] = await Promise.all([
    ask(AskedInZone, { zone }),
    ask(DefinitionsInZone, { zone }),
  ]);
  refuse(assess);
  return {
    zone,
    definitions: factDefinitions as readonly FactDefinition[],
    asked: assess.assessment!.missingFacts.map(({ fact, neededBy }) => ({
      key: fact.key,
      entries: neededBy.length,
    })),
    products: testedProducts.map(({ name, unit }) => `${name.zh}（${unit}）`),
  };
}

const T = {
  title: text('新批次', 'A new batch'),
  lead: text(
    '把项目清单拖进来，核对各列读作什么，再一并提交判定。',
    'Drop a list of projects, look over what its columns are taken for, and have all of them decided.',
  ),
  template: text('下载空白模板', 'Download the template'),
  templateOfZone: text('下载该园区的模板', 'Download the template of this zone'),
  templateName: text('项目清单模板.xlsx', 'template.xlsx'),
  zone: text('所属园区', 'Zone'),
  zoneHint: text(
    '表中没有园区一列的，请在此选定；该园区目录定义的事项也会作为列识别。',
    'Choose it where the list has no column for it; what its catalogs define is then known as columns, too.',
  ),
  asNamed: text('按表中写明的园区', 'As the rows name it'),
  on: text('评估基准日', 'Assessed for'),
  onHint: text('表中没有受理日期的各行按此日有效的目录判定。', 'For rows that have no day of their own.'),
  office: text('办理机关', 'Office'),
  drop: text('选择项目清单', 'Choose a list of projects'),
  another: text('换一个文件', 'Choose another file'),
  reading: text('正在读取文件…', 'Reading the file…'),
  mapping: text('各列对应关系', 'What the columns are'),
  readSo: text(
    '{rows} 行待判定，{unchanged} 行沿用上次结论，{faults} 处须改',
    '{rows} rows to decide, {unchanged} keep their results, {faults} places to mend',
  ),
  passedOver: text(
    '没有识别出表头、未读取的工作表：{names}。',
    'Sheets without a header that is known are not read: {names}.',
  ),
  label: text('批次名称', 'Name of the batch'),
  begin: text('提交判定（{rows} 行）', 'Have {rows} rows decided'),
  nothingToSend: text('没有可以提交的行。', 'There is no row to send.'),
};
