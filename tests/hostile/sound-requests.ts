import { ASSESS } from '../../services/local/ide/assess-query.ts';
import {
  COUNTRY,
  CREATE,
  DECIDE,
  DEFINE,
  OPEN,
  PARK,
  PUBLISH,
  PUT,
  prohibited,
  REGISTER_ZONE,
  restricted,
  type Shanxi,
  SUBMIT,
} from '../api/seed.ts';
import type { Sound } from './malformed.ts';

/** A project with something in every field. */
export const PROJECT = {
  zone: PARK,
  ref: 'r1',
  name: '年产五万吨烧碱项目',
  industries: ['2612', '26'],
  natures: ['NEW_BUILD'],
  activities: ['PRODUCE', 'STORE'],
  areas: ['core'],
  earlierApproval: { none: true },
  facts: {
    totalInvestment: '30000',
    landArea: { number: 120.5, unit: '亩' },
    annualEnergy: 5000,
    hazardousChemicalProject: true,
    nationalClass: 'PERMITTED',
    processes: ['CHLOR_ALKALI'],
    chemicals: [{ cas: '7782-50-5', tonnes: '50', activities: ['STORE'] }],
    products: [{ product: '烧碱', unit: 't', capacity: '50000', lines: 2 }],
    declared: [{ key: 'park.nearRiver', value: { flag: true } }],
  },
};

/** Requests of every kind, each of which is answered as it stands. */
export async function soundRequests({
  issuer,
  editor,
  publisher,
  officer,
  admin,
}: Shanxi): Promise<readonly Sound[]> {
  const by = ({ subject }: { readonly subject: string }, role: string) => issuer.bearer(subject, [role]);
  const asEditor = await by(editor, `editor:${COUNTRY}`);
  const input = (query: string, value: object, authorization: string): Sound => ({
    query,
    variables: { input: value },
    authorization,
  });
  return [
    {
      query: '{ zones(first: 3, filter: { kind: CHEMICAL_PARK }) { edges { node { id name { zh } } } } }',
      variables: {},
    },
    {
      query:
        'query ($id: ID!, $n: Int) { zone(id: $id) { parent { id } entries(first: $n) { edges { node { code when } } } } }',
      variables: { id: PARK, n: 5 },
    },
    { query: ASSESS, variables: { project: PROJECT, on: '2026-11-23' } },
    {
      query:
        'query ($p: [ProjectInput!]!) { assessMany(projects: $p) { index ref assessment { outcome } userErrors { code path message } } }',
      variables: { p: [PROJECT, { zone: PARK, industries: ['C'] }] },
    },
    {
      query:
        'query ($p: ProjectAnywhereInput!, $f: ZoneFilter, $z: [ID!]!) { findZones(project: $p, filter: $f, first: 5) { totalCount exact edges { node { outcome zone { id } assessment { outcome } } } userErrors { code path message } } assessInZones(project: $p, zones: $z) { assessment { outcome } userErrors { code } } }',
      variables: { p: { industries: ['2614'] }, f: { kind: 'CHEMICAL_PARK' }, z: [PARK] },
    },
    {
      query: 'query ($q: String!) { industries(search: $q, first: 5) { code name { zh } } }',
      variables: { q: '化工' },
    },
    {
      query: 'query ($id: ID!) { node(id: $id) { id ... on Catalog { title { zh } } } }',
      variables: { id: 'catalog_park' },
    },
    input(
      PUT,
      {
        catalog: 'catalog_edited',
        expectedRevision: 2,
        entries: [prohibited('1'), restricted('2')],
        reason: '修改',
      },
      asEditor,
    ),
    input(
      DEFINE,
      { catalog: 'catalog_edited', expectedRevision: 2, facts: [], lists: [], reason: '定义' },
      asEditor,
    ),
    input(CREATE, { jurisdiction: PARK, key: 'park', title: { zh: '目录' }, reason: '新建' }, asEditor),
    input(OPEN, { catalog: 'catalog_park', reason: '起草' }, asEditor),
    input(SUBMIT, { catalog: 'catalog_none', expectedRevision: 1, reason: '报送' }, asEditor),
    input(
      PUBLISH,
      { catalog: 'catalog_edited', contentHash: 'x', effectiveFrom: '2026-12-01', reason: '印发' },
      await by(publisher, `publisher:${COUNTRY}`),
    ),
    input(DECIDE, { project: PROJECT, idempotencyKey: 'k' }, await by(officer, `officer:${PARK}`)),
    input(
      REGISTER_ZONE,
      {
        code: '1',
        name: { zh: '园' },
        parent: 'region_140800',
        kind: 'OUTSIDE',
        zoneLevel: 'OTHER',
        riskGrade: 'NONE',
        effectiveFrom: '2026-12-01',
        reason: '建立',
      },
      await by(admin, `admin:${COUNTRY}`),
    ),
  ];
}
