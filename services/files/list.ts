import { FileFault } from '../domain/messages/file-faults.ts';
import type { Day } from '../domain/vocabulary.ts';
import type { Field } from './fields.ts';
import type { Mapping } from './mapping.ts';
import type { ProjectRow } from './read-projects.ts';
import { dayOfEarlier, earlierResults } from './result-columns.ts';

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

/** Looks through a list. It is read for nothing else, so it is opened again for good. */
export async function surveyOf({ tables }: List, zone: string | null): Promise<Survey> {
  const zones = new Set(zone === null ? [] : [zone]);
  let on: Day | null = null;
  let count = 0;
  for (const { mapping, rows } of tables) {
    const from = earlierResults(mapping);
    for await (const { project, cells } of rows) {
      if (project !== null) count++;
      if (project?.zone !== undefined) zones.add(project.zone);
      if (from !== null) on ??= dayOfEarlier(cells, from);
    }
  }
  return { rows: count, zones: [...zones], on };
}

/** What is wrong with tables of headers alone: to take them for a list that is checked would hide that a file is the wrong one. */
export function withoutProjects(tables: readonly Pick<Table, 'name' | 'headerRow'>[]): FileFault {
  if (tables.some(({ name }) => name === '')) return new FileFault('FILE_HAS_NO_LINES');
  return new FileFault('FILE_HAS_NO_PROJECTS', {
    sheets: tables.map(({ name }) => name),
    rows: tables.map(({ headerRow }) => String(headerRow)),
  });
}
