import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadSamplesOnce } from '../../services/local/samples-once.ts';

let store: string[];
let marker: string;

beforeEach(async () => {
  store = [];
  marker = join(await mkdtemp(join(tmpdir(), 'park-admission-samples-')), 'samples.state');
});

describe('the sample data', () => {
  it('are loaded into an empty store', async () => {
    await start();
    expect(store).toEqual(['first half', 'second half']);
  });

  it('are loaded once', async () => {
    await start();
    store.push("the owner's own");
    await start();
    expect(store).toEqual(['first half', 'second half', "the owner's own"]);
  });

  it('never come into a store that somebody else filled', async () => {
    store.push("the owner's own");
    await start();
    expect(store).toEqual(["the owner's own"]);
  });

  it('are completed after a start that was killed in the middle', async () => {
    await expect(start({ killed: true })).rejects.toThrow('killed');
    expect(store).toEqual(['first half']);
    await start();
    expect(store).toEqual(['first half', 'second half']);
  });

  it('are loaded again where the store was thrown away but not the rest of the folder', async () => {
    await start();
    store = [];
    await start();
    expect(store).toEqual(['first half', 'second half']);
  });
});

const start = ({ killed = false } = {}): Promise<void> =>
  loadSamplesOnce({
    marker,
    registerIsEmpty: async () => store.length === 0,
    load: async () => {
      if (!store.includes('first half')) store.push('first half');
      if (killed) throw new Error('killed');
      if (!store.includes('second half')) store.push('second half');
    },
  });
