import { createPublicKey } from 'node:crypto';
import { provenText } from '../domain/chain/proven-text.ts';
import { verifyReceiptProof } from '../domain/chain/receipt-proof.ts';
import { CannotStart } from './cannot-start.ts';
import { textOf } from './verify-file.ts';

/**
 * Verifies the proof of a decision and prints the result in both languages.
 *
 * @param receipt the one that was handed out, where it is to be compared
 * @returns the exit code: 0 where it is proven, 1 where it is not
 * @throws CannotStart where nothing could be checked
 */
export async function verifyProofFile(
  file: string,
  keyFile: string,
  receipt: string | undefined,
): Promise<number> {
  const key = await textOf(keyFile);
  if (!isPublicKey(key))
    throw new CannotStart(`${keyFile} 不是公钥文件（PEM）。`, `${keyFile} holds no public key (PEM).`);
  const found = verifyReceiptProof(await textOf(file), key);
  for (const locale of ['zh', 'en'] as const) console.log(provenText(found, locale));
  if (!found.holds) return 1;
  if (receipt === undefined || receipt === found.receipt) return 0;
  console.log('该证明所证明的回执与所给的回执不同。');
  console.log('What it proves is another receipt than the one that was given.');
  return 1;
}

function isPublicKey(text: string): boolean {
  try {
    return createPublicKey(text).type === 'public' && !text.includes('PRIVATE KEY');
  } catch {
    return false;
  }
}
