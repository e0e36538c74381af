import { expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import { NOTHING_SAID } from '../../services/domain/catalog/entry.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import type { DeclaredFact, FactDefinition } from '../../services/domain/facts/fact.ts';

/** Ways in which an entry could stop meaning anything without anybody noticing (DESIGN 2.1: nothing fails open). */

const ban: Entry = {
  ...NOTHING_SAID,
  code: '1',
  measure: 'PROHIBITED',
  text: { zh: '禁止' },
  basis: [{ document: '示例' }],
};

interface Situation {
  readonly entry: Partial<Entry>;
  readonly areas?: readonly string[];
  readonly zoneFacts?: readonly DeclaredFact[];
  readonly facts?: readonly FactDefinition[];
}
function assessed(
  { entry, areas = [], zoneFacts = [], facts = [] }: Situation,
  project: Omit<ProjectInput, 'zone'>,
) {
  const basis: AssessmentBasis = {
    on: '2026-11-23',
    lapsed: [],
    lineage: [
      {
        id: 'zone_park',
        code: 'park',
        level: 'ZONE',
        name: { zh: '园区' },
        parent: null,
        effectiveFrom: '2020-01-01',
        zone: {
          kind: 'INDUSTRIAL_PARK',
          zoneLevel: 'OTHER',
          riskGrade: 'NONE',
          positioning: [],
          areas: areas.map((key) => ({ key, name: { zh: key } })),
          suspended: false,
          facts: zoneFacts,
        },
      },
    ],
    catalogs: [
      {
        identity: { key: 'park', jurisdiction: 'zone_park' },
        standing: 'IN_FORCE',
        inForce: {
          number: 1,
          contentHash: '00',
          content: { title: { zh: '目录' }, facts, lists: [], products: [], entries: [{ ...ban, ...entry }] },
        },
      },
    ],
    reference,
  };
  return assess(basis, { zone: 'zone_park', ...project });
}
function outcomeOf(situation: Situation, project: Omit<ProjectInput, 'zone'>) {
  const { outcome, reasons } = assessed(situation, project);
  return { outcome, reasons: reasons.map(({ code, fact }) => `${code} ${fact}`) };
}

test.each([{ areas: ['Core'] }, { areas: null }])(
  'an area that was renamed after publication leads to review: %j',
  (project) => {
    const situation = {
      entry: { territory: { include: ['area_park.core'], except: [] } },
      areas: ['Core', 'south'],
    };
    expect(outcomeOf(situation, project)).toEqual({
      outcome: 'REVIEW',
      reasons: ['REGISTER_INCOMPLETE areas'],
    });
  },
);

test.each([{ areas: ['core'] }, { areas: ['Plating'] }, { areas: null }])(
  'a left-out area that was renamed after publication leads to review, never to a refusal by guess: %j',
  (project) => {
    const situation = {
      entry: { territory: { include: [], except: ['area_park.plating'] } },
      areas: ['core', 'Plating'],
    };
    expect(outcomeOf(situation, project)).toEqual({
      outcome: 'REVIEW',
      reasons: ['REGISTER_INCOMPLETE areas'],
    });
  },
);

test('a left-out area that is gone does not matter where all of the zone is left out', () => {
  const situation = {
    entry: { territory: { include: [], except: ['area_park.plating', 'zone_park'] } },
    areas: ['core'],
  };
  expect(outcomeOf(situation, { areas: ['core'] })).toEqual({ outcome: 'ADMITTED', reasons: [] });
});

test('an area of another zone in the territory is no gap of this one', () => {
  const situation = {
    entry: { territory: { include: ['area_park2.core', 'area_park.south'], except: [] } },
    areas: ['core', 'south'],
  };
  expect(outcomeOf(situation, { areas: ['core'] })).toEqual({ outcome: 'ADMITTED', reasons: [] });
});

test('a lost area is no gap for a project that the entry is not about', () => {
  const situation = {
    entry: { territory: { include: ['area_park.core'], except: [] }, natures: ['NEW_BUILD'] as const },
    areas: ['south'],
  };
  expect(outcomeOf(situation, { areas: ['south'], natures: ['EXPANSION'] })).toEqual({
    outcome: 'ADMITTED',
    reasons: [],
  });
});

test.each([
  ['味精', '味\u200b精 ', 't/a', ' t/a'],
  ['ｍｄｉ', 'M DI', 'ｔ/a', 't/a'],
])('a product is the same however its name is typed: %j and %j', (tested, stated, unit, statedUnit) => {
  const entry = { when: { product: { product: tested, unit, of: 'CAPACITY', atMost: '5' } } } as const;
  const products = [{ product: stated, unit: statedUnit, capacity: '5' }];
  expect(outcomeOf({ entry }, { facts: { products } }).outcome).toBe('REFUSED');
});

test.each([[{ product: '\u200b', unit: 't' }], [{ product: '味精', unit: '\u200b' }]])(
  'a product without a visible name or unit is refused: %j',
  (product) => {
    expect(() => outcomeOf({ entry: {} }, { facts: { products: [product] } })).toThrow(
      'outside what is allowed',
    );
  },
);

test('what the register states in another form than the catalog asks for is a gap, not a fault of the applicant', () => {
  const text = { zh: '等级' };
  const facts = [
    {
      key: 'park.grade',
      type: 'CHOICE',
      about: 'ZONE',
      options: ['HIGH', 'LOW'],
      name: text,
      question: text,
    } as const,
  ];
  const situation = {
    entry: { when: { choice: { fact: 'park.grade', oneOf: ['HIGH'] } } },
    facts,
    zoneFacts: [{ key: 'park.grade', value: { flag: true } }],
  };
  expect(outcomeOf(situation, {})).toEqual({
    outcome: 'REVIEW',
    reasons: ['REGISTER_INCOMPLETE park.grade'],
  });
  // Nor does a finding show as known what could not be read.
  const caught = { ...situation, entry: { when: { not: situation.entry.when } } };
  expect(assessed(caught, {}).findings.map(({ because }) => because)).toEqual([
    [{ key: 'park.grade', known: false, value: null }],
  ]);
});
