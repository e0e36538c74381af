import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import { assess } from '../../services/domain/engine/assess.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import { COUNTRY, PARK, prohibited, restricted, type Shanxi, startShanxi } from '../api/seed.ts';
import { times } from '../testkit/times.ts';
import { entriesAtBounds } from './entry-bounds.ts';
import { projectsAtBounds } from './project-bounds.ts';
import { PROJECT } from './sound-requests.ts';

const SEED = Number(process.env.SEED ?? 20_261_123);
const PROJECTS = times(1_000, 3_500);
const ENTRIES = times(500, 1_500);

let api: Shanxi;
let basis: AssessmentBasis;
beforeAll(async () => {
  api = await startShanxi();
  await api.publish({
    key: 'park',
    facts: [
      {
        key: 'park.nearRiver',
        type: 'FLAG',
        about: 'PROJECT',
        name: { zh: '临河' },
        question: { zh: '是否临河？' },
      },
    ],
    entries: [
      prohibited('1', { when: { number: { fact: 'totalInvestment', unit: '万元', lessThan: '30000' } } }),
      prohibited('2', { when: { flag: { fact: 'park.nearRiver', is: false } } }),
      prohibited('3', { industries: { include: ['2614'] }, exemptIfApprovedBefore: '2020-01-01' }),
      restricted('4', { when: { chemical: { substance: { cas: '7782-50-5' }, moreThan: '10' } } }),
      restricted('5', {
        requirements: [
          {
            key: 'per-mu',
            text: { zh: '亩均投资' },
            when: { number: { fact: 'totalInvestmentPerMu', unit: '万元/亩', atLeast: '280' } },
          },
        ],
      }),
    ],
  });
  await api.draft({ key: 'edited', entries: [prohibited('kept')] });
  basis = await basisOf(api.deps, PARK, '2026-11-23');
});

describe(`${PROJECTS} projects at and beyond the bounds of every value`, () => {
  const ASK = `query ($projects: [ProjectInput!]!) { assessMany(projects: $projects) {
    userErrors { code path message(locale: EN) }
    assessment { outcome possibleOutcomes exact findings { entry { code } applies effect } missingFacts { fact { key } } }
  } }`;

  test('are told exactly their faults, each with its code and place, or are answered rightly', async () => {
    const samples = fc.sample(projectsAtBounds, { numRuns: PROJECTS, seed: SEED });
    let [faulty, answered] = [0, 0];
    for (const batch of portions(samples, 50)) {
      const { data, errors } = await api.ask(ASK, { projects: batch.map(({ project }) => project) });
      expect(errors).toBeUndefined();
      for (const [place, { project, faults }] of batch.entries()) {
        const { userErrors, assessment } = data.assessMany[place];
        const asked = JSON.stringify(project).slice(0, 2_000);
        expect(told(userErrors), asked).toEqual(faults);
        for (const { message } of userErrors) expect(message).not.toMatch(/undefined|\{\w+\}/);
        expect(assessment === null, asked).toBe(faults.length > 0);
        if (faults.length > 0) {
          faulty++;
          continue;
        }
        answered++;
        const { outcome, possibleOutcomes, exact, findings, missingFacts } = assess(
          basis,
          project as unknown as ProjectInput,
        );
        expect(assessment, asked).toEqual({
          outcome,
          possibleOutcomes,
          exact,
          findings: findings.map(({ entry, applies, effect }) => ({
            entry: { code: entry.code },
            applies,
            effect,
          })),
          missingFacts: missingFacts.map(({ fact }) => ({ fact: { key: fact.key } })),
        });
      }
    }
    expect(Math.min(faulty, answered)).toBeGreaterThan(PROJECTS / 5);
  });

  test.each([
    ['a nature', { natures: ['DEMOLITION'] }, 'OUT_OF_RANGE', ['natures', '0'], 'DEMOLITION'],
    ['an activity', { activities: ['PRODUCE', 'EAT'] }, 'OUT_OF_RANGE', ['activities', '1'], 'EAT'],
    ['a purpose', { facts: { purposes: ['FUN'] } }, 'OUT_OF_RANGE', ['facts', 'purposes', '0'], 'FUN'],
    ['a flag', { facts: { combustibleDust: 'yes' } }, 'WRONG_TYPE', ['facts', 'combustibleDust'], 'yes'],
    ['a number', { facts: { exposedPersons: [1] } }, 'WRONG_TYPE', ['facts', 'exposedPersons'], '[1]'],
    ['an amount', { facts: { landArea: [1] } }, 'WRONG_TYPE', ['facts', 'landArea'], '[1]'],
    ['a text', { name: 7 }, 'WRONG_TYPE', ['name'], '7'],
    ['a list', { facts: { chemicals: 'none' } }, 'WRONG_TYPE', ['facts', 'chemicals'], 'none'],
    [
      'a line',
      { facts: { chemicals: [{ tonnes: 1 }] } },
      'CHEMICAL_UNNAMED',
      ['facts', 'chemicals', '0'],
      'CAS',
    ],
    ['a field', { facts: { landSize: 1 } }, 'UNKNOWN_FIELD', ['facts', 'landSize'], 'landSize'],
    ['facts', { facts: 'all' }, 'WRONG_TYPE', ['facts'], 'all'],
    [
      'an approval',
      { earlierApproval: { approvedOn: '2025-01-01', none: true } },
      'WRONG_TYPE',
      ['earlierApproval'],
      'approvedOn',
    ],
    ['a zone', { zone: { id: 1 } }, 'WRONG_TYPE', ['zone'], 'id'],
    ['a zone at all', { zone: null }, 'REQUIRED', ['zone'], 'zone'],
  ])('%s that is none is an error of its own project', async (_, wrong, code, path, value) => {
    const ask = `query ($projects: [ProjectInput!]!) { assessMany(projects: $projects) {
      ref assessment { outcome } userErrors { code path message en: message(locale: EN) } } }`;
    const projects = [PROJECT, { ...PROJECT, ref: 17, ...wrong }, PROJECT];
    const { status, data, errors } = await api.ask(ask, { projects });
    expect([status, errors]).toEqual([200, undefined]);
    for (const at of [0, 2]) expect(data.assessMany[at]).toMatchObject({ userErrors: [] });
    expect(data.assessMany[1]).toMatchObject({ ref: '17', assessment: null, userErrors: [{ code, path }] });
    for (const message of Object.values(data.assessMany[1].userErrors[0]).slice(2))
      expect(message).toContain(value);
  });

  test('what is no project at all is an error of its own too', async () => {
    const ask = `query ($projects: [ProjectInput!]!) { assessMany(projects: $projects) { index userErrors { code } } }`;
    const { data, errors } = await api.ask(ask, { projects: [null, 'zone', PROJECT, []] });
    expect(errors).toBeUndefined();
    expect(data.assessMany.map(({ userErrors }: { userErrors: object[] }) => userErrors)).toEqual([
      [{ code: 'WRONG_TYPE' }],
      [{ code: 'WRONG_TYPE' }],
      [],
      [{ code: 'WRONG_TYPE' }],
    ]);
  });
});

describe(`${ENTRIES} entries at and beyond the bounds of every value`, () => {
  const PUT = `mutation ($input: PutEntriesInput!) { putEntries(input: $input) {
    draft { revision entryCount } userErrors { code path message(locale: EN) } } }`;
  const READ = '{ catalog(id: "catalog_edited") { draft { revision entryCount } } }';
  const put = async (entries: readonly object[]) => {
    const { data: before } = await api.editor.ask(READ);
    const { revision } = before.catalog.draft;
    const input = { catalog: 'catalog_edited', expectedRevision: revision, entries, reason: '修改' };
    const { data, errors } = await api.as('qian', `editor:${COUNTRY}`).ask(PUT, { input });
    return { before: before.catalog.draft, payload: data?.putEntries, errors };
  };

  test('are told exactly their faults, and a portion with one of them changes nothing', async () => {
    const samples = fc.sample(entriesAtBounds, { numRuns: ENTRIES, seed: SEED });
    const [good, bad] = [
      samples.filter(({ faults }) => faults.length === 0),
      samples.filter(({ faults }) => faults.length > 0),
    ];
    expect(Math.min(good.length, bad.length)).toBeGreaterThan(ENTRIES / 6);
    // Some that are good in every portion: they must be told nothing.
    const portionsOfAll = portions(bad, 20).map((portion, number) => [
      ...portion,
      ...good.slice(number * 5, number * 5 + 5),
    ]);
    for (const portion of portionsOfAll) {
      const entries = portion.map(({ entry }, place) =>
        'code' in entry ? entry : { ...entry, code: `e${place}` },
      );
      const { before, payload, errors } = await put(entries);
      expect(errors).toBeUndefined();
      const faults = portion.flatMap((one, place) =>
        one.faults.map((fault) =>
          fault.replace(/ (\S*)$/, (_, path) => ` entries.${place}${path ? `.${path}` : ''}`),
        ),
      );
      expect(told(payload.userErrors)).toEqual(faults.sort());
      expect((await api.editor.ask(READ)).data.catalog.draft).toEqual(before);
    }
    for (const [number, portion] of portions(good, 60).entries()) {
      const entries = portion.map(({ entry }, place) => ({ ...entry, code: `g${number}-${place}` }));
      const { before, payload, errors } = await put(entries);
      expect([errors, payload.userErrors]).toEqual([undefined, []]);
      expect(payload.draft.entryCount).toBe(before.entryCount + entries.length);
    }
  });

  test('a condition of 40 levels is taken, of 50 refused with its place, of 100 not even read', async () => {
    const nested = (levels: number): object =>
      levels === 0 ? { flag: { fact: 'landArea', is: true } } : { not: nested(levels - 1) };
    expect((await put([prohibited('deep', { when: nested(40) })])).payload.userErrors).toEqual([]);
    expect(told((await put([prohibited('deep', { when: nested(50) })])).payload.userErrors)).toEqual([
      'TOO_DEEP entries.0',
    ]);
    expect((await put([prohibited('deep', { when: nested(100) })])).errors![0]!.extensions.code).toBe(
      'REQUEST_TOO_DEEP',
    );
  });
});

const told = (
  userErrors: readonly { readonly code: string; readonly path: readonly string[] }[],
): readonly string[] => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`).sort();

const portions = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
