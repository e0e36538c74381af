import { useState } from 'preact/hooks';
import type { AssessedFragment, ChemicalInput, ProductInput } from '../generated/queries.ts';
import { FindSubstances } from '../generated/queries.ts';
import { Note } from '../parts/note.tsx';
import { useSettled } from '../parts/use-settled.ts';
import { say, text } from '../shell/locale.ts';
import { useLookup } from '../shell/troubles.ts';
import { digits } from './amounts.ts';
import { filledChemicals, filledProducts, termsWith } from './inventory.ts';

type OpenRow = AssessedFragment['missingFacts'][number]['rows'][number];

interface InventoryProps<Row> {
  readonly rows: readonly Row[];
  /** What is still asked of rows that were stated. */
  readonly open: readonly OpenRow[];
  readonly onAnswer: (rows: readonly Row[]) => void;
}

/** The chemicals of the project with their amounts, one a row; the list that is confirmed is complete. */
export function ChemicalsForm({ rows, open, onAnswer }: InventoryProps<ChemicalInput>) {
  const [draft, setDraft] = useState<readonly ChemicalInput[]>(rows.length > 0 ? rows : [{}]);
  const change = (at: number, part: Partial<ChemicalInput>) =>
    setDraft((old) => old.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const filled = filledChemicals(draft);
  return (
    <Rows
      asked={open}
      add={() => setDraft((old) => [...old, {}])}
      canConfirm={filled.length > 0}
      onConfirm={() => {
        setDraft(filled);
        onAnswer(filled.map(cleanChemical));
      }}
      onNone={() => onAnswer([])}
      none={say(T.noChemicals)}
    >
      <thead>
        <tr>
          {[T.name, T.tonnes, T.fraction, T.specification, T.classes, T.mixture].map((title) => (
            <th key={title.zh} scope="col">
              {say(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {draft.map((row, at) => (
          // A row is its place in the list.
          <tr key={at}>
            <td>
              <SubstanceName row={row} at={at} onChange={(part) => change(at, part)} />
            </td>
            <td>
              <Cell
                label={T.tonnes}
                at={at}
                value={row.tonnes}
                onChange={(tonnes) => change(at, { tonnes })}
              />
            </td>
            <td>
              <Cell
                label={T.fraction}
                at={at}
                value={row.fraction}
                onChange={(fraction) => change(at, { fraction })}
              />
            </td>
            <td>
              <Cell
                label={T.specification}
                at={at}
                value={row.specification}
                onChange={(specification) => change(at, { specification: specification || null })}
              />
            </td>
            <td>
              <Cell
                label={T.classes}
                at={at}
                value={row.hazardClasses?.join(' ')}
                onChange={(typed) =>
                  change(at, { hazardClasses: typed === '' ? null : typed.split(/[\s、,，]+/) })
                }
              />
            </td>
            <td>
              <input
                type="checkbox"
                aria-label={`${say(T.mixture)} ${at + 1}`}
                checked={row.withoutCas === true}
                onChange={(event) =>
                  change(at, { withoutCas: event.currentTarget.checked || null, cas: null })
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}

/** Finds the substance while its name is typed: by the one that is chosen the row has a CAS number. */
function SubstanceName(props: {
  readonly row: ChemicalInput;
  readonly at: number;
  readonly onChange: (part: Partial<ChemicalInput>) => void;
}) {
  const { row, at, onChange } = props;
  const typed = row.name ?? '';
  const search = useSettled(typed.trim());
  const data = useLookup(FindSubstances, search === '' || row.cas ? null : { search });
  const id = `substances-${at}`;
  return (
    <>
      <input
        class="field"
        aria-label={`${say(T.name)} ${at + 1}`}
        list={id}
        autocomplete="off"
        value={row.cas && !typed ? row.cas : typed}
        onInput={(event) => {
          const name = event.currentTarget.value;
          const found = data?.substances.find((one) => optionText(one) === name);
          onChange(found ? { name: found.name.zh, cas: found.cas } : { name, cas: null });
        }}
      />
      <datalist id={id}>
        {data?.substances.map((one) => (
          <option key={optionText(one)} value={optionText(one)} />
        ))}
      </datalist>
      {row.cas && <span class="muted num"> {row.cas}</span>}
    </>
  );
}

const optionText = ({
  cas,
  name,
}: {
  readonly cas: string | null;
  readonly name: { readonly zh: string };
}): string => (cas === null ? name.zh : `${name.zh}（${cas}）`);

const cleanChemical = ({ tonnes, fraction, ...row }: ChemicalInput): ChemicalInput => ({
  ...row,
  tonnes: tonnes ? digits(tonnes) : null,
  fraction: fraction ? digits(fraction) : null,
});

/** The products of the project with their capacity, one a row; the list that is confirmed is complete. */
export function ProductsForm({ rows, open, onAnswer }: InventoryProps<ProductInput>) {
  const [draft, setDraft] = useState<readonly ProductInput[]>(rows.length > 0 ? rows : [EMPTY_PRODUCT]);
  const change = (at: number, part: Partial<ProductInput>) =>
    setDraft((old) => old.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const filled = filledProducts(draft);
  return (
    <Rows
      asked={open}
      add={() => setDraft((old) => [...old, EMPTY_PRODUCT])}
      canConfirm={filled.length > 0}
      onConfirm={() => {
        // What is asked of a row is asked by its place among those that were stated.
        setDraft(filled);
        onAnswer(filled.map(cleanProduct));
      }}
      onNone={() => onAnswer([])}
      none={say(T.noProducts)}
      extra={termsAsked(open).map(({ at, name, terms }) => (
        <fieldset key={at} class="choices">
          <legend>{say(T.whichTerm, { name })}</legend>
          {terms.map((term) => (
            <label key={term} class="choice">
              <input
                type="checkbox"
                checked={draft[at]?.is?.includes(term) ?? false}
                onChange={(event) =>
                  change(at, { is: termsWith(draft[at]?.is, term, event.currentTarget.checked) })
                }
              />
              {term}
            </label>
          ))}
          <button type="button" class="btn" onClick={() => change(at, { is: [] })}>
            {say(T.noTerm)}
          </button>
        </fieldset>
      ))}
    >
      <thead>
        <tr>
          {PRODUCT_COLUMNS.map(([field, title]) => (
            <th key={field} scope="col">
              {say(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {draft.map((row, at) => (
          // A row is its place in the list.
          <tr key={at}>
            {PRODUCT_COLUMNS.map(([field, label]) => (
              <td key={field}>
                <Cell
                  label={label}
                  at={at}
                  value={row[field]}
                  onChange={(typed) => change(at, { [field]: typed })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}

const EMPTY_PRODUCT: ProductInput = { product: '', unit: '万吨/年' };

const cleanProduct = ({ capacity, addedCapacity, lines, ...row }: ProductInput): ProductInput => ({
  ...row,
  capacity: capacity ? digits(capacity) : null,
  addedCapacity: addedCapacity ? digits(addedCapacity) : null,
  lines: lines ? digits(lines) : null,
});

/** The rows of which it is asked what the product is. */
const termsAsked = (open: readonly OpenRow[]) =>
  open.flatMap(({ field, name, terms }) => {
    const at = /^facts\.products\.(\d+)/.exec(field)?.[1];
    return terms.length > 0 && at !== undefined ? [{ at: Number(at), name, terms }] : [];
  });

function Cell(props: {
  readonly label: { readonly zh: string; readonly en?: string | null };
  readonly at: number;
  readonly value: string | null | undefined;
  readonly onChange: (value: string) => void;
}) {
  return (
    <input
      class="field"
      aria-label={`${say(props.label)} ${props.at + 1}`}
      autocomplete="off"
      size={8}
      value={props.value ?? ''}
      onInput={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function Rows(props: {
  readonly asked: readonly OpenRow[];
  readonly add: () => void;
  readonly canConfirm: boolean;
  readonly onConfirm: () => void;
  readonly onNone: () => void;
  readonly none: string;
  readonly children: preact.ComponentChildren;
  readonly extra?: preact.ComponentChildren;
}) {
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        props.onConfirm();
      }}
    >
      {props.asked.length > 0 && (
        <Note>
          {say(T.stillAsked)}
          <ul>
            {props.asked.map(({ field, name, unit, specifications }) => (
              <li key={field}>
                {name}: {say(ASKED[field.split('.').at(-1)!] ?? T.more)} {unit}{' '}
                {specifications.map((one) => say(one)).join(' / ')}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <div class="scroller">
        <table class="grid-table">{props.children}</table>
      </div>
      {props.extra}
      <div class="row">
        <button type="button" class="btn" onClick={props.add}>
          {say(T.add)}
        </button>
        <button type="submit" class="btn main" disabled={!props.canConfirm}>
          {say(T.complete)}
        </button>
        <button type="button" class="btn" onClick={props.onNone}>
          {props.none}
        </button>
      </div>
    </form>
  );
}

const T = {
  name: text('品名或 CAS 号', 'Name or CAS number'),
  tonnes: text('设计最大量（吨）', 'Maximum (t)'),
  fraction: text('质量分数（%）', 'Mass fraction (%)'),
  specification: text('规格', 'Specification'),
  classes: text('危险性类别', 'Hazard classes'),
  mixture: text('混合物，无 CAS 号', 'Mixture without CAS'),
  product: text('产品', 'Product'),
  capacity: text('产能', 'Capacity'),
  added: text('新增产能', 'Added'),
  lines: text('生产线数', 'Lines'),
  unit: text('单位', 'Unit'),
  add: text('再加一行', 'Add a row'),
  complete: text('就这些', 'That is all'),
  noChemicals: text('没有化学品', 'No chemicals'),
  noProducts: text('没有产品', 'No products'),
  stillAsked: text('已填的各行中还缺：', 'Of the rows above is still missing:'),
  more: text('更多信息', 'more'),
  whichTerm: text('“{name}”属于下列哪些？', 'Which of these is "{name}"?'),
  noTerm: text('都不是', 'None of these'),
};

const PRODUCT_COLUMNS = [
  ['product', T.product],
  ['capacity', T.capacity],
  ['addedCapacity', T.added],
  ['lines', T.lines],
  ['unit', T.unit],
] as const;

const ASKED: Readonly<Record<string, ReturnType<typeof text>>> = {
  cas: text(
    '是哪种物质（CAS 号），或为无 CAS 号的混合物',
    'which substance it is (CAS number), or that it is a mixture',
  ),
  tonnes: text('设计最大量', 'its maximum amount'),
  fraction: text('质量分数', 'its mass fraction'),
  specification: text('规格', 'its specification'),
  hazardClasses: text('危险性类别', 'its hazard classes'),
  activities: text('活动类型', 'what is done with it'),
  is: text('属于哪类产品', 'what product it is'),
  capacity: text('产能', 'its capacity'),
  addedCapacity: text('新增产能', 'the added capacity'),
  lines: text('生产线数', 'the number of lines'),
  lineCapacities: text('各生产线产能', 'the capacity of every line'),
};
