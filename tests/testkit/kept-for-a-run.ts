/** Evaluated once for a whole run, before every test file. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/**
 * A folder for what is made once in a run: the programs that tests start, bundled by `typescript-once.js` or compiled by a
 * Node that can keep that, and the sample data. Made anew when files have changed and tests are run again.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'park-admission-run-'));
  process.env.KEPT_FOR_A_RUN = folder;
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled');
  const forget = () => rm(folder, { recursive: true, force: true });
  project.onTestsRerun(forget);
  return forget;
}
