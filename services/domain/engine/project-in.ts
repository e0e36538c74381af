import type { AssessmentBasis } from '../assessment/assessment-basis.ts';
import type { ProjectInput } from '../assessment/project.ts';
import { definitionsOn } from './lineage.ts';

/** What is known of a project that may come to any zone: no zone, no areas, no confirmations, no day of its own. */
export type ProjectAnywhere = Omit<ProjectInput, 'zone' | 'areas' | 'confirmations' | 'on'>;

/**
 * A project that may come to any zone, as it is put to one of them (ADR 0014): a declared fact that no catalog there
 * defines can be tested by none of them, and is left out.
 *
 * @param isDefinedElsewhere whether a catalog of some other zone asked about defines it: what none does is a fault
 */
export function projectIn(
  basis: AssessmentBasis,
  { facts, ...project }: ProjectAnywhere,
  isDefinedElsewhere: (key: string) => boolean = () => true,
): ProjectInput {
  const zone = basis.lineage.at(-1)!.id;
  const declared = facts?.declared;
  if (!declared?.length) return { ...project, zone, ...(facts && { facts }) };
  const defined = definitionsOn(basis);
  return {
    ...project,
    zone,
    facts: { ...facts, declared: declared.filter(({ key }) => defined.has(key) || !isDefinedElsewhere(key)) },
  };
}
