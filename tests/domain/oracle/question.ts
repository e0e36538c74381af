import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { FactsInput, ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type { FactDefinition, FactValue } from '../../../services/domain/facts/fact.ts';
import type { QuantityInput } from '../../../services/domain/vocabulary.ts';
import type { CompletedFacts, FactContent } from './completed-facts.ts';
import { thousandths } from './completed-facts.ts';
import { BUILT_IN } from './dictionary.ts';
import type { PlacedEntry, Setting } from './entry-in-completion.ts';
import type { Hazard } from './hazard.ts';
import { hazardOf } from './hazard.ts';
import { firstOfEach } from './sets.ts';
import type { Test } from './tests-in.ts';
import { testsOf } from './tests-in.ts';

/** What is asked of a project, and what it states. */
export interface Question {
  readonly basis: AssessmentBasis;
  readonly setting: Setting;
  readonly project: ProjectInput;
  readonly facts: FactsInput;
  readonly entries: readonly PlacedEntry[];
  /** What the inventory says of the level of the major hazard source; null without one. */
  readonly hazard: Hazard | null;
  /** The different tests of all entries: what many of them ask is asked once. */
  readonly tests: readonly Test[];
}

export function questionOf(
  basis: AssessmentBasis,
  project: ProjectInput,
  entries: readonly PlacedEntry[],
  setting: Setting,
): Question {
  const tests = firstOfEach(
    entries.flatMap(({ entry }) => testsOf(entry)),
    (test) => JSON.stringify(test),
  );
  const { majorHazard, substancesNamed } = basis.reference;
  const hazard = hazardOf(project, majorHazard, substancesNamed);
  return { basis, setting, project, facts: project.facts ?? {}, entries, tests, hazard };
}

/** The value of a number, flag, choice, set or date that the project states. */
export function stated({ facts }: Question, key: string): FactContent | undefined {
  if (!(key in BUILT_IN)) {
    const declared = facts.declared?.find((fact) => fact.key === key);
    return declared && contentOf(declared.value);
  }
  const value = (facts as Record<string, unknown>)[key];
  if (value == null) return undefined;
  return BUILT_IN[key]!.type === 'NUMBER' ? amountStated(value as QuantityInput) : (value as FactContent);
}

/** What the register states of the zone. */
export function zoneFacts({ lineage }: AssessmentBasis): CompletedFacts {
  const zone = lineage.at(-1)!.zone!;
  return {
    'zone.kind': zone.kind,
    'zone.level': zone.zoneLevel,
    'zone.riskGrade': zone.riskGrade,
    'zone.positioning': zone.positioning,
    // What is suspended around it is suspended within.
    'zone.suspended': lineage.some((each) => each.zone?.suspended ?? false),
    ...Object.fromEntries(zone.facts.map(({ key, value }) => [key, contentOf(value)])),
  };
}

/** How a catalog defines the fact. */
export const definitionOf = ({ basis }: Question, key: string): FactDefinition | undefined =>
  definedThere(basis)
    .flatMap(({ facts }) => facts)
    .find((definition) => definition.key === key);

/** What catalogs in force define, and of what is in force no more what they name (LAW L7). */
export const definedThere = ({
  catalogs,
  lapsed,
}: AssessmentBasis): readonly Pick<CatalogContent, 'facts' | 'lists'>[] => [
  ...catalogs.flatMap(({ inForce }) => inForce?.content ?? []),
  ...lapsed.map(({ content, keys }) => ({
    facts: content.facts.filter(({ key }) => keys.includes(key)),
    lists: content.lists.filter(({ key }) => keys.includes(key)),
  })),
];

/** By the rule: 1 公顷 = 15 亩, 1 亩 = 2000/3 m², 1 亿元 = 10 000 万元 = 100 000 000 元. */
function amountStated(stated: QuantityInput): number {
  if (typeof stated !== 'object') return thousandths(stated);
  const own = thousandths(stated.number);
  switch (stated.unit ?? '万元') {
    case '公顷':
      return own * 15;
    case 'm²':
      return Math.round((own * 3) / 2000);
    case '亿元':
      return own * 10_000;
    case '元':
      return Math.round(own / 10_000);
    default:
      return own;
  }
}

function contentOf(value: FactValue): FactContent {
  if (value.number != null) return thousandths(value.number);
  if (value.numbers != null) return value.numbers.map(thousandths);
  return value.flag ?? value.choice ?? value.set ?? value.date!;
}
