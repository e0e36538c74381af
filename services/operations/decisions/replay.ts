import type { Actor } from '../../domain/access/access.ts';
import type { Assessment } from '../../domain/assessment/assessment.ts';
import type { Reference } from '../../domain/assessment/assessment-basis.ts';
import type { Decision, Evidence } from '../../domain/assessment/decision.ts';
import { assess, ENGINE_VERSION } from '../../domain/engine/assess.ts';
import { dictionaryHash } from '../../domain/facts/dictionary.ts';
import { canonicalJson } from '../../domain/values/canonical.ts';
import { catalogByEvidence } from '../catalog/catalog-on-day.ts';
import { lapsedByEvidence } from '../catalog/lapsed-definitions.ts';
import type { Deps } from '../deps.ts';
import { receiptHolds } from '../seals/receipt-standing.ts';

/** What making a decision again came to (DESIGN 2.9). */
export interface Replay {
  /** The assessment is the same, byte for byte in canonical JSON. */
  readonly same: boolean;
  /** The receipt is that of the decision as stored, and the one that was linked. */
  readonly receiptHolds: boolean;
  /** What the software brings that is not what the decision was made with. */
  readonly changedSince: readonly Changed[];
  /** What of the assessment is not the same: its fields, of the findings each, as `findings.<catalog> <entry>`. */
  readonly differs: readonly string[];
  readonly assessment: Assessment;
}
export type Changed = 'engine' | 'dictionary' | 'lists' | 'classification';

/**
 * Makes a decision again from what it rested on: the lineage as it was read and the contents by their hashes. No
 * chain of catalogs is read, so nothing that happened since can change the answer.
 */
export async function replayDecision(deps: Deps, decision: Decision): Promise<Replay> {
  const { evidence, on, project } = decision;
  const catalogs = await Promise.all(evidence.catalogs.map((catalog) => catalogByEvidence(deps, catalog)));
  const lapsed = await Promise.all(evidence.lapsed.map((each) => lapsedByEvidence(deps, each)));
  const basis = { on, lineage: evidence.lineage, catalogs, lapsed, reference: deps.reference };
  const assessment = assess(basis, project, officerAbove(decision), {
    searchBound: evidence.searchBound,
  });
  return {
    same: canonicalJson(assessment) === canonicalJson(decision.assessment),
    receiptHolds: await receiptHolds(deps, decision),
    changedSince: changedSince(evidence, deps.reference),
    differs: differing(decision.assessment, assessment),
    assessment,
  };
}

/** The confirmations were found to be an officer's when the decision was made; whose roles they were has passed. */
const officerAbove = ({ decidedBy, evidence }: Decision): Actor => ({
  subject: decidedBy,
  roles: [{ role: 'officer', jurisdiction: evidence.lineage[0]!.id }],
});

function differing(then: Assessment, now: Assessment): readonly string[] {
  const before = partsOf(then);
  const after = partsOf(now);
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (part) => before.get(part) !== after.get(part),
  );
}

/** The parts of an assessment, each in canonical JSON. */
function partsOf({ findings, ...rest }: Assessment): ReadonlyMap<string, string> {
  const parts = [
    ...Object.entries(rest),
    ...findings.map((finding) => [`findings.${finding.catalog} ${finding.entry.code}`, finding] as const),
  ];
  return new Map(parts.map(([name, part]) => [name, canonicalJson({ part })]));
}

function changedSince(then: Evidence, now: Reference): readonly Changed[] {
  const same: Readonly<Record<Changed, boolean>> = {
    engine: then.engineVersion === ENGINE_VERSION,
    dictionary: then.dictionaryHash === dictionaryHash(),
    lists: then.listsHash === now.listsHash,
    classification: then.classificationHash === now.classification.hash,
  };
  return (Object.keys(same) as Changed[]).filter((what) => !same[what]);
}
