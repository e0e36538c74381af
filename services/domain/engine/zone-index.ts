import type { AssessmentBasis, CatalogOnDay, Reference } from '../assessment/assessment-basis.ts';
import type { CatalogContent } from '../catalog/catalog.ts';
import { listOfScope } from '../condition/operators/chemical.ts';
import type { Test } from '../condition/tests.ts';
import { factOf, testKey } from '../condition/tests.ts';
import { builtInFact, DICTIONARY } from '../facts/dictionary.ts';
import type { FactDefinition, SubstanceList } from '../facts/fact.ts';
import { measureOf } from '../facts/measure.ts';
import { membersOf } from '../facts/members-of.ts';
import { statedFor } from '../facts/ratio.ts';
import { Refusals } from '../messages/refusal.ts';
import { canonicalJson, sameValue } from '../values/canonical.ts';
import type { Day } from '../vocabulary.ts';
import type { CompiledEntry } from './compile.ts';
import { allTests, compiled, productTestsOf, scopeClasses, UnreadableEntry } from './compile.ts';
import type { Deciding, Reach } from './distinct-entry.ts';
import { decidingOf, meaningHash, reachOf } from './distinct-entry.ts';
import type { Settled } from './domains/domain.ts';
import { liesIn } from './domains/territory.ts';
import type { Facts } from './facts.ts';
import { builtInProducts, factsOfZone, lawOfNothing, ofZones } from './facts-of-zone.ts';
import type { Lineage } from './lineage.ts';
import { definitionsIn } from './lineage.ts';
import type { ProjectAnywhere } from './project-in.ts';
import { readFacts } from './read-facts.ts';
import { ensureReadable } from './readable.ts';
import { gapOf } from './readings.ts';
import { truthOf } from './truth-of.ts';
import type { ZoneSet } from './zone-set.ts';
import { addAll, addZone, both, dropZone, hasZone, placesIn, widened, without, zoneSet } from './zone-set.ts';

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
  readonly #sheets = new Map<string, Sheet>();
  readonly #entries = new Map<string, DistinctEntry>();
  /** Those that test what catalogs define. */
  readonly #foreign = new Set<DistinctEntry>();
  readonly #tests = new Map<string, Test>();
  /** Those for every industry, by the first test that may not be false where they apply: one look lets go of many. */
  readonly #everywhere = new Map<Test | null, Set<DistinctEntry>>();
  /** The others, by each class that they cover. */
  readonly #byClass = new Map<string, DistinctEntry[]>();
  readonly #listsTested = new Set<string>();
  #isLevelTested = false;
  #law: UniversalLaw | undefined;

  constructor(on: Day, reference: Reference) {
    this.on = on;
    this.#reference = reference;
  }

  /** What it holds. */
  get size(): { readonly zones: number; readonly entries: number; readonly distinct: number } {
    const entries = [...this.#sheets.values()].reduce((sum, { count }) => sum + count, 0);
    return { zones: this.#zones.size, entries, distinct: this.#entries.size };
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
          const sheet = this.#sheetOf(inForce.contentHash, inForce.content);
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
    for (const survivor of survivors) {
      const { lowest, gravest, way } = survivor;
      if (lowest > 0) addZonesOf(survivor, reached[lowest as 1 | 2 | 3]);
      if (gravest > 0) addZonesOf(survivor, possible[gravest as 1 | 2 | 3]);
      if (way?.isGap) addAll(gapped, way.zones);
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
    const said = new Map<number, (number | string)[]>();
    const testsProducts = this.#none();
    for (const survivor of survivors)
      if (survivor.entry.deciding.compiled.facts.includes('products')) addZonesOf(survivor, testsProducts);
    for (const place of placesIn(open)) {
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
    if (said.size === 0) return [];
    for (const [number, survivor] of survivors.entries()) {
      const zones = this.#none();
      addZonesOf(survivor, zones);
      for (const place of placesIn(both(zones, open))) said.get(place)!.push(number);
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

  /** The entries that the known facts do not rule out, each with the zones in which they do not. */
  #survivors(facts: Facts): readonly Survivor[] {
    const { isLocal, isUncertain } = this.#lawInForce();
    const truth = memoized(
      (test: Test): Settled => (isLocal(test) || isUncertain(test, facts) ? undefined : truthOf(test, facts)),
    );
    const isFalse = (test: Test) => truth(test) === false;
    const survivors: Survivor[] = [];
    const take = (entry: DistinctEntry): void => {
      const reach = reachOf(entry.deciding, truth);
      if (!reach) return;
      entry.isLocal ??= [...allTests(entry.deciding.compiled)].some(isLocal);
      if (!entry.isLocal) {
        survivors.push({ ...reach, entry });
        return;
      }
      for (const way of this.#waysOf(entry)) {
        const here = (test: Test): Settled => (way.truths.has(test) ? way.truths.get(test) : truth(test));
        const there = reachOf(entry.deciding, here);
        if (there) survivors.push({ ...there, entry, way });
        else if (way.isGap) survivors.push({ ...NOTHING, entry, way });
      }
    };
    const look = (entry: DistinctEntry): void => {
      if (!entry.deciding.needed.some(isFalse)) take(entry);
    };
    if (!facts.industries) {
      for (const entry of this.#entries.values()) look(entry);
      return survivors;
    }
    for (const [first, its] of this.#everywhere)
      if (!first || !isFalse(first)) for (const entry of its) look(entry);
    const classes = facts.industries.flatMap((each) => each.classes);
    const [only] = classes;
    if (classes.length === 1) for (const entry of this.#byClass.get(only!) ?? []) look(entry);
    else for (const entry of new Set(classes.flatMap((one) => this.#byClass.get(one) ?? []))) look(entry);
    return survivors;
  }

  /** How the zones of an entry answer what is theirs to answer. */
  #waysOf(entry: DistinctEntry): readonly Way[] {
    // They only grow, and where a version comes or goes the answers go.
    const stamp = entry.sheets.reduce((sum, { changes }) => sum + changes, 0);
    if (entry.ways?.stamp === stamp) return entry.ways.ways;
    const { isLocal } = this.#lawInForce();
    const tests = [...new Set(allTests(entry.deciding.compiled))].filter(isLocal);
    const zones = this.#none();
    for (const sheet of entry.sheets) addAll(zones, sheet.zones);
    const ways = new Map<string, Way>();
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
      const way = ways.get(key) ?? {
        truths: new Map(tests.map((test, at) => [test, answers[at]])),
        isGap,
        zones: this.#none(),
      };
      addZone(way.zones, place);
      ways.set(key, way);
    }
    entry.ways = { stamp, ways: [...ways.values()] };
    return entry.ways.ways;
  }

  #sheetOf(contentHash: string, content: CatalogContent): Sheet {
    const known = this.#sheets.get(contentHash);
    if (known) return known;
    const { entries } = compiled(content);
    const tests = productTestsOf({ entries });
    const sheet: Sheet = {
      number: ++this.#numbered,
      contentHash,
      zones: this.#none(),
      changes: 0,
      count: entries.length,
      facts: content.facts,
      lists: content.lists,
      dimensions: new Set(tests.map(({ dimension }) => dimension)),
      products: new Set([...content.products.map(({ key }) => key), ...tests.map(({ product }) => product)]),
      definesProducts: content.products.length > 0,
      ofProducts: content.products.length > 0 || tests.length > 0,
      entries: new Set(),
    };
    for (const entry of entries) {
      const { validFrom, validTo } = entry;
      if ((validFrom !== null && this.on < validFrom) || (validTo !== null && this.on > validTo)) continue;
      const distinct = this.#distinct(entry);
      if (sheet.entries.has(distinct)) continue;
      sheet.entries.add(distinct);
      distinct.sheets.push(sheet);
      distinct.ways = undefined;
    }
    this.#sheets.set(contentHash, sheet);
    if (defines(sheet)) this.#law = undefined;
    return sheet;
  }
  #numbered = 0;

  #distinct(compiledEntry: CompiledEntry): DistinctEntry {
    const hash = meaningHash(compiledEntry.entry);
    const known = this.#entries.get(hash);
    if (known) return known;
    const entry: DistinctEntry = {
      hash,
      deciding: decidingOf(compiledEntry, (test) => this.#shared(test)),
      sheets: [],
      isLocal: undefined,
      ways: undefined,
    };
    if (entry.deciding.compiled.facts.some(isForeign)) this.#foreign.add(entry);
    this.#entries.set(hash, entry);
    for (const shelf of this.#shelvesOf(entry))
      if (Array.isArray(shelf)) shelf.push(entry);
      else shelf.add(entry);
    this.#isLevelTested ||= entry.deciding.compiled.facts.includes('majorHazardLevel');
    return entry;
  }

  #shared(test: Test): Test {
    const key = testKey(test);
    const known = this.#tests.get(key);
    if (known) return known;
    this.#tests.set(key, test);
    const list = test.kind === 'chemical' ? listOfScope(test.substance) : undefined;
    if (list === undefined || this.#listsTested.has(list)) return test;
    this.#listsTested.add(list);
    this.#law = undefined;
    return test;
  }

  /** Where an entry is looked up. */
  #shelvesOf({
    deciding: { needed, compiled },
  }: DistinctEntry): readonly (Set<DistinctEntry> | DistinctEntry[])[] {
    const { industry } = compiled;
    if (!industry) return [shelfIn(this.#everywhere, needed[0] ?? null, () => new Set())];
    const classes = [...scopeClasses(industry.scope, this.#reference.classification)];
    return classes.map((one) => shelfIn(this.#byClass, one, () => []));
  }

  #give(sheet: Sheet, place: number): void {
    addZone(sheet.zones, place);
    sheet.changes++;
  }
  #take(sheet: Sheet, place: number): void {
    dropZone(sheet.zones, place);
    sheet.changes++;
  }

  /** Lets go of versions that are in force nowhere any more, and of entries that stand in none. */
  #letGo(before: IndexedZone | undefined): void {
    if (before && before.lapsed.length > 0) this.#law = undefined;
    for (const sheet of before?.sheets ?? []) {
      if (sheet.zones.some((word) => word !== 0)) continue;
      this.#sheets.delete(sheet.contentHash);
      if (defines(sheet)) this.#law = undefined;
      for (const entry of sheet.entries) {
        entry.sheets.splice(entry.sheets.indexOf(sheet), 1);
        entry.ways = undefined;
        if (entry.sheets.length > 0) continue;
        this.#entries.delete(entry.hash);
        this.#foreign.delete(entry);
        for (const shelf of this.#shelvesOf(entry))
          if (Array.isArray(shelf)) shelf.splice(shelf.indexOf(entry), 1);
          else shelf.delete(entry);
      }
    }
  }

  #widen(place: number): void {
    while (place >= this.#room) this.#room *= 2;
    for (const sheet of this.#sheets.values()) sheet.zones = widened(sheet.zones, this.#room);
    for (const entry of this.#entries.values()) entry.ways = undefined;
    this.#all = widened(this.#all, this.#room);
    this.#floors = widened(this.#floors, this.#room);
    this.#unsettled = widened(this.#unsettled, this.#room);
  }
  readonly #none = (): ZoneSet => zoneSet(this.#room);

  /** What all catalogs in force define together: a key belongs to one catalog, so no two say different things of it. */
  #lawInForce(): UniversalLaw {
    if (this.#law) return this.#law;
    const facts = new Map<string, FactDefinition>(DICTIONARY.map((fact) => [fact.key, fact]));
    const lists = new Map<string, SubstanceList>(this.#reference.lists.map((list) => [list.key, list]));
    const disputed = new Set<string>();
    const dimensions = new Map<string, Sheet[]>();
    const products = new Set<string>();
    const definedBy = (own: Pick<CatalogContent, 'facts' | 'lists'>) => {
      for (const fact of own.facts) put(facts, fact, disputed);
      for (const list of own.lists) put(lists, list, disputed);
    };
    for (const sheet of this.#sheets.values()) {
      definedBy(sheet);
      for (const product of sheet.products) products.add(product);
      for (const dimension of sheet.dimensions)
        dimensions.set(dimension, [...(dimensions.get(dimension) ?? []), sheet]);
    }
    for (const { lapsed } of this.#zones.values()) for (const each of lapsed) definedBy(each);
    const divisors = new Set(
      [...facts.values()].flatMap(({ key, ratio }) =>
        ratio && !builtInFact(key) ? [ratio.denominator] : [],
      ),
    );
    const isLocal = (test: Test): boolean => {
      const key = factOf(test);
      if (test.kind === 'territory' || key.startsWith('zone.')) return true;
      return isForeign(key) && facts.get(key)?.about !== 'PROJECT';
    };
    const law: UniversalLaw = {
      facts,
      lists: new Map(
        [...this.#listsTested].flatMap((key) => (lists.has(key) ? [[key, membersOf(lists.get(key)!)]] : [])),
      ),
      disputed,
      dimensions,
      products,
      isLocal,
      // How a row is read, and what an unknown number can be, hangs on what else the catalogs of a zone say.
      isUncertain: (test, { products: rows, numbers }) =>
        test.kind === 'product'
          ? rows !== null && rows.length > 0
          : test.kind === 'number' &&
            divisors.size > 0 &&
            statedFor(facts.get(test.fact), test.fact).some((key) => divisors.has(key) && !numbers.has(key)),
    };
    for (const entry of this.#foreign) {
      entry.isLocal = undefined;
      entry.ways = undefined;
    }
    this.#law = law;
    return law;
  }

  /** The facts of a project as they are read in every zone, and the zones that may read them otherwise. */
  #read(project: ProjectAnywhere): {
    readonly facts: Facts;
    readonly alone: ZoneSet;
  } {
    const law = this.#lawInForce();
    const builtIn = builtInProducts(this.#reference);
    const byZero = new Set<string>();
    for (;;) {
      const definitions =
        byZero.size === 0 ? law.facts : new Map([...law.facts].filter(([key]) => !byZero.has(key)));
      const lineage: Lineage = {
        ...lawOfNothing(this.on, this.#reference),
        definitions,
        lists: law.lists,
        products: {
          ...builtIn,
          isKnown: (key) => builtIn.isKnown(key) || law.products.has(key),
          dimensions: new Set(law.dimensions.keys()),
        },
        isLevelTested: this.#isLevelTested,
      };
      try {
        const facts = readFacts(lineage, { ...project, zone: '' }, null);
        return { facts, alone: this.#alone(project, byZero, builtIn.isKnown) };
      } catch (error) {
        if (!(error instanceof Refusals)) throw error;
        const ratios = error.refusals.flatMap(({ code, details }) =>
          code === 'RATIO_BY_ZERO' && !builtInFact(String(details.ratio)) ? [String(details.ratio)] : [],
        );
        if (ratios.length === 0) throw error;
        for (const key of ratios) byZero.add(key);
      }
    }
  }

  #alone(
    { facts }: ProjectAnywhere,
    byZero: ReadonlySet<string>,
    isBuiltIn: (product: string) => boolean,
  ): ZoneSet {
    const { disputed, dimensions } = this.#lawInForce();
    const rows = facts?.products ?? [];
    const units = rows.flatMap(({ unit, otherAmounts }) => [
      unit,
      ...(otherAmounts ?? []).map((one) => one.unit),
    ]);
    const ofLaw = [...new Set(units.map((unit) => measureOf(unit).dimension))].filter((dimension) =>
      dimensions.has(dimension),
    );
    const stated = rows.flatMap((row) => row.is ?? []);
    const namesForeign = stated.some((key) => !isBuiltIn(key));
    const alone = this.#none();
    addAll(alone, this.#unsettled);
    if (byZero.size + ofLaw.length + stated.length + disputed.size === 0) return alone;
    const readsOtherwise = ({ ratios, sheets }: IndexedZone) =>
      namesForeign ||
      ratios.some((key) => byZero.has(key)) ||
      ofLaw.some((dimension) => !dimensions.get(dimension)!.some((sheet) => sheets.has(sheet))) ||
      (stated.length > 0 && [...sheets].some(({ definesProducts }) => definesProducts)) ||
      (disputed.size > 0 &&
        [...sheets].some((sheet) => [...sheet.facts, ...sheet.lists].some(({ key }) => disputed.has(key))));
    for (const zone of this.#zones.values()) if (readsOtherwise(zone)) addZone(alone, zone.place);
    return alone;
  }
}

interface IndexedZone {
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
  /** Keys of the ratios that its catalogs define. */
  readonly ratios: readonly string[];
}

/** What one version says, however many catalogs say the same, and the zones in whose lineage it is in force. */
interface Sheet {
  readonly number: number;
  readonly contentHash: string;
  zones: ZoneSet;
  /** How often these have changed. */
  changes: number;
  readonly count: number;
  readonly entries: Set<DistinctEntry>;
  readonly facts: CatalogContent['facts'];
  readonly lists: CatalogContent['lists'];
  readonly dimensions: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
  readonly definesProducts: boolean;
  readonly ofProducts: boolean;
}

interface DistinctEntry {
  readonly hash: string;
  readonly deciding: Deciding;
  readonly sheets: Sheet[];
  /** Whether a zone has to answer some of its tests. */
  isLocal: boolean | undefined;
  ways: { readonly stamp: number; readonly ways: readonly Way[] } | undefined;
}

/** Zones that answer alike what an entry asks of them. */
interface Way {
  readonly truths: ReadonlyMap<Test, Settled>;
  readonly isGap: boolean;
  readonly zones: ZoneSet;
}

/** An entry in zones in which it may apply: all that have it, or those that answer one way. */
interface Survivor extends Reach {
  readonly entry: DistinctEntry;
  readonly way?: Way;
}

function addZonesOf({ entry, way }: Survivor, into: ZoneSet): void {
  if (way) addAll(into, way.zones);
  else for (const { zones } of entry.sheets) addAll(into, zones);
}

interface UniversalLaw {
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly lists: Facts['lists'];
  /** Keys of which two catalogs say different things. */
  readonly disputed: ReadonlySet<string>;
  readonly dimensions: ReadonlyMap<string, readonly Sheet[]>;
  readonly products: ReadonlySet<string>;
  readonly isLocal: (test: Test) => boolean;
  readonly isUncertain: (test: Test, facts: Facts) => boolean;
}

function shelfIn<Key, Shelf>(shelves: Map<Key, Shelf>, key: Key, empty: () => Shelf): Shelf {
  const shelf = shelves.get(key) ?? empty();
  shelves.set(key, shelf);
  return shelf;
}

const NOTHING: Reach = { lowest: 0, gravest: 0 };

/** Each test is answered once for a project. */
function memoized(work: (test: Test) => Settled): (test: Test) => Settled {
  const answers = new Map<Test, Settled | null>();
  return (test) => {
    const known = answers.get(test);
    if (known !== undefined) return known ?? undefined;
    const answer = work(test);
    answers.set(test, answer ?? null);
    return answer;
  };
}

/** No catalog in particular: what officers have confirmed is of one zone and never stated here. */
const NOWHERE: CatalogOnDay = { identity: { key: '', jurisdiction: '' }, standing: 'IN_FORCE' };

const floorOf = (catalogs: readonly CatalogOnDay[]): boolean =>
  !catalogs.some(({ inForce }) => inForce) || catalogs.some(({ standing }) => standing === 'LAPSED');

const defines = ({ facts, lists, ofProducts }: Sheet): boolean =>
  facts.length > 0 || lists.length > 0 || ofProducts;

/** Whether a catalog has to define it. */
const isForeign = (key: string): boolean => !builtInFact(key) && key.includes('.');

function put<T extends { readonly key: string }>(into: Map<string, T>, one: T, disputed: Set<string>): void {
  const other = into.get(one.key);
  if (other && !sameValue(other, one)) disputed.add(one.key);
  else into.set(one.key, one);
}
