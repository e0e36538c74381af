import type { DeclaredFact } from '../facts/fact.ts';
import { canonicalJson, withoutNulls } from '../values/canonical.ts';
import type { Text } from '../values/text.ts';
import type { Day } from '../vocabulary.ts';
import type { JurisdictionRecord, ZoneFacts } from './jurisdiction.ts';
import { gradeFits, recordOn, timelineOf, usualGrade } from './jurisdiction.ts';

/** What of a jurisdiction becomes something else; the rest stays as it is. */
export interface JurisdictionChange {
  readonly name?: Text;
  readonly parent?: string;
  readonly closed?: true;
  readonly zone?: Partial<Omit<ZoneFacts, 'facts'>>;
  /** In place of those of the same keys. */
  readonly facts?: readonly DeclaredFact[];
  /** Keys of facts that are no longer stated. */
  readonly dropFacts?: readonly string[];
}

/**
 * The records that a change from a day on adds to those of a jurisdiction; none where it changes nothing.
 *
 * What begins later takes the change over, each aspect until the first later record that changes this very aspect
 * itself: a park suspended today stays suspended when the renaming that was decided before takes effect.
 *
 * @param records with one that counts on the day
 */
export function changedRecords(
  records: readonly JurisdictionRecord[],
  from: Day,
  change: JurisdictionChange,
): readonly JurisdictionRecord[] {
  const before = recordOn(records, from)!;
  const put = aspectsOf(change, before);
  const first = { ...withAspects(before, put), effectiveFrom: from };
  if (sameAspects(before, put)) return [];
  const changed = [first];
  let previous = before;
  for (const later of timelineOf(records).filter(({ effectiveFrom }) => effectiveFrom > from)) {
    for (const aspect of [...put.keys()])
      if (!same(aspectOf(later, aspect), aspectOf(previous, aspect))) put.delete(aspect);
    if (!sameAspects(later, put)) changed.push(withAspects(later, put));
    previous = later;
  }
  return changed;
}

/** One thing that a record says: `name`, `zone.kind`, `fact <key>` … */
type Aspects = Map<string, unknown>;

function aspectsOf(
  { zone = {}, facts = [], dropFacts = [], ...rest }: JurisdictionChange,
  before: JurisdictionRecord,
): Aspects {
  const aspects: Aspects = new Map(Object.entries(rest));
  for (const [name, value] of Object.entries(zone)) aspects.set(`zone.${name}`, value);
  for (const { key, value } of facts) aspects.set(`fact ${key}`, value);
  for (const key of dropFacts) aspects.set(`fact ${key}`, undefined);
  // Another kind takes the grade with it where that cannot stay: only chemical parks have one.
  const kind = zone.kind;
  if (kind && zone.riskGrade === undefined && !gradeFits(kind, before.zone!.riskGrade))
    aspects.set('zone.riskGrade', usualGrade(kind));
  return aspects;
}

function aspectOf(record: JurisdictionRecord, aspect: string): unknown {
  if (aspect === 'closed') return record.closed ?? false;
  if (aspect.startsWith('fact ')) return factOf(record, aspect.slice('fact '.length))?.value;
  const [group, name] = aspect.split('.');
  return name ? record.zone?.[name as keyof ZoneFacts] : record[group as keyof JurisdictionRecord];
}

const factOf = ({ zone }: JurisdictionRecord, key: string): DeclaredFact | undefined =>
  zone?.facts.find((fact) => fact.key === key);

function withAspects(record: JurisdictionRecord, aspects: Aspects): JurisdictionRecord {
  const own: Record<string, unknown> = {};
  const zone: Record<string, unknown> = {};
  const facts = new Map((record.zone?.facts ?? []).map((fact) => [fact.key, fact]));
  for (const [aspect, value] of aspects) {
    if (aspect.startsWith('fact ')) {
      const key = aspect.slice('fact '.length);
      if (value === undefined) facts.delete(key);
      else facts.set(key, { key, value } as DeclaredFact);
    } else if (aspect.startsWith('zone.')) zone[aspect.slice('zone.'.length)] = value;
    else own[aspect] = value;
  }
  const changed = { ...record, ...own };
  return record.zone
    ? { ...changed, zone: { ...record.zone, ...zone, facts: [...facts.values()] } }
    : changed;
}

const sameAspects = (record: JurisdictionRecord, aspects: Aspects): boolean =>
  [...aspects].every(([aspect, value]) => same(aspectOf(record, aspect), value));

const same = (a: unknown, b: unknown): boolean => meaning(a) === meaning(b);
const meaning = (value: unknown): string => canonicalJson(withoutNulls([value ?? null]));
