import { createHash, createPublicKey, verify } from 'node:crypto';
import * as z from 'zod';
import type { ChainHead } from '../assessment/decision.ts';
import { canonicalJson } from '../values/canonical.ts';
import type { ChainBreak } from './follow-chain.ts';
import { merkleRoot } from './merkle.ts';

/** The head of one of all chains. */
export interface HeadOfChain extends ChainHead {
  readonly chain: string;
}

/** What is signed (签封): the heads of all chains at one time, by their Merkle root. */
export interface SealStatement {
  readonly kind: 'SEAL';
  /** From 1, one more than that of the seal before. */
  readonly number: number;
  /** RFC 3339. */
  readonly time: string;
  /** SHA-256 of the statement before in canonical JSON; null for the first. */
  readonly previous: string | null;
  /** How many heads. */
  readonly count: number;
  readonly root: string;
}

/** A seal as it is kept apart: with the heads, so that a history can be held against it. */
export interface Seal {
  readonly statement: SealStatement;
  /** ECDSA P-256 with SHA-256 over the canonical JSON of the statement: DER in base64. */
  readonly signature: string;
  /** In the order of their chains' names. */
  readonly heads: readonly HeadOfChain[];
}

/** The chain that notes the seals, for whoever asks for the proof of a decision. */
export const SEALS = 'seals';

/** What is wrong with a chain, or with what is kept of the seals. */
export type SealBreak =
  | (ChainBreak & { readonly chain: string })
  /** The newest seal that is kept was not signed by the key, or its heads or name are not those that were signed for. */
  | { readonly chain: typeof SEALS; readonly fault: 'SEAL_FORGED' }
  /** The table knows of later seals than are kept. */
  | { readonly chain: typeof SEALS; readonly fault: 'SEALS_MISSING' };

/** The statement over heads, to be signed. */
export const sealStatement = (
  heads: readonly HeadOfChain[],
  before: SealStatement | null,
  time: string,
): SealStatement => ({
  kind: 'SEAL',
  number: (before?.number ?? 0) + 1,
  time,
  previous: before && statementHash(before),
  count: heads.length,
  root: merkleRoot(heads.map(headLeaf)),
});

export const headLeaf = ({ chain, seq, hash }: HeadOfChain): string => canonicalJson({ chain, seq, hash });

const statementHash = (statement: SealStatement): string =>
  createHash('sha256').update(signedText(statement)).digest('hex');

/** The very text that is signed. */
export const signedText = (statement: SealStatement): string => canonicalJson({ ...statement });

/** Whether the key signed the statement. @param publicKey PEM */
export function isSigned(statement: SealStatement, signature: string, publicKey: string): boolean {
  try {
    const bytes = Buffer.from(signature, 'base64');
    // Another spelling of the same bytes is another file.
    if (bytes.toString('base64') !== signature) return false;
    return verify('sha256', Buffer.from(signedText(statement)), createPublicKey(publicKey), bytes);
  } catch {
    return false;
  }
}

/** Reads a kept seal; undefined where it is none, was not signed by the key, or has other heads than it was signed for. */
export function readSeal(text: string, publicKey: string): Seal | undefined {
  const seal = parsed(text);
  if (!seal || !isSigned(seal.statement, seal.signature, publicKey)) return undefined;
  const { count, root } = seal.statement;
  const whole = seal.heads.length === count && merkleRoot(seal.heads.map(headLeaf)) === root;
  return whole ? seal : undefined;
}

function parsed(text: string): Seal | undefined {
  try {
    return sealShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export const statementShape: z.ZodType<SealStatement> = z.strictObject({
  kind: z.literal('SEAL'),
  number: z.int().positive(),
  time: z.string(),
  previous: z.string().nullable(),
  count: z.int().nonnegative(),
  root: z.string(),
});
export const sealShape: z.ZodType<Seal> = z.strictObject({
  statement: statementShape,
  signature: z.string(),
  heads: z.array(z.strictObject({ chain: z.string(), seq: z.int().positive(), hash: z.string() })),
});
