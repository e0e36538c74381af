import { describe } from 'vitest';
import { runElsewhere } from '../testkit/api.ts';
import { throughBundle } from './through-bundle.ts';

// The suite that runs in process, once more through what is deployed, on the Node that runs this file: the current one
// and, in `.ci/run`, Lambda's. Tests that put something of their own into the process are skipped and counted.
runElsewhere(throughBundle);

describe('through the bundle', { timeout: 180_000 }, () => {
  describe('assessment', async () => void (await import('../api/assessment.test.ts')));
  describe('catalogs', async () => void (await import('../api/catalogs.test.ts')));
  describe('decisions', async () => void (await import('../api/decisions.test.ts')));
  describe('effective catalog', async () => void (await import('../api/effective-catalog.test.ts')));
  describe('every field', async () => void (await import('../api/every-field.test.ts')));
  describe('reference', async () => void (await import('../api/reference.test.ts')));
  describe('register', async () => void (await import('../api/register.test.ts')));
  describe('requests', async () => void (await import('../api/requests.test.ts')));
  describe('viewer', async () => void (await import('../api/viewer.test.ts')));
});
