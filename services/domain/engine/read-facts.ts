import type { Actor } from '../access.ts';
import { may } from '../access.ts';
import { isCas } from '../cas.ts';
import type { Activity } from '../condition.ts';
import { ACTIVITIES } from '../condition.ts';
import { isCreditCode } from '../credit-code.ts';
import { isDay } from '../day.ts';
import type { BuiltInFact } from '../dictionary.ts';
import { builtInFact, DICTIONARY } from '../dictionary.ts';
import { NATURES } from '../entry.ts';
import type { DeclaredFact, FactDefinition, FactValue } from '../fact.ts';
import type { Ground } from '../ground.ts';
import type { JurisdictionRecord } from '../jurisdiction.ts';
import { areaId, catalogId } from '../jurisdiction.ts';
import type { MessageCode } from '../messages.ts';
import type { Confirmation, ProjectInput } from '../project.ts';
import { isProjectCode } from '../project-code.ts';
import type { Details } from '../refusal.ts';
import { Refusal, Refusals } from '../refusal.ts';
import type { CompiledCatalog } from './compile.ts';
import { activityMask, compiled } from './compile.ts';
import type { ChemicalLine, Facts, ProductLine, ProjectIndustry } from './facts.ts';
import { confirmationKey, productName } from './facts.ts';
import type { Rational } from './rational.ts';
import { compare, isInteger, parseDecimal, ZERO } from './rational.ts';
import { testsOf } from './tests.ts';

/** Longer lists are no project; the bound keeps one request from taking the time of a thousand. */
const LONGEST = {
  industries: 50,
  chemicals: 2_000,
  products: 500,
  confirmations: 500,
  declared: 500,
} as const;

/**
 * The facts of a project as stated, and of its zone as the register has them.
 *
 * @throws Refusals every fault at once, each with its field and value (DESIGN 2.3, 2.5)
 */
export function readFacts(ground: Ground, project: ProjectInput, actor: Actor | null): Facts {
  const faults: Refusal[] = [];
  const zone = ground.lineage.at(-1)!;
  const definitions = definitionsOn(ground);
  const reader = new Reader(faults, definitions, ground.on);
  if (zone.closed) faults.push(new Refusal('ZONE_CLOSED', { zone: zone.id, on: ground.on }, ['zone']));
  identifiers(reader, project);
  const stated = project.facts ?? {};
  const builtIn = DICTIONARY.filter((fact) => fact.about === 'PROJECT' && fact.key in FIELD_READERS);
  for (const fact of builtIn) {
    reader.builtIn(fact, (stated as Record<string, unknown>)[fact.key]);
  }
  reader.choice('nature', NATURES, project.nature, ['nature']);
  reader.declared(stated.declared ?? [], ['facts', 'declared'], 'PROJECT');
  const facts: Facts = {
    on: ground.on,
    industries: readIndustries(reader, ground, project.industries),
    activities: readActivities(reader, project.activities, ['activities']),
    area: readArea(reader, zone, project.area),
    areas: zone.zone!.areas.map((area) => areaId(zone.code, area.key)),
    lineage: new Set(ground.lineage.map((record) => record.id)),
    earlierApproval: readEarlierApproval(reader, project.earlierApproval),
    numbers: reader.numbers,
    choices: reader.choices,
    sets: reader.sets,
    dates: reader.dates,
    chemicals: readChemicals(reader, stated.chemicals),
    products: readProducts(reader, ground, stated.products),
    confirmations: readConfirmations(reader, ground, project.confirmations, actor),
    definitions,
    unstated: readZone(reader, zone),
    lists: listsOn(ground),
  };
  if (faults.length > 0) throw new Refusals(faults);
  return facts;
}

/** Every fact that can be tested on this ground, by key. */
export function definitionsOn(ground: Ground): ReadonlyMap<string, FactDefinition> {
  const definitions = new Map<string, FactDefinition>(DICTIONARY.map((fact) => [fact.key, fact]));
  for (const { inForce } of ground.catalogs) {
    for (const fact of inForce?.content.facts ?? []) definitions.set(fact.key, fact);
  }
  return definitions;
}

function listsOn(ground: Ground): ReadonlyMap<string, ReadonlySet<string>> {
  const own = ground.catalogs.flatMap(({ inForce }) => inForce?.content.lists ?? []);
  return new Map([...ground.reference.lists, ...own].map((list) => [list.key, new Set(list.members)]));
}

/** Which reader a field of `FactsInput` takes, by key; what is not here is read from a field of the project. */
const FIELD_READERS: Readonly<Record<string, true>> = Object.fromEntries(
  DICTIONARY.filter(
    (fact) =>
      fact.about === 'PROJECT' &&
      !fact.derived &&
      !['industries', 'nature', 'activities', 'area', 'earlierApproval', 'chemicals', 'products'].includes(
        fact.key,
      ),
  ).map((fact) => [fact.key, true]),
);

type Path = readonly string[];

/** Takes values in, checks each against its definition, and keeps the faults. */
class Reader {
  readonly numbers = new Map<string, Rational>();
  readonly choices = new Map<string, string>();
  readonly sets = new Map<string, ReadonlySet<string>>();
  readonly dates = new Map<string, string>();
  readonly #faults: Refusal[];
  readonly definitions: ReadonlyMap<string, FactDefinition>;
  readonly on: string;

  constructor(faults: Refusal[], definitions: ReadonlyMap<string, FactDefinition>, on: string) {
    this.#faults = faults;
    this.definitions = definitions;
    this.on = on;
  }

  fault(code: MessageCode, details: Details, path: Path): undefined {
    this.#faults.push(new Refusal(code, details, path));
    return undefined;
  }

  /** A fault unless the value is a list no longer than allowed. */
  list<T>(value: readonly T[] | null | undefined, path: Path, longest: number): readonly T[] | null {
    if (value == null) return null;
    if (!Array.isArray(value)) {
      this.wrongType(path, 'LIST', value);
      return null;
    }
    if (value.length > longest) {
      this.outOfRange(path, `${value.length}`, `≤ ${longest}`);
      return null;
    }
    return value as readonly T[];
  }

  builtIn(fact: BuiltInFact, value: unknown): void {
    if (value == null) return;
    this.#value(fact, value, ['facts', fact.key], fact.positive === true);
  }

  declared(facts: readonly DeclaredFact[], path: Path, about: FactDefinition['about']): void {
    const seen = new Set<string>();
    for (const [at, { key, value }] of (this.list(facts, path, LONGEST.declared) ?? []).entries()) {
      const here = [...path, String(at)];
      const definition = this.definitions.get(key);
      if (!definition || builtInFact(key) || definition.about !== about) {
        // What the register holds for a catalog of another day is no fault of this project.
        if (about === 'PROJECT') this.fault('UNKNOWN_FACT', { key, value: shown(value) }, [...here, 'key']);
        continue;
      }
      if (seen.has(key)) {
        this.fault('DUPLICATE_FACT', { key }, [...here, 'key']);
        continue;
      }
      seen.add(key);
      const given = Object.entries(value ?? {}).filter(([, its]) => its != null);
      const field = VALUE_FIELD[definition.type];
      if (given.length !== 1 || given[0]![0] !== field) {
        this.fault('WRONG_TYPE', { key, type: definition.type, value: shown(value) }, [...here, 'value']);
        continue;
      }
      this.#value(definition, given[0]![1], [...here, 'value', field], false);
    }
  }

  #value(fact: FactDefinition, value: unknown, path: Path, positive: boolean): void {
    switch (fact.type) {
      case 'NUMBER': {
        const number = this.number(value, path, { integer: fact.integer === true, positive });
        if (number) this.numbers.set(fact.key, number);
        return;
      }
      case 'FLAG':
        if (typeof value !== 'boolean') this.wrongType(path, 'FLAG', value);
        else this.choices.set(fact.key, String(value));
        return;
      case 'CHOICE':
        this.choice(fact.key, fact.options ?? [], value, path);
        return;
      case 'SET': {
        if (!Array.isArray(value)) {
          this.wrongType(path, 'SET', value);
          return;
        }
        for (const [at, option] of value.entries()) {
          if (fact.options && !fact.options.includes(option)) {
            this.outOfRange([...path, String(at)], shown(option), fact.options.join(', '));
          }
        }
        this.sets.set(fact.key, new Set(value as string[]));
        return;
      }
      case 'DATE':
        if (!isDay(value)) this.fault('INVALID_DATE', { field: path.join('.'), value: shown(value) }, path);
        else this.dates.set(fact.key, value);
    }
  }

  choice(key: string, options: readonly string[], value: unknown, path: Path): void {
    if (value == null) return;
    if (typeof value !== 'string') this.wrongType(path, 'CHOICE', value);
    else if (!options.includes(value)) this.outOfRange(path, value, options.join(', '));
    else this.choices.set(key, value);
  }

  /** An exact number in its domain: not below 0, above 0 where `positive`. */
  number(
    value: unknown,
    path: Path,
    { integer = false, positive = false }: { integer?: boolean; positive?: boolean } = {},
  ): Rational | undefined {
    if (typeof value !== 'string' && typeof value !== 'number') return this.wrongType(path, 'NUMBER', value);
    const text = String(value);
    const number = parseDecimal(text);
    const tooLong = typeof value === 'number' && text.replace(/^-?0*\.?0*|\./g, '').length > 15;
    if (!number || tooLong) {
      return this.fault('INVALID_NUMBER', { field: path.join('.'), value: text.slice(0, 80) }, path);
    }
    if (integer && !isInteger(number)) return this.outOfRange(path, text, '0, 1, 2, …');
    const order = compare(number, ZERO);
    if (order < 0 || (positive && order === 0)) return this.outOfRange(path, text, positive ? '> 0' : '≥ 0');
    return number;
  }

  wrongType(path: Path, type: string, value: unknown): undefined {
    return this.fault('WRONG_TYPE', { key: path.join('.'), type, value: shown(value) }, path);
  }
  outOfRange(path: Path, value: string, allowed: string): undefined {
    return this.fault('OUT_OF_RANGE', { field: path.join('.'), value, allowed }, path);
  }
}

const VALUE_FIELD: Readonly<Record<FactDefinition['type'], keyof FactValue>> = {
  NUMBER: 'number',
  FLAG: 'flag',
  CHOICE: 'choice',
  SET: 'set',
  DATE: 'date',
};

const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 80);

function identifiers(reader: Reader, { projectCode, unifiedSocialCreditCode }: ProjectInput): void {
  if (projectCode != null && !isProjectCode(projectCode)) {
    reader.fault('INVALID_PROJECT_CODE', { value: shown(projectCode) }, ['projectCode']);
  }
  if (unifiedSocialCreditCode != null && !isCreditCode(unifiedSocialCreditCode)) {
    reader.fault('INVALID_CREDIT_CODE', { value: shown(unifiedSocialCreditCode) }, [
      'unifiedSocialCreditCode',
    ]);
  }
}

function readIndustries(
  reader: Reader,
  ground: Ground,
  codes: ProjectInput['industries'],
): Facts['industries'] {
  const list = reader.list(codes, ['industries'], LONGEST.industries);
  if (!list) return null;
  if (list.length === 0) reader.fault('EMPTY_LIST', { field: 'industries' }, ['industries']);
  return list.flatMap((code, at): ProjectIndustry[] => {
    const classes = typeof code === 'string' ? ground.reference.classification.classesOf(code) : [];
    if (classes.length > 0) return [{ code, classes }];
    reader.fault('UNKNOWN_INDUSTRY', { value: shown(code) }, ['industries', String(at)]);
    return [];
  });
}

function readActivities(
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

function readArea(reader: Reader, zone: JurisdictionRecord, key: string | null | undefined): string | null {
  if (key == null) return null;
  if (zone.zone!.areas.some((area) => area.key === key)) return areaId(zone.code, key);
  const options = zone.zone!.areas.map((area) => area.key);
  reader.fault('UNKNOWN_AREA', { value: shown(key), options }, ['area']);
  return null;
}

function readEarlierApproval(
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

function readChemicals(
  reader: Reader,
  given: NonNullable<ProjectInput['facts']>['chemicals'],
): Facts['chemicals'] {
  const list = reader.list(given, ['facts', 'chemicals'], LONGEST.chemicals);
  if (!list) return null;
  const lines = new Map<string, ChemicalLine[]>();
  for (const [at, chemical] of list.entries()) {
    const path = ['facts', 'chemicals', String(at)];
    if (!isCas(chemical.cas)) {
      reader.fault('INVALID_CAS', { field: [...path, 'cas'].join('.'), value: shown(chemical.cas) }, [
        ...path,
        'cas',
      ]);
      continue;
    }
    const tonnes =
      chemical.tonnes == null ? null : (reader.number(chemical.tonnes, [...path, 'tonnes']) ?? null);
    const activities = readActivities(reader, chemical.activities, [...path, 'activities']);
    const of = lines.get(chemical.cas);
    if (of) of.push({ activities, tonnes });
    else lines.set(chemical.cas, [{ activities, tonnes }]);
  }
  return lines;
}

function readProducts(
  reader: Reader,
  ground: Ground,
  given: NonNullable<ProjectInput['facts']>['products'],
): Facts['products'] {
  const list = reader.list(given, ['facts', 'products'], LONGEST.products);
  if (!list) return null;
  const units = testedUnits(ground);
  const lines = new Map<string, ProductLine>();
  for (const [at, product] of list.entries()) {
    const path = ['facts', 'products', String(at)];
    if (
      typeof product.product !== 'string' ||
      productName(product.product) === '' ||
      product.product.length > 200
    ) {
      reader.outOfRange([...path, 'product'], shown(product.product), '1–200');
      continue;
    }
    const name = productName(product.product);
    if (lines.has(name)) {
      reader.fault('DUPLICATE_PRODUCT', { product: product.product }, [...path, 'product']);
      continue;
    }
    for (const expected of units.get(name) ?? []) {
      if (expected === product.unit) continue;
      const details = { product: product.product, expected, value: shown(product.unit) };
      reader.fault('UNIT_MISMATCH', details, [...path, 'unit']);
      break;
    }
    const read = (field: 'capacity' | 'addedCapacity') =>
      product[field] == null ? null : (reader.number(product[field], [...path, field]) ?? null);
    const counted = { integer: true, positive: true };
    lines.set(name, {
      unit: product.unit,
      capacity: read('capacity'),
      added: read('addedCapacity'),
      lines:
        product.lines == null ? null : (reader.number(product.lines, [...path, 'lines'], counted) ?? null),
    });
  }
  return lines;
}

/** The units in which catalogs in force test each product. */
function testedUnits(ground: Ground): ReadonlyMap<string, ReadonlySet<string>> {
  const units = new Map<string, Set<string>>();
  for (const { inForce } of ground.catalogs) {
    if (!inForce) continue;
    for (const [product, its] of catalogUnits(compiled(inForce.content))) {
      const known = units.get(product) ?? new Set();
      for (const unit of its) known.add(unit);
      units.set(product, known);
    }
  }
  return units;
}

const CATALOG_UNITS = new WeakMap<CompiledCatalog, ReadonlyMap<string, ReadonlySet<string>>>();
function catalogUnits(catalog: CompiledCatalog): ReadonlyMap<string, ReadonlySet<string>> {
  const found = CATALOG_UNITS.get(catalog);
  if (found) return found;
  const units = new Map<string, Set<string>>();
  for (const entry of catalog.entries) {
    const expressions = [
      entry.when,
      ...[...entry.exceptions, ...entry.requirements].flatMap((part) => part.when ?? []),
    ];
    for (const test of expressions.flatMap((expression) => [...testsOf(expression)])) {
      if (test.kind === 'product')
        units.set(test.product, (units.get(test.product) ?? new Set()).add(test.unit));
    }
  }
  CATALOG_UNITS.set(catalog, units);
  return units;
}

/** Takes the zone's facts from the register; the keys of ZONE facts that it does not state. */
function readZone(reader: Reader, zone: JurisdictionRecord): ReadonlySet<string> {
  const { kind, zoneLevel, riskGrade, positioning, suspended, facts } = zone.zone!;
  reader.choices.set('zone.kind', kind);
  reader.choices.set('zone.level', zoneLevel);
  reader.choices.set('zone.riskGrade', riskGrade);
  reader.choices.set('zone.suspended', String(suspended));
  reader.sets.set('zone.positioning', new Set(positioning));
  reader.declared(facts, ['zone', 'facts'], 'ZONE');
  const stated = new Set(facts.map((fact) => fact.key));
  return new Set(
    [...reader.definitions.values()]
      .filter((fact) => fact.about === 'ZONE' && !builtInFact(fact.key) && !stated.has(fact.key))
      .map((fact) => fact.key),
  );
}

function readConfirmations(
  reader: Reader,
  ground: Ground,
  given: readonly Confirmation[] | null | undefined,
  actor: Actor | null,
): ReadonlyMap<string, boolean> {
  const confirmations = new Map<string, boolean>();
  for (const [at, given1] of (reader.list(given, ['confirmations'], LONGEST.confirmations) ?? []).entries()) {
    const path = ['confirmations', String(at)];
    const { catalog, entry, exception, confirmed, document } = given1;
    const holder = ground.catalogs.find(({ identity }) => catalogId(identity.key) === catalog);
    const found = holder?.inForce?.content.entries
      .find((candidate) => candidate.code === entry)
      ?.exceptions.find((candidate) => candidate.key === exception && candidate.discretionary);
    if (!holder || !found) {
      reader.fault('UNKNOWN_CONFIRMATION', { catalog, entry, exception }, path);
      continue;
    }
    const deciders = decidingLineage(ground.lineage, holder.identity.jurisdiction, found.decidedBy ?? null);
    if (!may(actor, 'CONFIRM_DISCRETION', deciders)) {
      const details = { jurisdiction: deciders.at(-1)!, entry, exception };
      reader.fault('CONFIRMATION_NOT_ALLOWED', details, path);
      continue;
    }
    if (typeof document !== 'string' || document.trim() === '' || document.length > 500) {
      reader.outOfRange([...path, 'document'], shown(document), '1–500');
    }
    const key = confirmationKey(holder.identity.key, entry, exception);
    if (confirmations.has(key))
      reader.fault('DUPLICATE_FACT', { key: `${catalog}/${entry}/${exception}` }, path);
    confirmations.set(key, confirmed);
  }
  return confirmations;
}

/**
 * The jurisdiction whose officer decides, and its ancestors: the one of the named level in the lineage, or where
 * that level is skipped the next above; by default the catalog's own (DESIGN 2.5).
 */
function decidingLineage(
  lineage: readonly JurisdictionRecord[],
  own: string,
  decidedBy: JurisdictionRecord['level'] | null,
): readonly string[] {
  const ownAt = lineage.findIndex((record) => record.id === own);
  const at =
    decidedBy === null || lineage[ownAt]!.level === decidedBy
      ? ownAt
      : lineage.findLastIndex((record) => LEVEL_RANK[record.level] <= LEVEL_RANK[decidedBy]);
  return lineage.slice(0, Math.max(at, 0) + 1).map((record) => record.id);
}

const LEVEL_RANK = { COUNTRY: 0, PROVINCE: 1, PREFECTURE: 2, COUNTY: 3, ZONE: 4 } as const;
