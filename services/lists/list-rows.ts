import { reference } from '../data/reference.ts';
import type { FactDefinition } from '../domain/facts/fact.ts';
import { FileFault } from '../domain/messages/file-faults.ts';
import type { Day } from '../domain/vocabulary.ts';
import type { Field, StatedProject } from '../files/fields.ts';
import type { Mapping } from '../files/mapping.ts';
import { type CellFault, type ProjectRow, readProjects } from '../files/read-projects.ts';
import { dayOfEarlier, earlierResults } from '../files/result-columns.ts';

/** A list as it is read: tables of rows. */
export interface List {
  readonly fields: readonly Field[];
  readonly tables: readonly Table[];
}
export interface Table {
  readonly name: string;
  readonly headerRow: number;
  readonly mapping: Mapping;
  readonly rows: AsyncGenerator<ListRow>;
}
export type ListRow = Pick<ProjectRow, 'row' | 'project' | 'cells' | 'faults'>;

/** What has to be known of a list before its rows are read for good. */
export interface Survey {
  /** How many of its rows are projects. */
  readonly rows: number;
  /** The zones that its rows name. */
  readonly zones: readonly string[];
  /** The day of an earlier check of it. */
  readonly on: Day | null;
}

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

/** Looks through a list. It is read for nothing else, so it is opened again for good. */
export async function surveyOf({ tables }: List, zone: string | null): Promise<Survey> {
  const zones = new Set(zone === null ? [] : [zone]);
  let on: Day | null = null;
  let count = 0;
  for (const { mapping, rows } of tables) {
    const from = earlierResults(mapping);
    for await (const { project, cells } of rows) {
      if (project === null) continue;
      count++;
      if (project.zone !== undefined) zones.add(project.zone);
      if (from !== null) on ??= dayOfEarlier(cells, from);
    }
  }
  return { rows: count, zones: [...zones], on };
}
