import * as z from 'zod';
import type { Decision } from '../assessment/decision.ts';
import { receiptOf } from '../assessment/decision.ts';
import { decisionsChain } from '../ids.ts';
import { hashOf, readCanonical } from '../values/canonical.ts';
import type { Outcome } from '../vocabulary.ts';
import { OUTCOMES } from '../vocabulary.ts';
import type { LinkState } from './decision-link.ts';
import { linkState } from './decision-link.ts';
import { followChain } from './follow-chain.ts';
import { revisionShape } from './follow-history.ts';
import { rootByPath } from './merkle.ts';
import type { Revision } from './revision.ts';
import { sealOf } from './revision.ts';
import type { SealStatement } from './seal.ts';
import { headLeaf, isSigned, statementShape } from './seal.ts';

/**
 * All that it takes to prove a decision with nothing but the public key (回执证明): its record, whose hash is the receipt;
 * the link that has the receipt; the links up to a head that was sealed; the seal.
 */
export interface ReceiptProof {
  readonly kind: 'RECEIPT_PROOF';
  readonly record: Omit<Decision, 'receipt'>;
  readonly link: PlaceInTree & { readonly revision: Revision; readonly state: LinkState };
  /** The links that follow it, up to the one whose hash was sealed. */
  readonly following: readonly Revision[];
  readonly seal: PlaceInTree & { readonly statement: SealStatement; readonly signature: string };
}
interface PlaceInTree {
  /** From 0. */
  readonly index: number;
  readonly path: readonly string[];
}

/** What a proof comes to: what it proves, or the first step that does not hold. */
export type ProvenReceipt =
  | {
      readonly holds: true;
      readonly decision: string;
      readonly receipt: string;
      readonly zone: string;
      readonly outcome: Outcome;
      readonly linkedAt: string;
      readonly sealedAt: string;
    }
  | { readonly holds: false; readonly fault: ProofFault };
export type ProofFault = 'UNREADABLE' | 'LINK' | 'CHAIN' | 'SEAL' | 'SIGNATURE';

/** Verifies the file of a proof: canonical JSON, as it was handed out. @param publicKey PEM */
export function verifyReceiptProof(file: string, publicKey: string): ProvenReceipt {
  const read = proofShape.safeParse(readCanonical(file));
  if (!read.success) return { holds: false, fault: 'UNREADABLE' };
  const { record, link, following, seal } = read.data;
  const { revision, state } = link;
  const receipt = receiptOf(record);
  const chain = decisionsChain(record.assessment.zone);
  const fault = (fault: ProofFault): ProvenReceipt => ({ holds: false, fault });
  if (hashOf(state) !== revision.state || sealOf(chain, revision) !== revision.hash) return fault('LINK');
  if (rootByPath(receipt, link.index, state.count, link.path) !== state.root) return fault('LINK');
  const follower = followChain(chain, [], revision);
  if (following.some((next) => follower.next(next) !== null)) return fault('CHAIN');
  const { statement, signature, index, path } = seal;
  const leaf = headLeaf({ chain, ...follower.head! });
  if (rootByPath(leaf, index, statement.count, path) !== statement.root) return fault('SEAL');
  if (!isSigned(statement, signature, publicKey)) return fault('SIGNATURE');
  const { zone, outcome } = record.assessment;
  const times = { linkedAt: revision.time, sealedAt: statement.time };
  return { holds: true, decision: record.id, receipt, zone, outcome, ...times };
}

const place = { index: z.int().nonnegative(), path: z.array(z.string().regex(/^[0-9a-f]{64}$/)) };
const decided = z.looseObject({ zone: z.string(), outcome: z.enum(OUTCOMES) });
const proofShape = z.strictObject({
  kind: z.literal('RECEIPT_PROOF'),
  record: z.custom<Omit<Decision, 'receipt'>>(
    (record) => z.looseObject({ id: z.string(), assessment: decided }).safeParse(record).success,
  ),
  link: z.strictObject({ ...place, revision: revisionShape, state: linkState }),
  following: z.array(revisionShape),
  seal: z.strictObject({ ...place, statement: statementShape, signature: z.string() }),
});
