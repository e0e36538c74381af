import { readFile, rename, writeFile } from 'node:fs/promises';

interface SampleLoading {
  /** File that says how far the loading has come. */
  readonly marker: string;
  readonly registerIsEmpty: () => Promise<boolean>;
  /** Loads what is not there yet; may be repeated. */
  readonly load: () => Promise<void>;
}

/**
 * Loads the sample data into an empty store, and goes on with a loading that
 * was interrupted: after a kill the store is no longer empty and not yet whole,
 * which nothing but the marker can tell from a store with data of its owner.
 */
export async function loadSamplesOnce({ marker, registerIsEmpty, load }: SampleLoading): Promise<void> {
  if (!(await samplesAreHalfLoaded(marker)) && !(await registerIsEmpty())) return;
  await mark(marker, 'LOADING');
  await load();
  await mark(marker, 'LOADED');
}

/** Whether a loading began and did not end. */
export const samplesAreHalfLoaded = async (marker: string): Promise<boolean> =>
  (await state(marker)) === 'LOADING';

async function state(marker: string): Promise<string | null> {
  try {
    return (await readFile(marker, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function mark(marker: string, state: 'LOADING' | 'LOADED'): Promise<void> {
  await writeFile(`${marker}.new`, `${state}\n`);
  await rename(`${marker}.new`, marker);
}
