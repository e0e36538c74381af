import type { FactDefinition, Mapping } from '../files/list-tasks.ts';
import { inFiles } from '../files/read-workbook.ts';
import { DefinitionsInZone } from '../generated/queries.ts';
import { ask } from '../shell/ask.ts';
import { localeStore } from '../shell/locale.ts';
import { today } from '../shell/today.ts';
import { keptMappings } from './kept-mappings.ts';
import type { ReadList } from './sending.ts';

export interface Choices {
  /** The zone of rows that name none. */
  readonly zone: string | null;
  /** The day of rows that have none; that of an earlier check in the file, or today, where not given. */
  readonly on: string | null;
  /** What somebody has just said of columns, before what was kept. */
  readonly mappings: readonly Mapping[];
}

/** Reads a file as it is to be sent, with the facts that the catalogs of its zones define. @throws ApiError */
export async function readList(
  name: string,
  bytes: Uint8Array,
  { zone, on, mappings }: Choices,
): Promise<ReadList> {
  const all = [...keptMappings(), ...mappings];
  // Rows without a zone of their own may state nothing but what the catalogs of this one define.
  const own = await definedIn(zone === null ? [] : [zone], on ?? today());
  const survey = await inFiles('surveyList', bytes, { zone, mappings: all, ...own });
  const day = on ?? survey.on ?? today();
  const defined = await definedIn(survey.zones, day);
  const reading = {
    zone,
    on: day,
    mappings: all,
    ...defined,
    locale: localeStore.get(),
  };
  return { name, bytes, reading, shown: await inFiles('openList', bytes, reading) };
}

/** What catalogs of some zones define, and what is published for each zone. */
async function definedIn(zones: readonly string[], on: string) {
  const definitions = new Map<string, FactDefinition>();
  const laws: Record<string, object> = {};
  for (const zone of zones) {
    const { factDefinitions, zone: law } = await ask(DefinitionsInZone, {
      zone,
      on,
      // As `npm run check` asks: lists go back and forth between the two.
      last: `${Number(on.slice(0, 4)) + 2}-12-31`,
    });
    if (law) laws[zone] = law;
    for (const definition of factDefinitions) definitions.set(definition.key, definition as FactDefinition);
  }
  return { definitions: [...definitions.values()], laws };
}

export const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** What the columns of a list are taken for now. */
export const mappingsOf = ({ shown }: ReadList): readonly Mapping[] =>
  shown.sheets.map(({ columns }) => ({
    columns: columns.map(({ header, field, unit }) => ({ header, field, unit })),
  }));
