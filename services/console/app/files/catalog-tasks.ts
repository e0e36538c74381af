import { languagesOf, readCatalog } from '../../../files/read-catalog.ts';
import { catalogTemplate, catalogWorkbook } from '../../../files/write-catalog.ts';
import { reference } from './reference.ts';
import { told } from './told.ts';

/** The workbooks of catalogs. */
export const CATALOG_TASKS = {
  /** Reads the entries of a workbook or a text in columns. */
  async readCatalog(
    bytes: Uint8Array,
    { entries, ...reading }: Defined & { readonly entries: readonly Entry[]; readonly measure: Measure },
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
  writeCatalog: (entries: readonly Entry[], defined: Defined): Promise<Uint8Array> =>
    entries.length === 0
      ? catalogTemplate(languagesOf(reference, defined))
      : catalogWorkbook(entries, languagesOf(reference, defined), defined),
};

type Reading = Parameters<typeof readCatalog>[1];
type Defined = Pick<Reading, 'facts' | 'lists'>;
type Entry = Parameters<typeof catalogWorkbook>[0][number];
type Measure = Reading['measure'];
