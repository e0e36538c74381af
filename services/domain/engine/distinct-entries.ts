import type { Reference } from '../assessment/assessment-basis.ts';
import type { CatalogContent } from '../catalog/catalog.ts';
import { listOfScope } from '../condition/operators/chemical.ts';
import type { Test } from '../condition/tests.ts';
import { factOf } from '../condition/tests.ts';
import type { Day } from '../vocabulary.ts';
import type { CompiledEntry } from './compile.ts';
import { compiled, isOutOfTime, productTestsOf, scopeClasses } from './compile.ts';
import type { Deciding, Reach } from './distinct-entry.ts';
import { decidingOf, meaningHash } from './distinct-entry.ts';
import type { Settled } from './domains/domain.ts';
import type { Match } from './matcher.ts';
import { Matcher } from './matcher.ts';
import type { Defining } from './universal-law.ts';
import { isForeign } from './universal-law.ts';
import type { ZoneSet, Zones } from './zone-set.ts';
import { isNone } from './zone-set.ts';

/**
 * The entries of all versions in force on one day, and where to look them up. Those that decide alike are one, whatever
 * catalogs call them.
 */
export class DistinctEntries {
  readonly #on: Day;
  readonly #reference: Reference;
  readonly #redefined: () => void;
  readonly #sheets = new Map<string, Sheet>();
  readonly #entries = new Map<string, DistinctEntry>();
  /** Those that test what catalogs define. */
  readonly #foreign = new Set<DistinctEntry>();
  /** By number; a hole where one went. */
  readonly #numbered: (DistinctEntry | undefined)[] = [];
  readonly #compiled: CompiledEntry[] = [];
  /** Knows entries by their numbers. */
  readonly matcher = new Matcher(this.#compiled, mayBeLocal);
  readonly #everywhere: number[] = [];
  /** Of the others, by each class that they cover. */
  readonly #byClass = new Map<string, number[]>();
  readonly #listsTested = new Set<string>();
  #isLevelTested = false;
  #sheetsRead = 0;

  /** @param redefined called when what catalogs define, or what is tested of it, may have changed */
  constructor(on: Day, reference: Reference, redefined: () => void) {
    this.#on = on;
    this.#reference = reference;
    this.#redefined = redefined;
  }

  get size(): { readonly entries: number; readonly distinct: number } {
    const entries = [...this.#sheets.values()].reduce((sum, { count }) => sum + count, 0);
    return { entries, distinct: this.#entries.size };
  }
  get all(): Iterable<DistinctEntry> {
    return this.#entries.values();
  }
  get sheets(): Iterable<Sheet> {
    return this.#sheets.values();
  }
  get foreign(): Iterable<DistinctEntry> {
    return this.#foreign;
  }
  get listsTested(): ReadonlySet<string> {
    return this.#listsTested;
  }
  /** Whether any ever tested the level of a major hazard source. */
  get isLevelTested(): boolean {
    return this.#isLevelTested;
  }
  /** INVARIANT: it stands in some version. */
  numbered(number: number): DistinctEntry {
    return this.#numbered[number]!;
  }
  /** The numbers of those for every industry. */
  get everywhere(): readonly number[] {
    return this.#everywhere;
  }
  /** The numbers of those that name the class or one above it; undefined where there is none. */
  ofClass(one: string): readonly number[] | undefined {
    return this.#byClass.get(one);
  }

  /**
   * What a version says, one object for all that say the same.
   *
   * @param nowhere no zones, for one that is new
   * @throws UnreadableEntry
   */
  sheetOf(contentHash: string, content: CatalogContent, nowhere: () => ZoneSet): Sheet {
    const known = this.#sheets.get(contentHash);
    if (known) return known;
    const { entries } = compiled(content);
    const tests = productTestsOf({ entries });
    const sheet: Sheet = {
      number: ++this.#sheetsRead,
      contentHash,
      zones: nowhere(),
      count: entries.length,
      facts: content.facts,
      lists: content.lists,
      dimensions: new Set(tests.map(({ dimension }) => dimension)),
      products: new Set([...content.products.map(({ key }) => key), ...tests.map(({ product }) => product)]),
      definesProducts: content.products.length > 0,
      ofProducts: content.products.length > 0 || tests.length > 0,
      entries: [],
    };
    const distinctEntries = new Set<DistinctEntry>();
    for (const entry of entries) {
      if (isOutOfTime(entry.entry, this.#on)) continue;
      distinctEntries.add(this.#distinct(entry));
    }
    for (const entry of distinctEntries) {
      sheet.entries.push(entry);
      entry.sheets.push(sheet);
    }
    this.#sheets.set(contentHash, sheet);
    if (defines(sheet)) this.#redefined();
    return sheet;
  }

  /** Lets go of a version where it is in force nowhere any more, and of entries that stand in no other. */
  letGo(sheet: Sheet): void {
    if (!isNone(sheet.zones)) return;
    this.#sheets.delete(sheet.contentHash);
    if (defines(sheet)) this.#redefined();
    for (const entry of sheet.entries) {
      entry.sheets.splice(entry.sheets.indexOf(sheet), 1);
      if (entry.sheets.length > 0) continue;
      this.#entries.delete(entry.hash);
      this.#foreign.delete(entry);
      this.#numbered[entry.number] = undefined;
      for (const shelf of this.#shelvesOf(entry)) shelf.splice(shelf.indexOf(entry.number), 1);
    }
  }

  #distinct(compiledEntry: CompiledEntry): DistinctEntry {
    const hash = meaningHash(compiledEntry.entry);
    const known = this.#entries.get(hash);
    if (known) return known;
    const entry: DistinctEntry = {
      hash,
      number: this.#numbered.length,
      deciding: decidingOf(compiledEntry, (test) => this.#shared(test)),
      sheets: [],
      reaches: undefined,
      isLocal: undefined,
      zones: undefined,
      ways: undefined,
    };
    this.#numbered.push(entry);
    this.#compiled.push(entry.deciding.compiled);
    if (entry.deciding.compiled.facts.some(isForeign)) this.#foreign.add(entry);
    this.#entries.set(hash, entry);
    for (const shelf of this.#shelvesOf(entry)) shelf.push(entry.number);
    this.#isLevelTested ||= entry.deciding.compiled.facts.includes('majorHazardLevel');
    return entry;
  }

  #shared(test: Test): Test {
    const list = test.kind === 'chemical' ? listOfScope(test.substance) : undefined;
    if (list !== undefined && !this.#listsTested.has(list)) {
      this.#listsTested.add(list);
      this.#redefined();
    }
    return this.matcher.shared(test);
  }

  /** Where an entry is looked up. */
  #shelvesOf({ deciding }: DistinctEntry): readonly number[][] {
    const { industry } = deciding.compiled;
    if (!industry) return [this.#everywhere];
    const classes = [...scopeClasses(industry.scope, this.#reference.classification)];
    return classes.map((one) => {
      const shelf = this.#byClass.get(one) ?? [];
      this.#byClass.set(one, shelf);
      return shelf;
    });
  }
}

/** What one version says, however many catalogs say the same, and the zones in whose lineage it is in force. */
export interface Sheet extends Defining {
  readonly number: number;
  readonly contentHash: string;
  zones: ZoneSet;
  readonly count: number;
  readonly entries: DistinctEntry[];
  /** Whether it says anything of products. */
  readonly ofProducts: boolean;
}

export interface DistinctEntry {
  readonly hash: string;
  readonly number: number;
  readonly deciding: Deciding;
  readonly sheets: Sheet[];
  /** By what its consequences say where the known facts settle all of it. */
  reaches: Map<Match, Reach> | undefined;
  /** Whether a zone has to answer some of its tests. */
  isLocal: boolean | undefined;
  /** The zones that have it. */
  zones: Zones | undefined;
  /** The tests that zones answer, and how they do. */
  ways: { readonly atoms: readonly number[]; readonly ways: readonly Way[] } | undefined;
}

/** Zones that answer alike what an entry asks of them. */
interface Way {
  readonly truths: readonly Settled[];
  readonly isGap: boolean;
  readonly zones: Zones;
}

const defines = ({ facts, lists, ofProducts }: Sheet): boolean =>
  facts.length > 0 || lists.length > 0 || ofProducts;

/** Whether a zone may have to answer it. */
function mayBeLocal(test: Test): boolean {
  const key = factOf(test);
  return test.kind === 'territory' || key.startsWith('zone.') || isForeign(key);
}
