import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../services/domain/access/access.ts';
import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import type { ChemicalTest, Condition } from '../../../services/domain/condition/condition.ts';
import { NotAllowed } from './discretion.ts';
import { representativeInventories } from './inventories.ts';
import { oracleAssess } from './oracle.ts';
import {
  AMMONIA,
  BENZENE,
  basis,
  CHLORINE,
  COUNTRY,
  catalog,
  entry,
  fact,
  METHANOL,
  ON,
  PHOSGENE,
  PROVINCE,
  restricted,
  WATER,
  ZONE,
  zone,
} from './small-basis.ts';
import type { Verdict } from './verdict.ts';

const OFFICER: Actor = { subject: 'wang', roles: [{ role: 'officer', jurisdiction: PROVINCE.id }] };

const project = (said: Partial<ProjectInput> = {}): ProjectInput => ({ zone: ZONE.id, ...said });
const decide = (entries: readonly Entry[], said: Partial<ProjectInput> = {}, actor?: Actor): Verdict =>
  oracleAssess(basis(entries), project(said), actor);
const questions = (verdict: Verdict): readonly string[] => verdict.missingFacts.map(({ key }) => key);
const number = (key: string, bounds: object): Condition => ({ number: { fact: key, ...bounds } });
const flag = (key: string): Condition => ({ flag: { fact: key, is: true } });
const nitration: Condition = { set: { fact: 'processes', includesAny: ['NITRATION'] } };
const chemical = (said: ChemicalTest): Condition => ({ chemical: said });

describe('industries', () => {
  test('a group whose only class is listed is settled', () => {
    const verdict = decide([entry({ industries: { include: ['0511'], except: [] } })], {
      industries: ['051'],
    });
    expect(verdict.outcome).toBe('REFUSED');
    expect(verdict.findings[0]!.applies).toBe('TRUE');
  });

  test('of two included codes one is excepted: the other still counts', () => {
    const listed = entry({ industries: { include: ['C', 'D'], except: ['46'] } });
    expect(decide([listed], { industries: ['2614', '4620'] }).outcome).toBe('REFUSED');
    expect(decide([listed], { industries: ['4620'] }).outcome).toBe('ADMITTED');
  });

  test('an excepted class below the project’s division asks for the code', () => {
    const verdict = decide([entry({ industries: { include: ['26'], except: ['2611'] } })], {
      industries: ['26'],
    });
    expect(verdict.outcome).toBe('NEEDS_INFORMATION');
    expect(verdict.possibleOutcomes).toEqual(['ADMITTED', 'REFUSED']);
    expect(verdict.missingFacts).toEqual([{ key: 'industries', neededBy: ['own 1'] }]);
    expect(verdict.minimalQuestions).toEqual(['industries']);
  });

  test('codes unset are any non-empty set: one of two listings of everything always applies', () => {
    const halves = [
      entry({ industries: { include: ['A', 'C'], except: [] } }),
      entry({ industries: { include: ['D'], except: [] } }),
    ];
    expect(decide(halves).outcome).toBe('REFUSED');
    expect(decide([halves[1]!]).possibleOutcomes).toEqual(['ADMITTED', 'REFUSED']);
  });

  test('one code stands for one class: it is not both', () => {
    const both: Condition = {
      all: [
        { set: { fact: 'industries', includesAny: ['2611'] } },
        { set: { fact: 'industries', includesAny: ['2612'] } },
      ],
    };
    expect(decide([entry({ when: both })], { industries: ['26'] }).outcome).toBe('ADMITTED');
    expect(decide([entry({ when: both })], { industries: ['26', '261'] }).outcome).toBe('NEEDS_INFORMATION');
  });
});

describe('activities and natures', () => {
  test('all five activities listed, the project’s unknown: applies', () => {
    const all = entry({ activities: ['PRODUCE', 'STORE', 'USE', 'TRADE', 'TRANSPORT'] });
    expect(decide([all]).findings[0]!.applies).toBe('TRUE');
  });

  test('two entries that share the natures between them leave nothing to ask', () => {
    const verdict = decide([
      entry({ natures: ['NEW_BUILD', 'EXPANSION'] }),
      entry({ natures: ['RECONSTRUCTION', 'TECHNICAL_UPGRADE', 'RELOCATION'] }),
    ]);
    expect(verdict.outcome).toBe('REFUSED');
    expect(verdict.findings.map(({ applies }) => applies)).toEqual(['UNKNOWN', 'UNKNOWN']);
    expect(questions(verdict)).toEqual([]);
  });
});

describe('discretion', () => {
  const open = { key: 'case', text: { zh: '一事一议' }, discretionary: true };
  const gap = {
    key: 'gap',
    text: { zh: '填补空白' },
    discretionary: false,
    when: flag('firstOfKindProcess'),
  };

  test('open beside an unknown exception: without the entry, or review', () => {
    const verdict = decide([entry({ exceptions: [open, gap] })]);
    expect(verdict.possibleOutcomes).toEqual(['ADMITTED', 'REVIEW']);
    expect(verdict.findings[0]).toEqual({
      entry: 'own@1 1',
      level: 'ZONE',
      position: 1,
      applies: 'UNKNOWN',
      effect: 'REVIEW',
      discretionOpen: true,
      effectWithoutDiscretion: 'REFUSE',
      decisive: true,
      exceptions: {
        case: { holds: 'UNKNOWN', confirmed: null },
        gap: { holds: 'UNKNOWN', confirmed: null },
      },
      requirements: {},
    });
  });

  test('denied beside an unknown exception: without the entry, or refused', () => {
    const confirmations = [
      { catalog: 'catalog_own', entry: '1', exception: 'case', confirmed: false, document: '会议纪要' },
    ];
    const verdict = decide([entry({ exceptions: [open, gap] })], { confirmations }, OFFICER);
    expect(verdict.possibleOutcomes).toEqual(['ADMITTED', 'REFUSED']);
    expect(verdict.findings[0]!.exceptions).toEqual({
      case: { holds: 'FALSE', confirmed: false },
      gap: { holds: 'UNKNOWN', confirmed: null },
    });
  });

  test('confirmed: out of the entry', () => {
    const confirmations = [
      { catalog: 'catalog_own', entry: '1', exception: 'case', confirmed: true, document: '会议纪要' },
    ];
    expect(decide([entry({ exceptions: [open] })], { confirmations }, OFFICER).outcome).toBe('ADMITTED');
    expect(() => decide([entry({ exceptions: [open] })], { confirmations })).toThrow(NotAllowed);
  });

  test('open with a condition softens in those completions only in which the condition holds', () => {
    const verdict = decide([entry({ exceptions: [{ ...open, when: flag('firstOfKindProcess') }] })]);
    expect(verdict.possibleOutcomes).toEqual(['REVIEW', 'REFUSED']);
    expect(verdict.missingFacts).toEqual([{ key: 'firstOfKindProcess', neededBy: ['own 1'] }]);
    expect(verdict.findings[0]!.effect).toBe('REFUSE');
  });
});

describe('requirements', () => {
  test('in principle, one false, one unknown: review', () => {
    const verdict = decide(
      [restricted([flag('automaticControl'), flag('combustibleDust')], { force: 'IN_PRINCIPLE' })],
      { facts: { automaticControl: false } },
    );
    expect(verdict.outcome).toBe('REVIEW');
    expect(verdict.findings[0]!.requirements).toEqual({ r0: 'FALSE', r1: 'UNKNOWN' });
  });

  test('all met: the finding stays without effect; evidence asked for: conditional', () => {
    const verdict = decide(
      [restricted([flag('automaticControl')]), restricted([null, flag('automaticControl')])],
      { facts: { automaticControl: true } },
    );
    expect(verdict.outcome).toBe('CONDITIONAL');
    expect(verdict.findings.map(({ effect }) => effect)).toEqual(['CONDITION', 'NONE']);
    expect(verdict.findings[0]!.requirements).toEqual({ r0: 'UNKNOWN', r1: 'TRUE' });
  });
});

describe('chemicals', () => {
  const list = { list: 'KEY_SUPERVISED' };

  test('ban on trading, trader with nothing in stock: refused', () => {
    const ban = entry({ when: chemical({ substance: { cas: CHLORINE }, activities: ['TRADE'] }) });
    const chemicals = [{ cas: CHLORINE, tonnes: '0', activities: ['TRADE' as const] }];
    expect(decide([ban], { facts: { chemicals } }).outcome).toBe('REFUSED');
    expect(decide([ban], { facts: { chemicals: [{ cas: CHLORINE, activities: ['USE'] }] } }).outcome).toBe(
      'ADMITTED',
    );
  });

  test('substances of a list are not added together, lines of one substance are', () => {
    const limit = entry({ when: chemical({ substance: list, moreThan: '10' }) });
    const two = (first: string, second: string) => [
      { cas: first, tonnes: '6' },
      { cas: second, tonnes: 6 },
    ];
    expect(decide([limit], { facts: { chemicals: two(CHLORINE, BENZENE) } }).outcome).toBe('ADMITTED');
    expect(decide([limit], { facts: { chemicals: two(CHLORINE, CHLORINE) } }).outcome).toBe('REFUSED');
    expect(decide([limit], { facts: { chemicals: two(WATER, WATER) } }).outcome).toBe('ADMITTED');
  });

  test('a line without activities asks for the project’s', () => {
    const limit = entry({ when: chemical({ substance: list, activities: ['STORE'], moreThan: '10' }) });
    const chemicals = [
      { cas: CHLORINE, tonnes: '6' },
      { cas: CHLORINE, tonnes: '6', activities: ['STORE' as const] },
    ];
    expect(questions(decide([limit], { facts: { chemicals } }))).toEqual(['activities']);
    expect(decide([limit], { activities: ['STORE', 'USE'], facts: { chemicals } }).outcome).toBe('REFUSED');
    expect(decide([limit], { activities: ['USE'], facts: { chemicals } }).outcome).toBe('ADMITTED');
  });

  test('an unset amount asks for the inventory, but not where no amount is asked', () => {
    const chemicals = [{ cas: CHLORINE, activities: ['USE' as const] }];
    const over = entry({ when: chemical({ substance: list, moreThan: '10' }) });
    expect(questions(decide([over], { facts: { chemicals } }))).toEqual(['chemicals']);
    expect(decide([entry({ when: chemical({ substance: list }) })], { facts: { chemicals } }).outcome).toBe(
      'REFUSED',
    );
  });

  test('an unknown inventory can be in one list without the other, in both, or outside', () => {
    const inOneOnly = entry({
      when: {
        all: [
          chemical({ substance: list }),
          { not: chemical({ substance: { list: 'SPECIAL_CONTROL' } }) },
          { not: chemical({ substance: { outsideList: 'KEY_SUPERVISED' } }) },
        ],
      },
    });
    expect(decide([inOneOnly]).possibleOutcomes).toEqual(['ADMITTED', 'REFUSED']);
    const impossible = entry({
      when: {
        all: [
          chemical({ substance: { cas: PHOSGENE } }),
          { not: chemical({ substance: { list: 'SPECIAL_CONTROL' } }) },
        ],
      },
    });
    expect(decide([impossible]).outcome).toBe('ADMITTED');
    const twoOutside = entry({
      when: {
        all: [
          chemical({ substance: { outsideList: 'KEY_SUPERVISED' }, activities: ['USE'] }),
          chemical({ substance: { outsideList: 'KEY_SUPERVISED' }, activities: ['STORE'] }),
          { not: chemical({ substance: { any: true }, activities: ['TRADE'] }) },
        ],
      },
    });
    expect(decide([twoOutside]).possibleOutcomes).toEqual(['ADMITTED', 'REFUSED']);
  });

  test('sums of shared lines: more than 10 t of both together, but of neither alone', () => {
    const together = entry({
      when: {
        all: [
          chemical({ substance: { cas: AMMONIA }, activities: ['USE', 'STORE'], moreThan: '10' }),
          { not: chemical({ substance: { cas: AMMONIA }, activities: ['USE'], moreThan: '10' }) },
          { not: chemical({ substance: { cas: AMMONIA }, activities: ['STORE'], moreThan: '10' }) },
        ],
      },
    });
    expect(decide([together]).possibleOutcomes).toEqual(['ADMITTED', 'REFUSED']);
    const tooMuch = entry({
      when: {
        all: [
          chemical({ substance: { cas: AMMONIA }, activities: ['USE', 'STORE'], moreThan: '20' }),
          { not: chemical({ substance: { cas: AMMONIA }, activities: ['USE'], moreThan: '10' }) },
          { not: chemical({ substance: { cas: AMMONIA }, activities: ['STORE'], moreThan: '10' }) },
        ],
      },
    });
    expect(decide([tooMuch]).outcome).toBe('ADMITTED');
  });

  test.each([
    [['USE'], ['STORE']],
    [
      ['USE', 'STORE'],
      ['STORE', 'TRADE'],
    ],
    [['USE'], ['USE', 'STORE'], ['TRADE']],
  ] as const)('a finer grid finds no other inventory: %j %j %j', (...filters) => {
    const tests = [[], ...filters].flatMap((activities): readonly ChemicalTest[] => [
      { substance: { any: true }, activities },
      { substance: { any: true }, activities, moreThan: '10' },
      { substance: { any: true }, activities, moreThan: '20' },
    ]);
    // One substance only, as ORs of several would hide a truth that one cannot have.
    const single = tests.map((each) => ({ ...each, substance: { cas: AMMONIA } }));
    expect(representativeInventories(single, new Map(), 5).length).toBe(
      representativeInventories(single, new Map(), 4).length,
    );
  });

  test('a list that is given is complete', () => {
    const any = entry({ when: chemical({ substance: { any: true } }) });
    expect(decide([any], { facts: { chemicals: [] } }).outcome).toBe('ADMITTED');
    expect(decide([any], { facts: { chemicals: [{ cas: METHANOL }] } }).outcome).toBe('REFUSED');
  });
});

describe('numbers', () => {
  const small = entry({
    when: {
      all: [
        number('totalInvestment', { atLeast: '5000' }),
        number('totalInvestmentPerMu', { lessThan: '280' }),
      ],
    },
  });

  test('10 mu, at least 5 000 and less than 280 per mu: no total is both', () => {
    expect(decide([small], { facts: { landArea: { number: '10', unit: '亩' } } }).outcome).toBe('ADMITTED');
    expect(decide([small], { facts: { landArea: { number: '100', unit: '亩' } } }).possibleOutcomes).toEqual([
      'ADMITTED',
      'REFUSED',
    ]);
  });

  test('neither total nor land known: the ratio is a number of its own, and asks for both', () => {
    const verdict = decide([small]);
    expect(questions(verdict)).toEqual(['totalInvestment', 'landArea']);
    expect(verdict.minimalQuestions).toEqual(['totalInvestment']);
    const perMuOnly = decide([entry({ when: number('totalInvestmentPerMu', { lessThan: '280' }) })]);
    expect(questions(perMuOnly)).toEqual(['totalInvestment', 'landArea']);
    expect(perMuOnly.minimalQuestions).toEqual(['totalInvestment', 'landArea']);
  });

  test('x below 5 or at least 5 is no question', () => {
    const always = entry({
      when: { any: [number('annualEnergy', { lessThan: '5' }), number('annualEnergy', { atLeast: '5' })] },
    });
    expect(decide([always]).outcome).toBe('REFUSED');
  });

  test('nothing is below nothing, and persons are whole', () => {
    expect(decide([entry({ when: number('taxPerMu', { lessThan: '0' }) })]).outcome).toBe('ADMITTED');
    const between = { moreThan: '9', lessThan: '10' };
    expect(decide([entry({ when: number('exposedPersons', between) })]).outcome).toBe('ADMITTED');
    expect(decide([entry({ when: number('taxPerMu', between) })]).outcome).toBe('NEEDS_INFORMATION');
    expect(decide([entry({ when: number('landArea', { atMost: '0' }) })]).outcome).toBe('ADMITTED');
  });

  test('two independent refusals: both missing, both asked', () => {
    const verdict = decide([
      entry({ when: number('totalInvestment', { lessThan: '3000' }) }),
      entry({ when: nitration }),
    ]);
    expect(questions(verdict)).toEqual(['totalInvestment', 'processes']);
    expect(verdict.minimalQuestions).toEqual(['totalInvestment', 'processes']);
  });
});

describe('products', () => {
  const product = (of: 'CAPACITY' | 'PER_LINE' | 'ADDED', bounds: object): Condition => ({
    product: { product: 'BOARD', unit: 'm3', of, ...bounds },
  });

  test('no bounds: makes it at all', () => {
    const makes = entry({ when: product('CAPACITY', {}) });
    expect(decide([makes], { facts: { products: [{ product: 'BOARD', unit: 'm3' }] } }).outcome).toBe(
      'REFUSED',
    );
    expect(decide([makes], { facts: { products: [] } }).outcome).toBe('ADMITTED');
    expect(questions(decide([makes]))).toEqual(['products']);
  });

  test('a line never has more than all lines, and of 100 one may have 60 but not of one line', () => {
    const over = entry({
      when: { all: [product('PER_LINE', { moreThan: '50' }), product('CAPACITY', { atMost: '50' })] },
    });
    expect(decide([over]).outcome).toBe('ADMITTED');
    const sixty = entry({ when: product('PER_LINE', { moreThan: '50', lessThan: '100' }) });
    const products = [{ product: 'BOARD', unit: 'm3', capacity: 100 }];
    expect(decide([sixty], { facts: { products } }).outcome).toBe('NEEDS_INFORMATION');
    const oneLine = [{ ...products[0]!, lines: 1 }];
    expect(decide([sixty], { facts: { products: oneLine } }).outcome).toBe('ADMITTED');
    const fifty = entry({ when: product('PER_LINE', { atLeast: '50', lessThan: '100' }) });
    expect(decide([fifty], { facts: { products } }).outcome).toBe('NEEDS_INFORMATION');
  });
});

describe('place and time', () => {
  test('an area is asked for only where a territory turns on it', () => {
    const core = entry({ territory: { include: [`area_${ZONE.code}.core`], except: [] } });
    expect(questions(decide([core]))).toEqual(['areas']);
    expect(decide([core], { areas: ['edge'] }).outcome).toBe('ADMITTED');
    expect(decide([entry({ territory: { include: [ZONE.id], except: [] } })]).outcome).toBe('REFUSED');
  });

  test('an area that is no more leaves the entry’s place open: review, where the rest of it is inside', () => {
    const core = entry({
      territory: { include: [`area_${ZONE.code}.core`], except: [] },
      natures: ['NEW_BUILD'],
    });
    const bare = basis([core], [COUNTRY, PROVINCE, zone('140881', PROVINCE.id, { areas: [] })]);
    const verdict = oracleAssess(bare, project({ natures: ['NEW_BUILD'] }));
    expect(verdict.outcome).toBe('REVIEW');
    expect(verdict.findings).toEqual([]);
    expect(verdict.reasons).toEqual(['REGISTER_INCOMPLETE own areas decisive']);
    expect(oracleAssess(bare, project({ natures: ['EXPANSION'] })).outcome).toBe('ADMITTED');
  });

  test('validity is inclusive', () => {
    expect(decide([entry({ validTo: ON })]).outcome).toBe('REFUSED');
    expect(decide([entry({ validTo: '2026-06-14' })]).outcome).toBe('ADMITTED');
    expect(decide([entry({ validFrom: '2026-06-16' })]).outcome).toBe('ADMITTED');
  });

  test('approved before the day is outside, never approved is inside', () => {
    const old = entry({ exemptIfApprovedBefore: '2027-01-01' });
    expect(questions(decide([old]))).toEqual(['earlierApproval']);
    expect(decide([old], { earlierApproval: { none: true } }).outcome).toBe('REFUSED');
    expect(decide([old], { earlierApproval: { approvedOn: ON } }).outcome).toBe('ADMITTED');
    expect(questions(decide([old, entry()]))).toEqual([]);
  });
});

describe('the register', () => {
  test('grade UNRATED is not A', () => {
    const grade: Condition = { choice: { fact: 'zone.riskGrade', oneOf: ['A'] } };
    const unrated = [COUNTRY, PROVINCE, zone('140881', PROVINCE.id, { riskGrade: 'UNRATED' })];
    expect(oracleAssess(basis([entry({ when: grade })], unrated), project()).outcome).toBe('ADMITTED');
  });

  test('an expired catalog beside one in force: review', () => {
    const lapsed = { identity: { key: 'old', jurisdiction: ZONE.id }, standing: 'LAPSED' } as const;
    const never = entry({ validTo: '2020-01-01' });
    const verdict = oracleAssess(basis([catalog('land', COUNTRY.id, [never]), lapsed]), project());
    expect(verdict.outcome).toBe('REVIEW');
    expect(verdict.reasons).toEqual(['CATALOG_LAPSED old - decisive', 'ZONE_HAS_NO_CATALOG - -']);
    expect(oracleAssess(basis([]), project()).reasons).toEqual([
      'NO_CATALOG_IN_FORCE - - decisive',
      'ZONE_HAS_NO_CATALOG - -',
    ]);
  });

  test('a zone fact that nobody stated: review in those completions in which the entry is inside', () => {
    const facts = [fact('own.belt', 'FLAG', { about: 'ZONE' })];
    const silent = catalog('own', ZONE.id, [entry({ natures: ['NEW_BUILD'], when: flag('own.belt') })], {
      facts,
    });
    const verdict = oracleAssess(basis([silent]), project());
    expect(verdict).toEqual({
      outcome: 'NEEDS_INFORMATION',
      possibleOutcomes: ['ADMITTED', 'REVIEW'],
      reasons: ['REGISTER_INCOMPLETE own own.belt decisive'],
      findings: [],
      missingFacts: [{ key: 'natures', neededBy: [] }],
      minimalQuestions: ['natures'],
      versions: ['own@1'],
    });
    expect(oracleAssess(basis([silent]), project({ natures: ['RELOCATION'] })).outcome).toBe('ADMITTED');
    const misstated = zone('140881', PROVINCE.id, { facts: [{ key: 'own.belt', value: { number: '1' } }] });
    expect(oracleAssess(basis([silent], [COUNTRY, misstated]), project()).reasons).toEqual(verdict.reasons);
  });
});
