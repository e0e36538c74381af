import type { ChemicalInput } from '../../../services/domain/assessment/project.ts';
import type { Day } from '../../../services/domain/vocabulary.ts';
import { allAsked } from './asked.ts';
import { codesStated } from './codes-stated.ts';
import type { FactContent, InventoryLine } from './completed-facts.ts';
import { thousandths } from './completed-facts.ts';
import { BUILT_IN } from './dictionary.ts';
import { identityStated } from './identity-stated.ts';
import { isCovered, ratioOf } from './interpreter.ts';
import { fractionsOf, gridOf, representativeInventories, substancesOf } from './inventories.ts';
import { representativeNumbers } from './numbers.ts';
import { boundsOf, representativeProductLists } from './product-lists.ts';
import type { Question } from './question.ts';
import { definitionOf, stated } from './question.ts';
import { choices, firstOfEach, nonEmptySubsets, subsets } from './sets.ts';

/** Values that stand for all that a fact can be (DESIGN 2.6, ADR 0001); just one where it is known. */
export function possibleValues(question: Question, key: string): readonly FactContent[] {
  const { project, facts, tests } = question;
  switch (key) {
    case 'industries':
      return industries(question);
    case 'natures':
      return project.natures == null ? nonEmptySubsets(BUILT_IN.natures!.options!) : [project.natures];
    case 'activities':
      return project.activities == null ? activitySets(question) : [project.activities];
    case 'areas':
      return areas(question);
    case 'earlierApproval':
      return earlierApprovals(question);
    case 'chemicals':
      return inventories(question);
    case 'products': {
      const asked = tests.flatMap((test) => ('product' in test ? [test.product] : []));
      return representativeProductLists(
        asked,
        facts.products ?? null,
        question.basis.reference.productTerms.all(),
      );
    }
    case 'majorHazardLevel': {
      const value = stated(question, key);
      const levels = question.hazard?.levels ?? BUILT_IN.majorHazardLevel!.options!;
      if (value === undefined) return levels;
      // The graver of what is stated and of the mildest that the inventory allows.
      const graver = BUILT_IN.majorHazardLevel!.options!.findLast(
        (level) => level === value || level === levels[0],
      );
      return [question.hazard ? graver! : value];
    }
    default: {
      const value = stated(question, key);
      return value === undefined ? domainOf(question, key) : [value];
    }
  }
}

/** All that an unstated number, flag, choice, set or date can be, as far as a test tells it apart. */
function domainOf(question: Question, key: string): readonly FactContent[] {
  const definition = definitionOf(question, key);
  const { type, options } = definition ?? BUILT_IN[key]!;
  switch (type) {
    case 'NUMBER': {
      const numbers = representativeNumbers(boundaries(question, key), {
        integer: definition?.integer ?? BUILT_IN[key]?.integer ?? false,
        positive: isPositive(question, ratioOf(key, question.setting)?.inputs[0] ?? key),
      });
      return definition?.many ? subsets(numbers) : numbers;
    }
    case 'FLAG':
      return [false, true];
    case 'CHOICE':
      return options!;
    case 'SET':
      return subsets([...new Set(setTests(question, key).flat(2))]);
    case 'DATE':
      return days(question, key);
    default:
      throw new Error(`no domain for ${key}`);
  }
}

/** Land, and whatever a catalog in force divides by, cannot be 0. */
const isPositive = ({ setting }: Question, key: string): boolean =>
  BUILT_IN[key]?.positive ??
  [...setting.definitions.values()].some(({ ratio }) => ratio?.denominator === key);

/** The values at which a test on the number turns, among them those of a ratio whose other input is stated. */
function boundaries(question: Question, key: string): readonly number[] {
  const onFact = (fact: string): readonly number[] =>
    question.tests.flatMap((test) =>
      'number' in test && test.number.fact === fact ? boundsOf(test.number) : [],
    );
  const { setting } = question;
  const ofRatios = [...Object.keys(BUILT_IN), ...setting.definitions.keys()].flatMap((fact) => {
    const { inputs = ['', ''], times = 1 } = ratioOf(fact, setting) ?? {};
    const [numerator, denominator] = inputs;
    if (numerator !== key && denominator !== key) return [];
    const other = stated(question, key === numerator ? denominator : numerator) as number | undefined;
    if (other === undefined) return [];
    return onFact(fact).flatMap((bound) => {
      if (key === numerator) return [exactly(bound * other, 1000 * times)];
      return bound === 0 ? [] : [exactly(other * 1000 * times, bound)];
    });
  });
  const ofLevel =
    key === 'exposedPersons' && question.hazard
      ? question.basis.reference.majorHazard.exposure.map(({ persons }) => persons * 1000)
      : [];
  return [...onFact(key), ...ofRatios, ...ofLevel];
}

/** A boundary that a double does not hold exactly would put a value on the wrong side. */
function exactly(numerator: number, denominator: number): number {
  const quotient = numerator / denominator;
  if (quotient * denominator !== numerator)
    throw new Error(`the oracle cannot hold ${numerator}/${denominator} exactly`);
  return quotient;
}

function days({ tests }: Question, key: string): readonly Day[] {
  const limits = tests.flatMap((test) =>
    'date' in test && test.date.fact === key ? [test.date.before, test.date.onOrAfter] : [],
  );
  return limits.flatMap((limit) => (limit == null ? [] : daysAround(limit)));
}

/** Every choice of classes; classes that every scope and test treats alike stand for each other. */
function industries(question: Question): readonly FactContent[] {
  const { classification } = question.setting;
  const asked = allAsked(question).filter(({ facts }) => facts.includes('industries'));
  // A test that takes several codes at once is no test of one: what each of them asks for tells codes apart.
  const lists = setTests(question, 'industries').flat();
  const distinct = (codes: readonly string[]): readonly string[] =>
    firstOfEach(codes, (code) =>
      [
        ...asked.map(({ holds }) => holds({ industries: [code] })),
        ...lists.map((any) => any.some((one) => isCovered(code, one, classification))),
      ]
        .map((told) => (told ? '1' : '0'))
        .join(''),
    );
  const codes = codesStated(question.project);
  if (codes) return choices(codes.map((code) => distinct(classification.classesOf(code))));
  return nonEmptySubsets(distinct(classification.classes));
}

/** Every set of activities, as far as something asks for one of its members. */
function activitySets(question: Question): readonly FactContent[] {
  const asked: readonly (readonly string[])[] = [
    ...question.entries.map(({ entry }) => entry.activities),
    ...setTests(question, 'activities').flat(),
    ...question.tests.flatMap((test) => ('chemical' in test ? [test.chemical.activities ?? []] : [])),
  ];
  return firstOfEach(nonEmptySubsets(BUILT_IN.activities!.options!), (activities) =>
    asked.map((any) => (any.some((activity) => activities.includes(activity)) ? '1' : '0')).join(''),
  );
}

function areas({ project, basis }: Question): readonly FactContent[] {
  if (project.areas != null) return [project.areas];
  const keys = basis.lineage.at(-1)!.zone!.areas.map(({ key }) => key);
  return keys.length > 0 ? nonEmptySubsets(keys) : [null];
}

function earlierApprovals({ project, entries, setting: { on } }: Question): readonly FactContent[] {
  const { earlierApproval } = project;
  if (earlierApproval?.none) return [null];
  if (earlierApproval?.approvedOn != null) return [earlierApproval.approvedOn];
  const limits = entries.flatMap(({ entry }) => entry.exemptIfApprovedBefore ?? []);
  return [null, ...[...limits.flatMap(daysAround), on].filter((day) => day <= on)];
}

function inventories({ tests, facts: { chemicals }, setting, basis }: Question): readonly FactContent[] {
  const asked = tests.flatMap((test) => ('chemical' in test ? [test.chemical] : []));
  if (!chemicals) return representativeInventories(asked, setting.lists);
  const limits = asked.flatMap(({ moreThan }) => (moreThan == null ? [] : [thousandths(moreThan)]));
  const known = chemicals.flatMap(({ tonnes }) => (tonnes == null ? [] : [thousandths(tonnes)]));
  // So many unset amounts can all be above nothing and together within the least gap between two sums.
  const amounts = gridOf(limits, chemicals.length - known.length || 1, known);
  const { substancesNamed } = basis.reference;
  const certain = (line: ChemicalInput) => identityStated(line, substancesNamed);
  // A line that may be anything may be what another is, what a test names, what none names, or a thing of its own.
  const anything = [
    ...chemicals.flatMap((line) => certain(line) ?? []).filter((identity) => !identity.startsWith('name:')),
    ...substancesOf(asked, setting.lists),
    ...chemicals.map((_, at) => `unlisted-${at}`),
  ];
  const asStated = (line: ChemicalInput): readonly InventoryLine[] => {
    const identity = certain(line);
    const identities = identity === undefined ? [...new Set([...anything, `name:${line.name}`])] : [identity];
    return identities.flatMap((cas) =>
      (line.tonnes == null ? amounts : [thousandths(line.tonnes)]).flatMap((amount) =>
        (line.fraction == null ? fractionsOf(cas, asked, setting.lists) : [thousandths(line.fraction)]).map(
          (fraction) => ({ cas, activities: line.activities ?? null, amount, fraction }),
        ),
      ),
    );
  };
  return choices(chemicals.map(asStated));
}

/** What each test of a set asks for: of each list whether something of it is there. */
const setTests = ({ tests }: Question, key: string): readonly (readonly (readonly string[])[])[] =>
  tests.flatMap((test) => {
    if (!('set' in test) || test.set.fact !== key) return [];
    const { includesAny, includesAll, includesNone } = test.set;
    return [includesAll ? includesAll.map((one) => [one]) : [includesAny ?? includesNone ?? []]];
  });

function daysAround(day: Day): readonly Day[] {
  return [-1, 0, 1].map((step) => {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + step);
    return date.toISOString().slice(0, 10);
  });
}
