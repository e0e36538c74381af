import * as fc from 'fast-check';
import type { Actor } from '../../../services/domain/access/access.ts';
import type {
  AssessmentBasis,
  CatalogOnDay,
  LapsedDefinitions,
} from '../../../services/domain/assessment/assessment-basis.ts';
import type { Confirmation, ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import type { DeclaredFact, FactValue } from '../../../services/domain/facts/fact.ts';
import type { JurisdictionRecord } from '../../../services/domain/register/jurisdiction.ts';
import { arbitraryEntry, withTests } from './arbitrary-entry.ts';
import type { LooseProject } from './arbitrary-project.ts';
import { arbitraryProject } from './arbitrary-project.ts';
import { contentHash } from './content-hash.ts';
import { definedThere } from './question.ts';
import { basis, COUNTRY, PROVINCE, region, zone } from './small-basis.ts';
import type { Theme } from './themes.ts';

/** Catalogs in a lineage, and projects to be assessed there. The first project is wholly unknown. */
export interface World {
  readonly basis: AssessmentBasis;
  readonly projects: readonly ProjectInput[];
  readonly actor: Actor | null;
}

/** Small worlds about one theme. */
export function arbitraryWorld(theme: Theme): fc.Arbitrary<World> {
  return fc
    .tuple(
      arbitraryLineage,
      fc.array(theme.test, { minLength: 1, maxLength: theme.tests }),
      fc.array(arbitraryCatalog(theme), { minLength: 1, maxLength: 3 }),
      fc.array(arbitraryProject, { minLength: 4, maxLength: 4 }),
    )
    .map(([lineage, pool, catalogs, projects]) => worldOf(theme, lineage, pool, catalogs, projects));
}

function worldOf(
  theme: Theme,
  lineage: readonly JurisdictionRecord[],
  pool: readonly Condition[],
  loose: readonly LooseCatalog[],
  projects: readonly LooseProject[],
): World {
  const placed = loose.map((catalog, i) => ({ ...catalog, key: `k${i}`, at: catalog.at % lineage.length }));
  placed.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const catalogs = placed.map((catalog): CatalogOnDay => {
    const identity = { key: catalog.key, jurisdiction: lineage[catalog.at]!.id };
    if (catalog.standing !== 'IN_FORCE') return { identity, standing: catalog.standing };
    const content = contentOf(theme, catalog, lineage, pool, placed[0]!.key);
    return {
      identity,
      standing: 'IN_FORCE',
      inForce: { number: catalog.number, contentHash: contentHash(content), content },
    };
  });
  const there = { ...basis(catalogs, lineage), lapsed: lapsedOf(theme, placed[0]!, catalogs) };
  const zoneId = lineage.at(-1)!.id;
  return {
    basis: there,
    projects: [{ zone: zoneId }, ...projects.map((project) => fitted(project, there))],
    actor: projects.some(({ rulings }) => rulings.length > 0)
      ? { subject: 'wang', roles: [{ role: 'officer', jurisdiction: COUNTRY.id }] }
      : null,
  };
}

/** What the topmost catalog defines where it is not in force and others name it. */
function lapsedOf(
  { definitions = [], lists = [] }: Theme,
  { key, number, standing }: LooseCatalog & { readonly key: string },
  catalogs: readonly CatalogOnDay[],
): readonly LapsedDefinitions[] {
  const text = JSON.stringify(catalogs);
  const named = definitions.filter((fact) => text.includes(`"${fact.key.replace('@.', `${key}.`)}"`));
  const inputs = named.flatMap(({ ratio }) => (ratio ? [ratio.numerator, ratio.denominator] : []));
  const keys = [
    ...definitions.filter((fact) => named.includes(fact) || inputs.includes(fact.key)),
    ...lists.filter((list) => text.includes(`"${list.key.replace('@.', `${key}.`)}"`)),
  ].map((definition) => definition.key.replace('@.', `${key}.`));
  if (standing === 'IN_FORCE' || keys.length === 0) return [];
  const content = { title: { zh: '原目录' }, facts: definitions, lists, products: [], entries: [] };
  const own: CatalogContent = JSON.parse(JSON.stringify(content).replaceAll('"@.', `"${key}.`));
  return [{ catalog: key, keys, number, contentHash: contentHash(own), content: own }];
}

const arbitraryZone = fc
  .tuple(
    fc.subarray(['core', 'edge', 'port']),
    fc.constantFrom('CHEMICAL_PARK' as const, 'DEVELOPMENT_ZONE' as const),
    fc.constantFrom('NATIONAL' as const, 'PROVINCIAL' as const),
    fc.constantFrom('A' as const, 'B' as const, 'UNRATED' as const),
    fc.subarray(['C26', 'STEEL']),
    fc.boolean(),
    fc.array(
      fc.constantFrom<DeclaredFact>(
        ...['k0', 'k1', 'k2'].flatMap((key) => [
          { key: `${key}.belt`, value: { flag: true } },
          { key: `${key}.belt`, value: { flag: false } },
          { key: `${key}.belt`, value: { choice: 'NORTH' } },
          { key: `${key}.depth`, value: { number: '5' } },
          { key: `${key}.basin`, value: { choice: 'SOUTH' } },
        ]),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([areas, kind, zoneLevel, riskGrade, positioning, suspended, facts]) => ({
    areas: areas.map((key) => ({ key, name: { zh: key } })),
    kind,
    zoneLevel,
    // Chemical parks alone have a grade.
    riskGrade: kind === 'CHEMICAL_PARK' ? riskGrade : ('NONE' as const),
    positioning,
    suspended,
    facts: facts.filter(({ key }, i) => facts.findIndex((other) => other.key === key) === i),
  }));

const PREFECTURE = region('140800', 'PREFECTURE', PROVINCE.id);
const arbitraryLineage: fc.Arbitrary<readonly JurisdictionRecord[]> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), arbitraryZone, fc.boolean())
  .map(([shape, facts, suspended]) => {
    const inner = (parent: string) => zone('140881', parent, facts);
    if (shape === 0) return [COUNTRY, inner(COUNTRY.id)];
    if (shape === 1) return [COUNTRY, PROVINCE, inner(PROVINCE.id)];
    if (shape === 2) return [COUNTRY, PROVINCE, PREFECTURE, inner(PREFECTURE.id)];
    const outer = zone('140800.1', PROVINCE.id, { suspended });
    return [COUNTRY, PROVINCE, outer, inner(outer.id)];
  });

type LooseCatalog = ReturnType<typeof arbitraryCatalog> extends fc.Arbitrary<infer T> ? T : never;
const arbitraryCatalog = (theme: Theme) =>
  fc.record({
    at: fc.nat({ max: 11 }),
    number: fc.integer({ min: 1, max: 3 }),
    standing: fc.oneof(
      { weight: 12, arbitrary: fc.constant('IN_FORCE' as const) },
      { weight: 1, arbitrary: fc.constantFrom('LAPSED' as const, 'NOT_YET' as const, 'REPEALED' as const) },
    ),
    entries: fc.array(arbitraryEntry(theme), { minLength: 1, maxLength: 5 }),
  });

function contentOf(
  theme: Theme,
  { key, at, entries }: LooseCatalog & { readonly key: string },
  lineage: readonly JurisdictionRecord[],
  pool: readonly Condition[],
  top: string,
): CatalogContent {
  const above = lineage.slice(0, at + 1).map(({ id }) => id);
  const content: CatalogContent = {
    title: { zh: `目录${key}` },
    facts: theme.definitions ?? [],
    lists: theme.lists ?? [],
    products: theme.products ?? [],
    entries: withTests(entries, pool).map((entry, i) => ({
      ...entry,
      code: `${i + 1}`,
      // A territory lies below the catalog's own jurisdiction.
      territory: {
        include: entry.territory.include.filter((id) => !above.includes(id)),
        except: entry.territory.except.filter((id) => !above.includes(id)),
      },
    })),
  };
  return JSON.parse(JSON.stringify(content).replaceAll('"@.', `"${key}.`).replaceAll('"^.', `"${top}.`));
}

/** The project as far as it makes sense there: areas of its zone, facts that catalogs in force define, open discretion. */
function fitted({ rulings, declared, ...project }: LooseProject, there: AssessmentBasis): ProjectInput {
  const here = there.lineage.at(-1)!;
  const contents = there.catalogs.flatMap(({ identity, inForce }) =>
    inForce ? [{ identity, content: inForce.content }] : [],
  );
  const defined = definedThere(there).flatMap(({ facts }) =>
    facts.flatMap(({ key, about }): readonly DeclaredFact[] => {
      const value: FactValue | undefined = declared[key as keyof typeof declared] ?? undefined;
      return about === 'PROJECT' && value ? [{ key, value }] : [];
    }),
  );
  const discretionary = contents.flatMap(({ identity, content }) =>
    content.entries.flatMap((entry) =>
      entry.exceptions
        .filter((exception) => exception.discretionary)
        .map(({ key }) => ({ catalog: `catalog_${identity.key}`, entry: entry.code, exception: key })),
    ),
  );
  const confirmations = discretionary.flatMap((exception, i): readonly Confirmation[] => {
    const ruling = rulings[i % Math.max(1, rulings.length)] ?? 'OPEN';
    return ruling === 'OPEN'
      ? []
      : [{ ...exception, confirmed: ruling === 'CONFIRMED', document: '会议纪要〔2026〕3号' }];
  });
  const divides = definedThere(there).some(({ facts }) =>
    facts.some(({ ratio }) => ratio?.denominator === 'totalInvestment'),
  );
  const { totalInvestment } = project.facts;
  const areas = (project.areas ?? []).filter((key) => here.zone!.areas.some((area) => area.key === key));
  return {
    ...project,
    zone: here.id,
    areas: areas.length > 0 ? areas : null,
    facts: {
      ...project.facts,
      // Nothing is divided by 0.
      totalInvestment: divides && totalInvestment === '0' ? '2000' : totalInvestment,
      declared: defined,
    },
    confirmations,
  };
}
