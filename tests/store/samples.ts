import type { Entry } from '../../services/domain/entry.ts';

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
    territory: [],
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
