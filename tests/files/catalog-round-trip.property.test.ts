import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import { entry as entryShape } from '../../services/domain/catalog/entry-shape.ts';
import { canonicalJson, withoutNulls } from '../../services/domain/values/canonical.ts';
import { ENTRY_COLUMNS } from '../../services/files/entry-columns.ts';
import { languagesOf, readCatalog } from '../../services/files/read-catalog.ts';
import { cellFaultText } from '../../services/files/read-projects.ts';
import { catalogCsv, catalogWorkbook } from '../../services/files/write-catalog.ts';
import { arbitraryEntry } from '../domain/comparison/arbitrary-content.ts';
import { arbitraryCondition } from '../domain/notation/arbitrary-condition.ts';
import { sampleVersions } from '../samples/sample-world.ts';
import { times } from '../testkit/times.ts';
import { languages, PATIENCE, reading } from './catalog-readings.ts';

const asStored = (entries: readonly Entry[]) => canonicalJson(withoutNulls(entries));

describe('a catalog is the same after it was written and read', () => {
  test.each(
    sampleVersions.map(
      ({ file, content }) => [`${file.catalog.key}@${file.version.number}`, content] as const,
    ),
  )('%s, as a workbook and as text', async (_, content) => {
    const own = languagesOf(reference, content);
    const { facts, lists, products } = content;
    const workbook = await catalogWorkbook(content.entries, own, content);
    // A workbook brings along what its conditions name; text has the entries alone.
    for (const [bytes, before] of [
      [workbook, {}],
      [workbook, { facts, lists, products }],
      [catalogCsv(content.entries, own), { facts, lists, products }],
    ] as const) {
      const read = await readCatalog(bytes, reading(before));
      if (bytes === workbook)
        expect(canonicalJson(withoutNulls(read.definitions))).toBe(
          canonicalJson(withoutNulls({ facts, lists, products })),
        );
      if (before.facts) expect(read.changed).toEqual({ facts: [], lists: [], products: [], remove: [] });
      expect(read.faults.map((fault) => cellFaultText(fault, 'en'))).toEqual([]);
      expect(asStored(read.entries)).toBe(asStored(content.entries));
      expect(catalogCsv(read.entries, own)).toEqual(catalogCsv(content.entries, own));
    }
  });

  const wording = fc.oneof(
    fc.constantFrom(
      '禁止',
      '=1+1',
      "'=1",
      '-',
      '—',
      '未知',
      '“甲”',
      '"a"',
      '甲｜乙',
      '《甲》',
      '甲、乙',
      ' 甲 ',
      '甲\n乙',
      '【甲】乙',
      '_x0041_',
      '条件：甲',
      '待编写',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const words = fc.record(
    { zh: wording, en: fc.option(wording, { nil: undefined }) },
    { requiredKeys: ['zh'] },
  );
  const basis = fc.array(
    fc.record({ document: wording, number: wording, article: wording }, { requiredKeys: ['document'] }),
    { maxLength: 3 },
  );
  const entries = fc
    .array(
      fc.tuple(arbitraryEntry, words, words, arbitraryCondition, arbitraryCondition, basis, wording).map(
        ([entry, text, remark, when, other, basis, lead]): Entry => ({
          ...entry,
          text,
          remark,
          when,
          basis,
          responsibility: { lead, cooperating: [lead, '应急局'] },
          exceptions: entry.exceptions.map((item) => ({ ...item, text: remark, when: other })),
          requirements: entry.requirements.map((item) => ({ ...item, text, when, evidence: remark })),
        }),
      ),
      { minLength: 20, maxLength: 20 },
    )
    .map((drawn) =>
      drawn
        .map((entry, at) => entryShape.safeParse(withoutNulls({ ...entry, code: `${at + 1}` })).data)
        .filter((entry) => entry !== undefined),
    );
  const isSame = async (bytes: Uint8Array, written: readonly Entry[]) => {
    const read = await readCatalog(bytes, reading());
    expect(read.faults.map((fault) => cellFaultText(fault, 'en'))).toEqual([]);
    for (const [at, entry] of written.entries())
      expect(asStored([read.entries[at]!])).toBe(asStored([entry]));
    expect(read.entries).toHaveLength(written.length);
  };

  test('whatever its entries say, as text', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (written) => isSame(catalogCsv(written, languages), written)),
      { numRuns: times(10, 500), endOnFailure: true },
    );
  });

  test('whatever its entries say, as a workbook', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (written) =>
        isSame(await catalogWorkbook(written, languages), written),
      ),
      { numRuns: times(2, 60), endOnFailure: true },
    );
  });

  test('every field of an entry has its column', () => {
    const every = {
      code: 0,
      printedAs: 0,
      sortedAs: 0,
      measure: 0,
      force: 0,
      text: 0,
      industries: 0,
      natures: 0,
      activities: 0,
      territory: 0,
      when: 0,
      conditionsPending: 'when',
      exceptions: 0,
      requirements: 0,
      validFrom: 0,
      validTo: 0,
      exemptIfApprovedBefore: 0,
      deadline: 0,
      replacement: 0,
      responsibility: 0,
      basis: 0,
      remark: 0,
    } satisfies Readonly<Record<keyof Entry, unknown>>;
    const columns = new Set<string>(ENTRY_COLUMNS.map(({ field }) => field));
    expect(Object.keys(every).filter((field) => !columns.has(field))).toEqual(['conditionsPending']);
  });
});
