import { reference } from '../data/reference.ts';
import type { FactDefinition } from '../domain/facts/fact.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import type { StatedProject } from '../files/fields.ts';
import type { List, ListRow } from '../files/list.ts';
import type { Mapping } from '../files/mapping.ts';
import { type CellFault, readProjects } from '../files/read-projects.ts';

export interface Reading {
  readonly zone: string | null;
  readonly mappings: readonly Mapping[];
  readonly definitions: readonly FactDefinition[];
  readonly only?: readonly string[];
}

/** Reads a workbook or text in columns. @throws FileFault for a file of which nothing can be read */
export async function tablesIn(bytes: Uint8Array, reading: Reading): Promise<List> {
  const { fields, sheets } = await readProjects(bytes, { reference, ...reading });
  return { fields, tables: sheets };
}

/** Reads JSON Lines: a project a line, as `ProjectInput` of the API has it. */
export function linesIn(bytes: Uint8Array, zone: string | null): List {
  const rows = (async function* (): AsyncGenerator<ListRow> {
    for (const [at, line] of new TextDecoder().decode(bytes).split('\n').entries()) {
      if (line.trim() === '') continue;
      const project = objectIn(line);
      yield project
        ? { row: at + 1, project: zone === null ? project : { zone, ...project }, cells: [], faults: [] }
        : { row: at + 1, project: {}, cells: [], faults: [notRead(at + 1, line)] };
    }
  })();
  return { fields: [], tables: [{ name: '', headerRow: 0, mapping: { columns: [] }, rows }] };
}

const notRead = (row: number, line: string): CellFault => ({
  sheet: '',
  row,
  column: '',
  value: line.slice(0, 80),
  fault: new FileFault('LINE_NO_OBJECT', { line: row }),
});

function objectIn(line: string): StatedProject | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as StatedProject)
      : null;
  } catch {
    return null;
  }
}
