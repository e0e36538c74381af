import type { Actor } from '../access/access.ts';
import type { ProjectInput } from '../assessment/project.ts';
import type { MajorHazardLevel } from '../facts/dictionary.ts';
import { DICTIONARY, statedAs } from '../facts/dictionary.ts';
import { shown } from '../messages/read-input.ts';
import { Refusal, Refusals } from '../messages/refusal.ts';
import { isCreditCode } from '../values/credit-code.ts';
import { isProjectCode, projectCodeLooksMistyped } from '../values/project-code.ts';
import type { Facts } from './facts.ts';
import type { Lineage } from './lineage.ts';
import { graver, majorHazardOf } from './major-hazard.ts';
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
export function readFacts(law: Lineage, project: ProjectInput, actor: Actor | null): Facts {
  const faults: Refusal[] = [];
  const { basis, definitions, lists, products, zoneCode, zoneAreas, lineage, unstated } = law;
  const zone = basis.lineage.at(-1)!;
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
  for (const kind of VALUES)
    if (law.zone[kind].size > 0)
      for (const [key, value] of law.zone[kind]) reader[kind].set(key, value as never);
  const facts: Facts = {
    on: basis.on,
    industries,
    activities: readActivities(reader, project.activities, ['activities']),
    areas: readAreas(reader, zone, project.areas),
    zoneCode,
    zoneAreas,
    lineage,
    earlierApproval: readEarlierApproval(reader, project.earlierApproval),
    numbers: reader.numbers,
    many: reader.many,
    choices: reader.choices,
    sets: reader.sets,
    dates: reader.dates,
    ...inventory,
    majorHazard: readMajorHazard(reader, law, inventory),
    products: readProducts(reader, products, stated.products),
    confirmations: readConfirmations(reader, basis, project.confirmations, actor),
    terms: products,
    definitions,
    unstated,
    lists,
    notices: reader.notices,
    classification: basis.reference.classification,
  };
  if (faults.length > 0) throw new Refusals(faults);
  return facts;
}

const VALUES = ['numbers', 'many', 'choices', 'sets', 'dates'] as const;

/** Takes the facts that are one value each; the others have readers of their own. */
function readPlainFacts(reader: Reader, stated: object): void {
  for (const key of Object.keys(stated)) {
    const value = (stated as Readonly<Record<string, unknown>>)[key];
    const { fact, as } = STATED.get(key) ?? {};
    if (as === 'VALUE') reader.builtIn(fact!, value);
    else if (as !== 'LINES' && key !== 'declared')
      reader.fault('UNKNOWN_FACT', { key, value: shown(value) }, ['facts', key]);
  }
}
const STATED = new Map(DICTIONARY.map((fact) => [fact.key, { fact, as: statedAs(fact) }]));

/**
 * The level of the major hazard source: where the inventory gives one the graver of that and the stated one, and never
 * less than what is known of the inventory makes it (ADR 0008).
 */
function readMajorHazard(
  reader: Reader,
  { basis, isLevelTested }: Lineage,
  inventory: Pick<Facts, 'chemicals' | 'openChemicals'>,
): Facts['majorHazard'] {
  const stated = reader.choices.get(LEVEL) as MajorHazardLevel | undefined;
  if (!stated && !isLevelTested) return null;
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

function identifiers(
  reader: Reader,
  { projectCode, unifiedSocialCreditCode, applicant }: ProjectInput,
): void {
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
  if (applicant == null) return;
  const bytes = Buffer.byteLength(applicant);
  if (bytes > MAX_APPLICANT_BYTES)
    reader.fault('TOO_LARGE', { field: 'applicant', value: bytes, allowed: MAX_APPLICANT_BYTES }, [
      'applicant',
    ]);
}
/** It lies beside the keys of a decision, so that decisions are found by it. */
const MAX_APPLICANT_BYTES = 1024;
