import type { AssessmentBasis } from '../assessment/assessment-basis.ts';
import type { ProjectInput } from '../assessment/project.ts';
import { activityMask } from '../condition/tests.ts';
import type { Classification } from '../facts/industry.ts';
import { EDITIONS, readIndustry } from '../facts/read-industry.ts';
import { areaId } from '../ids.ts';
import { shown } from '../messages/read-input.ts';
import { Refusal } from '../messages/refusal.ts';
import type { JurisdictionRecord } from '../register/jurisdiction.ts';
import { isDay } from '../values/day.ts';
import type { Activity } from '../vocabulary.ts';
import { ACTIVITIES, NATURES } from '../vocabulary.ts';
import type { Facts } from './facts.ts';
import type { Path, Reader } from './reader.ts';
import { MAX_ITEMS } from './reader.ts';

export function readIndustries(
  reader: Reader,
  { reference: { classification } }: AssessmentBasis,
  { industries, industryEdition }: ProjectInput,
): Facts['industries'] {
  const edition = industryEdition == null ? null : editionOf(reader, industryEdition);
  const list = reader.list(industries, ['industries'], MAX_ITEMS.industries);
  if (!list) return null;
  if (list.length === 0) reader.fault('EMPTY_LIST', { field: 'industries' }, ['industries']);
  const codes = list.flatMap((stated, at): readonly string[] => {
    const path = ['industries', String(at)];
    const text = typeof stated === 'number' ? codeOfNumber(reader, stated, classification, path) : stated;
    if (text === undefined) return [];
    if (typeof text !== 'string') {
      reader.fault('UNKNOWN_INDUSTRY', { value: shown(stated) }, path);
      return [];
    }
    // Most state a code as the classification has it.
    if (edition === null && stated === text && classification.industry(text)) return [text];
    try {
      const read = readIndustry(text, classification, path, edition);
      if (read.join() !== String(stated)) {
        const readAs = read.map((code) => `${code} ${classification.industry(code)!.name.zh}`);
        reader.notices.push({ code: 'INDUSTRY_READ', path, value: shown(stated), readAs });
      }
      return read;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reader.faults([error]);
      return [];
    }
  });
  const distinct = codes.length === 1 ? codes : [...new Set(codes)];
  return distinct.map((code) => ({ code, classes: classification.classesOf(code) }));
}

/** A code that a table sent as a number: 511 may be 0511, whose 0 it has lost. */
export function codeOfNumber(
  reader: Reader,
  number: number,
  classification: Classification,
  path: Path,
): string | undefined {
  const options = [String(number), `0${number}`].filter((code) => classification.industry(code));
  if (options.length < 2) return options[0] ?? String(number);
  return reader.fault('AMBIGUOUS_NUMBER', { field: path.join('.'), value: number, options }, path);
}

/** A year, alone or with the standard, and nothing else: what else it says might be another edition. */
const EDITION = /^(?:GB\s*\/?\s*T?\s*4754\s*[-—–]?\s*)?(\d{4})\s*年?版?$/i;

/** `2011`, or as forms cite it: `GB/T 4754-2011`, `2011年版`. */
function editionOf(reader: Reader, stated: unknown): string | null {
  const [, year] = EDITION.exec(String(stated).normalize('NFKC').trim()) ?? [];
  const edition = EDITIONS.find((known) => known === year);
  if (edition === undefined) reader.outOfRange(['industryEdition'], shown(stated), EDITIONS.join(', '));
  return edition ?? null;
}

export function readNatures(reader: Reader, value: ProjectInput['natures']): void {
  const path = ['natures'];
  const list = reader.list(value, path, NATURES.length * 2);
  if (!list) return;
  if (list.length === 0) reader.fault('EMPTY_LIST', { field: 'natures' }, path);
  for (const [at, nature] of list.entries())
    if (!NATURES.includes(nature)) {
      reader.outOfRange([...path, String(at)], shown(nature), NATURES.join(', '));
      return;
    }
  reader.sets.set('natures', new Set(list));
}

export function readActivities(
  reader: Reader,
  value: readonly Activity[] | null | undefined,
  path: Path,
): number | null {
  const list = reader.list(value, path, ACTIVITIES.length * 2);
  if (!list) return null;
  if (list.length === 0) reader.fault('EMPTY_LIST', { field: path.join('.') }, path);
  for (const [at, activity] of list.entries()) {
    if (!ACTIVITIES.includes(activity)) {
      reader.outOfRange([...path, String(at)], shown(activity), ACTIVITIES.join(', '));
      return null;
    }
  }
  return activityMask(list);
}

export function readAreas(
  reader: Reader,
  { code, zone }: JurisdictionRecord,
  value: ProjectInput['areas'],
): Facts['areas'] {
  const options = zone!.areas.map((area) => area.key);
  const list = reader.list(value, ['areas'], Math.max(1, options.length) * 2);
  if (!list) return null;
  if (list.length === 0) reader.fault('EMPTY_LIST', { field: 'areas' }, ['areas']);
  for (const [at, key] of list.entries()) {
    const path = ['areas', String(at)];
    if (options.length === 0) reader.fault('ZONE_HAS_NO_AREAS', { value: shown(key) }, path);
    else if (!options.includes(key)) reader.fault('UNKNOWN_AREA', { value: shown(key), options }, path);
  }
  return [...new Set(list)].map((key) => areaId(code, key));
}

export function readEarlierApproval(
  reader: Reader,
  approval: ProjectInput['earlierApproval'],
): Facts['earlierApproval'] {
  if (approval == null) return null;
  const { approvedOn, none } = approval;
  if ((approvedOn == null) === (none == null)) {
    reader.wrongType(['earlierApproval'], 'approvedOn | none', approval);
    return null;
  }
  if (none != null) {
    if (none === true) return 'none';
    reader.outOfRange(['earlierApproval', 'none'], shown(none), 'true');
    return null;
  }
  const path = ['earlierApproval', 'approvedOn'];
  if (!isDay(approvedOn)) {
    reader.fault('INVALID_DATE', { field: path.join('.'), value: shown(approvedOn) }, path);
    return null;
  }
  if (approvedOn > reader.on) reader.outOfRange(path, approvedOn, `≤ ${reader.on}`);
  return approvedOn;
}
