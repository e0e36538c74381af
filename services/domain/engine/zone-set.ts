/** Which of many zones: a bit for the place of each. */
export type ZoneSet = Uint32Array<ArrayBuffer>;

export const zoneSet = (places: number): ZoneSet => new Uint32Array(Math.ceil(places / 32));
export const hasZone = (set: ZoneSet, place: number): boolean =>
  ((set[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
export function addZone(set: ZoneSet, place: number): void {
  set[place >>> 5]! |= 1 << (place & 31);
}
export function dropZone(set: ZoneSet, place: number): void {
  set[place >>> 5]! &= ~(1 << (place & 31));
}

/** Zones that do not change: few as a list of their places, which is how most entries stand. */
export type Zones = ZoneSet | readonly number[];

export function compact(set: ZoneSet): Zones {
  const places = placesIn(set);
  return places.length <= MAX_LISTED ? places : set;
}
const MAX_LISTED = 32;

/** Puts zones into a set. */
export function addAll(set: ZoneSet, more: Zones): void {
  if (more instanceof Uint32Array) for (let word = 0; word < more.length; word++) set[word]! |= more[word]!;
  else for (const place of more) set[place >>> 5]! |= 1 << (place & 31);
}
/** Whether a set has all of these. */
export function isWithin(zones: Zones, set: ZoneSet): boolean {
  if (zones instanceof Uint32Array) {
    for (let word = 0; word < zones.length; word++) if ((zones[word]! & ~set[word]!) !== 0) return false;
    return true;
  }
  for (const place of zones) if (!hasZone(set, place)) return false;
  return true;
}
export const countOf = (zones: Zones): number =>
  zones instanceof Uint32Array ? placesIn(zones).length : zones.length;
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
