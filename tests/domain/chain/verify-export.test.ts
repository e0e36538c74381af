import { describe, expect, test } from 'vitest';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import { contentHashOf, hashedContent } from '../../../services/domain/catalog/content-hash.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import { revisionLine } from '../../../services/domain/chain/export-line.ts';
import { verificationText } from '../../../services/domain/chain/history-text.ts';
import { headOf } from '../../../services/domain/chain/revision.ts';
import type { ExportVerification, KnownElsewhere } from '../../../services/domain/chain/verify-export.ts';
import { verifyExport } from '../../../services/domain/chain/verify-export.ts';
import { canonicalJson, hashOf } from '../../../services/domain/values/canonical.ts';
import { sampleEntry } from '../../store/samples.ts';
import { CHAIN, chainOf, changeBody, flipped, relinked, stateBody } from './chain-of.ts';

const NOTHING_KNOWN: KnownElsewhere = { heads: [], read: [] };

function verify(lines: readonly string[], known: KnownElsewhere = NOTHING_KNOWN): ExportVerification {
  const verification = verifyExport(() => known);
  for (const line of lines) verification.next(line);
  return verification.end();
}

const chain = chainOf(1000);
const lines = chain.map((revision) =>
  canonicalJson(
    revisionLine(CHAIN, revision, { body: changeBody(revision.seq) }, { body: stateBody(revision.seq) }),
  ),
);

test('an exported history of 1 000 revisions is whole, blank lines or not', () => {
  const whole = { chain: CHAIN, head: headOf(chain.at(-1)!), versions: 0, broken: null, line: null };
  expect(verify(lines)).toEqual(whole);
  expect(verify(['', ...lines, ''])).toEqual(whole);
  // As an editor on Windows saves it.
  expect(verify([`\uFEFF${lines[0]}`, ...lines.slice(1)])).toEqual(whole);
  expect(verify(lines, { heads: chain.map(headOf), read: [] })).toEqual(whole);
});

test('a character flipped in a line is found in that line, wherever the line stands', () => {
  for (const [at, line] of lines.entries()) {
    if (at % 83 !== 0 && at !== lines.length - 1) continue;
    const changed = [...lines.slice(0, at), flipped(line, at * 37 + 11), ...lines.slice(at + 1)];
    expect(verify(changed), String(at)).toMatchObject({ broken: { brokenAt: at + 1 }, line: at + 1 });
  }
});

test('every single character of a line counts', () => {
  const [first, second] = lines as [string, string];
  for (let at = 0; at < second.length; at++) {
    const found = verify([first, flipped(second, at)]);
    expect(found.broken, `${at}: ${second.slice(at, at + 20)}`).toMatchObject({ brokenAt: 2 });
  }
});

test('a change or state that was altered or taken out of the file is told from a changed revision', () => {
  const [one, two] = chain as unknown as [(typeof chain)[0], (typeof chain)[0]];
  const first = lines[0]!;
  const said = (change: object | null, state: object | null) =>
    verify([
      first,
      canonicalJson(
        revisionLine(
          CHAIN,
          two,
          change ? { body: change } : { fault: 'MISSING' },
          state ? { body: state } : { fault: 'MISSING' },
        ),
      ),
    ]).broken;
  expect(said(changeBody(2), stateBody(2))).toBeNull();
  expect(said(changeBody(3), stateBody(2))).toEqual({
    fault: 'BLOB',
    brokenAt: 2,
    of: 'CHANGE',
    why: 'CORRUPT',
    hash: two.change,
  });
  expect(said(changeBody(2), null)).toEqual({
    fault: 'BLOB',
    brokenAt: 2,
    of: 'STATE',
    why: 'MISSING',
    hash: two.state,
  });
  expect(one.seq).toBe(1);
});

test('a file that ends too early or holds what was written anew is told by a head kept elsewhere', () => {
  const heads = [headOf(chain[499]!)];
  expect(verify(lines.slice(0, 300), { heads, read: [] })).toMatchObject({
    head: headOf(chain[299]!),
    broken: { fault: 'GAP', brokenAt: 301 },
  });
  const anew = relinked([{ ...chain[499]!, actor: '钱' }], chain[498]!)[0]!;
  const forged = canonicalJson(
    revisionLine(CHAIN, anew, { body: changeBody(500) }, { body: stateBody(500) }),
  );
  expect(verify([...lines.slice(0, 499), forged])).toMatchObject({ broken: null });
  expect(verify([...lines.slice(0, 499), forged], { heads, read: [] })).toMatchObject({
    broken: { fault: 'FORK', brokenAt: 500 },
  });
});

test('what is no exported history is not called whole', () => {
  expect(verify([])).toMatchObject({ chain: null });
  for (const text of ['hello', '{}', '[]', 'null', '{"kind":"REVISION"}', '['.repeat(100_000)])
    expect(verify([text]).broken, text.slice(0, 20)).toEqual({ fault: 'UNREADABLE', brokenAt: 1 });
});

describe('the words of a version', () => {
  const entries: readonly Entry[] = [sampleEntry('1.1'), sampleEntry('1.2'), sampleEntry('1.3')];
  const content: CatalogContent = { title: { zh: '目录' }, facts: [], lists: [], products: [], entries };
  const [published, dropped, altered] = publication();

  function publication() {
    const version = {
      number: 1,
      effectiveFrom: '2026-01-01',
      publishedAt: '2026-01-01T00:00:00.000Z',
      publishedBy: 'zhao',
      contentHash: contentHashOf(content),
      content: 'c'.repeat(64),
      entryCount: 3,
    };
    const change = {
      change: { kind: 'DRAFT_PUBLISHED', number: 1, contentHash: version.contentHash, acknowledged: [] },
    };
    const { draft: _, ...state } = stateBody(1) as { draft: object };
    const one = (body: object, after: object, seq: number, last: (typeof chain)[0] | null) =>
      relinked([{ ...chain[seq - 1]!, change: hashOf(body), state: hashOf(after) }], last)[0]!;
    const lineOf = (body: object, after: object, revision: (typeof chain)[0]) =>
      canonicalJson(revisionLine(CHAIN, revision, { body }, { body: after }));
    const first = one(change, { ...state, versions: [version] }, 1, null);
    const firstLine = lineOf(change, { ...state, versions: [version] }, first);
    const then = (versions: readonly object[]) => {
      const after = { ...state, versions };
      return [firstLine, lineOf(changeBody(2), after, one(changeBody(2), after, 2, first))];
    };
    const withdrawal = { effectiveFrom: '2026-06-01', repeal: false, at: '', by: 'zhao', reason: '' };
    return [
      then([{ ...version, withdrawals: [withdrawal], reversals: [{ of: 0, at: '', by: 'li', reason: '' }] }]),
      then([]),
      then([{ ...version, effectiveTo: '2026-12-31' }]),
      then([version, { ...version, number: 2 }]),
    ] as const;
  }
  const words = [
    canonicalJson({ kind: 'CONTENT', chain: CHAIN, version: 1, content: hashedContent(content) }),
    ...entries.map((entry) => canonicalJson({ kind: 'ENTRY', chain: CHAIN, entry })),
  ];

  test('are whole where every entry has its hash, also after a withdrawal and its reversal', () => {
    expect(verify([...published, ...words])).toMatchObject({ broken: null, versions: 1 });
  });

  test('are missed where a line of them is not in the file', () => {
    for (const [at] of words.entries())
      expect(verify([...published, ...words.slice(0, at), ...words.slice(at + 1)]).broken).toEqual({
        fault: 'CONTENT',
        brokenAt: 1,
        version: 1,
      });
  });

  test('do not bear a single other character', () => {
    const [first, ...rest] = words as [string, ...string[]];
    for (let at = 0; at < first.length; at += 3)
      expect(verify([...published, flipped(first, at), ...rest]).broken, String(at)).not.toBeNull();
    const last = words.at(-1)!;
    for (let at = 0; at < last.length; at += 7)
      expect(verify([...published, ...words.slice(0, -1), flipped(last, at)]).broken, String(at)).toEqual({
        fault: 'CONTENT',
        brokenAt: 1,
        version: 1,
      });
  });

  describe('are all that the file says: what was never published is not passed over', () => {
    const forged = { ...sampleEntry('9.9'), text: { zh: '禁止一切项目' } };
    const others: CatalogContent = { ...content, entries: [forged] };
    const contentOf = (version: number, said: CatalogContent) =>
      canonicalJson({ kind: 'CONTENT', chain: CHAIN, version, content: hashedContent(said) });
    const entryOf = (entry: Entry) => canonicalJson({ kind: 'ENTRY', chain: CHAIN, entry });
    const wrong = { fault: 'CONTENT', brokenAt: 1, version: 1 };

    test('an entry that no version has', () => {
      for (const at of [1, 2, words.length])
        expect(verify([...published, ...words.toSpliced(at, 0, entryOf(forged))])).toMatchObject({
          broken: wrong,
          line: 2 + at + 1,
        });
    });

    test('other words before or after the true ones', () => {
      const lie = [contentOf(1, others), entryOf(forged)];
      expect(verify([...published, ...lie, ...words]).broken).toEqual(wrong);
      expect(verify([...published, ...words, ...lie]).broken).toEqual(wrong);
      expect(verify([...published, ...words, words[0]!]).broken).toEqual(wrong);
    });

    test('a version that was not published', () => {
      expect(verify([...published, ...words, contentOf(2, others), entryOf(forged)])).toMatchObject({
        broken: { fault: 'VERSION', brokenAt: 2, version: 2 },
        line: 2 + words.length + 1,
      });
    });

    test('words without a history', () => {
      expect(verify(words).broken).toEqual({ fault: 'VERSION', brokenAt: 1, version: 1 });
      expect(verify(words.slice(1)).broken).toEqual({ fault: 'UNREADABLE', brokenAt: 1 });
      expect(verify([lines[0]!, words[1]!]).broken).toEqual({ fault: 'UNREADABLE', brokenAt: 2 });
    });

    test('a field given twice, of which a reader sees the one and a program the other', () => {
      const twice = lines[1]!.replace('"reason":', '"reason":"没有理由","reason":');
      expect(verify([lines[0]!, twice]).broken).toEqual({ fault: 'UNREADABLE', brokenAt: 2 });
      const entry = words[1]!.replace('"text":', '"text":{"zh":"允许"},"text":');
      expect(verify([...published, words[0]!, entry, ...words.slice(2)]).broken).toEqual(wrong);
    });
  });

  test('are as many as the version says', () => {
    const state = JSON.parse(published[0]!).state;
    const fewer = { ...state, versions: [{ ...state.versions[0], entryCount: 2 }] };
    const { change, revision } = JSON.parse(published[0]!);
    const first = relinked([{ ...revision, state: hashOf(fewer) }])[0]!;
    const line = canonicalJson(revisionLine(CHAIN, first, { body: change }, { body: fewer }));
    expect(verify([line, ...words]).broken).toEqual({ fault: 'CONTENT', brokenAt: 1, version: 1 });
  });

  test('belong to a version that never changes and comes by publication only', () => {
    expect(verify(dropped).broken).toEqual({ fault: 'VERSION', brokenAt: 2, version: 1 });
    expect(verify(altered).broken).toEqual({ fault: 'VERSION', brokenAt: 2, version: 1 });
    expect(verify(publication()[3]).broken).toEqual({ fault: 'VERSION', brokenAt: 2, version: 2 });
  });

  test('are those that a decision read, or it is told', () => {
    const head = { seq: 1, hash: JSON.parse(published[0]!).revision.hash as string };
    const right = { number: 1, contentHash: contentHashOf(content), content: 'c'.repeat(64), head };
    expect(verify([...published, ...words], { heads: [head], read: [right] }).broken).toBeNull();
    for (const wrong of [{ number: 2 }, { contentHash: 'd'.repeat(64) }, { content: 'd'.repeat(64) }])
      expect(
        verify([...published, ...words], { heads: [head], read: [{ ...right, ...wrong }] }).broken,
      ).toMatchObject({
        fault: 'VERSION',
        brokenAt: 1,
      });
  });
});

test('every finding is said in both languages with the place, and a whole history says what it was held against', () => {
  const head = { seq: 7, hash: 'a'.repeat(64) };
  const said = (known: number) => verificationText({ broken: null, head, known }, 'zh');
  expect(said(0)).toBe(
    `修订记录完整：第 1 条至第 7 条逐条核对无误，链头为第 7 条，哈希 ${head.hash}。未与另行留存的链头比对，末尾若被整体截去或改写，仅凭本次核对无法发现。`,
  );
  expect(said(2)).toBe(
    `修订记录完整：第 1 条至第 7 条逐条核对无误，链头为第 7 条，哈希 ${head.hash}。与另行留存的 2 个链头一致。`,
  );
  expect(verificationText({ broken: null, head: null, known: 0 }, 'en')).toBe(
    'There is no revision yet, and nothing to check.',
  );
  const broken = { fault: 'BLOB', brokenAt: 7, of: 'CONTENT', why: 'MISSING', hash: 'b' } as const;
  expect(verificationText({ broken, head, known: 0 }, 'zh')).toBe(
    '第 7 条修订记录的目录文本缺失（哈希 b）。',
  );
  expect(verificationText({ broken, head, known: 0 }, 'en')).toBe(
    'The catalog text of revision 7 is missing (hash b).',
  );
});
