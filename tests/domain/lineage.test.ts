import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { AssessmentBasis, CatalogOnDay } from '../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import { assess, decide, readProject } from '../../services/domain/engine/assess.ts';
import { allTests, compiled } from '../../services/domain/engine/compile.ts';
import { lineageOf } from '../../services/domain/engine/lineage.ts';
import { checkOf } from '../../services/domain/publication-rules/check.ts';
import { Work } from '../../services/domain/solver/budget.ts';
import { sampleBasis, samples } from '../samples/sample-world.ts';
import { basis as basisWith, COUNTRY, catalog, entry, PROVINCE, region, zone } from './oracle/small-basis.ts';
import { entry as prohibition, publicationOf } from './publication/publication-of.ts';

const ZONE = `zone_${samples.register.zones[0]!.code}`;
const ON = '2026-11-23';
const basis = sampleBasis(ZONE, ON);
const SOME = { title: { zh: '目录' }, facts: [], lists: [], products: [], entries: [] };

describe('the law over a zone is compiled once', () => {
  test('for all that read the same of it', () => {
    const again: AssessmentBasis = JSON.parse(JSON.stringify({ on: basis.on, lineage: basis.lineage }));
    expect(lineageOf({ ...basis, ...again })).toBe(lineageOf(basis));
  });

  test.each<[string, Partial<AssessmentBasis>]>([
    ['another day', { on: '2026-11-24' }],
    ['another record of the zone', { lineage: changedLast(basis.lineage, { closed: false }) }],
    ['another version', { catalogs: changed(({ inForce }) => ({ inForce: { ...inForce!, number: 99 } })) }],
    [
      'another content of the same number and hash',
      {
        catalogs: changed(({ inForce }) => ({ inForce: { ...inForce!, content: { ...inForce!.content } } })),
      },
    ],
    [
      'a catalog that is no longer in force',
      { catalogs: changed(() => ({ standing: 'LAPSED', inForce: undefined })) },
    ],
  ])('and anew for %s', (_, change) => {
    expect(lineageOf({ ...basis, ...change })).not.toBe(lineageOf(basis));
  });
});

test('what was kept of other projects changes neither an answer nor the work that it takes', () => {
  const land = { number: '40', unit: '亩' } as const;
  const projects: readonly ProjectInput[] = ['2614', '2511', '2710'].flatMap((code) =>
    [
      {},
      { landArea: land },
      { totalInvestment: { number: '3000', unit: '万元' } },
      { landArea: land, chemicals: [] },
    ].map((facts) => ({ zone: ZONE, industries: [code], facts })),
  );
  const asked = (of: AssessmentBasis, project: ProjectInput) => {
    const work = new Work();
    return { answer: assess(of, project, null, { work }), done: work.done };
  };
  for (const project of projects) asked(basis, project);
  for (const project of projects)
    expect(asked(basis, project)).toEqual(
      asked({ ...basis, catalogs: structuredClone(basis.catalogs) }, project),
    );
});

test('an entry is compiled once for all versions that it stands in', () => {
  const { content } = basis.catalogs.find(({ inForce }) => inForce)!.inForce!;
  const later = { ...content, entries: content.entries.slice(1) };
  expect(compiled(later).entries[0]!.when).toBe(compiled(content).entries[1]!.when);
});

test('each entry has tests of its own, though its condition is one object with that of another', () => {
  const when = { set: { fact: 'processes', includesAny: ['OXIDATION'] } } as const;
  const [one, other] = compiled({ ...SOME, entries: [entry({ when }), entry({ when })] }).entries;
  const [its, others] = [allTests(one!)[0]!, allTests(other!)[0]!];
  expect(its).toEqual(others);
  expect(its).not.toBe(others);
});

test('an entry that two catalogs have is read by each with its own terms', () => {
  const CITY = region('140800', 'PREFECTURE', PROVINCE.id);
  const own = zone('140881', CITY.id, { areas: [] });
  const unlessBoards = entry({
    when: { not: { product: { product: 'BOARD', unit: 't/a', of: 'CAPACITY' } } },
  });
  const plankIsBoard = {
    products: [{ key: 'BOARD', name: { zh: 'BOARD' }, aliases: ['plank'], narrower: [], units: [] }],
  };
  const [above, city, below] = [
    catalog('a', PROVINCE.id, []),
    catalog('b', CITY.id, [], plankIsBoard),
    catalog('c', own.id, []),
  ].map((each) => each as CatalogOnDay & Required<Pick<CatalogOnDay, 'inForce'>>);
  const having = ({ inForce, ...its }: typeof below & object): CatalogOnDay => ({
    ...its,
    inForce: { ...inForce, content: { ...inForce.content, entries: [unlessBoards] } },
  });
  const law = basisWith([having(above!), city!, having(below!)], [COUNTRY, PROVINCE, CITY, own]);
  const plank = { product: 'plank', unit: 't/a', capacity: '1' };
  // The province does not know the city's word: for it a plank may be anything.
  expect(assess(law, { zone: own.id, facts: { products: [plank] } }).possibleOutcomes).toEqual([
    'ADMITTED',
    'REFUSED',
  ]);
});

test('what an entry adds to the same one of a catalog above is looked for in its own terms', () => {
  const boards = prohibition({ when: { product: { product: 'BOARD', unit: 't/a', of: 'CAPACITY' } } });
  const country = {
    identity: { key: 'country', jurisdiction: 'region_100000' },
    standing: 'IN_FORCE' as const,
    changesOn: null,
    inForce: {
      number: 1,
      contentHash: 'hash',
      content: { title: { zh: '国家目录' }, facts: [], lists: [], products: [], entries: [boards] },
    },
  };
  const plankIsBoard = { key: 'BOARD', name: { zh: 'BOARD' }, aliases: ['plank'], narrower: [], units: [] };
  const { broken } = checkOf(
    publicationOf({
      entries: [boards],
      content: { products: [plankIsBoard] },
      publication: { above: [country] },
    }),
  );
  // For the country a plank is no board.
  expect(broken.map(({ rule }) => rule.code)).not.toContain('PR-30');
});

test('what is kept of a project for others keeps nothing of the project itself', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const anew = { ...basis, catalogs: structuredClone(basis.catalogs) };
  const chemicals = [{ name: '不知何物', activities: ['STORE' as const] }];
  const read = (stated: ProjectInput['facts']) => {
    const project = readProject(anew, { zone: ZONE, industries: ['2614'], facts: stated }, null);
    decide(project);
    return new WeakRef(project.facts);
  };
  const facts = [read({}), read({ chemicals }), read({ products: [{ product: '不知何物', unit: 't/a' }] })];
  // The facts that are being looked at are kept until the next are.
  read({});
  // What a weak reference has led to lives until the turn is over, and what V8 compiles beside until it has.
  for (let turn = 0; turn < 50 && facts.some((each) => each.deref()); turn++) {
    await setImmediate();
    collect();
  }
  expect(facts.map((each) => each.deref() === undefined)).toEqual([true, true, true]);
});

function changed(change: (catalog: CatalogOnDay) => Partial<CatalogOnDay>): readonly CatalogOnDay[] {
  const at = basis.catalogs.findIndex(({ inForce }) => inForce);
  return basis.catalogs.with(at, { ...basis.catalogs[at]!, ...change(basis.catalogs[at]!) });
}

function changedLast<T>(of: readonly T[], change: Partial<T>): readonly T[] {
  return of.with(-1, { ...of.at(-1)!, ...change });
}
