import type { AssessmentBasis, CatalogOnDay } from '../../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import { contentHash } from './content-hash.ts';
import { drawsFrom } from './draws.ts';
import type { Verdict } from './verdict.ts';

/** The same basis and project with every list and every object in another order, but for the lineage. */
export function reordered(
  basis: AssessmentBasis,
  project: ProjectInput,
  shuffle: Shuffle,
): { readonly basis: AssessmentBasis; readonly project: ProjectInput } {
  const catalogs = (shuffled(basis.catalogs, shuffle) as readonly CatalogOnDay[]).map((catalog) =>
    catalog.inForce
      ? { ...catalog, inForce: { ...catalog.inForce, contentHash: contentHash(catalog.inForce.content) } }
      : catalog,
  );
  const lineage = basis.lineage.map((each) => shuffled(each, shuffle));
  const lists = shuffled(basis.reference.lists, shuffle);
  return {
    basis: { ...basis, lineage, catalogs, reference: { ...basis.reference, lists } },
    project: shuffled(project, shuffle),
  };
}

/** What a verdict says apart from the places that follow from the order of entries and catalogs. */
export function withoutPlaces(verdict: Verdict): unknown {
  const byEntry = (a: { readonly entry: string }, b: { readonly entry: string }): number =>
    a.entry < b.entry ? -1 : 1;
  return {
    ...verdict,
    findings: verdict.findings.map(({ position: _, ...finding }) => finding).sort(byEntry),
    versions: [...verdict.versions].sort(),
  };
}

export type Shuffle = <T>(list: readonly T[]) => readonly T[];

function shuffled<T>(value: T, shuffle: Shuffle): T {
  if (Array.isArray(value)) return shuffle(value.map((member) => shuffled(member, shuffle))) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    shuffle(Object.entries(value)).map(([key, member]) => [key, shuffled(member, shuffle)]),
  ) as T;
}

/** A shuffle that is the same for the same seed. */
export function shuffleBy(seed: number): Shuffle {
  const draw = drawsFrom(seed);
  return (list) => {
    const rest = [...list];
    return list.map(() => rest.splice(draw(rest.length), 1)[0]!);
  };
}
