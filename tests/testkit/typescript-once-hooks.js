import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `services/local/typescript-hooks.js` makes of a program, from the folder of this test file once it is there. */
export async function load(url, context, next) {
  const { PROGRAMS } = process.env;
  if (!url.endsWith('.ts')) return next(url, context);
  const file = PROGRAMS && join(PROGRAMS, createHash('sha256').update(url).digest('hex'));
  const kept = file && (await readFile(file, 'utf8').catch(() => null));
  if (kept) return { format: 'module', source: kept, shortCircuit: true };
  const { load: bundled } = await import('../../services/local/typescript-hooks.js');
  const loaded = await bundled(url, context, next);
  if (file) {
    await mkdir(PROGRAMS, { recursive: true });
    // Whole or not there, whoever starts the same just now.
    await writeFile(`${file}.${process.pid}`, loaded.source);
    await rename(`${file}.${process.pid}`, file);
  }
  return loaded;
}
