import { reference } from '../../services/data/reference.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import type { Condition } from '../../services/domain/condition/condition.ts';
import { PROCESSES, PURPOSES } from '../../services/domain/facts/dictionary.ts';
import type { Publication } from '../../services/domain/publication-rules/rule.ts';
import { NATURES } from '../../services/domain/vocabulary.ts';
import { drawsFrom } from '../domain/oracle/draws.ts';

const { classification, lists } = reference;
const SUBSTANCES = lists.flatMap(({ members }) => members);

/** Entries as catalogs have them: most about a few classes, many with a condition, some with exceptions. */
export function realisticEntries(
  count: number,
  industries: readonly string[] | null = null,
): readonly Entry[] {
  const draw = drawsFrom(20_261_123);
  const one = <T>(of: readonly T[]): T => of[draw(of.length)]!;
  const some = <T>(of: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + draw(most) }, () => one(of))),
  ];
  const manufacturing = classification.classesOf('C');
  const test = (): Condition => {
    switch (draw(9)) {
      case 0:
        return { number: { fact: 'totalInvestment', unit: '万元', lessThan: `${(1 + draw(60)) * 500}` } };
      case 1:
        return {
          number: { fact: 'totalInvestmentPerMu', unit: '万元/亩', lessThan: `${150 + draw(40) * 10}` },
        };
      case 2:
        return { set: { fact: 'processes', includesAny: some(PROCESSES, 3) } };
      case 3:
        return {
          chemical: {
            substance: { cas: one(SUBSTANCES) },
            activities: ['STORE'],
            moreThan: `${1 + draw(50)}`,
          },
        };
      case 4:
        return {
          product: {
            product: `产品${draw(800)}`,
            unit: 't/a',
            of: one(['CAPACITY', 'PER_LINE']),
            lessThan: `${(1 + draw(100)) * 1_000}`,
          },
        };
      case 5:
        return { choice: { fact: 'zone.riskGrade', oneOf: some(['A', 'B', 'C'], 2) } };
      case 6:
        return { not: { choice: { fact: 'zone.kind', oneOf: ['CHEMICAL_PARK'] } } };
      case 7:
        return { number: { fact: 'annualEnergy', unit: 'tce', atLeast: `${(1 + draw(20)) * 1_000}` } };
      default:
        return {
          flag: { fact: one(['combustibleDust', 'labourIntensive', 'firstOfKindProcess']), is: true },
        };
    }
  };
  return Array.from({ length: count }, (_, place): Entry => {
    const restricted = draw(10) < 4;
    const conditions = draw(12) === 0 ? 0 : 1 + draw(3);
    return {
      code: `${1 + Math.floor(place / 50)}.${1 + (place % 50)}`,
      measure: restricted ? 'RESTRICTED' : 'PROHIBITED',
      force: draw(5) === 0 ? 'IN_PRINCIPLE' : 'MANDATORY',
      text: { zh: `第 ${place + 1} 条` },
      industries: { include: industries ?? some(manufacturing, 3), except: [] },
      natures: draw(3) === 0 ? some(NATURES, 3) : [],
      activities: [],
      territory: { include: [], except: [] },
      when:
        conditions === 0
          ? null
          : conditions === 1
            ? test()
            : { all: Array.from({ length: conditions }, test) },
      exceptions:
        draw(4) > 0
          ? []
          : [
              draw(2) === 0
                ? { key: 'a', text: { zh: '一事一议' }, discretionary: true }
                : {
                    key: 'a',
                    text: { zh: '除外' },
                    when: { set: { fact: 'purposes', includesAny: some(PURPOSES, 2) } },
                    discretionary: false,
                  },
            ],
      requirements: !restricted
        ? []
        : [
            { key: 'r', text: { zh: `要求 ${draw(400)}` }, when: test() },
            ...(draw(2) ? [{ key: 'e', text: { zh: `材料 ${draw(400)}` }, evidence: { zh: '证明' } }] : []),
          ],
      ...(draw(6) === 0 ? { validFrom: '2026-01-01', validTo: `${2027 + draw(4)}-12-31` } : {}),
      ...(draw(10) === 0 ? { exemptIfApprovedBefore: '2026-06-01' } : {}),
      basis: [{ document: '示范目录' }],
    };
  });
}

/** The first version of a provincial catalog with these entries. */
export const publicationWith = (entries: readonly Entry[]): Publication => ({
  catalog: { key: 'large', jurisdiction: 'region_140000' },
  content: { title: { zh: '示范目录' }, facts: [], lists: [], products: [], entries },
  effectiveFrom: '2026-12-01',
  versions: [],
  register: {
    jurisdictions: new Map(
      [
        { code: '100000', level: 'COUNTRY' as const, parent: null },
        { code: '140000', level: 'PROVINCE' as const, parent: 'region_100000' },
      ].map((said) => {
        const record = {
          ...said,
          id: `region_${said.code}`,
          name: { zh: said.code },
          effectiveFrom: '2020-01-01',
        };
        return [record.id, [record]];
      }),
    ),
    catalogs: new Map(),
  },
  above: [],
  reference,
});
