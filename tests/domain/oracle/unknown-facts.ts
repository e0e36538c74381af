import type { Day } from '../../../services/domain/condition.ts';
import type { FactDefinition, FactValue } from '../../../services/domain/fact.ts';
import type { Ground } from '../../../services/domain/ground.ts';
import type { ChemicalInput, FactsInput, ProjectInput } from '../../../services/domain/project.ts';
import type { CompletedFacts, FactContent, InventoryLine } from './completed-facts.ts';
import { thousandths } from './completed-facts.ts';
import { BUILT_IN } from './dictionary.ts';
import type { PlacedEntry, Setting } from './entry-in-completion.ts';
import {
  coversActivity,
  coversIndustry,
  coversNature,
  coversPlace,
  isGrandfathered,
} from './entry-in-completion.ts';
import { holds } from './interpreter.ts';
import { gridOf, representativeInventories } from './inventories.ts';
import { representativeNumbers } from './numbers.ts';
import { boundsOf, representativeProductLists } from './product-lists.ts';
import { choices, firstOfEach, nonEmptySubsets, subsets } from './sets.ts';
import type { Test } from './tests-in.ts';
import { factOf, testsOf } from './tests-in.ts';

/** An unknown fact with values that stand for all it can be. */
export interface UnknownFact {
  readonly key: string;
  /** The facts one asks for to learn it: itself, or both inputs of a derived number (ADR 0001.5). */
  readonly asks: readonly string[];
  readonly values: readonly FactContent[];
}
export interface ReadFacts {
  readonly known: CompletedFacts;
  /** The unknown facts that some entry tests, in no particular order. */
  readonly unknown: readonly UnknownFact[];
}

/** The facts that the entries in force test: what is known of them, and what the others can be (DESIGN 2.6). */
export function readFacts(
  ground: Ground,
  project: ProjectInput,
  entries: readonly PlacedEntry[],
  setting: Setting,
): ReadFacts {
  const reader = new FactReader(ground, project, entries, setting);
  const known: CompletedFacts = reader.zoneFacts();
  const open: UnknownFact[] = [];
  for (const key of reader.testedFacts()) {
    if (key in known || setting.unstated.has(key)) continue;
    const values = reader.valuesOf(key);
    if (values.length === 1) known[key] = values[0]!;
    else open.push({ key, asks: BUILT_IN[key]?.ratio ?? [key], values });
  }
  const unknown = open.map((fact) => ({
    ...fact,
    values: firstOfEach(fact.values, (value) => reader.truthsWith(fact, value, known, open)),
  }));
  // A fact whose values no test tells apart is no longer a question; any value will do.
  for (const fact of unknown) if (fact.values.length === 1) known[fact.key] = fact.values[0]!;
  return { known, unknown: unknown.filter((fact) => fact.values.length > 1) };
}

class FactReader {
  private readonly ground: Ground;
  private readonly project: ProjectInput;
  private readonly entries: readonly PlacedEntry[];
  private readonly setting: Setting;
  private readonly facts: FactsInput;
  private readonly tests: readonly Test[];
  private readonly definitions: ReadonlyMap<string, FactDefinition>;
  private readonly atoms: readonly Atom[];

  constructor(ground: Ground, project: ProjectInput, entries: readonly PlacedEntry[], setting: Setting) {
    this.ground = ground;
    this.project = project;
    this.entries = entries;
    this.setting = setting;
    this.facts = project.facts ?? {};
    this.tests = entries.flatMap(({ entry }) => testsOf(entry));
    this.definitions = new Map(
      ground.catalogs.flatMap(({ inForce }) =>
        (inForce?.content.facts ?? []).map((definition) => [definition.key, definition] as const),
      ),
    );
    this.atoms = this.allAtoms();
  }

  testedFacts(): ReadonlySet<string> {
    return new Set(this.atoms.flatMap(({ facts }) => facts));
  }

  zoneFacts(): CompletedFacts {
    const zone = this.ground.lineage.at(-1)!.zone!;
    const stated = zone.facts.map(({ key, value }) => [key, this.declaredContent(value)] as const);
    return {
      'zone.kind': zone.kind,
      'zone.level': zone.zoneLevel,
      'zone.riskGrade': zone.riskGrade,
      'zone.positioning': zone.positioning,
      'zone.suspended': zone.suspended,
      ...Object.fromEntries(stated),
    };
  }

  /** What a fact can be: the one value where it is stated. */
  valuesOf(key: string): readonly FactContent[] {
    const { project, facts } = this;
    switch (key) {
      case 'industries':
        return this.industries();
      case 'nature':
        return project.nature == null ? BUILT_IN.nature!.options! : [project.nature];
      case 'activities':
        return project.activities == null ? this.activitySets() : [project.activities];
      case 'area':
        return this.areas();
      case 'earlierApproval':
        return this.earlierApprovals();
      case 'chemicals':
        return this.inventories();
      case 'products':
        return representativeProductLists(this.productTests(), facts.products ?? null);
      default: {
        const stated = key in BUILT_IN ? this.builtInContent(key) : this.declared(key);
        return stated === undefined ? this.domainOf(key) : [stated];
      }
    }
  }

  /** The truth of every test that a value can change, whatever the other unknown facts of that test are. */
  truthsWith(
    fact: UnknownFact,
    value: FactContent,
    known: CompletedFacts,
    open: readonly UnknownFact[],
  ): string {
    const touched = this.atoms.filter((atom) => atom.facts.includes(fact.key));
    return touched
      .flatMap((atom) => {
        const others = open.filter((other) => other !== fact && atom.facts.includes(other.key));
        return choices(others.map((other) => other.values)).map((taken) => {
          const facts: CompletedFacts = { ...known, [fact.key]: value };
          others.forEach((other, i) => {
            facts[other.key] = taken[i]!;
          });
          return atom.holds(facts) ? '1' : '0';
        });
      })
      .join('');
  }

  private allAtoms(): readonly Atom[] {
    const { setting } = this;
    const ofScope = this.entries.flatMap(({ entry }): readonly Atom[] => {
      const { include, except } = entry.industries;
      return [
        { facts: ['industries'], asks: include.length + except.length > 0, holds: coversIndustry },
        { facts: ['nature'], asks: entry.natures.length > 0, holds: coversNature },
        { facts: ['activities'], asks: entry.activities.length > 0, holds: coversActivity },
        { facts: ['area'], asks: entry.territory.length > 0, holds: coversPlace },
        { facts: ['earlierApproval'], asks: entry.exemptIfApprovedBefore != null, holds: isGrandfathered },
      ].flatMap(({ facts, asks, holds: part }) =>
        asks ? [{ facts, holds: (completed: CompletedFacts) => part(entry, completed, setting) }] : [],
      );
    });
    const ofTests = this.tests.map(
      (test): Atom => ({
        facts: this.factsRead(test),
        holds: (facts) => holds(test, facts, setting),
      }),
    );
    return [...ofScope, ...ofTests];
  }

  /** The facts on which the truth of a test hangs. */
  private factsRead(test: Test): readonly string[] {
    const key = factOf(test);
    const ratio = BUILT_IN[key]?.ratio;
    if (ratio) return ratio.every((input) => this.builtInContent(input) === undefined) ? [key] : ratio;
    if (key !== 'chemicals') return [key];
    const leansOnProject = this.facts.chemicals?.some((line) => line.activities == null) ?? false;
    return leansOnProject ? ['chemicals', 'activities'] : ['chemicals'];
  }

  private builtInContent(key: string): FactContent | undefined {
    const value = (this.facts as Record<string, unknown>)[key];
    if (value == null) return undefined;
    return BUILT_IN[key]!.type === 'NUMBER' ? thousandths(value as string | number) : (value as FactContent);
  }

  private declared(key: string): FactContent | undefined {
    const found = this.facts.declared?.find((fact) => fact.key === key);
    return found && this.declaredContent(found.value);
  }

  private declaredContent(value: FactValue): FactContent {
    if (value.number != null) return thousandths(value.number);
    return value.flag ?? value.choice ?? value.set ?? value.date!;
  }

  /** All that an unstated number, flag, choice, set or date can be, as far as a test tells it apart. */
  private domainOf(key: string): readonly FactContent[] {
    const definition = this.definitions.get(key);
    const { type, options } = definition ?? BUILT_IN[key]!;
    switch (type) {
      case 'NUMBER':
        return representativeNumbers(this.boundaries(key), {
          integer: definition?.integer ?? BUILT_IN[key]?.integer ?? false,
          positive: BUILT_IN[key]?.positive ?? false,
        });
      case 'FLAG':
        return [false, true];
      case 'CHOICE':
        return options!;
      case 'SET':
        return subsets([...new Set(this.setTests(key).flatMap((test) => test.includesAny))]);
      case 'DATE':
        return this.days(key);
      default:
        throw new Error(`no domain for ${key}`);
    }
  }

  /** The values at which a test on the number turns, among them those of a ratio whose other input is stated. */
  private boundaries(key: string): readonly number[] {
    const onFact = (fact: string): readonly number[] =>
      this.tests.flatMap((test) =>
        'number' in test && test.number.fact === fact ? boundsOf(test.number) : [],
      );
    const ofRatios = Object.entries(BUILT_IN).flatMap(([fact, { ratio }]) => {
      if (!ratio?.includes(key)) return [];
      const [numerator, denominator] = ratio;
      const other = this.builtInContent(key === numerator ? denominator : numerator) as number | undefined;
      if (other === undefined) return [];
      return onFact(fact).flatMap((bound) => {
        if (key === numerator) return [exactly((bound * other) / 1000, bound * other, 1000)];
        return bound === 0 ? [] : [exactly((other * 1000) / bound, other * 1000, bound)];
      });
    });
    return [...onFact(key), ...ofRatios];
  }

  private days(key: string): readonly Day[] {
    const limits = this.tests.flatMap((test) =>
      'date' in test && test.date.fact === key ? [test.date.before, test.date.onOrAfter] : [],
    );
    return limits.flatMap((limit) => (limit == null ? [] : [dayAfter(limit, -1), limit, dayAfter(limit, 1)]));
  }

  /** Every choice of classes; classes that every scope and test treats alike stand for each other. */
  private industries(): readonly FactContent[] {
    const { classification } = this.setting;
    const touched = this.atoms.filter((atom) => atom.facts.includes('industries'));
    const kindOf = (code: string): string =>
      touched.map((atom) => (atom.holds({ industries: [code] }) ? '1' : '0')).join('');
    const distinct = (codes: readonly string[]): readonly string[] => firstOfEach(codes, kindOf);
    const { industries } = this.project;
    if (industries) return choices(industries.map((code) => distinct(classification.classesOf(code))));
    return nonEmptySubsets(distinct(classification.classes));
  }

  /** Every set of activities, as far as something asks for one of its members. */
  private activitySets(): readonly FactContent[] {
    const asked: readonly (readonly string[])[] = [
      ...this.entries.map(({ entry }) => entry.activities),
      ...this.setTests('activities').map(({ includesAny }) => includesAny),
      ...this.tests.flatMap((test) => ('chemical' in test ? [test.chemical.activities ?? []] : [])),
    ];
    return firstOfEach(nonEmptySubsets(BUILT_IN.activities!.options!), (activities) =>
      asked.map((any) => (any.some((activity) => activities.includes(activity)) ? '1' : '0')).join(''),
    );
  }

  private areas(): readonly FactContent[] {
    if (this.project.area != null) return [this.project.area];
    const areas = this.ground.lineage.at(-1)!.zone!.areas.map(({ key }) => key);
    return areas.length > 0 ? areas : [null];
  }

  private earlierApprovals(): readonly FactContent[] {
    const { earlierApproval } = this.project;
    if (earlierApproval?.none) return [null];
    if (earlierApproval?.approvedOn != null) return [earlierApproval.approvedOn];
    const limits = this.entries.flatMap(({ entry }) => entry.exemptIfApprovedBefore ?? []);
    const days = limits.flatMap((limit) => [dayAfter(limit, -1), limit, dayAfter(limit, 1)]);
    return [null, ...[...days, this.setting.on].filter((day) => day <= this.setting.on)];
  }

  private inventories(): readonly (readonly InventoryLine[])[] {
    const tests = this.tests.flatMap((test) => ('chemical' in test ? [test.chemical] : []));
    const { chemicals } = this.facts;
    if (!chemicals) return representativeInventories(tests, this.setting.lists);
    const limits = tests.flatMap(({ moreThan }) => (moreThan == null ? [] : [thousandths(moreThan)]));
    const stated = chemicals.flatMap(({ tonnes }) => (tonnes == null ? [] : [thousandths(tonnes)]));
    // Two unset amounts can both be above nothing and together within the least gap between two sums.
    const amounts = gridOf(limits, chemicals.length - stated.length || 1, stated);
    const asStated = ({ cas, activities, tonnes }: ChemicalInput): readonly InventoryLine[] =>
      (tonnes == null ? amounts : [thousandths(tonnes)]).map((amount) => ({
        cas,
        activities: activities ?? null,
        amount,
      }));
    return choices(chemicals.map(asStated));
  }

  private productTests() {
    return this.tests.flatMap((test) => ('product' in test ? [test.product] : []));
  }

  private setTests(key: string) {
    return this.tests.flatMap((test) => ('set' in test && test.set.fact === key ? [test.set] : []));
  }
}

/** Something an entry asks of the facts, and the facts that its truth hangs on. */
interface Atom {
  readonly facts: readonly string[];
  readonly holds: (facts: CompletedFacts) => boolean;
}

/** A boundary that a double does not hold exactly would put a value on the wrong side. */
function exactly(quotient: number, numerator: number, denominator: number): number {
  if (quotient * denominator !== numerator)
    throw new Error(`the oracle cannot hold ${numerator}/${denominator} exactly`);
  return quotient;
}

function dayAfter(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
