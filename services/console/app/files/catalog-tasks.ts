import { testedKeys } from '../../../domain/catalog/tested-keys.ts';
import type { Text } from '../../../domain/values/text.ts';
import { ENTRY_COLUMNS } from '../../../files/entry-columns.ts';
import { languagesOf, readCatalog } from '../../../files/read-catalog.ts';
import { asPut } from '../../../files/read-definitions.ts';
import { type PastedReading, readPasted } from '../../../files/read-pasted.ts';
import { catalogTemplate, catalogWorkbook } from '../../../files/write-catalog.ts';
import { reference } from './reference.ts';
import { textOf, told } from './told.ts';

/** The workbooks of catalogs. */
export const CATALOG_TASKS = {
  /** Reads what a workbook or a text in columns says of a catalog. */
  async readCatalog(
    bytes: Uint8Array,
    {
      entries,
      measure,
      ...defined
    }: Defined & { readonly entries: readonly Entry[]; readonly measure: Measure },
  ) {
    const file = await readCatalog(bytes, {
      ...asPut(defined),
      measure,
      reference,
      entries: new Map(entries.map((entry) => [entry.code, entry])),
    });
    return {
      ...file,
      faults: file.faults.map(told),
      kept: file.kept.map(told),
    };
  },
  /** The workbook of a catalog; an empty one to fill in where it is of nothing. */
  writeCatalog: (entries: readonly Entry[] | null, defined: Defined): Promise<Uint8Array> =>
    entries === null
      ? catalogTemplate(languagesOf(reference, defined))
      : catalogWorkbook(entries, languagesOf(reference, defined), asPut(defined)),
  /** Reads what was copied from a spreadsheet into the lines of a table. */
  readPasted: (copied: string, lines: Omit<PastedReading, 'reference'>) =>
    readPasted(copied, { ...lines, reference }).map(({ line, changes, faults }) => ({
      line,
      changes,
      faults: faults.map(({ column: { field, name }, value, fault }) => ({
        field,
        column: name,
        value,
        text: textOf(fault),
      })),
    })),
  /** What the conditions of each entry name of facts, substance lists, and product terms that the catalog defines. */
  keysTested: (entries: readonly Entry[], products: Defined['products']): readonly (readonly string[])[] =>
    entries.map((entry) => [
      ...new Set(testedKeys(entry, asPut({ facts: [], lists: [], products })).map(({ key }) => key)),
    ]),
  /** What each field of some entries says, as it stands in a workbook; nothing for one that is not there. */
  entryCells(entries: readonly (Entry | null)[], defined: Defined) {
    const languages = languagesOf(reference, defined);
    const fields = [...new Set(ENTRY_COLUMNS.map(({ field }) => field))].map((field) => ({
      field,
      columns: ENTRY_COLUMNS.filter((column) => column.field === field),
    }));
    const cellOf = (entry: Entry, columns: typeof ENTRY_COLUMNS): string =>
      columns
        .map(({ name, write }, at) => [at === 0 ? '' : `${name.zh}：`, write(entry, languages)])
        .filter(([, said]) => said !== '')
        .map((parts) => parts.join(''))
        .join('\n');
    return {
      names: fields.map(({ field, columns }): [string, Text] => [field, columns[0]!.name]),
      cells: entries.map((entry) =>
        entry === null
          ? []
          : fields.map(({ field, columns }): [string, string] => [field, cellOf(entry, columns)]),
      ),
    };
  },
};

type Reading = Parameters<typeof readCatalog>[1];
type Defined = Pick<Reading, 'facts' | 'lists' | 'products'>;
type Entry = Parameters<typeof catalogWorkbook>[0][number];
export type WorkbookEntry = Entry;
type Measure = Reading['measure'];
