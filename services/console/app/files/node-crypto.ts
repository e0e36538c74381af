import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What the rooms behind the files take of `node:crypto`, in a browser: theirs answers later, and these want it at once. */
export function createHash(_algorithm: 'sha256') {
  const hash = sha256.create();
  return {
    update(content: string | Uint8Array) {
      hash.update(typeof content === 'string' ? utf8ToBytes(content) : content);
      return this;
    },
    digest: (_encoding: 'hex'): string => bytesToHex(hash.digest()),
  };
}
