import type { ProjectInput } from '../assessment/project.ts';
import { statedFor } from '../facts/ratio.ts';
import { memoize } from '../values/memoize.ts';
import type { Facts } from './facts.ts';
import type { CatalogInForce, Lineage } from './lineage.ts';

/**
 * All that an assessment reads of a project, as it was stated (情形): projects of one lineage that agree in it have the
 * same assessment, byte for byte. What a project is called, and facts that no entry about its industries tests, are no
 * part of it.
 *
 * @param facts what was read of the project, without fault
 */
export function situationOf(
  { inForce, definitions }: Lineage,
  project: ProjectInput,
  { industries: read, notices }: Facts,
): string {
  const { industries, industryEdition, confirmations } = project;
  const keys = new Set<string>();
  for (const catalog of inForce)
    for (const key of testedBy(catalog)(catalog.candidates(read)))
      for (const input of statedFor(definitions.get(key), key)) keys.add(input);
  return JSON.stringify([
    industries,
    industryEdition,
    confirmations,
    notices,
    ...[...keys].map((key) => statedIn(project, key)),
  ]);
}

/** Keys of the facts that candidates test, worked out once for each list of them. */
const testedBy = memoize(({ matcher, readings }: CatalogInForce) =>
  memoize((candidates: readonly number[]): ReadonlySet<string> => {
    const keys = new Set<string>();
    for (const at of candidates)
      if (readings[at] !== 'OUT_OF_TIME') for (const key of matcher.entries[at]!.facts) keys.add(key);
    return keys;
  }),
);

/** All of a project from which a fact is read. */
function statedIn({ activities, facts, ...project }: ProjectInput, key: string): unknown {
  switch (key) {
    case 'natures':
    case 'areas':
    case 'earlierApproval':
      return project[key];
    case 'activities':
      return activities;
    // Lines without activities of their own follow those of the project.
    case 'chemicals':
      return [facts?.chemicals, activities];
    // The inventory has a say in it, and the persons around it (ADR 0008).
    case 'majorHazardLevel':
      return [facts?.majorHazardLevel, facts?.exposedPersons, facts?.chemicals, activities];
    default:
      return [
        (facts as Readonly<Record<string, unknown>> | null | undefined)?.[key],
        facts?.declared?.filter((fact) => fact.key === key),
      ];
  }
}
