import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentHashOf } from '../../../services/domain/catalog/content-hash.ts';
import { compareContents, isIdentical } from '../../../services/domain/comparison/compare-contents.ts';
import { entryDifference } from '../../../services/domain/comparison/entry-difference.ts';
import { hashOf, withoutNulls } from '../../../services/domain/values/canonical.ts';
import { sampleEntries, sampleEntry } from '../../store/samples.ts';
import { applied, changedFields } from './applied.ts';
import { arbitraryContents, arbitraryEntry } from './arbitrary-content.ts';

const content = { title: { zh: '目录' }, facts: [], lists: [], products: [], entries: sampleEntries(12) };

test('two contents compare as the same exactly where their content hashes are the same', () => {
  const seen = { same: 0, different: 0 };
  fc.assert(
    fc.property(arbitraryContents, ([from, to]) => {
      const identical = isIdentical(compareContents(from, to));
      seen[identical ? 'same' : 'different']++;
      expect(identical).toBe(contentHashOf(from) === contentHashOf(to));
    }),
    { numRuns: 1_500 },
  );
  expect(seen.same).toBeGreaterThan(50);
  expect(seen.different).toBeGreaterThan(50);
});

test('the difference makes the one content of the other, either way', () => {
  fc.assert(
    fc.property(arbitraryContents, ([from, to]) => {
      expect(contentHashOf(applied(from, compareContents(from, to)))).toBe(contentHashOf(to));
      expect(contentHashOf(applied(to, compareContents(to, from)))).toBe(contentHashOf(from));
    }),
    { numRuns: 1_500 },
  );
});

test('the difference of an entry from none says all that it says', () => {
  const empty = {
    industries: { except: [] },
    natures: [],
    activities: [],
    territory: { include: [], except: [] },
    exceptions: [],
    requirements: [],
    basis: [],
  };
  fc.assert(
    fc.property(arbitraryEntry, (entry) => {
      const made = changedFields(empty, entryDifference(undefined, entry));
      expect(hashOf(withoutNulls(made))).toBe(hashOf(withoutNulls(entry)));
      expect(changedFields(entry as never, entryDifference(entry, undefined)).code).toBeNull();
    }),
  );
  expect(entryDifference(undefined, undefined)).toEqual([]);
});

describe('what differs is told by field', () => {
  const entry = sampleEntry('1.1');
  const paths = (after: typeof entry) => entryDifference(entry, after).map(({ path }) => path.join('.'));
  const [exception] = entry.exceptions;
  const [requirement] = entry.requirements;

  test('the condition of a requirement', () => {
    const when = { flag: { fact: 'automaticControl', is: true } };
    expect(entryDifference(entry, { ...entry, requirements: [{ ...requirement!, when }] })).toEqual([
      { kind: 'CONDITION', path: ['requirements', 'capacity', 'when'], before: null, after: when },
    ]);
  });

  test('an exception that came, with all it says', () => {
    const added = { key: 'b', text: { zh: '除外' }, discretionary: true };
    expect(entryDifference(entry, { ...entry, exceptions: [exception!, added] })).toEqual([
      { kind: 'EXCEPTION', path: ['exceptions', 'b'], before: null, after: added },
    ]);
  });

  test('industries as the lists before and after', () => {
    const industries = { include: ['2611'], except: [] };
    expect(entryDifference(entry, { ...entry, industries })).toEqual([
      {
        kind: 'INDUSTRIES',
        path: ['industries', 'include'],
        before: ['2611', '2612', '2613', '2614'],
        after: ['2611'],
      },
      { kind: 'INDUSTRIES', path: ['industries', 'except'], before: ['2614'], after: [] },
    ]);
  });

  test('several fields in the order in which an entry is read', () => {
    const after = {
      ...entry,
      basis: [],
      when: null,
      measure: 'PROHIBITED' as const,
      requirements: [],
      natures: [],
    };
    expect(paths(after)).toEqual(['measure', 'natures', 'when', 'requirements.capacity', 'basis']);
  });

  test('the order of exceptions where that is all', () => {
    const two = { ...entry, exceptions: [exception!, { ...exception!, key: 'b' }] };
    expect(entryDifference(two, { ...two, exceptions: [...two.exceptions].reverse() })).toEqual([
      { kind: 'ORDER', path: ['exceptions'], before: ['a', 'b'], after: ['b', 'a'] },
    ]);
  });
});

test('entries come in the order of their codes, in whatever order they were put in', () => {
  const entries = ['2.10', '2.9', '1'].map((code) => sampleEntry(code));
  const { added } = compareContents({ ...content, entries: [] }, { ...content, entries }).entries;
  expect(added.map(({ code }) => code)).toEqual(['1', '2.9', '2.10']);
});

test('the order of the members of a list is no difference, a member is', () => {
  const list = { key: 'sx.l', name: { zh: '名单' }, members: ['50-00-0', '7782-50-5'] };
  const from = { ...content, lists: [list] };
  const reordered = { ...content, lists: [{ ...list, members: ['7782-50-5', '50-00-0'] }] };
  expect(isIdentical(compareContents(from, reordered))).toBe(true);
  const less = { ...content, lists: [{ ...list, members: ['50-00-0'] }] };
  expect(compareContents(from, less).lists.changed.map(({ changes }) => changes)).toEqual([
    [{ kind: 'SUBSTANCES', path: ['members'], before: ['50-00-0', '7782-50-5'], after: ['50-00-0'] }],
  ]);
});
