import { attribute, escapedXml, RELATIONS, SPREADSHEET } from './xml.ts';
import { type Part, partsOf, unpack, type WrittenPart, zipped } from './zip.ts';

/** A workbook as the archive of parts that it is, to which parts are added and in which some are written anew. */
export interface OfficePackage {
  /** Its sheets in their order. */
  readonly sheets: readonly SheetPart[];
  /** Whether its days are counted from 1904. */
  readonly since1904: boolean;
  /** The part with the styles of all cells. */
  readonly styles: string;
  readonly text: (part: string) => Promise<string>;
  readonly pieces: (part: string) => AsyncIterable<string>;
  readonly has: (part: string) => boolean;
  /** A name that no part has yet: `xl/charts/chart` becomes `xl/charts/chart3.xml`. */
  readonly freeName: (stem: string) => string;
  /** Writes a part, over one of the same name. */
  readonly put: (part: string, content: string | AsyncIterable<string>, contentType?: string) => void;
  /** Adds a sheet behind the others. */
  readonly addSheet: (name: string, content: string | AsyncIterable<string>, hidden?: boolean) => string;
  readonly write: () => AsyncGenerator<Uint8Array>;
}
export interface SheetPart {
  readonly name: string;
  readonly part: string;
  /** Whether its programs show it. */
  readonly hidden: boolean;
}

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const CONTENT_TYPES = {
  sheet: `${MAIN}.worksheet+xml`,
  styles: `${MAIN}.styles+xml`,
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

/** @throws FileFault */
export async function openPackage(bytes: Uint8Array): Promise<OfficePackage> {
  const parts = new Map<string, WrittenPart>(partsOf(bytes).map((part) => [part.name, part]));
  const pieces = (name: string) => decoded(unpack(parts.get(name) as Part));
  const text = async (name: string): Promise<string> => {
    const part = parts.get(name)!;
    if (!('packed' in part)) return part.content as string;
    let whole = '';
    for await (const piece of pieces(name)) whole += piece;
    return whole;
  };
  const book = target('', 'officeDocument', await text('_rels/.rels'))!;
  const relationsOfBook = relationsFile(book);
  let types = await text('[Content_Types].xml');
  let relations = await text(relationsOfBook);
  let workbook = await text(book);
  // What is written over may have been a formula: programs make the order of calculation anew where there is none.
  const calculation = target(book, 'calcChain', relations);
  if (calculation !== undefined) {
    parts.delete(calculation);
    relations = relations.replace(/<(?:\w+:)?Relationship\b[^>]*\/calcChain"[^>]*\/>/, '');
    types = types.replace(/<(?:\w+:)?Override\b[^>]*calcChain[^>]*\/>/, '');
  }
  const put: OfficePackage['put'] = (part, content, contentType) => {
    if (contentType !== undefined && !parts.has(part))
      types = beforeEnd(types, 'Types', `<Override PartName="/${part}" ContentType="${contentType}"/>`);
    parts.set(part, { name: part, content });
  };
  const freeName = (stem: string): string => {
    let number = 1;
    while (parts.has(`${stem}${number}.xml`)) number++;
    return `${stem}${number}.xml`;
  };
  const sheetsIn = (): SheetPart[] =>
    [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => ({
      name: attribute(tag, 'name')!,
      hidden: /^(?:hidden|veryHidden)$/.test(attribute(tag, 'state') ?? ''),
      part: targetOf(book, relations, /\s\w+:id\s*=\s*"([^"]*)"/.exec(tag)![1]!)!,
    }));
  const addSheet: OfficePackage['addSheet'] = (name, content, hidden = false) => {
    const part = freeName('xl/worksheets/sheet');
    put(part, content, CONTENT_TYPES.sheet);
    relations = withRelation(relations, `rId_${part.replace(/\W/g, '')}`, 'worksheet', `/${part}`);
    const ids = [...workbook.matchAll(/\ssheetId\s*=\s*"(\d+)"/g)].map(([, id]) => Number(id));
    const state = hidden ? ' state="hidden"' : '';
    workbook = beforeEnd(
      workbook,
      'sheets',
      `<sheet xmlns="${SPREADSHEET}" name="${escapedXml(name)}" sheetId="${Math.max(0, ...ids) + 1}"${state} xmlns:r="${RELATIONS}" r:id="rId_${part.replace(/\W/g, '')}"/>`,
    );
    return part;
  };
  const styles = target(book, 'styles', relations);
  if (styles === undefined) {
    put('xl/styles.xml', NO_STYLES, CONTENT_TYPES.styles);
    relations = withRelation(relations, 'rId_styles', 'styles', '/xl/styles.xml');
  }
  return {
    sheets: sheetsIn(),
    since1904: /<(?:\w+:)?workbookPr\b[^>]*\sdate1904\s*=\s*"(?:1|true)"/.test(workbook),
    styles: styles ?? 'xl/styles.xml',
    text,
    pieces,
    has: (part) => parts.has(part),
    freeName,
    put,
    addSheet,
    write: () => {
      put('[Content_Types].xml', types);
      put(relationsOfBook, relations);
      put(book, workbook);
      return zipped(parts.values());
    },
  };
}

/** The file with the relations of a part. */
export const relationsFile = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

export const relationsXml = (relations: Readonly<Record<string, string>>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(
    relations,
  )
    .map(([type, to], at) => relation(`rId${at + 1}`, type, to))
    .join('')}</Relationships>`;

const relation = (id: string, type: string, to: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${to}"/>`;
const withRelation = (relations: string, id: string, type: string, to: string): string =>
  beforeEnd(relations, 'Relationships', relation(id, type, to));

const beforeEnd = (xml: string, element: string, added: string): string =>
  xml.replace(new RegExp(`</(?:\\w+:)?${element}>`), (end) => added + end);

/** The part that a relation of some type leads to. */
function target(from: string, type: string, relations: string): string | undefined {
  const tag = new RegExp(`<(?:\\w+:)?Relationship\\b[^>]*/${type}"[^>]*>`).exec(relations)?.[0];
  return tag && resolved(from, attribute(tag, 'Target')!);
}
function targetOf(from: string, relations: string, id: string): string | undefined {
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g))
    if (attribute(tag, 'Id') === id) return resolved(from, attribute(tag, 'Target')!);
  return undefined;
}
const resolved = (from: string, to: string): string =>
  to.startsWith('/') ? to.slice(1) : new URL(to, `zip:///${from}`).pathname.slice(1);

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

const NO_STYLES = `<styleSheet xmlns="${SPREADSHEET}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs></styleSheet>`;
