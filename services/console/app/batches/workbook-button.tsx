import { useState } from 'preact/hooks';
import type { ListShown } from '../files/list-tasks.ts';
import { inFiles } from '../files/read-workbook.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote, Note } from '../parts/note.tsx';
import { say, text } from '../shell/locale.ts';
import { useAction } from '../shell/use-action.ts';
import type { Batch } from './batch.ts';
import { download } from './download.ts';
import { SameFile } from './same-file.tsx';
import { completeAnswers, openListOf } from './sending.ts';

/**
 * The workbook of the office with what every row came to. Its file lies nowhere but with the office: where this page has not
 * read it, it is asked for, and held against what the batch has.
 */
export function WorkbookButton({ batch }: { readonly batch: Batch }) {
  const [asking, setAsking] = useState(false);
  const [share, setShare] = useState(0);
  const make = useAction(async (list: ListShown) => {
    await completeAnswers(batch.id, list, setShare);
    const made = await inFiles('results', list.handle, [
      [say(T.batch), batch.id],
      [say(T.on), batch.on],
      [say(T.situations), String(batch.situations)],
    ]);
    download(`${batch.label}.${say(T.ending)}.xlsx`, made);
    setAsking(false);
  });
  const open = openListOf(batch.id);
  return (
    <>
      <button
        type="button"
        class="btn"
        disabled={make.running}
        onClick={() => (open === undefined ? setAsking(true) : make.run(open))}
      >
        {say(make.running ? T.making : T.download)}
      </button>
      {asking && (
        <Dialog title={say(T.download)} onClose={() => setAsking(false)}>
          <p>{say(T.why)}</p>
          <SameFile batch={batch} label={say(T.file)} onList={async ({ shown }) => make.run(shown)} />
          {make.running && (
            <Note>
              {say(T.making)} <progress aria-label={say(T.making)} max={1} value={share} />
            </Note>
          )}
          {make.error && <ErrorNote error={make.error} />}
        </Dialog>
      )}
      {!asking && make.error && <ErrorNote error={make.error} />}
    </>
  );
}

const T = {
  download: text('下载结果表', 'Download the workbook'),
  making: text('正在生成…', 'Being made…'),
  why: text(
    '结果写在贵单位自己的表格里：原有的列、格式和工作表都保留。请选择提交时用的那个文件。',
    'The results are written into your own workbook, with all that is in it. Choose the file that was sent.',
  ),
  file: text('选择提交时用的文件', 'Choose the file that was sent'),
  ending: text('结果', 'results'),
  batch: text('批次', 'batch'),
  on: text('评估基准日', 'assessed for the day'),
  situations: text('不同情形数', 'distinct situations'),
};
