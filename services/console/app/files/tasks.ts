import { classification } from '../../../data/classification.ts';
import { referenceNames } from '../../../data/names.ts';
import { FileFault } from '../../../domain/messages/file-faults.ts';
import { Refusal } from '../../../domain/messages/refusal.ts';
import type { Text } from '../../../domain/values/text.ts';
import type { FileReference } from '../../../files/fields.ts';
import { languagesOf, readCatalog } from '../../../files/read-catalog.ts';
import type { CellFault } from '../../../files/read-projects.ts';
import { catalogTemplate, catalogWorkbook } from '../../../files/write-catalog.ts';

/** What is done beside the page: files in, plain values out, and the other way round. */
export const TASKS = {
  /** Reads the entries of a workbook or a text in columns. */
  async readCatalog(
    bytes: Uint8Array,
    {
      entries,
      ...reading
    }: CatalogContext & { readonly entries: readonly Entry[]; readonly measure: Measure },
  ) {
    const file = await readCatalog(bytes, {
      ...reading,
      reference,
      entries: new Map(entries.map((entry) => [entry.code, entry])),
    });
    return {
      ...file,
      columns: file.columns.map(({ header, column }) => ({ header, name: column?.name ?? null })),
      faults: file.faults.map(told),
      kept: file.kept.map(told),
    };
  },
  /** The workbook of a catalog; an empty one to fill in without entries. */
  writeCatalog: (entries: readonly Entry[], defined: CatalogContext): Promise<Uint8Array> =>
    entries.length === 0
      ? catalogTemplate(languagesOf(reference, defined))
      : catalogWorkbook(entries, languagesOf(reference, defined), defined),
};
export type Tasks = typeof TASKS;

type CatalogReading = Parameters<typeof readCatalog>[1];
type CatalogContext = Pick<CatalogReading, 'facts' | 'lists'>;
type Entry = Parameters<typeof catalogWorkbook>[0][number];
type Measure = CatalogReading['measure'];

const reference: FileReference = { classification, names: referenceNames };

/** What could not be read of a file, and where, in both languages. */
export interface Told extends Pick<CellFault, 'sheet' | 'row' | 'column' | 'value'> {
  readonly text: Text;
}

const told = ({ sheet, row, column, value, fault }: CellFault): Told => ({
  sheet,
  row,
  column,
  value,
  text: textOf(fault),
});

export const textOf = (fault: FileFault | Refusal): Text => ({ zh: fault.text('zh'), en: fault.text('en') });

/** What a task threw, in words, where it is about the file. */
export const isAboutFile = (error: unknown): error is FileFault | Refusal =>
  error instanceof FileFault || error instanceof Refusal;
