import type { Mapping } from '../files/list-tasks.ts';

const KEPT = 'column-mappings';
/** An office has a handful of forms. */
const MOST = 20;

/** The mappings that were confirmed, for the next file with the same headers. Nothing of a project stands in them. */
export function keptMappings(): readonly unknown[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** Keeps mappings, the last of those for the same headers. */
export function keepMappings(confirmed: readonly Mapping[]): void {
  const shapes = new Set(confirmed.map(shapeOf));
  const others = (keptMappings() as readonly Mapping[]).filter((mapping) => !shapes.has(shapeOf(mapping)));
  localStorage.setItem(KEPT, JSON.stringify([...others, ...confirmed].slice(-MOST)));
}

const shapeOf = ({ columns }: Mapping): string => JSON.stringify(columns.map(({ header }) => header));
