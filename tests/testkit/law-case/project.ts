import type { Actor } from '../../../services/domain/access/access.ts';
import { ROLES } from '../../../services/domain/access/access.ts';
import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import { catalogId } from '../../../services/domain/ids.ts';
import { decimalInput, declaredFact, registerOf, zoneOf } from './assessment-basis.ts';
import type { Situation } from './format.ts';
import type { LawCase } from './read.ts';
import { entryRef } from './verdict.ts';
import { placeId } from './world.ts';

/** The project of a case, as a portal would send it. Only what the case writes is sent. */
export function projectOf(lawCase: LawCase, basis: AssessmentBasis): ProjectInput {
  const {
    industries,
    industryEdition,
    natures,
    activities,
    areas,
    earlierApproval,
    projectCode,
    ...written
  } = lawCase.situation.project;
  const { unifiedSocialCreditCode, declared, confirmations, ...facts } = written;
  return {
    zone: placeId(zoneOf(lawCase)),
    industries: given(industries, (codes) => codes.map(decimalInput)) as ProjectInput['industries'],
    industryEdition,
    natures,
    activities,
    areas,
    projectCode,
    unifiedSocialCreditCode,
    earlierApproval: given(earlierApproval, approval),
    facts: { ...factsOf(facts), declared: declared?.map(declaredFact) },
    confirmations: confirmations?.map(({ entry, ...rest }) => {
      const ref = entryRef(entry, basis);
      return { ...rest, catalog: catalogId(ref.catalog), entry: ref.entry };
    }),
  };
}

/** `applicant`, or a role held for a place: `officer of prefecture`. */
export function actorOf(lawCase: LawCase): Actor | null {
  const { as } = lawCase.situation;
  if (as === 'applicant') return null;
  const [, written, place = ''] = /^(\w+) of (\S+)$/.exec(as) ?? [];
  const role = ROLES.find((each) => each === written);
  const jurisdiction = placeId(place);
  if (!role || !registerOf(lawCase).jurisdictions.has(jurisdiction))
    throw new Error(`"as: ${as}" names nobody`);
  return { subject: as, roles: [{ role, jurisdiction }] };
}

const approval = (written: string): ProjectInput['earlierApproval'] =>
  written === 'none' ? { none: true } : { approvedOn: written };

/** Null and nothing stay what they are: both are sent, and both mean unknown. */
const given = <Written, Sent>(
  written: Written | null | undefined,
  send: (written: Written) => Sent,
): Sent | null | undefined => (written === null || written === undefined ? (written as null) : send(written));

type WrittenFacts = Omit<Situation['project'], 'declared' | 'confirmations'>;

function factsOf({
  chemicals,
  products,
  exposedPersons,
  landArea,
  ...rest
}: WrittenFacts): ProjectInput['facts'] {
  return {
    landArea: given(landArea, landOf),
    ...(Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [key, decimalOrAsIs(value)]),
    ) as object),
    exposedPersons: given(exposedPersons, Number),
    chemicals: given(chemicals, (lines) =>
      lines.map(({ cas, tonnes, fraction, ...line }) => ({
        ...line,
        cas: given(cas, decimalInput) as string | null | undefined,
        tonnes: given(tonnes, decimalInput),
        fraction: given(fraction, decimalInput),
      })),
    ),
    products: given(products, (made) =>
      made.map(({ lines, otherAmounts, ...line }) => ({
        ...amountOf(line),
        lines: given(lines, Number),
        otherAmounts: otherAmounts?.map(amountOf),
      })),
    ),
  };
}

/** Land that a case writes without a unit is in 亩. */
const landOf = (
  land: NonNullable<WrittenFacts['landArea']>,
): NonNullable<ProjectInput['facts']>['landArea'] =>
  typeof land === 'object' && 'number' in land
    ? (decimalOrAsIs(land) as { number: string })
    : { number: decimalInput(land), unit: '亩' };

function decimalOrAsIs(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('json' in value) return decimalInput(value as { json: string });
  if ('number' in value) return { ...value, number: decimalOrAsIs(value.number) };
  return value;
}

type WrittenRow = NonNullable<WrittenFacts['products']>[number];
const amountOf = <Amount extends Pick<WrittenRow, 'capacity' | 'addedCapacity' | 'lineCapacities'>>(
  written: Amount,
) => ({
  ...written,
  capacity: given(written.capacity, decimalInput),
  addedCapacity: given(written.addedCapacity, decimalInput),
  lineCapacities: given(written.lineCapacities, (lines) => lines.map(decimalInput)),
});
