import { useEffect, useState } from 'preact/hooks';
import { inFiles } from '../files/read-workbook.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { say, text } from '../shell/locale.ts';
import { useAction } from '../shell/use-action.ts';
import type { Batch } from './batch.ts';
import { type KeptList, keptList } from './kept-list.ts';
import { SameFile } from './same-file.tsx';
import { type Sending, send, stopSending } from './sending.ts';

/** How far a list has come, and how long it will take. */
export function SendingCard({ sending, batch }: { readonly sending: Sending; readonly batch: Batch }) {
  const { rows, sent, state, error, name } = sending;
  const [, redraw] = useState({});
  useEffect(() => {
    if (state !== 'SENDING') return;
    const clock = setInterval(() => redraw({}), 1_000);
    return () => clearInterval(clock);
  }, [state]);
  if (state === 'CLOSED') return <Note tone="good">{say(T.done, { rows })}</Note>;
  return (
    <section class="card stack-tight" aria-label={say(T.title)}>
      <div class="row">
        <h2 class="grow">
          {say(state === 'SENDING' ? T.title : T.stopped)} <span class="muted">{name}</span>
        </h2>
        {state === 'SENDING' && (
          <button type="button" class="btn" onClick={stopSending}>
            {say(T.stop)}
          </button>
        )}
      </div>
      <div class="progress">
        <progress aria-label={say(T.title)} max={rows} value={sent} />
        <span class="num" role="status">
          {say(T.rows, { sent, rows })}
        </span>
        {state === 'SENDING' && <span class="muted">{timeLeft(sending)}</span>}
      </div>
      {error && <ErrorNote error={error} />}
      {state === 'STOPPED' && <GoOn batch={batch} wasStopped onBegun={() => {}} />}
    </section>
  );
}

/** Nothing before something has come in by which one can tell. */
function timeLeft({ rows, sent, since }: Sending): string {
  const done = sent - since.sent;
  if (done === 0) return say(T.soon);
  const seconds = Math.ceil(((rows - sent) / done) * ((Date.now() - since.at) / 1000));
  return seconds < 60 ? say(T.seconds, { seconds }) : say(T.minutes, { minutes: Math.ceil(seconds / 60) });
}

/** Goes on with a batch of which not all is in: by itself after a reload, when it is pressed where somebody stopped it, or with the same file again. */
export function GoOn({
  batch,
  wasStopped = false,
  onBegun,
}: {
  readonly batch: Batch;
  readonly wasStopped?: boolean;
  readonly onBegun: () => void;
}) {
  const [looking, setLooking] = useState(true);
  const [kept, setKept] = useState<KeptList | null>(null);
  const resume = useAction(async ({ name, bytes, reading }: Omit<KeptList, 'batch'>) => {
    const shown = await inFiles('openList', bytes, reading);
    void send(batch.id, { name, bytes, reading, shown });
    onBegun();
  });

  useEffect(() => {
    keptList().then((found) => {
      if (found?.batch === batch.id)
        if (wasStopped) setKept(found);
        else resume.run(found);
      setLooking(false);
    });
  }, []);
  if (looking || resume.running) return <Note>{say(T.resuming)}</Note>;
  if (kept)
    return (
      <button type="button" class="btn main" onClick={() => resume.run(kept)}>
        {say(T.goOn)}
      </button>
    );
  return (
    <>
      {resume.error && <ErrorNote error={resume.error} />}
      <SameFile
        batch={batch}
        label={say(T.sameFile)}
        onList={async (list) => {
          void send(batch.id, list);
          onBegun();
        }}
      />
    </>
  );
}

const T = {
  title: text('正在提交', 'Being sent'),
  stopped: text('已暂停', 'Stopped'),
  stop: text('暂停', 'Stop'),
  rows: text('{sent} / {rows} 行', '{sent} / {rows} rows'),
  soon: text('正在估算剩余时间', 'estimating the time left'),
  seconds: text('约剩 {seconds} 秒', 'about {seconds} s left'),
  minutes: text('约剩 {minutes} 分钟', 'about {minutes} min left'),
  done: text('{rows} 行已全部提交并判定。', 'All {rows} rows are in and decided.'),
  resuming: text('正在接着提交…', 'Going on…'),
  goOn: text('继续提交', 'Go on'),
  sameFile: text(
    '本批次尚未提交完：选择同一个文件即可接着提交',
    'Not all rows are in: choose the same file to go on',
  ),
};
