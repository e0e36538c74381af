import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { FactsInput, ProjectInput } from '../../../services/domain/assessment/project.ts';

/**
 * The same project with one more fact known, in every way the donor project can tell one, and with all of them.
 *
 * Unset fields are taken from the donor; codes above class level become a class below; unset amounts are filled in.
 */
export function additions(
  project: ProjectInput,
  donor: ProjectInput,
  { reference: { classification } }: AssessmentBasis,
): readonly ProjectInput[] {
  const facts: FactsInput = project.facts ?? {};
  const given: FactsInput = donor.facts ?? {};
  const ofProject = FIELDS.filter((field) => project[field] == null && donor[field] != null).map(
    (field): Change =>
      (to) => ({ ...to, [field]: donor[field] }),
  );
  const keys = Object.keys(given) as (keyof FactsInput)[];
  const ofFacts = keys
    .filter(
      (key) => key !== 'declared' && facts[key] == null && given[key] != null && !contradicts(key, facts),
    )
    .map(
      (key): Change =>
        (to) => ({ ...to, facts: { ...to.facts, [key]: given[key] } }),
    );
  const declared = facts.declared ?? [];
  const ofDeclared = (given.declared ?? [])
    .filter(({ key }) => !declared.some((fact) => fact.key === key))
    .map(
      (fact): Change =>
        (to) => ({ ...to, facts: { ...to.facts, declared: [...(to.facts?.declared ?? []), fact] } }),
    );
  const ofCodes = (project.industries ?? []).flatMap((code, i) =>
    classification.classesOf(code).map(
      (below): Change =>
        (to) => ({ ...to, industries: to.industries!.map((each, j) => (i === j ? below : each)) }),
    ),
  );
  const amounts: readonly Change[] =
    facts.majorHazardLevel != null
      ? []
      : ['0', '10', '10.001', '100'].flatMap((amount) => [
          (to) => ({
            ...to,
            facts: {
              ...to.facts,
              chemicals: to.facts?.chemicals?.map((line) => ({
                ...line,
                tonnes: line.tonnes ?? amount,
                fraction: line.fraction ?? (amount === '0' ? '8' : '40'),
              })),
            },
          }),
          (to) => ({
            ...to,
            facts: {
              ...to.facts,
              products: to.facts?.products?.map((line) => ({
                ...line,
                // What all lines have is known where each is.
                capacity: line.capacity ?? (line.lineCapacities ? null : amount),
                addedCapacity: line.addedCapacity ?? amount,
                lines: line.lines ?? 2,
              })),
            },
          }),
        ]);
  const single = [...ofProject, ...ofFacts, ...ofDeclared, ...ofCodes, ...amounts];
  const all = [...ofProject, ...ofFacts, ...ofDeclared].reduce((to, change) => change(to), project);
  return [...single.map((change) => change(project)), all];
}

/** A level that is stated beside an inventory need not be the one that it makes: the graver counts, which is no new fact. */
const contradicts = (key: keyof FactsInput, facts: FactsInput): boolean =>
  key === 'majorHazardLevel'
    ? facts.chemicals != null
    : facts.majorHazardLevel != null && (key === 'chemicals' || key === 'exposedPersons');

type Change = (to: ProjectInput) => ProjectInput;

const FIELDS = ['industries', 'natures', 'activities', 'areas', 'earlierApproval'] as const;
