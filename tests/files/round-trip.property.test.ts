import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { DICTIONARY, statedAs } from '../../services/domain/facts/dictionary.ts';
import { OPTION_LABELS } from '../../services/domain/messages/labels.ts';
import { usualUnits } from '../../services/domain/values/unit.ts';
import type { StatedProject } from '../../services/files/fields.ts';
import { readProjects } from '../../services/files/read-projects.ts';
import { projectTemplate } from '../../services/files/template.ts';
import { csvOf, rowsIn, utf8, type Written, workbookOf } from './written-files.ts';

/** What a column states of a project, and a cell in which somebody may write that. */
interface Column {
  readonly field: string;
  readonly stated: unknown;
  readonly cell: Written;
}

const number = fc
  .tuple(fc.nat(9_999_999), fc.option(fc.stringMatching(/^\d{0,3}[1-9]$/)))
  .map(([whole, fraction]) => `${whole}${fraction === null ? '' : `.${fraction}`}`);

/** The ways in which people write a number. */
const written = (value: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    value,
    Number(value).toLocaleString('en', { maximumFractionDigits: 4 }),
    value.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ` ${value}　`,
  );

const amount = (units: readonly string[], unitOfHeader: string): fc.Arbitrary<Omit<Column, 'field'>> =>
  number
    .filter((value) => Number(value) > 0)
    .chain((value) =>
      fc.oneof(
        written(value).map((cell) => ({ cell, stated: { number: value, unit: unitOfHeader } })),
        fc.constant({ cell: Number(value), stated: { number: value, unit: unitOfHeader } }),
        fc
          .tuple(written(value), fc.constantFrom(...units.filter((unit) => unit.normalize('NFKC') === unit)))
          .map(([cell, unit]) => ({ cell: `${cell}${unit}`, stated: { number: value, unit } })),
      ),
    );

const label = (key: string, option: string): string =>
  (key === 'processes' ? reference.names.process(option) : OPTION_LABELS[key]?.[option])!.zh;

const options = (
  key: string,
  all: readonly string[],
  none: string | null,
): fc.Arbitrary<Omit<Column, 'field'>> =>
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...all), { minLength: none === null ? 1 : 0 }),
      fc.constantFrom('、', '，', '; ', '\n'),
    )
    .map(([chosen, between]) => ({
      stated: chosen,
      cell: chosen.length === 0 ? none : chosen.map((one) => label(key, one)).join(between),
    }));

const day = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2098-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const writtenDay = (on: string): fc.Arbitrary<Written> => {
  const [year, month, date] = on.split('-').map(Number);
  return fc.constantFrom<Written>(
    on,
    new Date(`${on}T00:00:00Z`),
    `${year}年${month}月${date}日`,
    `${year}/${month}/${date}`,
    Math.round(Date.parse(`${on}T00:00:00Z`) / 86_400_000) + 25_569,
  );
};

const NAMES = [
  '硅铁',
  '锰硅合金',
  '1,4-丁二醇',
  'N,N-二甲基甲酰胺',
  '铁合金(硅铁)',
  'R22',
  '75#硅铁',
  '平板玻璃',
];
const lines = fc
  .uniqueArray(fc.constantFrom(...NAMES), { maxLength: 4 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.tuple(fc.constant(name), number, fc.constantFrom('t/a', '万吨/年', '万重量箱/年')),
      ),
    ),
  );
const products = fc.tuple(lines, fc.constantFrom('；', ';\n', '、')).map(([all, between]) => ({
  stated: all.map(([product, capacity, unit]) => ({ product, unit, capacity })),
  cell:
    all.length === 0
      ? '无'
      : all.map(([product, capacity, unit]) => `${product} ${capacity}${unit}`).join(between),
}));
const chemicals = fc
  .uniqueArray(
    fc.record(
      {
        cas: fc.constantFrom('7782-50-5', '74-90-8', '67-56-1'),
        name: fc.constantFrom('液氯', '甲醇', '1,4-丁二醇'),
        fraction: fc.constantFrom('31', '0.5'),
        tonnes: number,
      },
      { requiredKeys: ['name'] },
    ),
    { maxLength: 4, selector: ({ name }) => name },
  )
  .map((all) => ({
    stated: all,
    cell:
      all.length === 0
        ? '无'
        : all
            .map(({ name, cas, fraction, tonnes }) =>
              [name, cas, fraction && `${fraction}%`, tonnes && `${tonnes} t`].filter(Boolean).join(' '),
            )
            .join('；'),
  }));

const codes = fc.uniqueArray(fc.constantFrom(...reference.classification.classes), {
  minLength: 1,
  maxLength: 3,
});

/** Every field with what it can state and how that can be written. */
const COLUMNS: Readonly<Record<string, fc.Arbitrary<Omit<Column, 'field'>>>> = {
  ref: fc.stringMatching(/^[A-Z]\d{1,5}$/).map((ref) => ({ stated: ref, cell: ref })),
  on: day.chain((on) => writtenDay(on).map((cell) => ({ stated: on, cell }))),
  name: fc
    .stringMatching(/^项目[\u4e00-\u9fa5A-Z,"=+-]{1,20}$/)
    .map((name) => ({ stated: name, cell: name })),
  projectCode: fc.constantFrom('2603-141124-89-05-346948', '26031411248905346948').map((cell) => ({
    stated: '2603-141124-89-05-346948',
    cell,
  })),
  industries: codes.chain((chosen) =>
    fc
      .constantFrom<(code: string) => string>(
        (code) => code,
        (code) => `${code} ${reference.names.industry(code)!.zh}`,
      )
      .map((as) => ({ stated: chosen, cell: chosen.map(as).join('、') })),
  ),
  natures: options('natures', Object.keys(OPTION_LABELS.natures!), null),
  activities: options('activities', Object.keys(OPTION_LABELS.activities!), null),
  areas: fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 3 })
    .map((keys) => ({ stated: keys, cell: keys.join('、') })),
  earlierApproval: fc.oneof(
    fc.constant({ stated: { none: true }, cell: '无' }),
    day.chain((on) => writtenDay(on).map((cell) => ({ stated: { approvedOn: on }, cell }))),
  ),
  products,
  chemicals,
  ...Object.fromEntries(
    DICTIONARY.filter((fact) => statedAs(fact) === 'VALUE').map((fact) => [fact.key, ofFact(fact)]),
  ),
};

function ofFact({
  key,
  type,
  unit,
  options: all,
}: (typeof DICTIONARY)[number]): fc.Arbitrary<Omit<Column, 'field'>> {
  if (type === 'FLAG')
    return fc
      .boolean()
      .chain((yes) =>
        fc.constantFrom<Written>(yes, yes ? '是' : '否').map((cell) => ({ stated: yes, cell })),
      );
  if (type === 'CHOICE')
    return fc.constantFrom(...all!).map((one) => ({ stated: one, cell: label(key, one) }));
  if (type === 'SET') return options(key, all!, '无');
  const units = { 亩: 'AREA', tce: 'ENERGY', '万元/亩': 'MONEY/AREA' }[unit!] ?? 'MONEY';
  return key === 'exposedPersons'
    ? fc.nat(9_999).map((persons) => ({ stated: String(persons), cell: persons }))
    : amount(usualUnits(units), unit!);
}

const project = fc
  .subarray(Object.keys(COLUMNS), { minLength: 1 })
  .chain((fields) =>
    fc.tuple(...fields.map((field) => COLUMNS[field]!.map((its): Column => ({ field, ...its })))),
  )
  // A row that states nothing but its number is a remark.
  // A row of lists alone goes on with the project above.
  .filter((columns) => columns.some(({ field }) => !['ref', 'products', 'chemicals'].includes(field)));

const PROJECT_FIELDS = [
  'ref',
  'on',
  'name',
  'projectCode',
  'industries',
  'natures',
  'activities',
  'areas',
  'earlierApproval',
];
const statedBy = (columns: readonly Column[]): StatedProject => {
  const facts = columns.filter(({ field }) => !PROJECT_FIELDS.includes(field));
  const own = columns.filter(({ field }) => PROJECT_FIELDS.includes(field));
  return {
    zone: 'zone_park',
    ...Object.fromEntries(own.map(({ field, stated }) => [field, stated])),
    ...(facts.length > 0 && { facts: Object.fromEntries(facts.map(({ field, stated }) => [field, stated])) }),
  };
};

const { sheets } = await readProjects(await projectTemplate(reference), { reference });
const { columns: TEMPLATE } = sheets[0]!.mapping;
const HEADERS = TEMPLATE.map(({ header }) => header);
const rowFor = (columns: readonly Column[]): Written[] =>
  TEMPLATE.map(({ field }) => columns.find((column) => column.field === field)?.cell ?? null);

describe('the filled-in template states exactly the projects', () => {
  const projects = fc.array(project, { minLength: 1, maxLength: 5 });

  it('as a workbook of another program', async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (all) => {
        const rows = await rowsIn(await workbookOf([HEADERS, ...all.map(rowFor)]));
        expect(rows.flatMap(({ faults }) => faults)).toEqual([]);
        expect(rows.map(({ project: stated }) => stated)).toEqual(all.map(statedBy));
      }),
      { numRuns: 60 },
    );
  });

  it('as text', async () => {
    const asText = (cell: Written) =>
      cell instanceof Date
        ? cell.toISOString().slice(0, 10)
        : typeof cell === 'boolean'
          ? cell
            ? 'TRUE'
            : 'FALSE'
          : String(cell ?? '');
    // In text a number is no day.
    const textual = projects.filter((all) =>
      all.every((columns) =>
        columns.every(
          ({ field, cell }) => !(['on', 'earlierApproval'].includes(field) && typeof cell === 'number'),
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(textual, async (all) => {
        const rows = await rowsIn(
          utf8(csvOf([HEADERS, ...all.map((columns) => rowFor(columns).map(asText))])),
        );
        expect(rows.map(({ project: stated, faults }) => [stated, faults])).toEqual(
          all.map((columns) => [statedBy(columns), []]),
        );
      }),
      { numRuns: 60 },
    );
  });
});
