import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { afterFile } from '../testkit/after-file.ts';
import { runElsewhere } from '../testkit/api.ts';
import { throughBundle } from './through-bundle.ts';

const SUITE = join(import.meta.dirname, '../api');
/** These look at the schema and at single functions, and ask no API. */
const ASKING_NOTHING = [
  'access-page.test.ts',
  'descriptions.test.ts',
  'entry-filter.test.ts',
  'prepared-queries.test.ts',
  'schema-and-domain.test.ts',
  'schema-changes.test.ts',
];
/**
 * These begin each test with an API of its own, which here is a process of its own: nine starts of ten, and most of the time
 * of all. What they look at, what may come after what in the life of a draft, a decision, a batch or the register, is the
 * same code in the bundle. That every operation works there for whoever may ask it, and every field, the others ask.
 */
const STARTING_EACH = [
  'batches.test.ts',
  'catalog-content.test.ts',
  'catalog-visibility.test.ts',
  'catalogs.test.ts',
  'check-draft.test.ts',
  'decide-batch.test.ts',
  'decisions.test.ts',
  'draft-life.test.ts',
  'feeds.test.ts',
  'history-tampering.test.ts',
  'proposals.test.ts',
  'put-entries.test.ts',
  'register-changes.test.ts',
  'register-history.test.ts',
  'staged-edits.test.ts',
  'withdrawals.test.ts',
];
const LEFT_OUT = inject('long') ? ASKING_NOTHING : [...ASKING_NOTHING, ...STARTING_EACH];
const ASKING = readdirSync(SUITE).filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.includes(file));

const LAMBDA_NODE = 24;
const here = Number(process.versions.node.split('.')[0]);

/**
 * The suite that runs in process, once more through what is deployed, on the Node it is deployed to: `.ci/run` brings it
 * along; all of it in `npm run test:long`. Tests that put something of their own into the process are skipped and counted.
 *
 * @param half in two test files, so that two workers share the longest of all
 */
export function apiThroughBundle(half: 0 | 1): void {
  runElsewhere(throughBundle);
  afterFile(() => runElsewhere(undefined));
  const its = ASKING.filter((_, at) => at % 2 === half);
  describe.skipIf(here < LAMBDA_NODE)('through the bundle', { timeout: 180_000 }, () => {
    // A module of its own: the file as such may have been here before.
    for (const file of its)
      describe(file, async () => void (await import(`${join(SUITE, file)}?through-bundle`)));

    it('the suite is not empty', () => expect(its.length).toBeGreaterThan(4));
  });
}
