/** Evaluated anew before every test file, unlike all that it imports. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { afterFile, endFile } from './after-file.ts';
import { tellOfFailure } from './on-failure.ts';

// Where `typescript-once.js` keeps the programs that this test file starts.
const programs = join(tmpdir(), `park-admission-programs-${randomUUID()}`);
process.env.PROGRAMS = programs;
afterFile(() => rm(programs, { recursive: true, force: true }));

afterAll(endFile);
afterEach(({ task: { result } }) =>
  result?.state === 'fail' ? tellOfFailure(result.errors ?? []) : undefined,
);
