import * as z from 'zod';
import type { ContentRef } from '../catalog/catalog.ts';
import { canonicalJson } from '../values/canonical.ts';

/** The part of a state that a verification checks. Other fields depend on the release; a hash covers them. */
export interface StatedVersions {
  readonly versions: readonly StatedVersion[];
  readonly draft?: ContentRef | null | undefined;
}
export interface StatedVersion extends ContentRef {
  readonly number: number;
  readonly withdrawals?: readonly unknown[] | null | undefined;
  readonly reversals?: readonly unknown[] | null | undefined;
}

const content = { content: z.string(), contentHash: z.string(), entryCount: z.number() };

/** Reads the versions of a state body and ignores the rest. */
export const statedVersions: z.ZodType<StatedVersions> = z.looseObject({
  versions: z.array(
    z.looseObject({
      number: z.number(),
      ...content,
      withdrawals: z.array(z.unknown()).nullish(),
      reversals: z.array(z.unknown()).nullish(),
    }),
  ),
  draft: z.looseObject(content).nullish(),
});

/**
 * The number of the first version that the next state lacks or has changed; null if all were kept. Only withdrawals
 * and their reversals may be added.
 */
export function lostVersion(before: StatedVersions, after: StatedVersions): number | null {
  const lost = before.versions.find((version, place) => {
    const kept = after.versions[place];
    return !kept || canonicalJson(fixed(version)) !== canonicalJson(fixed(kept)) || !joined(version, kept);
  });
  return lost?.number ?? null;
}

const fixed = ({ withdrawals: _, reversals: __, ...version }: StatedVersion): object => version;

function joined(before: StatedVersion, after: StatedVersion): boolean {
  return (['withdrawals', 'reversals'] as const).every((list) => {
    const [earlier, later] = [before[list] ?? [], after[list] ?? []];
    return canonicalJson([...earlier]) === canonicalJson(later.slice(0, earlier.length));
  });
}
