import type { ProjectInput, StatedProjectFragment } from '../generated/queries.ts';

type Known = Omit<ProjectInput, 'zone' | 'on'>;

/**
 * A project as a decision has it, to be stated again: what was not stated is left out. The fragment asks for every field
 * that can be stated (a test holds that), or a fact would be lost on the way.
 */
export function statedAgain({ zone: _, on: __, confirmations, ...project }: StatedProjectFragment): Known {
  return stated({
    ...project,
    ...(confirmations.length > 0 && {
      confirmations: confirmations.map((one) => ({ ...one, catalog: one.catalog.id })),
    }),
  }) as Known;
}

/** Without what is null, at any depth. */
function stated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === null ? [] : [[key, stated(one)]])),
  );
}

/** What names the project; no rule reads it. */
export const NAMING = [
  'name',
  'projectCode',
  'applicant',
  'unifiedSocialCreditCode',
] as const satisfies readonly (keyof ProjectInput)[];

/** What an enquiry asks about: neither what names the project nor what an authority has decided. */
export function askedAbout(project: Known): Known {
  const besides: readonly string[] = [...NAMING, 'ref', 'industryEdition', 'confirmations'];
  return Object.fromEntries(Object.entries(project).filter(([key]) => !besides.includes(key)));
}
