/** Which of many zones: a bit for the place of each. */
export type ZoneSet = Uint32Array<ArrayBuffer>;

export const zoneSet = (places: number): ZoneSet => new Uint32Array(Math.ceil(places / 32));
export const hasZone = (set: ZoneSet, place: number): boolean =>
  ((set[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
export const isNone = (set: ZoneSet): boolean => !set.some((word) => word !== 0);
export function addZone(set: ZoneSet, place: number): void {
  set[place >>> 5]! |= 1 << (place & 31);
}
export function dropZone(set: ZoneSet, place: number): void {
  set[place >>> 5]! &= ~(1 << (place & 31));
}

/** Zones that do not change: few as a list of their places, which is how most entries stand. One shape for both reads fastest. */
export interface Zones {
  readonly count: number;
  /** Null where they are many. */
  readonly places: readonly number[] | null;
  readonly set: ZoneSet | null;
}

export function compact(set: ZoneSet): Zones {
  const places = placesIn(set);
  const count = places.length;
  return count <= MAX_LISTED ? { count, places, set: null } : { count, places: null, set };
}
const MAX_LISTED = 32;

/** Puts zones into a set. */
export function addAll(set: ZoneSet, more: ZoneSet): void {
  for (let word = 0; word < more.length; word++) set[word]! |= more[word]!;
}
export function addZones(set: ZoneSet, { places, set: more }: Zones): void {
  if (places) for (let at = 0; at < places.length; at++) addZone(set, places[at]!);
  else addAll(set, more!);
}
/** Whether a set has all of these. */
export function isWithin({ places, set: its }: Zones, set: ZoneSet): boolean {
  if (places) {
    for (let at = 0; at < places.length; at++) if (!hasZone(set, places[at]!)) return false;
    return true;
  }
  for (let word = 0; word < its!.length; word++) if ((its![word]! & ~set[word]!) !== 0) return false;
  return true;
}
export function isSame(set: ZoneSet, other: ZoneSet): boolean {
  for (let word = 0; word < set.length; word++) if (set[word] !== other[word]) return false;
  return true;
}
export function without(set: ZoneSet, others: ZoneSet): ZoneSet {
  const left = set.slice();
  for (let word = 0; word < left.length; word++) left[word]! &= ~others[word]!;
  return left;
}
export function both(set: ZoneSet, others: ZoneSet): ZoneSet {
  const shared = set.slice();
  for (let word = 0; word < shared.length; word++) shared[word]! &= others[word]!;
  return shared;
}

/** The same set with room for more places. */
export function widened(set: ZoneSet, places: number): ZoneSet {
  const wider = zoneSet(places);
  wider.set(set);
  return wider;
}

/** The places in it, in their order. */
export function placesIn(set: ZoneSet): readonly number[] {
  const places: number[] = [];
  for (let word = 0; word < set.length; word++)
    for (let left = set[word]!; left !== 0; left &= left - 1)
      places.push(word * 32 + 31 - Math.clz32(left & -left));
  return places;
}
