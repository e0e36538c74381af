import { createRequire } from 'node:module';
import { availableParallelism, totalmem } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/testkit/longest-first.ts';

export default defineConfig(({ mode }) => ({
  resolve: {
    // Vite prefers the "module" build of graphql, Node itself the "main" one: without this our own imports and those
    // of the libraries would be two copies, and `instanceof` would fail in tests alone.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/testkit/kept-for-a-run.ts'],
    setupFiles: ['tests/testkit/setup.ts'],
    // Test files share what they load. Whatever one starts or sets, it ends itself, or by `afterFile`.
    isolate: false,
    // One more than there are cores: a test that waits for a browser, or for a program it has started, leaves its own idle.
    // But each comes to 1.6 GB, and more memory than there is would cost more than that gains.
    maxWorkers: Math.max(1, Math.min(availableParallelism() + 1, Math.round(memory() / 2 ** 31))),
    sequence: { sequencer: LongestFirst },
    // `tests/testkit/times.ts`
    provide: { long: mode === 'long', screenshots: mode === 'screenshots' },
    reporters: ['default', './tests/testkit/slowest-files.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A second, the default, is too short for a page on a machine that does other things too.
    expect: { poll: { timeout: 45_000 } },
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
}));

/** Of the machine, or what a container leaves of it; without a limit Node says 0, nothing, or more than there is. */
function memory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}
