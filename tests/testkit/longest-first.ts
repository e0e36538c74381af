import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Begins the files that take longest first. Where no earlier run is remembered, as in `.ci/run`, Vitest goes by their size, and
 * a short file that walks through all the guides in a browser would be what every other worker waits for at the end.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const known = LONGEST.findIndex((file) => moduleId.endsWith(`/tests/${file}`));
      return known === -1 ? LONGEST.length : known;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/**
 * What took more than fifteen seconds, as `slowest-files.ts` tells at the end of a run; what is missing is only begun later.
 * Of those in a browser one is before the others, which find the sample data loaded.
 */
export const LONGEST = [
  'local/start.test.ts',
  'lambda/api-through-bundle.one-half.test.ts',
  'lambda/api-through-bundle.other-half.test.ts',
  'console/guides.browser.test.ts',
  'infra/promises.test.ts',
  'operations/killed.test.ts',
  'infra/list-states.test.ts',
  'console/console.browser.test.ts',
  'console/batches.browser.test.ts',
  'console/review.browser.test.ts',
  'lambda/dead-store.test.ts',
  'lambda/init-failure.test.ts',
  'local/history-commands.test.ts',
  'infra/supply-chain.test.ts',
  'local/check-list.test.ts',
  'console/drafts.browser.test.ts',
  'samples/load.test.ts',
  'infra/function.test.ts',
  'local/check-killed.test.ts',
  'operations/at-once.test.ts',
  'operations/seals.test.ts',
  'local/catalog-command.test.ts',
  'local/ide.browser.test.ts',
  'lambda/log-secrets.test.ts',
  'lambda/list-run.test.ts',
  'files/catalog-round-trip.property.test.ts',
  'infra/guide.test.ts',
  'api/guide.test.ts',
];
