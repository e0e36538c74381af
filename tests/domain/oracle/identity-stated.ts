import type { ChemicalInput } from '../../../services/domain/assessment/project.ts';

/** What a line is by its number or its name; undefined where nobody can say. */
export function identityStated(
  { cas, name, withoutCas }: ChemicalInput,
  substancesNamed: (name: string) => readonly string[],
): string | undefined {
  if (cas != null) return cas;
  if (withoutCas) return `name:${name}`;
  const named = substancesNamed(name!);
  return named.length === 1 ? named[0] : undefined;
}
