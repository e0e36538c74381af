import type { Decision } from '../../services/domain/assessment/decision.ts';
import { receiptOf } from '../../services/domain/assessment/decision.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import type { DamagedDecision, StoredDecision } from '../../services/store/decisions.ts';

/** An entry as long as real ones are: about a kilobyte of JSON. */
export function sampleEntry(code: string, text = '新建、扩建以氯气为原料的生产装置'): Entry {
  const number = Number(code.replace(/\D/g, '')) % 97;
  return {
    code,
    measure: 'RESTRICTED',
    force: 'MANDATORY',
    text: { zh: `${text}（${code}）`, en: `New or enlarged plants that start from chlorine (${code})` },
    industries: { include: ['2611', '2612', '2613', '2614'], except: ['2614'] },
    natures: ['NEW_BUILD', 'EXPANSION'],
    activities: ['PRODUCE', 'STORE'],
    territory: { include: [], except: [] },
    when: {
      all: [
        { number: { fact: 'totalInvestment', unit: '万元', lessThan: String(3_000 + number) } },
        { not: { set: { fact: 'processes', includesAny: ['CHLORINATION', 'NITRATION'] } } },
      ],
    },
    exceptions: [
      {
        key: 'a',
        text: { zh: '为重大项目配套的除外', en: 'unless it serves a major project' },
        discretionary: true,
        decidedBy: 'PREFECTURE',
      },
    ],
    requirements: [
      {
        key: 'capacity',
        text: { zh: '产能等量或者减量置换', en: 'capacity of the same amount is given up' },
        evidence: { zh: '产能置换方案公告', en: 'notice of the replacement plan' },
      },
    ],
    validFrom: '2026-01-01',
    responsibility: { lead: '工业和信息化局', cooperating: ['应急管理局', '生态环境局'] },
    basis: [{ document: '化工园区建设标准和认定管理办法', number: '〔2021〕220号', article: '第十条' }],
  };
}

/** Codes 1.1 to 1.n in their order. */
export const sampleEntries = (count: number): readonly Entry[] =>
  Array.from({ length: count }, (_, place) => sampleEntry(`1.${place + 1}`));

const hash = 'a'.repeat(64);
const start = Date.parse('2026-11-23T00:00:00.000Z');
/** The n-th minute of the day on which the samples are decided. */
export const minute = (number: number) => new Date(start + number * 60_000).toISOString();

/** Decided in the n-th minute, in zone_1. */
export function sampleDecision(number: number, overrides: Partial<Decision> = {}): Decision {
  const record: Omit<Decision, 'receipt'> = {
    id: `decision_${number}`,
    project: {
      zone: 'zone_1',
      projectCode: '2603-141124-89-05-346948',
      facts: { landArea: { number: '10', unit: '亩' }, taxPerMu: null },
    },
    assessment: {
      zone: 'zone_1',
      on: '2026-11-23',
      outcome: 'NEEDS_INFORMATION',
      possibleOutcomes: ['CONDITIONAL', 'REFUSED'],
      exact: true,
      reasons: [{ code: 'ZONE_HAS_NO_CATALOG', catalog: null, fact: null, decisive: false }],
      notices: [],
      findings: [
        {
          catalog: 'sx',
          version: 1,
          level: 'PROVINCE',
          entry: sampleEntry('1.1'),
          position: 1,
          applies: 'UNKNOWN',
          effect: 'REFUSE',
          discretionOpen: false,
          effectWithoutDiscretion: 'REFUSE',
          decisive: true,
          industry: null,
          exceptions: [{ key: 'a', holds: 'UNKNOWN', confirmed: null }],
          requirements: [{ key: 'capacity', met: 'UNKNOWN' }],
          because: [{ key: 'totalInvestment', known: false, value: null }],
        },
      ],
      missingFacts: [],
      majorHazard: null,
      minimalQuestions: ['totalInvestment'],
      versions: [{ catalog: 'sx', number: 1, contentHash: hash }],
    },
    on: '2026-11-23',
    onReason: null,
    decidedAt: minute(number),
    decidedBy: '王五',
    supersedes: null,
    evidence: {
      engineVersion: '1',
      searchBound: 1_000,
      lineage: [],
      register: { seq: 1, hash },
      lapsed: [],
      catalogs: [
        {
          key: 'sx',
          jurisdiction: 'region_140000',
          head: { seq: 2, hash },
          standing: 'IN_FORCE',
          version: { number: 1, contentHash: hash, content: hash },
        },
        { key: 'none', jurisdiction: 'region_140000', head: null, standing: 'NOT_YET', version: null },
      ],
      dictionaryHash: hash,
      listsHash: hash,
      classificationHash: hash,
    },
    ...overrides,
  };
  return { ...record, receipt: receiptOf(record) };
}

/** What was read of a decision that nobody damaged. */
export function sound(stored: StoredDecision | DamagedDecision): Decision {
  if ('damage' in stored) throw stored.damage;
  return stored.decision;
}
