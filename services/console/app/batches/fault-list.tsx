import type { ListedFault } from '../files/list-tasks.ts';
import { Table } from '../parts/table.tsx';
import { say, text } from '../shell/locale.ts';

/** What could not be read, where it stands, and how to mend it. */
export function FaultList({ faults }: { readonly faults: readonly ListedFault[] }) {
  if (faults.length === 0) return null;
  return (
    <section class="stack-tight" aria-label={say(T.title)}>
      <h2>
        {say(T.title)} <span class="muted">{say(T.lead)}</span>
      </h2>
      <Table
        label={say(T.title)}
        rows={faults}
        keyOf={(_, at) => String(at)}
        columns={[
          { key: 'sheet', title: say(T.sheet), cell: ({ sheet }) => sheet },
          { key: 'row', title: say(T.row), class: 'num', cell: ({ row }) => row },
          { key: 'column', title: say(T.column), cell: ({ column }) => column },
          { key: 'value', title: say(T.value), cell: ({ value }) => <span class="clamp">{value}</span> },
          {
            key: 'mend',
            title: say(T.mend),
            class: 'wide',
            cell: ({ mend }) => <span class="clamp">{mend}</span>,
          },
        ]}
      />
    </section>
  );
}

const T = {
  title: text('须改的单元格', 'Cells to mend'),
  lead: text(
    '未能识别的内容按“未知”处理，可先提交，也可改好再选',
    'what is not read counts as unknown; mend it now or later',
  ),
  sheet: text('工作表', 'Sheet'),
  row: text('行', 'Row'),
  column: text('列', 'Column'),
  value: text('所填内容', 'What it says'),
  mend: text('问题及改法', 'What is wrong, and how to mend it'),
};
