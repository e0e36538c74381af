import type { AssessmentBasis, CatalogOnDay, Reference } from '../assessment/assessment-basis.ts';
import type { CatalogContent } from '../catalog/catalog.ts';
import type { Test } from '../condition/tests.ts';
import { canonicalJson } from '../values/canonical.ts';
import type { Day } from '../vocabulary.ts';
import { allTests, UnreadableEntry } from './compile.ts';
import type { DistinctEntry, Sheet } from './distinct-entries.ts';
import { DistinctEntries } from './distinct-entries.ts';
import type { Reach } from './distinct-entry.ts';
import { reachOf } from './distinct-entry.ts';
import type { Settled } from './domains/domain.ts';
import { liesIn } from './domains/territory.ts';
import type { Facts } from './facts.ts';
import { factsOfZone, ofZones } from './facts-of-zone.ts';
import { definitionsIn } from './lineage.ts';
import type { Listed, Matcher } from './matcher.ts';
import { OPEN, RULED_OUT } from './matcher.ts';
import type { ProjectAnywhere } from './project-in.ts';
import { ensureReadable } from './readable.ts';
import { gapOf } from './readings.ts';
import { truthOf } from './truth-of.ts';
import type { ReadingZone, UniversalLaw } from './universal-law.ts';
import { readAnywhere, universalLaw } from './universal-law.ts';
import type { ZoneSet, Zones } from './zone-set.ts';
import {
  addAll,
  addZone,
  addZones,
  both,
  compact,
  dropZone,
  hasZone,
  isSame,
  isWithin,
  placesIn,
  widened,
  without,
  zoneSet,
} from './zone-set.ts';

/** What the known facts alone make of all zones. Every zone is in exactly one of the five. */
export interface Settlement {
  readonly admitted: readonly string[];
  readonly conditional: readonly string[];
  readonly review: readonly string[];
  readonly refused: readonly string[];
  /** Zones in which unknown facts or gaps have a say. Those of one class differ in nothing that the outcome turns on. */
  readonly open: readonly (readonly string[])[];
}

/**
 * What the catalogs in force on one day mean for a project in every zone at once (DESIGN 2.10).
 *
 * What decides alike is one entry, however many catalogs have it. It knows the versions it stands in, and these the
 * zones whose lineage they are in force in: a version that comes or goes touches its own entries and its own zones.
 *
 * INVARIANT: what a zone answers itself (territory, facts of the register) is answered once for a zone and entry, by the
 * reading that an assessment makes of it; what is left to the project is read by the same functions. Whatever these do
 * not settle is left open for `assess`. So no zone is settled here otherwise than there.
 */
export class ZoneIndex {
  readonly on: Day;
  readonly #reference: Reference;
  readonly #zones = new Map<string, IndexedZone>();
  /** Zones by their places; a hole where one went. */
  readonly #places: (IndexedZone | undefined)[] = [];
  /** Their ids, by place. */
  readonly #ids: string[] = [];
  readonly #free: number[] = [];
  #room = 64;
  #all = zoneSet(64);
  /** Where REVIEW is a lower bound whatever the project is (DESIGN 2.1). */
  #floors = zoneSet(64);
  /** Where definitions have lapsed, or an entry cannot be read: only an assessment tells. */
  #unsettled = zoneSet(64);
  #law: UniversalLaw | undefined;
  readonly #entries: DistinctEntries;
  readonly #matcher: Matcher;
  /** The numbers of the entries for every industry, those of many zones first. */
  #widest: readonly number[] | undefined;
  /** Of all entries. */
  #every: readonly number[] | undefined;
  /** As long as no zone changes. */
  #lists = new WeakMap<readonly number[], ZoneList>();

  constructor(on: Day, reference: Reference) {
    this.on = on;
    this.#reference = reference;
    this.#entries = new DistinctEntries(on, reference, () => {
      this.#law = undefined;
    });
    this.#matcher = this.#entries.matcher;
  }

  /** What it holds. */
  get size(): { readonly zones: number; readonly entries: number; readonly distinct: number } {
    return { zones: this.#zones.size, ...this.#entries.size };
  }

  /** Takes in a zone, or what has become of it. */
  put(basis: AssessmentBasis): void {
    const zone = basis.lineage.at(-1)!;
    const before = this.#zones.get(zone.id);
    const place = before?.place ?? this.#free.pop() ?? this.#places.length;
    if (place >= this.#room) this.#widen(place);
    const sheets = new Set<Sheet>();
    const ofProducts: string[] = [];
    let isReadable = true;
    const definitions = definitionsIn(basis);
    for (const { identity, inForce } of basis.catalogs)
      if (inForce)
        try {
          const sheet = this.#entries.sheetOf(inForce.contentHash, inForce.content, this.#none);
          sheets.add(sheet);
          const depth = basis.lineage.findIndex(({ id }) => id === identity.jurisdiction);
          if (sheet.ofProducts) ofProducts.push(`${sheet.number}@${depth}`);
          ensureReadable(inForce, basis.reference, definitions);
        } catch (error) {
          if (!(error instanceof UnreadableEntry)) throw error;
          isReadable = false;
        }
    const zoneKey = canonicalJson({ lineage: basis.lineage, facts: ofZones(definitions) } as object);
    // What a zone says of itself is answered anew only where it says otherwise.
    const isSame = before?.zoneKey === zoneKey;
    const indexed: IndexedZone = {
      id: zone.id,
      code: zone.code,
      place,
      zoneKey,
      facts: isSame ? before.facts : factsOfZone(basis, definitions),
      sheets,
      ofProducts: ofProducts.join(),
      lapsed: basis.lapsed.length > 0 ? definitionsIn({ catalogs: [], lapsed: basis.lapsed }) : [],
      floor: floorOf(basis.catalogs),
      ratios: definitions.flatMap(({ facts }) => facts.filter(({ ratio }) => ratio).map(({ key }) => key)),
    };
    for (const sheet of before?.sheets ?? []) if (!isSame || !sheets.has(sheet)) this.#take(sheet, place);
    for (const sheet of sheets) if (!isSame || !before.sheets.has(sheet)) this.#give(sheet, place);
    this.#places[place] = indexed;
    this.#ids[place] = zone.id;
    this.#zones.set(zone.id, indexed);
    for (const [set, isIn] of [
      [this.#all, true],
      [this.#floors, indexed.floor],
      [this.#unsettled, !isReadable || indexed.lapsed.length > 0],
    ] as const)
      if (isIn) addZone(set, place);
      else dropZone(set, place);
    this.#letGo(before);
    if (indexed.lapsed.length > 0) this.#law = undefined;
  }

  remove(id: string): void {
    const zone = this.#zones.get(id);
    if (!zone) return;
    for (const sheet of zone.sheets) this.#take(sheet, zone.place);
    this.#zones.delete(id);
    for (const set of [this.#all, this.#floors, this.#unsettled]) dropZone(set, zone.place);
    this.#places[zone.place] = undefined;
    this.#free.push(zone.place);
    this.#letGo(zone);
  }

  /**
   * What the known facts of a project settle in every zone.
   *
   * @throws Refusals faults that the project has wherever it comes to; where only some zones would find one they are open
   */
  settle(project: ProjectAnywhere): Settlement {
    const { facts, alone } = this.#read(project);
    const reached = { 1: this.#none(), 2: this.#none(), 3: this.#none() };
    const possible = { 1: this.#none(), 2: this.#none(), 3: this.#none() };
    const survivors = this.#survivors(facts);
    addAll(reached[2], this.#floors);
    const gapped = this.#none();
    for (const { reach, zones, isGap } of survivors) {
      const { lowest, gravest } = reach;
      if (lowest > 0) addZones(reached[lowest as 1 | 2 | 3], zones);
      if (gravest > 0) addZones(possible[gravest as 1 | 2 | 3], zones);
      if (isGap) addZones(gapped, zones);
    }
    // Whether a gap in the register matters is for the assessment to say; it makes nothing graver than REVIEW.
    addAll(possible[2], gapped);
    for (const sets of [reached, possible]) {
      addAll(sets[2], sets[3]);
      addAll(sets[1], sets[2]);
    }
    const all = this.#all;
    const bySeverity = [
      without(without(all, possible[1]), reached[1]),
      without(without(reached[1], possible[2]), reached[2]),
      without(without(reached[2], possible[3]), reached[3]),
      // Nothing is graver, and what else is unknown changes nothing about it.
      reached[3],
    ].map((settled) => without(settled, alone));
    const open = bySeverity.reduce(without, all);
    addAll(alone, gapped);
    const idsOf = (set: ZoneSet) => placesIn(set).map((place) => this.#ids[place]!);
    const [admitted, conditional, review, refused] = bySeverity.map(idsOf);
    return {
      admitted: admitted!,
      conditional: conditional!,
      review: review!,
      refused: refused!,
      open: this.#classes(open, alone, survivors, facts),
    };
  }

  #classes(
    open: ZoneSet,
    alone: ZoneSet,
    survivors: readonly Survivor[],
    facts: Facts,
  ): readonly (readonly string[])[] {
    const places = placesIn(open);
    if (places.length === 0) return [];
    const said = new Map<number, (number | string)[]>();
    const testsProducts = this.#none();
    for (const { entry, zones } of survivors)
      if (entry.deciding.compiled.facts.includes('products')) addZones(testsProducts, zones);
    for (const place of places) {
      const zone = this.#places[place]!;
      // What is a kind of what is for the catalogs of a zone to say, of rows that nobody has stated too.
      const hangsOnKinds = facts.products
        ? facts.products.length > 0
        : hasZone(testsProducts, place) && [...zone.sheets].some(({ definesProducts }) => definesProducts);
      said.set(place, [
        hasZone(alone, place) ? zone.id : '',
        zone.floor ? 2 : 0,
        zone.ratios.join(),
        hangsOnKinds ? zone.ofProducts : '',
      ]);
    }
    for (const [number, { zones }] of survivors.entries()) {
      const its = this.#none();
      addZones(its, zones);
      for (const place of placesIn(both(its, open))) said.get(place)!.push(number);
    }
    const classes = new Map<string, string[]>();
    for (const [place, words] of said) {
      const key = words.join('|');
      const its = classes.get(key);
      if (its) its.push(this.#places[place]!.id);
      else classes.set(key, [this.#places[place]!.id]);
    }
    return [...classes.values()];
  }

  /**
   * The entries that the known facts do not rule out, each with the zones in which they do not. Where the project is
   * refused for certain nothing else is looked at: it would change nothing there.
   */
  #survivors(facts: Facts): readonly Survivor[] {
    const { isLocal, isUncertain } = this.#lawInForce();
    this.#matcher.begin(facts, (test) => isLocal(test) || isUncertain(test, facts));
    const found: Found = { survivors: [], refused: this.#none() };
    const lists = this.#candidates(facts);
    const seen = lists.length > 2 ? new Set<number>() : null;
    for (const candidates of lists) {
      const list = this.#listOf(candidates);
      for (let at = this.#nextOf(list, 0, found); at !== NONE_LEFT; at = this.#nextOf(list, at + 1, found)) {
        const number = candidates[at]!;
        if (seen?.has(number)) continue;
        seen?.add(number);
        this.#survive(this.#entries.numbered(number), isLocal, found);
        if (isSame(found.refused, this.#all)) return found.survivors;
      }
    }
    return found.survivors;
  }

  /** The numbers of the entries that the industries of a project leave; one may be in several of the lists. */
  #candidates({ industries }: Facts): readonly (readonly number[])[] {
    if (!industries) {
      this.#every ??= [...this.#entries.all].map(({ number }) => number);
      return [this.#every];
    }
    const lists = [this.#everywhereWidest()];
    for (const one of new Set(industries.flatMap(({ classes }) => classes))) {
      const its = this.#entries.ofClass(one);
      if (its) lists.unshift(its);
    }
    return lists;
  }

  /** The place of the next entry, from a place on, that is not ruled out wherever it still matters. By itself, as it is most of the work. */
  #nextOf(list: ZoneList, from: number, { refused }: Found): number {
    const { candidates } = list;
    for (let at = from; at < candidates.length; at++) {
      if (!this.#matcher.isLeft(list, at) || this.#isWithin(list, at, refused)) continue;
      if (this.#matcher.match(candidates[at]!) !== RULED_OUT) return at;
    }
    return NONE_LEFT;
  }

  /** Whether a set has all zones of a candidate. */
  #isWithin({ candidates, starts, places }: ZoneList, at: number, set: ZoneSet): boolean {
    const [start, end] = [starts[at]!, starts[at + 1]!];
    if (start === end) return isWithin(this.#zonesOf(this.#entries.numbered(candidates[at]!)), set);
    for (let place = start; place < end; place++) if (!hasZone(set, places[place]!)) return false;
    return true;
  }

  #listOf(candidates: readonly number[]): ZoneList {
    let list = this.#lists.get(candidates);
    if (!list) {
      const few = candidates.map((number) => this.#zonesOf(this.#entries.numbered(number)).places ?? []);
      let start = 0;
      list = {
        ...this.#matcher.listed(candidates),
        starts: Int32Array.from([0, ...few.map(({ length }) => (start += length))]),
        places: Int32Array.from(few.flat()),
      };
      this.#lists.set(candidates, list);
    }
    return list;
  }

  #survive(entry: DistinctEntry, isLocal: (test: Test) => boolean, found: Found): void {
    const matcher = this.#matcher;
    entry.isLocal ??= [...allTests(entry.deciding.compiled)].some(isLocal);
    if (!entry.isLocal) {
      const reach = this.#reachOf(entry)!;
      note(found, { reach, entry, zones: this.#zonesOf(entry), isGap: false });
      return;
    }
    const { atoms, ways } = this.#waysOf(entry);
    for (const { truths, isGap, zones } of ways) {
      if (isWithin(zones, found.refused)) continue;
      matcher.assume(atoms, truths);
      const reach = this.#reachOf(entry);
      if (reach || isGap) note(found, { reach: reach ?? NOTHING, entry, zones, isGap });
    }
    matcher.assume(atoms, null);
  }

  /** What an entry comes to by what the matcher knows; undefined where it is ruled out. */
  #reachOf(entry: DistinctEntry): Reach | undefined {
    const match = this.#matcher.match(entry.number);
    if (match === RULED_OUT) return undefined;
    const truth = (test: Test): Settled => this.#matcher.truth(test);
    if (match === OPEN) return reachOf(entry.deciding, truth);
    entry.reaches ??= new Map();
    const reach = entry.reaches.get(match) ?? reachOf(entry.deciding, truth)!;
    entry.reaches.set(match, reach);
    return reach;
  }

  /** The entries for every industry, those of many zones first: where these refuse the others need not be looked at. */
  #everywhereWidest(): readonly number[] {
    if (!this.#widest) {
      const count = (number: number) => this.#zonesOf(this.#entries.numbered(number)).count;
      this.#widest = [...this.#entries.everywhere].sort((a, b) => count(b) - count(a));
    }
    return this.#widest;
  }

  #zonesOf(entry: DistinctEntry): Zones {
    if (entry.zones) return entry.zones;
    const zones = this.#none();
    for (const sheet of entry.sheets) addAll(zones, sheet.zones);
    entry.zones = compact(zones);
    return entry.zones;
  }

  /** How the zones of an entry answer what is theirs to answer. */
  #waysOf(entry: DistinctEntry): NonNullable<DistinctEntry['ways']> {
    if (entry.ways) return entry.ways;
    const { isLocal } = this.#lawInForce();
    const tests = [...new Set(allTests(entry.deciding.compiled))].filter(isLocal);
    const zones = this.#none();
    addZones(zones, this.#zonesOf(entry));
    const ways = new Map<string, { readonly truths: readonly Settled[]; isGap: boolean; zones: ZoneSet }>();
    for (const place of placesIn(zones)) {
      const { facts } = this.#places[place]!;
      const isGap = gapOf(entry.deciding.compiled, NOWHERE, facts) !== undefined;
      const answers = tests.map((test) => truthOf(test, facts));
      // Entries that cover the same of its areas, and others that cover the rest, come out together.
      const areas = tests.map((test, at) =>
        test.kind === 'territory' && answers[at] === undefined
          ? facts.zoneAreas.map((area) => Number(liesIn(test, area, facts))).join('')
          : '',
      );
      const key = `${isGap} ${answers.join()} ${areas.join()}`;
      const way = ways.get(key) ?? { truths: answers, isGap, zones: this.#none() };
      addZone(way.zones, place);
      ways.set(key, way);
    }
    entry.ways = {
      atoms: tests.map((test) => this.#matcher.atomOf(test)),
      ways: [...ways.values()].map((way) => ({ ...way, zones: compact(way.zones) })),
    };
    return entry.ways;
  }

  #give(sheet: Sheet, place: number): void {
    addZone(sheet.zones, place);
    this.#forgetZones(sheet.entries);
  }
  #take(sheet: Sheet, place: number): void {
    dropZone(sheet.zones, place);
    this.#forgetZones(sheet.entries);
  }

  #forgetZones(entries: Iterable<DistinctEntry>): void {
    this.#widest = undefined;
    this.#every = undefined;
    this.#lists = new WeakMap();
    for (const entry of entries) {
      entry.zones = undefined;
      entry.ways = undefined;
    }
  }

  #letGo(before: IndexedZone | undefined): void {
    if (before && before.lapsed.length > 0) this.#law = undefined;
    for (const sheet of before?.sheets ?? []) this.#entries.letGo(sheet);
  }

  #widen(place: number): void {
    while (place >= this.#room) this.#room *= 2;
    for (const sheet of this.#entries.sheets) sheet.zones = widened(sheet.zones, this.#room);
    this.#forgetZones(this.#entries.all);
    this.#all = widened(this.#all, this.#room);
    this.#floors = widened(this.#floors, this.#room);
    this.#unsettled = widened(this.#unsettled, this.#room);
  }
  readonly #none = (): ZoneSet => zoneSet(this.#room);

  /** What all catalogs in force define together. */
  #lawInForce(): UniversalLaw {
    if (this.#law) return this.#law;
    const lapsed = [...this.#zones.values()].flatMap((zone) => zone.lapsed);
    this.#law = universalLaw(
      this.on,
      this.#reference,
      this.#entries.sheets,
      lapsed,
      this.#entries.listsTested,
    );
    for (const entry of this.#entries.foreign) {
      entry.isLocal = undefined;
      entry.ways = undefined;
    }
    return this.#law;
  }

  /** The facts of a project as they are read in every zone, and the zones that may read them otherwise. */
  #read(project: ProjectAnywhere): { readonly facts: Facts; readonly alone: ZoneSet } {
    const { facts, isReadOtherwise } = readAnywhere(this.#lawInForce(), project, this.#entries.isLevelTested);
    const alone = this.#none();
    addAll(alone, this.#unsettled);
    if (isReadOtherwise)
      for (const zone of this.#zones.values()) if (isReadOtherwise(zone)) addZone(alone, zone.place);
    return { facts, alone };
  }
}

interface IndexedZone extends ReadingZone {
  readonly id: string;
  readonly code: string;
  readonly place: number;
  /** All that it says of itself, and the definitions by which that is read. */
  readonly zoneKey: string;
  readonly facts: Facts;
  readonly sheets: ReadonlySet<Sheet>;
  /** The versions that say something of products, each with how far down the lineage it stands. */
  readonly ofProducts: string;
  readonly lapsed: readonly Pick<CatalogContent, 'facts' | 'lists'>[];
  /** Whether REVIEW is a lower bound whatever the project is (DESIGN 2.1). */
  readonly floor: boolean;
}

/** Candidates with what a search asks of each side by side. */
interface ZoneList extends Listed {
  /** Where in `places` the zones of each candidate begin, and where those of the last end; nowhere if they are many. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
}
const NONE_LEFT = -1;

/** An entry in zones in which it may apply: all that have it, or those that answer one way. */
interface Survivor {
  readonly entry: DistinctEntry;
  readonly reach: Reach;
  readonly zones: Zones;
  readonly isGap: boolean;
}

/** What a search has found so far. */
interface Found {
  readonly survivors: Survivor[];
  /** Where the project is refused for certain. */
  readonly refused: ZoneSet;
}

function note({ survivors, refused }: Found, survivor: Survivor): void {
  survivors.push(survivor);
  if (survivor.reach.lowest === 3) addZones(refused, survivor.zones);
}

const NOTHING: Reach = { lowest: 0, gravest: 0 };

/** No catalog in particular: what officers have confirmed is of one zone and never stated here. */
const NOWHERE: CatalogOnDay = { identity: { key: '', jurisdiction: '' }, standing: 'IN_FORCE' };

const floorOf = (catalogs: readonly CatalogOnDay[]): boolean =>
  !catalogs.some(({ inForce }) => inForce) || catalogs.some(({ standing }) => standing === 'LAPSED');
