import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import type { Condition } from '../../services/domain/condition/condition.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import type { BrokenRule } from '../../services/domain/publication-rules/check.ts';
import { checkOf } from '../../services/domain/publication-rules/check.ts';
import type { Publication } from '../../services/domain/publication-rules/rule.ts';
import { times } from '../testkit/times.ts';
import { arbitraryEntry, withTests } from './oracle/arbitrary-entry.ts';
import type { World } from './oracle/arbitrary-world.ts';
import { arbitraryWorld } from './oracle/arbitrary-world.ts';
import { PATIENCE, run } from './oracle/run.ts';
import { basis, COUNTRY, catalog, fact, PROVINCE, region, zone } from './oracle/small-basis.ts';
import type { Theme } from './oracle/themes.ts';
import { THEMES as ALL_THEMES } from './oracle/themes.ts';
import { rulesByEnumeration } from './publication/every-situation.ts';
import { expectToShow } from './publication/shows.ts';

vi.setConfig({ testTimeout: PATIENCE });

const WORLDS = times(60, 2_000);
const MAX_SITUATIONS = 12_000;
const REASONING = ['PR-28', 'PR-29', 'PR-30', 'PR-31', 'PR-32'];

const flag = (key: string) => fc.boolean().map((is): Condition => ({ flag: { fact: key, is } }));
const choice = (key: string, options: readonly string[]) =>
  fc
    .subarray([...options], { minLength: 1, maxLength: 2 })
    .map((oneOf): Condition => ({ choice: { fact: key, oneOf } }));
const persons = fc
  .tuple(fc.constantFrom('lessThan', 'atMost', 'atLeast', 'moreThan'), fc.constantFrom('1', '2', '2.5', '3'))
  .map(([bound, limit]): Condition => ({ number: { fact: 'exposedPersons', unit: '人', [bound]: limit } }));
const purposes = fc
  .subarray(['SAFETY', 'ENERGY'], { minLength: 1 })
  .map((includesAny): Condition => ({ set: { fact: 'purposes', includesAny } }));

const natures = fc
  .subarray(['NEW_BUILD', 'EXPANSION', 'RELOCATION'], { minLength: 1, maxLength: 2 })
  .map((includesAny): Condition => ({ set: { fact: 'natures', includesAny } }));

const theme = (said: Pick<Theme, 'name' | 'test'> & Partial<Theme>): Theme => ({
  tests: 3,
  scope: {},
  codes: ['26', '2611', 'D'],
  ...said,
});
const THEMES: readonly Theme[] = [
  theme({
    name: 'facts of the project',
    tests: 4,
    test: fc.oneof(
      flag('combustibleDust'),
      persons,
      purposes,
      choice('nationalClass', ['ENCOURAGED', 'RESTRICTED']),
    ),
    exceptions: 5,
  }),
  theme({
    name: 'scope',
    test: fc.oneof(flag('combustibleDust'), natures),
    scope: { industries: 5, natures: 4 },
    exceptions: 4,
  }),
  theme({
    name: 'places and days',
    tests: 2,
    test: fc.oneof(
      flag('combustibleDust'),
      choice('zone.riskGrade', ['A', 'B', 'NONE']),
      choice('zone.kind', ['CHEMICAL_PARK', 'HIGH_TECH_ZONE']),
    ),
    scope: { territory: 5, validity: 4, exemptIfApprovedBefore: 4 },
    exceptions: 3,
  }),
  theme({
    name: 'what the register may not state',
    test: fc.oneof(flag('@.belt'), flag('country.belt'), flag('combustibleDust'), persons),
    definitions: [fact('@.belt', 'FLAG', { about: 'ZONE' })],
    exceptions: 5,
  }),
];

const REGISTER: Publication['register'] = {
  jurisdictions: new Map(
    [
      COUNTRY,
      PROVINCE,
      region('140800', 'PREFECTURE', PROVINCE.id),
      zone('140881', 'region_140800'),
      zone('140800.1', PROVINCE.id, { areas: [{ key: 'core', name: { zh: '核心区' } }] }),
    ].map((record) => [record.id, [record]]),
  ),
  catalogs: new Map(),
};

const arbitraryPublication = fc.constantFrom(...THEMES).chain((each) =>
  fc
    .record({
      pool: fc.array(each.test, { minLength: 1, maxLength: each.tests }),
      own: fc.array(arbitraryEntry(each), { minLength: 1, maxLength: 4 }),
      above: fc.array(arbitraryEntry(each), { maxLength: 2 }),
      changesOn: fc.constantFrom(null, null, '2026-06-16'),
      effectiveTo: fc.constantFrom(null, null, '2026-06-15', '2027-06-01'),
    })
    .map(({ pool, own, above, effectiveTo, changesOn }): Publication => {
      const contentOf = (key: string, entries: typeof own): CatalogContent =>
        JSON.parse(
          JSON.stringify({
            title: { zh: key },
            facts: each.definitions ?? [],
            lists: [],
            products: [],
            entries: withTests(entries, pool).map((entry, at) => ({
              ...entry,
              code: `${at + 1}`,
              territory: {
                include: entry.territory.include.filter((id) => key === 'country' || BELOW.includes(id)),
                except: entry.territory.except.filter((id) => key === 'country' || BELOW.includes(id)),
              },
            })),
          }).replaceAll('"@.', `"${key}.`),
        );
      const { reference } = basis([]);
      const country = catalog('country', COUNTRY.id, []);
      const content = contentOf('country', above);
      return {
        catalog: { key: 'own', jurisdiction: PROVINCE.id },
        content: contentOf('own', own),
        effectiveFrom: '2026-06-14',
        effectiveTo,
        versions: [],
        register: REGISTER,
        above: [{ ...country, inForce: { ...country.inForce!, content }, changesOn }],
        reference,
      };
    }),
);
const BELOW = [
  'region_140800',
  'zone_140800.1',
  'zone_140881',
  'area_140881.core',
  'area_140881.edge',
  'area_140800.1.core',
];

test('say the same as going through every situation, and show it by projects that are really assessed so', () => {
  const broke = new Map<string, number>();
  let compared = 0;
  run(
    arbitraryPublication,
    (publication) => {
      const expected = rulesByEnumeration(publication, MAX_SITUATIONS);
      if (!expected) return;
      compared++;
      const { broken, undecided } = checkOf(publication);
      expect(undecided).toEqual([]);
      const reasoned = broken.filter(({ rule }) => REASONING.includes(rule.code));
      expect(new Set(reasoned.map(({ rule, entry }) => `${rule.code} ${entry}`))).toEqual(expected);
      for (const each of reasoned) {
        expectToShow(publication, each);
        broke.set(each.rule.code, (broke.get(each.rule.code) ?? 0) + 1);
      }
    },
    WORLDS,
  );
  console.log(`${compared} catalogs compared`, Object.fromEntries(broke));
  expect(compared).toBeGreaterThan(WORLDS / 2);
  for (const code of REASONING) expect([code, broke.get(code) ?? 0]).toEqual([code, expect.any(Number)]);
  for (const code of REASONING) expect(broke.get(code) ?? 0, code).toBeGreaterThan(WORLDS / 60);
});

test('never claim what is not so where the bound is hit, and say what they leave undecided', () => {
  let hit = 0;
  run(
    fc.tuple(
      arbitraryPublication,
      fc.oneof(
        fc.record({ searchBound: fc.integer({ min: 0, max: 30 }) }),
        fc.record({ maxWork: fc.integer({ min: 0, max: 300 }) }),
      ),
    ),
    ([publication, bound]) => {
      const exact = checkOf(publication);
      const bounded = checkOf({ ...publication, ...bound });
      const claims = ({ broken }: typeof exact) =>
        new Set(
          broken
            .filter(({ rule }) => REASONING.includes(rule.code))
            .map(({ rule, entry }) => `${rule.code} ${entry}`),
        );
      const open = new Set(bounded.undecided.map(({ rule, entry }) => `${rule.code} ${entry}`));
      const claimed = claims(bounded);
      for (const claim of claimed) expect(claims(exact)).toContain(claim);
      // Whatever is neither claimed nor left open is not so.
      for (const claim of claims(exact)) expect(claimed.has(claim) || open.has(claim), claim).toBe(true);
      if (open.size > 0) hit++;
    },
    WORLDS / 2,
  );
  expect(hit).toBeGreaterThan(WORLDS / 40);
});

test('claim of chemicals, products, ratios and dates nothing that a project belies', () => {
  const broke = new Map<string, number>();
  run(
    fc.oneof(...ALL_THEMES.map(arbitraryWorld)),
    (world) => {
      const publication = publicationIn(world);
      if (!publication) return;
      const { broken } = checkOf(publication);
      // Any row may be a product that nobody knows: beside an entry that names one no list of products shows anything.
      const isShown = !broken.some(({ rule }) => rule.code === 'PR-40');
      for (const each of broken.filter(({ rule }) => REASONING.includes(rule.code))) {
        broke.set(each.rule.code, (broke.get(each.rule.code) ?? 0) + 1);
        if (isShown) expectToShow(publication, each);
        expectNoProjectToBelie(world, publication, each);
      }
    },
    WORLDS,
  );
  console.log('claims about every kind of fact', Object.fromEntries(broke));
  for (const code of REASONING) expect(broke.get(code) ?? 0, code).toBeGreaterThan(WORLDS / 60);
});

/** The publication of the lowest catalog in force of a world. */
function publicationIn({
  basis: { catalogs, lapsed, lineage, reference, on },
}: World): Publication | undefined {
  const own = catalogs.filter(({ inForce }) => inForce).at(-1);
  return (
    own && {
      catalog: own.identity,
      content: own.inForce!.content,
      effectiveFrom: on,
      versions: [],
      register: {
        jurisdictions: new Map(lineage.map((record) => [record.id, [record]])),
        catalogs: new Map(),
      },
      above: catalogs.filter((each) => each !== own).map((each) => ({ ...each, changesOn: null })),
      lapsed,
      reference,
    }
  );
}

/** Whatever is unknown of the projects, the assessments are over all ways it could turn out. */
function expectNoProjectToBelie(
  { basis: there, projects, actor }: World,
  { catalog: own, content }: Publication,
  claim: BrokenRule,
): void {
  // An assessment takes a ratio of two unknowns for independent of them; a project on paper cannot be so.
  const ratios = JSON.stringify(content).includes('PerMu');
  const without = (entries: CatalogContent['entries']): typeof there => ({
    ...there,
    catalogs: there.catalogs.map((each) =>
      each.identity.key === own.key
        ? { ...each, inForce: { ...each.inForce!, content: { ...content, entries } } }
        : each,
    ),
  });
  const entry = content.entries.find(({ code }) => code === claim.entry)!;
  const others = without(content.entries.filter(({ code }) => code !== claim.entry));
  for (const project of projects) {
    if (ratios && (project.facts?.landArea == null || project.facts.totalInvestment == null)) continue;
    if (claim.rule.code === 'PR-29' || (claim.rule.code === 'PR-28' && claim.field === 'when')) {
      const found = assess(there, project, actor).findings.filter(({ catalog }) => catalog === own.key);
      expect(found.map((finding) => finding.entry.code)).not.toContain(claim.entry);
    }
    if (claim.rule.code === 'PR-30') {
      const denied = withoutRulingsOn(entry.code, own.key, project);
      expect(assess(others, denied, actor).possibleOutcomes).toEqual(
        assess(there, denied, actor).possibleOutcomes,
      );
    }
  }
}

/** The same, no more of the exceptions of one entry decided. */
const withoutRulingsOn = (code: string, key: string, project: World['projects'][number]) => ({
  ...project,
  confirmations: (project.confirmations ?? []).filter(
    ({ catalog, entry }) => catalog !== `catalog_${key}` || entry !== code,
  ),
});
