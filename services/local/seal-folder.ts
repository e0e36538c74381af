import { createPrivateKey, createPublicKey, randomUUID, sign } from 'node:crypto';
import { link, mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Sealing } from '../operations/seals/seal-heads.ts';
import { privateKey } from './development-issuer.ts';

/**
 * A folder in which seals are kept, and a key in a file that signs them: what KMS and a locked bucket are in AWS. The public
 * key lies beside the seals. Copies of the folder in other hands are what makes it worth anything.
 */
export async function openSealFolder(folder: string, keyFile: string): Promise<Sealing> {
  const key = createPrivateKey({ key: { ...(await privateKey(keyFile)) }, format: 'jwk' });
  const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(resolve(folder, 'public-key.pem'), pem);
  return {
    vault: {
      async newest() {
        const name = (await readdir(folder))
          .filter((file) => SEAL.test(file))
          .sort()
          .at(-1);
        return name === undefined ? null : { name, text: await readFile(resolve(folder, name), 'utf8') };
      },
      async keep(name, text) {
        // Written whole and then put in its place, so that none is half there and none is replaced.
        const unfinished = resolve(folder, `.${randomUUID()}`);
        await writeFile(unfinished, `${text}\n`, { flag: 'wx' });
        try {
          await link(unfinished, resolve(folder, name));
          return true;
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
          throw error;
        } finally {
          await unlink(unfinished);
        }
      },
    },
    signer: {
      publicKey: async () => pem,
      sign: async (text) => sign('sha256', Buffer.from(text), key).toString('base64'),
    },
  };
}

const SEAL = /^seal-\d{12}\.json$/;
