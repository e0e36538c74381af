import type { ProjectInput } from '../../../services/domain/assessment/project.ts';

/**
 * The industries that a project states, by the rule that a code is known by its digits however it is written; null where
 * it states none. The letter before digits says nothing new, a name beside them is their own.
 */
export function codesStated({ industries }: ProjectInput): readonly string[] | null {
  if (industries == null) return null;
  const codes = industries.flatMap((written) =>
    written
      .normalize('NFKC')
      .split('、')
      .map((part) => /^[A-T]?(\d+)/.exec(part)?.[1] ?? part.charAt(0)),
  );
  return [...new Set(codes)];
}
