import { createSign, generateKeyPairSync } from 'node:crypto';
import { verifyReceiptProof } from '../../services/domain/chain/receipt-proof.ts';
import type { Sealing } from '../../services/operations/seals/seal-heads.ts';

const PAIR = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const PUBLIC_KEY = PAIR.publicKey.export({ type: 'spki', format: 'pem' }).toString();

export interface KeptSeals extends Sealing {
  readonly kept: Map<string, string>;
}

/** A vault in memory, and a key that nobody else has. */
export function sealing(): KeptSeals {
  const kept = new Map<string, string>();
  return {
    kept,
    vault: {
      newest: async () => {
        const name = [...kept.keys()].sort().at(-1);
        return name === undefined ? null : { name, text: kept.get(name)! };
      },
      keep: async (name, text) => {
        if (kept.has(name)) return false;
        kept.set(name, text);
        return true;
      },
    },
    signer: {
      publicKey: async () => PUBLIC_KEY,
      sign: async (text) => createSign('sha256').update(text).sign(PAIR.privateKey, 'base64'),
    },
  };
}

/** As somebody verifies it who has nothing but the file and the key. */
export const verified = (file: string) => verifyReceiptProof(file, PUBLIC_KEY);
