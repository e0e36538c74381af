import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../services/domain/engine/assess.ts';
import type { DeclaredFact } from '../../services/domain/facts/fact.ts';
import { proposalId } from '../../services/domain/ids.ts';
import type { RiskGrade } from '../../services/domain/vocabulary.ts';
import { createCatalog, openDraft } from '../../services/operations/catalog/create-catalog.ts';
import { putDefinitions } from '../../services/operations/catalog/edit-definitions.ts';
import { publishDraft } from '../../services/operations/catalog/publish.ts';
import { putEntries } from '../../services/operations/catalog/put-entries.ts';
import { submitDraft } from '../../services/operations/catalog/review.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import { decideAdmission } from '../../services/operations/decisions/decide.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { withdrawProposal } from '../../services/operations/proposals.ts';
import { changeZone, closeJurisdiction } from '../../services/operations/register/changes.ts';
import { registerRegion, registerZone } from '../../services/operations/register/register.ts';
import { Ledger } from '../domain/oracle/ledger.ts';
import { times } from '../testkit/times.ts';
import { ADMIN, agreed, entryInput, outcome, person, refusalsOf, world } from './world.ts';

// Whatever is done to a park and in whatever order: an assessment on a day finds what was said to hold on that day,
// told by a ledger for each aspect that knows nothing of records.

const DAYS = ['2020-01-01', '2026-06-01', '2026-11-23', '2026-12-01', '2027-01-01', '2028-01-01'];
const TODAY = '2026-11-23';
const ASKED = [...DAYS, '2026-11-30', '2030-01-01'];
const VALUES = {
  riskGrade: ['A', 'B', 'UNRATED'],
  suspended: ['true', 'false'],
  positioning: ['', 'food', 'food,steel'],
  parent: ['region_140100', 'region_140200'],
  fact: ['', 'true', 'false'],
};
type Aspect = keyof typeof VALUES;
type Said = Partial<Record<Aspect, string>>;
const START = {
  riskGrade: 'UNRATED',
  suspended: 'false',
  positioning: '',
  parent: 'region_140100',
  fact: '',
};

const said = (requiredKeys: Aspect[]): fc.Arbitrary<Said> =>
  fc.record(
    Object.fromEntries(
      Object.entries(VALUES).map(([aspect, values]) => [aspect, fc.constantFrom(...values)]),
    ) as Record<Aspect, fc.Arbitrary<string>>,
    { requiredKeys },
  );
const day = fc.constantFrom(...DAYS);
const WISH = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('CHANGE' as const), day, said: said([]) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('CLOSE' as const), day, said: fc.constant<Said>({}) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('ENTER' as const),
      day,
      said: said(Object.keys(VALUES) as Aspect[]),
    }),
  },
);

/** Where it takes two persons, the second may think better of it. */
const STEP = fc
  .tuple(WISH, fc.integer({ min: 0, max: 4 }))
  .map(([wish, whim]) => ({ ...wish, left: whim === 0 }));
type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never;

/** What was once wrong: the change entered last begins earlier than what it leaves for later as it was. */
const ENTERED_BEFORE_WHAT_WAS_CHANGED_FOR_LATER = [
  { kind: 'CHANGE' as const, day: '2020-01-01', said: { positioning: 'food' }, left: false },
  { kind: 'CHANGE' as const, day: '2028-01-01', said: { positioning: '' }, left: false },
  { kind: 'CHANGE' as const, day: '2020-01-01', said: { positioning: '' }, left: false },
  { kind: 'ENTER' as const, day: '2020-01-01', said: { ...START, suspended: 'true' }, left: false },
];

test('an assessment and a decision on any day see the register as it was said to be on that day', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { deps } = await catalogued();
      const expected = new Expected();
      for (const step of steps)
        expect(
          await outcome(step.left ? left(deps, step) : agreed(deps, carriedOut(deps, step))),
          JSON.stringify(step),
        ).toBe(expected.afterStep(step));
      for (const on of ASKED) expect(await found(deps, on), on).toBe(expected.on(on));
      const decided = decideAdmission(deps, person('o', 'officer:region_100000'), {
        project: PROJECT,
        on: '2026-12-01',
        onReason: '受理日',
        idempotencyKey: 'k',
      });
      const refusals = await refusalsOf(decided);
      expect(refusals.length > 0 ? 'closed' : codesOf((await decided).assessment)).toBe(
        expected.on('2026-12-01'),
      );
    }),
    { numRuns: times(8, 40), examples: [[ENTERED_BEFORE_WHAT_WAS_CHANGED_FOR_LATER]] },
  );
});

/** What is to come of the steps, aspect by aspect. */
class Expected {
  readonly #ledgers = new Map(
    Object.entries(START).map(([aspect, value]) => [aspect, new Ledger(DAYS[0]!, value)]),
  );
  readonly #closed = new Ledger(DAYS[0]!, 'false');
  readonly #name = new Ledger(DAYS[0]!, '示范化工园区');
  #last = DAYS[0]!;

  afterStep({ kind, day, said, left }: Step): string {
    const given = Object.entries(said).filter(([, value]) => value !== undefined);
    if (kind === 'CHANGE' && given.length === 0) return 'NOTHING_GIVEN';
    if (kind === 'ENTER' && day < this.#last) return 'RECORD_OUT_OF_ORDER';
    const same = given.every(([aspect, value]) => this.#ledgers.get(aspect)!.on(day) === value);
    const entered = this.#name.on(day) === '园区' && this.#closed.on(day) === 'false';
    if (kind === 'ENTER' && same && entered) return 'NO_CHANGE';
    if (kind !== 'ENTER' && this.#closed.on(day) === 'true') return 'JURISDICTION_CLOSED';
    if (kind === 'CHANGE' && same) return 'NO_CHANGE';
    // A name from today on is nobody's matter but the one's who enters it; all else takes two.
    const nameAlone = kind === 'ENTER' && same && this.#closed.on(day) === 'false' && day >= TODAY;
    if (left && !nameAlone) return 'done';
    for (const [aspect, value] of given) this.#ledgers.get(aspect)!.put(day, value);
    if (kind !== 'CHANGE') this.#closed.put(day, String(kind === 'CLOSE'));
    if (kind === 'ENTER') this.#name.put(day, '园区');
    if (day > this.#last) this.#last = day;
    return 'done';
  }

  on(day: string): string {
    if (this.#closed.on(day) === 'true') return 'closed';
    const is = (aspect: Aspect) => this.#ledgers.get(aspect)!.on(day);
    return [
      is('fact') === '' ? 'REGISTER_INCOMPLETE' : '',
      is('riskGrade') === 'A' ? 'grade' : '',
      is('suspended') === 'true' ? 'suspended' : '',
      is('positioning').includes('food') ? 'food' : '',
      is('fact') === 'true' ? 'fact' : '',
      is('parent') === 'region_140100' ? 'here' : 'there',
    ]
      .filter((code) => code !== '')
      .sort()
      .join(' ');
  }
}

/** What was proposed is taken back. */
async function left(deps: Deps, step: Step): Promise<void> {
  const { proposal } = await carriedOut(deps, step);
  if (!proposal) return;
  await withdrawProposal(deps, ADMIN, { proposal: proposalId('register', proposal.number), reason: '收回' });
}

function carriedOut(deps: Deps, { kind, day, said }: Step) {
  const { riskGrade, suspended, positioning, parent, fact } = said;
  const facts: DeclaredFact[] = fact ? [{ key: 'p.fact', value: { flag: fact === 'true' } }] : [];
  const common = {
    effectiveFrom: day,
    reason: '办理',
    ...(riskGrade && { riskGrade: riskGrade as RiskGrade }),
    ...(suspended && { suspended: suspended === 'true' }),
    ...(positioning !== undefined && { positioning: positioning ? positioning.split(',') : [] }),
    facts,
  };
  switch (kind) {
    case 'CLOSE':
      return closeJurisdiction(deps, ADMIN, {
        jurisdiction: 'zone_hgyq',
        effectiveFrom: day,
        reason: '撤销',
      });
    case 'ENTER':
      return registerZone(deps, ADMIN, {
        ...common,
        parent: parent!,
        code: 'hgyq',
        name: { zh: '园区' },
        kind: 'CHEMICAL_PARK',
        zoneLevel: 'PROVINCIAL',
      });
    case 'CHANGE':
      return changeZone(deps, ADMIN, {
        ...common,
        parent,
        zone: 'zone_hgyq',
        dropFacts: fact === '' ? ['p.fact'] : [],
      });
  }
}

const PROJECT = { zone: 'zone_hgyq', industries: ['2511'] };

async function found(deps: Deps, on: string): Promise<string> {
  const basis = basisOf(deps, 'zone_hgyq', on);
  const refusals = await refusalsOf(basis);
  if (refusals.length > 0)
    return refusals.map(({ code }) => (code === 'ZONE_CLOSED' ? 'closed' : code)).join(' ');
  return codesOf(assess(await basis, PROJECT, null));
}

const codesOf = ({ findings, reasons }: ReturnType<typeof assess>): string =>
  [
    ...findings.map(({ entry }) => entry.code),
    ...reasons.map(({ code }) => code).filter((code) => code === 'REGISTER_INCOMPLETE'),
  ]
    .sort()
    .join(' ');

/** Two cities with a catalog each, and one of the province above them, in force from the first day on. */
async function catalogued(): Promise<{ readonly deps: Deps }> {
  const { deps } = await world();
  await registerRegion(deps, ADMIN, {
    code: '140200',
    level: 'PREFECTURE',
    name: { zh: '大同市' },
    parent: 'region_140000',
    effectiveFrom: '2020-01-01',
    reason: '登记',
  });
  const when = (condition: object) => ({ when: condition });
  await published(deps, 'p', 'region_140000', [
    entryInput('grade', when({ choice: { fact: 'zone.riskGrade', oneOf: ['A'] } })),
    entryInput('suspended', when({ flag: { fact: 'zone.suspended', is: true } })),
    entryInput('food', when({ set: { fact: 'zone.positioning', includesAny: ['food'] } })),
    entryInput('fact', when({ flag: { fact: 'p.fact', is: true } })),
  ]);
  await published(deps, 'here', 'region_140100', [entryInput('here')]);
  await published(deps, 'there', 'region_140200', [entryInput('there')]);
  return { deps };
}

async function published(
  deps: Deps,
  key: string,
  jurisdiction: string,
  entries: readonly object[],
): Promise<void> {
  const editor = person('editor', 'editor:region_100000');
  const of = { catalog: `catalog_${key}`, reason: '办理' };
  await createCatalog(deps, editor, { jurisdiction, key, title: { zh: '目录' }, reason: '新建' });
  let read = await openDraft(deps, editor, of);
  const fact = {
    key: 'p.fact',
    type: 'FLAG',
    about: 'ZONE',
    name: { zh: '事项' },
    question: { zh: '是否？' },
  };
  if (key === 'p')
    read = await putDefinitions(deps, editor, { ...of, expectedRevision: read.revision, facts: [fact] });
  read = await putEntries(deps, editor, { ...of, expectedRevision: read.revision, entries });
  read = await submitDraft(deps, editor, { ...of, expectedRevision: read.revision });
  await publishDraft(deps, person('publisher', 'publisher:region_100000'), {
    ...of,
    contentHash: read.state.draft!.contentHash,
    effectiveFrom: '2020-01-01',
    retroactiveReason: '按印发日期执行',
    acknowledge: entries.length > 1 ? [{ rule: 'PR-27', entry: 'fact' }] : [],
  });
}
