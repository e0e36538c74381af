import { useState } from 'preact/hooks';
import type { Mapping } from '../files/list-tasks.ts';
import { inFiles } from '../files/read-workbook.ts';
import { OutcomesOfRows } from '../generated/queries.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { ask } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';
import { useAction } from '../shell/use-action.ts';
import type { Batch } from './batch.ts';
import { FileDrop } from './file-drop.tsx';
import { MappingTable } from './mapping-table.tsx';
import { bytesOf, mappingsOf, readList } from './read-list.ts';
import type { ReadList } from './sending.ts';
import type { Stated } from './stated.ts';

interface SameFileProps {
  readonly batch: Batch;
  readonly label: string;
  readonly onList: (list: ReadList) => void;
}

/** Asks for the file of a batch again, and takes no other: what rows of it state is held against what was sent. */
export function SameFile({ batch, label, onList }: SameFileProps) {
  const [other, setOther] = useState<ReadList | null>(null);
  const read = useAction(async (name: string, bytes: Uint8Array, mappings: readonly Mapping[]) => {
    const { results } = (await ask(OutcomesOfRows, { id: batch.id })).batch!;
    // Portions are sent some at a time: what came in first need not be the first of the list.
    const first = Math.min(...results.edges.map(({ node }) => node.chunk));
    const sent = results.edges
      .filter(({ node }) => node.chunk === first)
      .map(({ node }) => node.stated as Stated);
    // Where all rows were put into one zone, it does not stand in the file.
    const { id } = batch.jurisdiction;
    const ofAll = sent[0]?.zone ?? (id.startsWith('zone_') ? id : null);
    for (const zone of new Set([null, ofAll])) {
      const list = await readList(name, bytes, { zone, on: batch.on, mappings });
      const { handle, portions } = list.shown;
      const from = portions.slice(0, first).reduce((rows, more) => rows + more, 0);
      const isSame =
        sent.length === 0 || (portions.length > first && (await inFiles('hasRows', handle, from, sent)));
      if (portions.length > 0 && isSame) {
        setOther(null);
        return onList(list);
      }
      void inFiles('closeList', handle);
      setOther(list);
    }
  });
  return (
    <div class="stack">
      <FileDrop
        label={label}
        disabled={read.running}
        onFile={async (file) => read.run(file.name, await bytesOf(file), [])}
      />
      {read.running && <Note>{say(T.reading)}</Note>}
      {read.error && <ErrorNote error={read.error} />}
      {other && !read.running && (
        <>
          <Note tone="bad">{say(T.other, { name: other.name })}</Note>
          {other.shown.sheets.map((sheet) => (
            <MappingTable
              key={sheet.name}
              sheet={sheet}
              fields={other.shown.fields}
              disabled={read.running}
              onChange={(mapping) => read.run(other.name, other.bytes, [...mappingsOf(other), mapping])}
            />
          ))}
        </>
      )}
    </div>
  );
}

const T = {
  reading: text('正在读取文件…', 'Reading the file…'),
  other: text(
    '“{name}”读出的内容与本批次已提交的不同。请选择提交时用的那个文件；提交时改过各列读法的，请在下面改成一样。',
    'What "{name}" states is not what was sent. Choose the file that was; where its columns were set right then, do the same below.',
  ),
};
