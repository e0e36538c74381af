import { expect, test, vi } from 'vitest';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import type { Condition } from '../../services/domain/condition/condition.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { Work } from '../../services/domain/solver/budget.ts';
import { drawsFrom } from './oracle/draws.ts';
import { largeLineage } from './oracle/large-lineage.ts';
import { oracleAssess } from './oracle/oracle.ts';
import { PATIENCE } from './oracle/run.ts';
import { verdictOf } from './oracle/verdict.ts';
import { witnesses } from './oracle/witnesses.ts';

vi.setConfig({ testTimeout: PATIENCE });

const basis = largeLineage();
const first = (...industries: readonly string[]) => ({ zone: 'zone_140881', industries });

test('a portal’s first question, zone and code only, is answered without reaching a bound over 500 entries', () => {
  const entries = basis.catalogs.reduce((sum, { inForce }) => sum + inForce!.content.entries.length, 0);
  expect(entries).toBe(500);
  for (const code of ['26', '2611', '2712', '0511', 'C']) {
    const before = performance.now();
    const assessment = assess(basis, first(code));
    console.log(
      `${code}: ${assessment.findings.length} findings, ${assessment.missingFacts.length} missing facts,`,
      `${(performance.now() - before).toFixed(0)} ms`,
    );
    // The investment is tested by itself and by the mu, and neither land nor investment is stated (ADR 0001.5).
    expect(assessment.exact).toBe(false);
    expect(assessment.minimalQuestions.length).toBeGreaterThan(0);
    expect(assessment.missingFacts.length).toBeGreaterThanOrEqual(25);
  }
});

test('with too small a bound it says that it is not exact, and leaves nothing out', () => {
  const exact = assess(basis, first('26'));
  const bounded = assess(basis, first('26'), null, { searchBound: 1_000 });
  expect(bounded.exact).toBe(false);
  expect(bounded.possibleOutcomes).toEqual(expect.arrayContaining([...exact.possibleOutcomes]));
  expect(bounded.missingFacts.map(({ fact }) => fact.key)).toEqual(
    expect.arrayContaining(exact.missingFacts.map(({ fact }) => fact.key)),
  );
  expect(bounded.minimalQuestions).toEqual([]);
});

test('whatever the entries are, a project takes no more work than it may, and always the same', () => {
  const tangled = tangledFlags({ flags: 120, entries: 250, seed: 7 });
  const cost = (searchBound: number) => {
    const work = new Work();
    const assessment = assess(tangled, { zone: 'zone_140881' }, null, { searchBound, work });
    return { assessment, done: work.done };
  };
  const bounded = cost(20_000);
  // Five searches, and what each looks at in one go when it finds that nothing is left.
  expect(bounded.done).toBeLessThan(5 * (20_000 + 6 * 250));
  expect(bounded.assessment).toMatchObject({ exact: false, outcome: 'NEEDS_INFORMATION' });
  expect(cost(20_000)).toEqual(bounded);
  const larger = cost(2_000_000);
  expect(larger.assessment.exact).toBe(true);
  expect(bounded.assessment.possibleOutcomes).toEqual(
    expect.arrayContaining([...larger.assessment.possibleOutcomes]),
  );
});

/** Prohibitions over three flags each, which overlap at random: hardly anything of them can be taken apart. */
function tangledFlags({ flags, entries, seed }: { flags: number; entries: number; seed: number }) {
  const draw = drawsFrom(seed);
  const key = (at: number) => `tangled.flag${at}`;
  return prohibiting(
    Array.from({ length: entries }, () => ({
      all: [1, 2, 3].map(() => ({ flag: { fact: key(draw(flags)), is: draw(2) === 0 } })),
    })),
    Array.from({ length: flags }, (_, at) => ({
      ...{ key: key(at), name: { zh: key(at) }, question: { zh: key(at) } },
      ...{ type: 'FLAG', about: 'PROJECT' },
    })) as never,
  );
}

/** One catalog that prohibits everywhere what meets one of these conditions. */
function prohibiting(conditions: readonly Condition[], facts: CatalogContent['facts'] = []) {
  const [catalog] = basis.catalogs;
  const { inForce } = catalog!;
  const entries = conditions.map((when, at) => ({
    ...{ code: `${at + 1}`, measure: 'PROHIBITED', force: 'MANDATORY', text: { zh: '禁止' }, when },
    ...{ industries: { include: [], except: [] }, territory: { include: [], except: [] } },
    ...{ natures: [], activities: [], exceptions: [], requirements: [], basis: [{ document: '示范目录' }] },
  })) as readonly Entry[];
  const content = { ...inForce!.content, facts, lists: [], entries };
  return { ...basis, catalogs: [{ ...catalog!, inForce: { ...inForce!, content } }] };
}

test.each(['26', '2611'])('what it says of %s is borne out by examples', (code) => {
  const assessment = assess(basis, first(code));
  const { outcomes, missing } = witnesses(basis, first(code), 150, drawsFrom(1));
  expect([...outcomes].sort()).toEqual([...assessment.possibleOutcomes].sort());
  expect([...missing].sort()).toEqual(assessment.missingFacts.map(({ fact }) => fact.key).sort());
});

test('what it says of each entry is what it would say of the entry alone', () => {
  const assessment = assess(basis, first('26'));
  const findings = new Map(verdictOf(assessment).findings.map((finding) => [finding.entry, finding]));
  const neededBy = new Set(
    verdictOf(assessment).missingFacts.flatMap(({ key, neededBy }) =>
      neededBy.map((entry) => `${entry} ${key}`),
    ),
  );
  for (const catalog of basis.catalogs) {
    const { content, number } = catalog.inForce!;
    content.entries.forEach((entry, i) => {
      const inForce = { ...catalog.inForce!, content: { ...content, entries: [entry] } };
      const alone = oracleAssess({ ...basis, catalogs: [{ ...catalog, inForce }] }, first('26'));
      const { key } = catalog.identity;
      const finding = findings.get(`${key}@${number} ${entry.code}`);
      // Of many that refuse each may be the one that decides or none: that is a matter of all of them together.
      const { decisive } = finding ?? {};
      expect(finding).toEqual(alone.findings[0] && { ...alone.findings[0], position: i + 1, decisive });
      // A fact that changes what one entry means may still change no outcome: the entry needs it all the same.
      for (const missing of alone.missingFacts)
        expect(neededBy).toContain(`${key} ${entry.code} ${missing.key}`);
    });
  }
});
