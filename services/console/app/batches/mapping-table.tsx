import type { FieldShown, Mapping, SheetShown } from '../files/list-tasks.ts';
import { Note } from '../parts/note.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { list, say, text } from '../shell/locale.ts';

interface MappingTableProps {
  readonly sheet: SheetShown;
  readonly fields: readonly FieldShown[];
  readonly disabled: boolean;
  readonly onChange: (mapping: Mapping) => void;
}

/** What each column is taken for, with what stands in it; each can be set right. */
export function MappingTable({ sheet, fields, disabled, onChange }: MappingTableProps) {
  const { columns, given, name, headerRow, faults } = sheet;
  const names = new Map(fields.map((field) => [field.key, field]));
  const change = (at: number, field: string | null, unit: string | null) =>
    onChange({
      columns: columns.map(({ header, field: own, unit: ownUnit }, place) =>
        place === at ? { header, field, unit } : { header, field: own, unit: ownUnit },
      ),
    });
  return (
    <section class="stack-tight" aria-label={say(T.sheet, { name })}>
      <h3>
        {say(T.sheet, { name })}{' '}
        <span class="muted">{say(given ? T.given : T.proposed, { row: headerRow })}</span>
      </h3>
      {faults.length > 0 && (
        <Note>
          {faults.map((fault) => (
            <p key={fault.zh}>{say(fault)}</p>
          ))}
        </Note>
      )}
      <Table
        label={say(T.columns)}
        rows={columns}
        keyOf={(_, at) => String(at)}
        columns={[
          { key: 'header', title: say(T.header), cell: ({ header }) => header || say(T.none) },
          {
            key: 'examples',
            title: say(T.examples),
            class: 'wide',
            cell: ({ examples }) => <span class="clamp muted">{list(examples)}</span>,
          },
          {
            key: 'field',
            title: say(T.takenFor),
            cell: ({ header, field, unit }, at) => {
              const { units = [] } = names.get(field ?? '') ?? {};
              return (
                <span class="row one-line">
                  <select
                    class="field taken-for"
                    aria-label={say(T.fieldOf, { header })}
                    disabled={disabled}
                    value={field ?? ''}
                    onChange={({ currentTarget: { value } }) => change(at, value || null, null)}
                  >
                    <option value="">{say(T.kept)}</option>
                    {fields.map(({ key, name: called }) => (
                      <option key={key} value={key}>
                        {say(called)}
                      </option>
                    ))}
                  </select>
                  {units.length > 0 && (
                    <select
                      class="field"
                      aria-label={say(T.unitOf, { header })}
                      disabled={disabled}
                      value={unit ?? ''}
                      onChange={({ currentTarget: { value } }) => change(at, field, value || null)}
                    >
                      <option value="">{say(T.inCell)}</option>
                      {[...new Set([...units, ...(unit === null ? [] : [unit])])].map((one) => (
                        <option key={one} value={one}>
                          {one}
                        </option>
                      ))}
                    </select>
                  )}
                  {field === null && <Tag of={{ tone: 'plain', text: T.unread }} />}
                </span>
              );
            },
          },
        ]}
      />
    </section>
  );
}

const T = {
  sheet: text('工作表“{name}”', 'Sheet "{name}"'),
  proposed: text('表头在第 {row} 行，各列按表头认定', 'header in row {row}; taken by its words'),
  given: text('表头在第 {row} 行，各列按已确认的对应关系', 'header in row {row}; as confirmed'),
  columns: text('各列对应关系', 'What the columns are'),
  header: text('表头', 'Header'),
  none: text('（无表头）', '(none)'),
  examples: text('所填内容', 'What stands in it'),
  takenFor: text('读作', 'Taken for'),
  kept: text('保留，不用于判定', 'Kept, and states nothing'),
  unread: text('未读取', 'Not read'),
  fieldOf: text('“{header}”读作', 'What "{header}" is taken for'),
  unitOf: text('“{header}”的单位', 'Unit of "{header}"'),
  inCell: text('单位在单元格中', 'Unit in the cells'),
};
