import type { Locale } from '../domain/values/text.ts';
import { inLocale, text } from '../domain/values/text.ts';
import { OUTCOMES } from '../domain/vocabulary.ts';
import type { AskedFact } from './asked-columns.ts';
import type { Field } from './fields.ts';
import { CONTENT_TYPES, type OfficePackage, relationsFile, relationsXml } from './office-package.ts';
import { outcomeText, type RowResult } from './result-columns.ts';
import { LOOKS, type Styles, styleOf } from './result-looks.ts';
import { type NewCell, sheetXml } from './sheet-cells.ts';
import { escapedXml, RELATIONS } from './xml.ts';

/** What a whole list came to. */
export interface Summary {
  readonly rows: readonly Pick<RowResult, 'outcome'>[];
  readonly asked: readonly AskedFact[];
  readonly about: readonly (readonly [string, string])[];
}

/** The outcomes in their order, those that could not be assessed last: the chart shows these rows. */
const COUNTED = [...OUTCOMES, null];

/**
 * Counts by outcome, what to ask first, and what the check rests on.
 *
 * @param drawing the element that leads to the chart
 */
export function summaryXml(
  { rows, asked, about }: Summary,
  fields: readonly Field[],
  styles: Styles,
  drawing: string,
  locale: Locale,
): string {
  const header = (...names: readonly (keyof typeof HEADERS)[]): NewCell[] =>
    names.map((name) => ({ value: inLocale(HEADERS[name], locale), style: styles.header }));
  const counts = COUNTED.map((outcome) => rows.filter((row) => row.outcome === outcome).length);
  const share = (count: number) => (rows.length === 0 ? '' : `${((count / rows.length) * 100).toFixed(1)} %`);
  const line = (...values: readonly (string | number)[]): NewCell[] =>
    values.map((value) => ({ value, style: styles.wrapped }));
  const cells: NewCell[][] = [
    header('OUTCOME', 'PROJECTS', 'SHARE'),
    ...COUNTED.map((outcome, at) => [
      { value: outcomeText(outcome, locale), style: styleOf(styles, outcome) },
      ...line(counts[at]!, share(counts[at]!)),
    ]),
    line(inLocale(HEADERS.TOTAL, locale), rows.length, ''),
    [],
    header('ASKED', 'ROWS', 'HOW'),
    ...asked.map(({ key, rows }) => {
      const field = fields.find((one) => one.key === key);
      return line(
        field ? inLocale(field.name, locale) : key,
        rows,
        field ? inLocale(field.understood, locale) : '',
      );
    }),
    [],
    ...about.map(([name, value]) => line(name, value)),
  ];
  return sheetXml([34, 14, 60], cells, { behind: drawing });
}

const HEADERS = {
  OUTCOME: text('准入结论', 'outcome of admission'),
  PROJECTS: text('项目数', 'projects'),
  SHARE: text('占比', 'share'),
  TOTAL: text('合计', 'total'),
  ASKED: text('先补充哪些材料', 'what to ask first'),
  ROWS: text('涉及项目数', 'projects that lack it'),
  HOW: text('怎样填写', 'how to write it'),
};

/** Puts a chart of the counts beside them. */
export function drawingWithChart(pack: OfficePackage, sheetPart: string, sheetName: string): void {
  const chart = pack.freeName('xl/charts/chart');
  pack.put(chart, chartXml(sheetName), CONTENT_TYPES.chart);
  const drawing = pack.freeName('xl/drawings/drawing');
  pack.put(drawing, DRAWING, CONTENT_TYPES.drawing);
  pack.put(relationsFile(drawing), relationsXml({ chart: `/${chart}` }));
  pack.put(relationsFile(sheetPart), relationsXml({ drawing: `/${drawing}` }));
}

const DRAWING_NS = 'http://schemas.openxmlformats.org/drawingml/2006';
const DRAWING = `<xdr:wsDr xmlns:xdr="${DRAWING_NS}/spreadsheetDrawing" xmlns:a="${DRAWING_NS}/main"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>13</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>16</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING_NS}/chart"><c:chart xmlns:c="${DRAWING_NS}/chart" xmlns:r="${RELATIONS}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

/** Bars in the colours of the outcomes, each with its number: it holds no numbers of its own but shows the cells. */
function chartXml(sheetName: string): string {
  const range = (column: string) =>
    `<c:f>${escapedXml(`'${sheetName.replaceAll("'", "''")}'!$${column}$2:$${column}$${COUNTED.length + 1}`)}</c:f>`;
  const solid = (colour: string) =>
    `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></c:spPr>`;
  const points = COUNTED.map(
    (outcome, at) =>
      `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${solid(LOOKS[outcome ?? 'NOT_ASSESSED'].fill)}</c:dPt>`,
  ).join('');
  return `<c:chartSpace xmlns:c="${DRAWING_NS}/chart" xmlns:a="${DRAWING_NS}/main"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>${points}<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:cat><c:strRef>${range('A')}</c:strRef></c:cat><c:val><c:numRef>${range('B')}</c:numRef></c:val></c:ser><c:gapWidth val="50"/><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:axPos val="b"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;
}
