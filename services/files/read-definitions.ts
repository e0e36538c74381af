import type * as z from 'zod';
import type { CatalogContent } from '../domain/catalog/catalog.ts';
import { factDefinition, productTerm, substanceList } from '../domain/facts/definition-shape.ts';
import type { SubstanceList } from '../domain/facts/fact.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import { tryShape } from '../domain/messages/read-input.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import { withoutNulls } from '../domain/values/canonical.ts';
import type { Locale } from '../domain/values/text.ts';
import { unreachable } from '../domain/values/unreachable.ts';
import type { CatalogTable, OpenTable } from './catalog-table.ts';
import {
  columnsByName,
  faultAt,
  faultsIn,
  HEADER_WITHIN,
  isBlankCell,
  openTable,
  removalColumn,
} from './catalog-table.ts';
import { cellText } from './cell-text.ts';
import { type CellContext, type Column, REMOVAL } from './column.ts';
import type { ListMember } from './definition-columns.ts';
import { FACT_COLUMNS, LIST_COLUMNS, PRODUCT_COLUMNS } from './definition-columns.ts';
import type { CellFault } from './read-projects.ts';
import type { Cell, Row, Sheet } from './sheet.ts';

/** What a catalog defines beside its entries. */
export type Definitions = Pick<CatalogContent, 'facts' | 'lists' | 'products'>;
export type DefinitionKind = keyof Definitions;
const DEFINITION_KINDS = ['facts', 'lists', 'products'] as const;

/** Definitions as they are put: the API says false where nothing is stated, and has an empty list for no fractions. */
export const asPut = ({ facts, lists, products }: Definitions): Definitions => ({
  facts: facts.map(({ integer, many, ...fact }) =>
    factDefinition.parse(withoutNulls({ ...fact, integer: integer || null, many: many || null })),
  ),
  lists: lists.map(({ fractions = [], ...list }) =>
    substanceList.parse(withoutNulls({ ...list, fractions: fractions.length > 0 ? fractions : null })),
  ),
  products: products.map((term) => productTerm.parse(withoutNulls(term))),
});

/** A sheet of definitions as it was read. */
export interface DefinitionsRead {
  readonly table: CatalogTable;
  readonly definitions: Partial<Definitions>;
  /** Keys of those that are to be removed. */
  readonly removed: readonly string[];
  readonly faults: readonly CellFault[];
}
type Context = Omit<CellContext, 'expected'>;

/** What a sheet of these rows defines; null where it is none of definitions. */
export const definedBy = (rows: readonly Row[]): DefinitionKind | null =>
  DEFINITION_KINDS.find((kind) => headerAt(rows, kind) >= 0) ?? null;

/** The place of the first row that names the key of such a definition and another column. */
const headerAt = (rows: readonly Row[], kind: DefinitionKind): number =>
  rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => {
    const fields = cells
      .map((cell) => (COLUMN_OF[kind](cell) ?? removalColumn(cell))?.field)
      .filter((field) => field !== undefined);
    return fields.length > 1 && fields.includes('key');
  });

const COLUMN_OF = {
  facts: columnsByName(FACT_COLUMNS),
  lists: columnsByName(LIST_COLUMNS),
  products: columnsByName(PRODUCT_COLUMNS),
};

/** Reads the definitions of a sheet. What it has no column for stays as it is in the definition of the same key. */
export function readDefinitions(
  kind: DefinitionKind,
  sheet: Sheet,
  rows: readonly Row[],
  before: Definitions,
  context: Context,
): DefinitionsRead {
  const from = headerAt(rows, kind);
  const given = { sheet, header: rows[from]!, rows: rows.slice(from + 1), context };
  switch (kind) {
    case 'facts':
      return readItems(given, kind, FACT_COLUMNS, factDefinition, byKey(before.facts));
    case 'products':
      return readItems(given, kind, PRODUCT_COLUMNS, productTerm, byKey(before.products));
    case 'lists':
      return readLists(given, byKey(before.lists));
    default:
      return unreachable(kind);
  }
}

const byKey = <Item extends { readonly key: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.key, item]));

interface Given {
  readonly sheet: Sheet;
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly context: Context;
}
interface ItemRow<Item> {
  readonly row: Row;
  readonly key: string;
  readonly item: Partial<Item>;
}

/** The rows that say something, each read into what is there under its key. */
function readRows<Item extends { readonly key: string }>(
  { sheet, header, rows, context }: Given,
  columns: readonly Column<Item>[],
  startOf: (key: string) => Partial<Item>,
) {
  const table = openTable(sheet, header, rows, columns, context);
  const { places } = table;
  const faults: CellFault[] = [...table.clashes];
  const read: ItemRow<Item>[] = [];
  const removed = new Map<string, Row>();
  const leftOut: number[] = [];
  const cellAt = (row: Row, at: number): Cell => row.cells[at] ?? null;
  const keyPlace = places.find(({ column }) => column.field === 'key')!;
  for (const row of table.rows) {
    const key = cellText(cellAt(row, keyPlace.at)).trim();
    const filled = places.filter(({ at }) => !isBlankCell(row.cells[at]));
    const before = faults.length;
    const saysNothing = table.saysNothing(row);
    const isRemoved = !saysNothing && table.isMarked(row, faults);
    if (saysNothing || (key === '' && filled.length < 2 && !isRemoved)) {
      leftOut.push(row.row);
      continue;
    }
    if (isRemoved && key !== '') {
      removed.set(key, row);
      continue;
    }
    let item = startOf(key);
    for (const { at, header: named, column } of places)
      try {
        const expected = { field: column.name, understood: column.understood };
        item = column.read(cellAt(row, at), item, { ...context, expected });
      } catch (error) {
        for (const fault of faultsIn(error))
          faults.push(faultAt(sheet, row.row, named, cellAt(row, at), fault));
      }
    if (faults.length > before) continue;
    if (item.key === undefined)
      faults.push(
        faultAt(sheet, row.row, keyPlace.header, null, new Refusal('REQUIRED', { field: keyPlace.header })),
      );
    else read.push({ row, key: item.key, item });
  }
  return { table: table.told(leftOut), places, rows: read, removed, faults };
}

/** A row a definition. */
function readItems<Item extends { readonly key: string }>(
  given: Given,
  kind: DefinitionKind,
  columns: readonly Column<Item>[],
  shape: z.ZodType<Item>,
  before: ReadonlyMap<string, Item>,
): DefinitionsRead {
  const { table, places, rows, removed, faults } = readRows(given, columns, (key) => before.get(key) ?? {});
  const items = new Map<string, Item>();
  const rowOf = new Map<string, number>();
  for (const { row, key, item } of rows) {
    const first = rowOf.get(key);
    if (first !== undefined) faults.push(twice(given, row, places, 'key', key, first));
    rowOf.set(key, first ?? row.row);
    const read = faults.length === 0 ? shaped(given, row, places, shape, item, faults) : undefined;
    if (read) items.set(key, read);
  }
  for (const [key, row] of removed) {
    const first = rowOf.get(key);
    if (first !== undefined) faults.push(twice(given, row, places, 'key', key, first));
  }
  return { table, definitions: { [kind]: [...items.values()] }, removed: [...removed.keys()], faults };
}

/** A row a member: a list is what its rows are. */
function readLists(given: Given, before: ReadonlyMap<string, SubstanceList>): DefinitionsRead {
  const { table, places, rows, removed, faults } = readRows(given, LIST_COLUMNS, () => ({}));
  const has = (field: keyof ListMember) => places.some(({ column }) => column.field === field);
  const lists: SubstanceList[] = [];
  const ofList = new Map<string, ItemRow<ListMember>[]>();
  for (const row of rows) {
    const members = ofList.get(row.key);
    if (members) members.push(row);
    else ofList.set(row.key, [row]);
  }
  for (const [key, members] of ofList) {
    const row = removed.get(key)?.row;
    if (row !== undefined)
      faults.push(
        faultAt(
          given.sheet,
          members[0]!.row.row,
          REMOVAL.name.zh,
          null,
          new FileFault('LIST_REMOVED_IN_PART', { value: key, row }),
        ),
      );
    const there = before.get(key);
    const rowOf = new Map<string, number>();
    for (const { row, item } of members) {
      if (!has('cas')) continue;
      const { cas } = item;
      const first = cas === undefined ? undefined : rowOf.get(cas);
      if (first !== undefined) faults.push(twice(given, row, places, 'cas', cas!, first));
      else if (cas !== undefined) rowOf.set(cas, row.row);
      else {
        const { header } = places.find(({ column }) => column.field === 'cas')!;
        faults.push(faultAt(given.sheet, row.row, header, null, new Refusal('REQUIRED', { field: header })));
      }
    }
    const names = (['zh', 'en'] as const).map((locale) =>
      nameIn(given, places, members, there, locale, faults),
    );
    const cases = has('cas') ? [...rowOf.keys()] : (there?.members ?? []);
    const fractions = has('fractions')
      ? members.flatMap(({ item: { cas, fractions = [] } }) =>
          cas === undefined ? [] : fractions.map((fraction) => ({ cas, fraction })),
        )
      : (there?.fractions ?? []).filter(({ cas }) => cases.includes(cas));
    const list = {
      key,
      name: { zh: names[0] ?? '', en: names[1] },
      members: cases,
      // What was given as none stays so.
      fractions: fractions.length > 0 || there?.fractions?.length === 0 ? fractions : undefined,
    };
    const read =
      faults.length === 0 ? shaped(given, members[0]!.row, places, substanceList, list, faults) : undefined;
    if (read) lists.push(read);
  }
  return { table, definitions: { lists }, removed: [...removed.keys()], faults };
}

/** The name of a list, which stands in one of its rows. */
function nameIn(
  { sheet }: Given,
  places: OpenTable<ListMember>['places'],
  members: readonly ItemRow<ListMember>[],
  there: SubstanceList | undefined,
  locale: Locale,
  faults: CellFault[],
): string | undefined {
  const column = LIST_COLUMNS[locale === 'zh' ? 1 : 2]!;
  const place = places.find((each) => each.column === column);
  if (!place) return there?.name[locale] ?? undefined;
  const named = members.filter(({ item }) => item.name?.[locale]);
  const [first, ...others] = named;
  for (const { row, key, item } of others)
    if (item.name![locale] !== first!.item.name![locale])
      faults.push(
        faultAt(
          sheet,
          row.row,
          place.header,
          item.name![locale]!,
          new FileFault('LIST_NAMED_TWICE', { value: key, field: column.name, row: first!.row.row }),
        ),
      );
  return first?.item.name?.[locale] ?? undefined;
}

const twice = <Item>(
  { sheet }: Given,
  { row }: Row,
  places: OpenTable<Item>['places'],
  field: keyof Item,
  value: string,
  first: number,
): CellFault =>
  faultAt(
    sheet,
    row,
    places.find(({ column }) => column.field === field)!.header,
    value,
    new FileFault('DEFINITION_TWICE', { value, row: first }),
  );

function shaped<Item, Said>(
  { sheet }: Given,
  row: Row,
  places: OpenTable<Said>['places'],
  shape: z.ZodType<Item>,
  item: object,
  faults: CellFault[],
): Item | undefined {
  const refusals: Refusal[] = [];
  const read = tryShape(shape, item, [], refusals);
  for (const refusal of refusals) {
    const place = places.find(({ column }) => column.field === refusal.path?.[0]);
    faults.push(faultAt(sheet, row.row, place?.header ?? '', row.cells[place?.at ?? -1] ?? null, refusal));
  }
  return read;
}
