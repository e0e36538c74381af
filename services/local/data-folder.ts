import { access, constants, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CannotStart } from './cannot-start.ts';

export const DEFAULT_DATA_FOLDER = '.data';

/** Where everything is that a local server keeps. */
export interface DataFolder {
  readonly path: string;
  readonly database: string;
  /** The key set of the development issuer. */
  readonly keys: string;
  /** The key that signs seals, and the folder in which they are kept. */
  readonly sealKey: string;
  readonly seals: string;
  /** How far the loading of the sample data has come. */
  readonly samples: string;
}

/** Makes the folder if it is not there; only its owner may look into it, because the issuer's private key is there. */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  if (folder === '') throw new CannotStart('--data 后须填写文件夹。', '--data takes a folder.');
  const path = resolve(folder);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CannotStart(
      `文件夹 ${path} 无法写入，请用 --data 另选一个文件夹。`,
      `Cannot write to the folder ${path} (${(error as NodeJS.ErrnoException).code}); choose another with --data.`,
    );
  }
  return {
    path,
    database: resolve(path, 'dynamodb'),
    keys: resolve(path, 'development-keys.json'),
    sealKey: resolve(path, 'seal-key.json'),
    seals: resolve(path, 'seals'),
    samples: resolve(path, 'samples.state'),
  };
}
