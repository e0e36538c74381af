import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What `services/local/typescript-hooks.js` makes of a program, from the folder of this run once it is there. */
export async function load(url, context, next) {
  const { KEPT_FOR_A_RUN } = process.env;
  if (!url.endsWith('.ts')) return next(url, context);
  const file =
    KEPT_FOR_A_RUN && join(KEPT_FOR_A_RUN, 'bundled', createHash('sha256').update(url).digest('hex'));
  const kept = file && (await readFile(file, 'utf8').catch(() => null));
  if (kept) return { format: 'module', source: kept, shortCircuit: true };
  const { load: bundled } = await import('../../services/local/typescript-hooks.js');
  const loaded = await bundled(url, context, next);
  if (file) {
    await mkdir(dirname(file), { recursive: true });
    // Whole or not there, whoever starts the same just now.
    await writeFile(`${file}.${process.pid}`, loaded.source);
    await rename(`${file}.${process.pid}`, file);
  }
  return loaded;
}
