import type { AssessmentBasis, CatalogOnDay } from '../../services/domain/assessment/assessment-basis.ts';
import type { Decision } from '../../services/domain/assessment/decision.ts';
import type { Context } from '../context.ts';

/** What a decision rested on, read again by the hashes that it recorded. */
export async function basisOfDecision(
  { on, evidence: { lineage, catalogs } }: Decision,
  { deps, reads }: Context,
): Promise<AssessmentBasis> {
  const onDay = catalogs.map(async ({ key, jurisdiction, standing, version }): Promise<CatalogOnDay> => {
    const identity = { key, jurisdiction };
    if (!version) return { identity, standing };
    const { number, contentHash, content } = version;
    return { identity, standing, inForce: { number, contentHash, content: await reads.content(content) } };
  });
  return { on, lineage, catalogs: await Promise.all(onDay), reference: deps.reference };
}
