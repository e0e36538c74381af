import type { Actor } from '../access/access.ts';
import type { AssessmentBasis } from '../assessment/assessment-basis.ts';
import type { ProjectInput } from '../assessment/project.ts';
import type { CatalogContent } from '../catalog/catalog.ts';
import { listOfScope } from '../condition/operators/chemical.ts';
import type { MajorHazardLevel } from '../facts/dictionary.ts';
import { builtInFact, DICTIONARY, statedAs } from '../facts/dictionary.ts';
import type { FactDefinition } from '../facts/fact.ts';
import { membersOf } from '../facts/members-of.ts';
import { areaId } from '../ids.ts';
import { shown } from '../messages/read-input.ts';
import { Refusal, Refusals } from '../messages/refusal.ts';
import type { JurisdictionRecord } from '../register/jurisdiction.ts';
import { builtInZoneFacts } from '../register/jurisdiction.ts';
import { isCreditCode } from '../values/credit-code.ts';
import { memoize } from '../values/memoize.ts';
import { isProjectCode, projectCodeLooksMistyped } from '../values/project-code.ts';
import { allTests, compiled } from './compile.ts';
import type { Facts } from './facts.ts';
import { graver, majorHazardOf } from './major-hazard.ts';
import type { ProductReading } from './products-testable.ts';
import { productsTestable } from './products-testable.ts';
import { readChemicals } from './read-chemicals.ts';
import { readConfirmations } from './read-confirmations.ts';
import { readProducts } from './read-products.ts';
import {
  readActivities,
  readAreas,
  readEarlierApproval,
  readIndustries,
  readNatures,
} from './read-stated.ts';
import { Reader } from './reader.ts';

/**
 * The facts of a project as stated, and of its zone as the register has them.
 *
 * @throws Refusals every fault at once, each with its field and value (DESIGN 2.3, 2.5)
 */
export function readFacts(basis: AssessmentBasis, project: ProjectInput, actor: Actor | null): Facts {
  const faults: Refusal[] = [];
  const zone = basis.lineage.at(-1)!;
  const { definitions, lists, products } = testableOn(basis);
  const reader = new Reader(faults, definitions, basis.on);
  if (zone.closed) faults.push(new Refusal('ZONE_CLOSED', { zone: zone.id, on: basis.on }, ['zone']));
  identifiers(reader, project);
  const stated = project.facts ?? {};
  readPlainFacts(reader, stated);
  readNatures(reader, project.natures);
  reader.declared(stated.declared ?? [], ['facts', 'declared'], 'PROJECT');
  // Faults come in the order of the form.
  const industries = readIndustries(reader, basis, project);
  const inventory = readChemicals(reader, basis, stated.chemicals);
  const facts: Facts = {
    on: basis.on,
    industries,
    activities: readActivities(reader, project.activities, ['activities']),
    areas: readAreas(reader, zone, project.areas),
    zoneCode: zone.code,
    zoneAreas: zone.zone!.areas.map((area) => areaId(zone.code, area.key)),
    lineage: new Set(basis.lineage.map((record) => record.id)),
    earlierApproval: readEarlierApproval(reader, project.earlierApproval),
    numbers: reader.numbers,
    many: reader.many,
    choices: reader.choices,
    sets: reader.sets,
    dates: reader.dates,
    ...inventory,
    majorHazard: readMajorHazard(reader, basis, inventory),
    products: readProducts(reader, products, stated.products),
    confirmations: readConfirmations(reader, basis, project.confirmations, actor),
    terms: products,
    definitions,
    unstated: readZone(reader, basis.lineage),
    lists,
    notices: reader.notices,
    classification: basis.reference.classification,
  };
  if (faults.length > 0) throw new Refusals(faults);
  return facts;
}

/** What can be tested on a basis, whatever the project: worked out once for each basis. */
const testableOn = memoize((basis: AssessmentBasis): Testable => {
  const contents = basis.catalogs.flatMap(({ inForce }) => inForce?.content ?? []);
  const lists = [...basis.reference.lists, ...definitionsIn(basis).flatMap((each) => each.lists)];
  // Built-in lists are long, and few catalogs test them.
  const tested = new Set(contents.flatMap((content) => [...listsTested(content)]));
  return {
    definitions: definitionsOn(basis),
    lists: new Map(lists.filter(({ key }) => tested.has(key)).map((list) => [list.key, membersOf(list)])),
    products: productsTestable(
      basis.catalogs.flatMap(({ identity, inForce }) =>
        inForce ? [{ ...identity, content: inForce.content }] : [],
      ),
      basis.lapsed,
      basis.reference,
    ),
    isLevelTested: contents.some((content) =>
      compiled(content).entries.some((entry) => entry.facts.includes(LEVEL)),
    ),
  };
});
/** What products can be on a basis. */
export const productReadingOn = (basis: AssessmentBasis): ProductReading => testableOn(basis).products;

interface Testable extends Pick<Facts, 'definitions' | 'lists'> {
  readonly products: ProductReading;
  /** Whether an entry turns on the level of the major hazard source. */
  readonly isLevelTested: boolean;
}

const listsTested = memoize(
  (content: CatalogContent): ReadonlySet<string> =>
    new Set(
      compiled(content).entries.flatMap((entry) =>
        [...allTests(entry)].flatMap((test) =>
          test.kind === 'chemical' ? (listOfScope(test.substance) ?? []) : [],
        ),
      ),
    ),
);

/** Every fact that can be tested on this basis, by key. */
export function definitionsOn(basis: AssessmentBasis): ReadonlyMap<string, FactDefinition> {
  const own = definitionsIn(basis).flatMap(({ facts }) => facts);
  return new Map([...DICTIONARY, ...own].map((fact) => [fact.key, fact]));
}

/** What catalogs define: all that is in force, and of what is not what is named all the same. */
export const definitionsIn = ({
  catalogs,
  lapsed,
}: Pick<AssessmentBasis, 'catalogs' | 'lapsed'>): readonly Pick<CatalogContent, 'facts' | 'lists'>[] => [
  ...catalogs.flatMap(({ inForce }) => inForce?.content ?? []),
  ...lapsed.map(({ content: { facts, lists }, keys }) => ({
    facts: facts.filter(({ key }) => keys.includes(key)),
    lists: lists.filter(({ key }) => keys.includes(key)),
  })),
];

/** Takes the facts that are one value each; the others have readers of their own. */
function readPlainFacts(reader: Reader, stated: object): void {
  for (const [key, value] of Object.entries(stated)) {
    const fact = builtInFact(key);
    const as = fact && statedAs(fact);
    if (as === 'VALUE') reader.builtIn(fact!, value);
    else if (as !== 'LINES' && key !== 'declared')
      reader.fault('UNKNOWN_FACT', { key, value: shown(value) }, ['facts', key]);
  }
}

/**
 * The level of the major hazard source: where the inventory gives one the graver of that and the stated one, and never
 * less than what is known of the inventory makes it (ADR 0008).
 */
function readMajorHazard(
  reader: Reader,
  basis: AssessmentBasis,
  inventory: Pick<Facts, 'chemicals' | 'openChemicals'>,
): Facts['majorHazard'] {
  const stated = reader.choices.get(LEVEL) as MajorHazardLevel | undefined;
  if (!stated && !testableOn(basis).isLevelTested) return null;
  const persons = reader.numbers.get('exposedPersons');
  const hazard = majorHazardOf(inventory, persons, stated, basis.reference.majorHazard);
  if (!hazard) return null;
  const { levels } = hazard;
  const [mildest] = levels as [MajorHazardLevel];
  if (stated) reader.choices.set(LEVEL, graver(stated, mildest));
  else if (levels.length === 1) reader.choices.set(LEVEL, mildest);
  if (stated && !levels.includes(stated)) {
    const readAs = [...new Set([mildest, levels.at(-1)!])];
    reader.notices.push({
      code: 'MAJOR_HAZARD_LEVEL_DIFFERS',
      path: ['facts', LEVEL],
      value: stated,
      readAs,
    });
  }
  return hazard;
}
const LEVEL = 'majorHazardLevel';

/** Takes the zone's facts from the register; the keys of ZONE facts that it does not state. */
function readZone(reader: Reader, lineage: readonly JurisdictionRecord[]): ReadonlySet<string> {
  const { facts } = lineage.at(-1)!.zone!;
  for (const [key, value] of Object.entries(builtInZoneFacts(lineage))) {
    if (typeof value === 'object') reader.sets.set(key, new Set(value));
    else reader.choices.set(key, String(value));
  }
  // What the register states in another form than the catalog asks for is as good as unstated, and no fault of the
  // applicant.
  const misfits = reader.declaredOfZone(facts);
  const stated = new Set(facts.map((fact) => fact.key).filter((key) => !misfits.has(key)));
  return new Set(
    [...reader.definitions.values()]
      .filter((fact) => fact.about === 'ZONE' && !builtInFact(fact.key) && !stated.has(fact.key))
      .map((fact) => fact.key),
  );
}

function identifiers(reader: Reader, { projectCode, unifiedSocialCreditCode }: ProjectInput): void {
  if (projectCode != null) {
    const path = ['projectCode'];
    if (!isProjectCode(projectCode))
      reader.fault('INVALID_PROJECT_CODE', { value: shown(projectCode) }, path);
    else if (projectCodeLooksMistyped(projectCode))
      reader.notices.push({ code: 'PROJECT_CODE_LOOKS_MISTYPED', path, value: projectCode, readAs: [] });
  }
  if (unifiedSocialCreditCode != null && !isCreditCode(unifiedSocialCreditCode)) {
    reader.fault('INVALID_CREDIT_CODE', { value: shown(unifiedSocialCreditCode) }, [
      'unifiedSocialCreditCode',
    ]);
  }
}
