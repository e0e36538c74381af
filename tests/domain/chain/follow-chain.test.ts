import { describe, expect, test } from 'vitest';
import type { ChainHead } from '../../../services/domain/assessment/decision.ts';
import type { ChainBreak } from '../../../services/domain/chain/follow-chain.ts';
import { followChain } from '../../../services/domain/chain/follow-chain.ts';
import type { Revision } from '../../../services/domain/chain/revision.ts';
import { headOf } from '../../../services/domain/chain/revision.ts';
import { CHAIN, chainOf, flipped, relinked } from './chain-of.ts';

const LENGTH = 1000;
const chain = chainOf(LENGTH);
const everyPlace = chain.map(({ seq }) => seq);

function check(revisions: readonly Revision[], known: readonly ChainHead[] = []): ChainBreak | null {
  const follower = followChain(CHAIN, known);
  for (const revision of revisions) {
    const broken = follower.next(revision);
    if (broken) return broken;
  }
  return follower.end();
}

/** The chain with something else from one place on. */
const with_ = (seq: number, count: number, ...instead: readonly Revision[]): readonly Revision[] => [
  ...chain.slice(0, seq - 1),
  ...instead,
  ...chain.slice(seq - 1 + count),
];

test('a chain that nobody touched is whole, by itself and against every head it ever had', () => {
  expect(check(chain)).toBeNull();
  expect(check(chain, chain.map(headOf))).toBeNull();
  expect(check([])).toBeNull();
});

/** Places all over the chain, the first and the last among them, for what is followed from the very beginning. */
const somePlaces = everyPlace.filter((seq) => seq % 111 === 1 || seq === LENGTH);

/**
 * Asks at every place what would be said if this came there, and goes on with what really does: a follower that has
 * found a break stands where it stood.
 */
function atEveryPlace(
  instead: (seq: number) => Revision | null,
  expected: (seq: number) => ChainBreak | null,
  known: readonly ChainHead[] = [],
): void {
  const follower = followChain(CHAIN, known);
  for (const revision of chain) {
    const { seq } = revision;
    const other = instead(seq);
    expect(other ? follower.next(other) : follower.end(), `at ${seq}`).toEqual(expected(seq));
    expect(follower.next(revision)).toBeNull();
  }
  expect(follower.end()).toBeNull();
}

describe('of 1 000 revisions, wherever one is touched, that very place is named', () => {
  const FIELDS = [
    'id',
    'actor',
    'time',
    'action',
    'reason',
    'change',
    'state',
    'hash',
    'previousHash',
  ] as const;
  const fieldAt = (seq: number) => (seq === 1 ? 'reason' : FIELDS[seq % FIELDS.length]!);
  const flippedAt = (seq: number): Revision => {
    const revision = chain[seq - 1]!;
    return { ...revision, [fieldAt(seq)]: flipped(revision[fieldAt(seq)]!, seq * 7) };
  };
  const flippedFault = (seq: number): ChainBreak => ({
    fault: fieldAt(seq) === 'previousHash' ? 'LINK' : 'HASH',
    brokenAt: seq,
  });

  test('a character flipped, in each of them', () => {
    atEveryPlace(flippedAt, flippedFault);
    for (const seq of somePlaces) expect(check(with_(seq, 1, flippedAt(seq)))).toEqual(flippedFault(seq));
  });

  test('each of them deleted', () => {
    const next = (seq: number) => chain[seq] ?? null;
    const gap = (seq: number) => ({ fault: 'GAP', brokenAt: seq }) as const;
    // That the last one is missing can only be known from elsewhere.
    atEveryPlace(next, gap, [headOf(chain.at(-1)!)]);
    for (const seq of somePlaces.slice(0, -1)) expect(check(with_(seq, 1))).toEqual(gap(seq));
    expect(check(with_(LENGTH, 1))).toBeNull();
  });

  test('each of them swapped with its neighbour, as lines of a file or under the numbers of the places', () => {
    atEveryPlace(
      (seq) => (seq === LENGTH ? { ...chain[seq - 2]!, seq } : { ...chain[seq]!, seq }),
      (seq) => ({ fault: 'LINK', brokenAt: seq }),
    );
    for (const seq of somePlaces.slice(0, -1)) {
      const [one, other] = [chain[seq - 1]!, chain[seq]!];
      expect(check(with_(seq, 2, other, one))).toEqual({ fault: 'GAP', brokenAt: seq });
      expect(check(with_(seq, 2, { ...other, seq }, { ...one, seq: seq + 1 }))).toEqual({
        fault: 'LINK',
        brokenAt: seq,
      });
    }
  });

  test('one more put in behind some of them', () => {
    for (const seq of somePlaces.slice(0, -1)) {
      const [forged] = relinked([{ ...chain[seq]!, reason: '补录' }], chain[seq - 1]!);
      // The forged one follows well; it is the next one that does not follow it.
      expect(check(with_(seq + 1, 0, forged!)), String(seq)).toEqual({ fault: 'GAP', brokenAt: seq + 2 });
    }
  });
});

describe('what a chain cannot tell by itself, a head kept elsewhere does', () => {
  const kept = [headOf(chain[399]!), headOf(chain[899]!)];
  const rewrittenFrom = (seq: number): readonly Revision[] => [
    ...chain.slice(0, seq - 1),
    ...relinked(
      chain.slice(seq - 1).map((revision) => ({ ...revision, reason: `${revision.reason}（改）` })),
      chain[seq - 2] ?? null,
    ),
  ];

  test('the end cut off, wherever', () => {
    atEveryPlace(
      () => null,
      (seq) => ({ fault: 'GAP', brokenAt: seq }),
      [headOf(chain.at(-1)!)],
    );
    atEveryPlace(
      () => null,
      (seq) => (seq <= 900 ? { fault: 'GAP', brokenAt: seq } : null),
      kept,
    );
    for (const seq of somePlaces) expect(check(chain.slice(0, seq))).toBeNull();
  });

  test('a revision written anew with every hash right, whichever it is', () => {
    const anew = (seq: number): Revision =>
      relinked([{ ...chain[seq - 1]!, reason: '另有原因' }], chain[seq - 2] ?? null)[0]!;
    atEveryPlace(
      anew,
      (seq) => ({
        fault: 'FORK',
        brokenAt: seq,
        agreedUntil: seq - 1,
        expected: chain[seq - 1]!.hash,
        found: anew(seq).hash,
      }),
      chain.map(headOf),
    );
  });

  test('all of the end written anew, from wherever, by the first head that knows better', () => {
    for (const seq of somePlaces) {
      const rewritten = rewrittenFrom(seq);
      expect(check(rewritten), 'by itself it looks whole').toBeNull();
      const at = seq <= 400 ? 400 : 900;
      const [expected, found] = [chain[at - 1]!.hash, rewritten[at - 1]!.hash];
      expect(check(rewritten, kept), String(seq)).toEqual(
        seq <= 900
          ? { fault: 'FORK', brokenAt: at, agreedUntil: at === 400 ? 0 : 400, expected, found }
          : null,
      );
    }
  });

  test('two heads that cannot both be true are told, whichever is', () => {
    const one = headOf(chain[9]!);
    const other = { seq: 10, hash: 'f'.repeat(64) };
    for (const heads of [
      [one, other],
      [other, one],
    ])
      expect(check(chain, heads)).toMatchObject({ fault: 'FORK', brokenAt: 10, expected: other.hash });
  });
});

test('a chain is not another chain of the same revisions', () => {
  const follower = followChain('catalog_other');
  expect(follower.next(chain[0]!)).toEqual({ fault: 'HASH', brokenAt: 1 });
});

test('what cannot be read as a revision is named by its place', () => {
  const follower = followChain(CHAIN);
  expect(follower.next(chain[0]!)).toBeNull();
  expect(follower.next({ unreadable: { SK: 'REV#000000000002' } })).toEqual({
    fault: 'UNREADABLE',
    brokenAt: 2,
  });
});
