import { reference } from '../../../services/data/reference.ts';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import { NOTHING_SAID } from '../../../services/domain/catalog/entry.ts';
import type { VersionRecord } from '../../../services/domain/catalog/version.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import type { FactDefinition } from '../../../services/domain/facts/fact.ts';
import type { Publication } from '../../../services/domain/publication-rules/rule.ts';
import type { JurisdictionRecord, ZoneFacts } from '../../../services/domain/register/jurisdiction.ts';

/** An entry that breaks no rule, but for what is said. */
export const entry = (said: Partial<Entry> = {}): Entry => ({
  ...NOTHING_SAID,
  code: '1',
  measure: 'PROHIBITED',
  text: { zh: '禁止新建炼油项目' },
  industries: { include: ['2511'], except: [] },
  basis: [{ document: '山西省示范目录' }],
  ...said,
});

export const when = (condition: Condition): Partial<Entry> => ({ when: condition });

export const fact = (
  said: Partial<FactDefinition> & Pick<FactDefinition, 'key' | 'type'>,
): FactDefinition => ({
  about: 'PROJECT',
  name: { zh: '事项' },
  question: { zh: '事项是什么？' },
  ...said,
});

export const version = (said: Partial<VersionRecord> & Pick<VersionRecord, 'number'>): VersionRecord => ({
  effectiveFrom: '2026-01-01',
  publishedAt: '2025-12-01T00:00:00.000Z',
  publishedBy: 'li',
  basedOn: null,
  authors: [],
  contentHash: `hash ${said.number}`,
  content: `blob ${said.number}`,
  entryCount: 1,
  ...said,
});

export interface Said {
  readonly entries?: readonly Entry[];
  readonly content?: Partial<CatalogContent>;
  readonly zones?: readonly JurisdictionRecord[];
  readonly publication?: Partial<Publication>;
}

/** The publication of a provincial catalog `shanxi`, in force from 2026-12-01, that breaks no rule but for what is said. */
export const publicationOf = ({
  entries = [entry()],
  content,
  zones = [],
  publication,
}: Said = {}): Publication => ({
  catalog: { key: 'shanxi', jurisdiction: 'region_140000' },
  content: { title: { zh: '山西省示范目录' }, facts: [], lists: [], products: [], entries, ...content },
  effectiveFrom: '2026-12-01',
  versions: [],
  register: {
    jurisdictions: new Map(
      [
        region('100000', 'COUNTRY', null),
        region('140000', 'PROVINCE', 'region_100000'),
        region('150000', 'PROVINCE', 'region_100000'),
        region('140100', 'PREFECTURE', 'region_140000'),
        ...zones,
      ].map((record) => [record.id, [record]]),
    ),
    catalogs: new Map(),
  },
  above: [],
  reference,
  ...publication,
});

export const region = (
  code: string,
  level: JurisdictionRecord['level'],
  parent: string | null,
): JurisdictionRecord => ({
  id: `region_${code}`,
  code,
  level,
  name: { zh: code },
  parent,
  effectiveFrom: '2020-01-01',
});

export const zone = (code: string, parent: string, said: Partial<ZoneFacts> = {}): JurisdictionRecord => ({
  id: `zone_${code}`,
  code,
  level: 'ZONE',
  name: { zh: code },
  parent,
  effectiveFrom: '2020-01-01',
  zone: {
    kind: 'DEVELOPMENT_ZONE',
    zoneLevel: 'PROVINCIAL',
    riskGrade: 'NONE',
    positioning: [],
    areas: [{ key: 'core', name: { zh: '核心区' } }],
    suspended: false,
    facts: [],
    ...said,
  },
});
