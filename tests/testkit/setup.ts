/** Evaluated anew before every test file, unlike all that it imports. */
import { afterAll, afterEach } from 'vitest';
import { endFile } from './after-file.ts';
import { tellOfFailure } from './on-failure.ts';

afterAll(endFile);
afterEach(({ task: { result } }) =>
  result?.state === 'fail' ? tellOfFailure(result.errors ?? []) : undefined,
);
