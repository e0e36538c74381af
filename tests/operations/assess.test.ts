import { describe, expect, it } from 'vitest';
import { assessProjects } from '../../services/operations/decisions/assess.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import { MAX_PROJECTS } from '../../services/operations/limits.ts';
import { registerZone } from '../../services/operations/register/register.ts';
import { ADMIN, agreed, entryInput, outcome, publishedWith, refusalsOf, shanxi, world } from './world.ts';

const refinery = (zone: string, said: object = {}) => ({ zone, ref: zone, industries: ['2511'], ...said });

describe('the basis of an assessment', () => {
  it('is the lineage on the day and every catalog of it, in force or not, country first', async () => {
    const { deps } = await world();
    await publishedWith(deps, [entryInput('1')], { effectiveFrom: '2026-12-01' });
    await shanxi.create(deps, { key: 'national', jurisdiction: 'region_100000' });
    const before = await basisOf(deps, 'zone_kfq', '2026-11-30', { consistent: true });
    expect(before.lineage.map(({ id }) => id)).toEqual([
      'region_100000',
      'region_140000',
      'region_140100',
      'zone_kfq',
    ]);
    expect(before.catalogs).toEqual([
      { identity: { key: 'national', jurisdiction: 'region_100000' }, standing: 'NOT_YET' },
      { identity: { key: 'shanxi', jurisdiction: 'region_140000' }, standing: 'NOT_YET' },
    ]);
    const after = await basisOf(deps, 'zone_kfq', '2026-12-01', { consistent: true });
    expect(after.catalogs[1]).toMatchObject({
      standing: 'IN_FORCE',
      inForce: { number: 1, content: { entries: [{ code: '1' }] } },
    });
  });

  it('is refused for what is no zone, and on what is no day', async () => {
    const { deps } = await world();
    const basis = (zone: string, on: string) => outcome(basisOf(deps, zone, on));
    expect(await basis('zone_none', '2026-11-23')).toBe('UNKNOWN_ZONE');
    expect(await basis('region_140100', '2026-11-23')).toBe('UNKNOWN_ZONE');
    expect(await basis('zone_kfq', '2019-12-31')).toBe('UNKNOWN_ZONE');
    expect(await basis('zone_kfq', '2026-11-31')).toBe('INVALID_DATE');
    expect(await basis('zone_kfq', '2031-12-31')).toBe('done');
    expect(await basis('zone_kfq', '2032-01-01')).toBe('DAY_TOO_FAR');
    expect(await basis('zone_kfq', '2020-01-01')).toBe('done');
  });

  it('is refused for a zone that is closed on the day', async () => {
    const { deps } = await world();
    const { head, register } = await deps.store.readRegister({ consistent: true });
    const [open] = register.jurisdictions.get('zone_kfq')!;
    const revision = {
      id: 'closing',
      actor: 'a',
      time: '2026-01-01T00:00:00Z',
      action: 'CLOSE',
      reason: '撤销',
    };
    await deps.store.appendToRegister(head, revision, {
      jurisdictions: [{ ...open!, closed: true, effectiveFrom: '2026-10-01' }],
    });
    const basis = (on: string) => refusalsOf(basisOf(deps, 'zone_kfq', on, { consistent: true }));
    expect(await basis('2026-09-30')).toEqual([]);
    expect(await basis('2026-10-01')).toMatchObject([
      { code: 'ZONE_CLOSED', details: { zone: 'zone_kfq', on: '2026-10-01' }, path: ['zone'] },
    ]);
  });

  it('has a catalog that was created a moment ago, by whichever process', async () => {
    const { deps, another } = await world();
    const other = another();
    await basisOf(other, 'zone_kfq', '2026-11-23');
    await shanxi.create(deps);
    const { catalogs } = await basisOf(other, 'zone_kfq', '2026-11-23', { consistent: true });
    expect(catalogs.map(({ identity }) => identity.key)).toEqual(['shanxi']);
  });
});

describe('assessing projects', () => {
  it('answers each in its place; what is wrong with one fails that one alone', async () => {
    const { deps } = await world();
    await publishedWith(deps, [entryInput('1')]);
    const answers = await assessProjects(deps, null, [
      refinery('zone_kfq'),
      refinery('zone_none'),
      refinery('zone_hgyq', { industries: ['9999x'], facts: { chemicals: [{ cas: '7782-50-4' }] } }),
      refinery('zone_hgyq', { industries: ['0111'], ref: null }),
    ]);
    expect(
      answers.map((answer) =>
        'assessment' in answer
          ? [answer.ref, answer.assessment.outcome, answer.basis.lineage.at(-1)!.id]
          : [answer.ref, ...answer.refusals.map(({ code }) => code)],
      ),
    ).toEqual([
      ['zone_kfq', 'REFUSED', 'zone_kfq'],
      ['zone_none', 'UNKNOWN_ZONE'],
      ['zone_hgyq', 'UNKNOWN_INDUSTRY', 'INVALID_CAS'],
      [null, 'ADMITTED', 'zone_hgyq'],
    ]);
  });

  it('is made for today in Asia/Shanghai, or for the day that is asked', async () => {
    const { deps, at } = await world();
    await publishedWith(deps, [entryInput('1')], { effectiveFrom: '2026-12-01' });
    const outcomeOn = async (on?: string) => {
      const [answer] = await assessProjects(deps, null, [refinery('zone_kfq')], on);
      return 'assessment' in answer! ? [answer.assessment.on, answer.assessment.outcome] : answer!.refusals;
    };
    expect(await outcomeOn()).toEqual(['2026-11-23', 'REVIEW']);
    expect(await outcomeOn('2026-12-01')).toEqual(['2026-12-01', 'REFUSED']);
    at('2026-11-30T16:00:00.000Z');
    expect(await outcomeOn()).toEqual(['2026-12-01', 'REFUSED']);
    expect(await outcomeOn('tomorrow')).toMatchObject([{ code: 'INVALID_DATE', path: ['on'] }]);
  });

  it('reads the register and every catalog once, however many projects there are', async () => {
    const { deps } = await world();
    await publishedWith(deps, [entryInput('1')]);
    const reads: string[] = [];
    const counting = {
      ...deps,
      store: {
        ...deps.store,
        readRegister: (options?: object) => {
          reads.push('register');
          return deps.store.readRegister(options);
        },
        readCatalog: (key: string, options?: object) => {
          reads.push(key);
          return deps.store.readCatalog(key, options);
        },
      },
    };
    const projects = Array.from({ length: MAX_PROJECTS }, (_, number) =>
      refinery(number % 2 ? 'zone_kfq' : 'zone_hgyq'),
    );
    const answers = await assessProjects(counting, null, projects);
    expect(answers.every((answer) => 'assessment' in answer && answer.assessment.outcome === 'REFUSED')).toBe(
      true,
    );
    expect(reads).toEqual(['register', 'shanxi']);
    expect(await outcome(assessProjects(deps, null, [...projects, refinery('zone_kfq')]))).toBe(
      'TOO_MANY_PROJECTS',
    );
  });

  it('fails as a whole where a catalog in force cannot be read, and never answers without it', async () => {
    const { deps } = await world();
    await publishedWith(deps, [entryInput('1')]);
    const broken = {
      ...deps,
      store: { ...deps.store, readContent: () => Promise.reject(new Error('blob is missing')) },
    };
    await expect(assessProjects(broken, null, [refinery('zone_kfq')])).rejects.toThrow('blob is missing');
  });

  it('takes a changed zone from the day on which the change takes effect', async () => {
    const { deps } = await world();
    await publishedWith(deps, [
      entryInput('1', { when: { choice: { fact: 'zone.riskGrade', oneOf: ['A'] } } }),
    ]);
    const graded = registerZone(deps, ADMIN, {
      code: 'hgyq',
      name: { zh: '示范化工园区' },
      parent: 'region_140100',
      kind: 'CHEMICAL_PARK',
      zoneLevel: 'PROVINCIAL',
      riskGrade: 'A',
      effectiveFrom: '2026-12-01',
      reason: '评级',
    });
    await agreed(deps, graded);
    const on = async (day: string) => {
      const [answer] = await assessProjects(deps, null, [refinery('zone_hgyq')], day);
      return 'assessment' in answer! ? answer.assessment.outcome : 'refused';
    };
    expect(await on('2026-11-30')).toBe('ADMITTED');
    expect(await on('2026-12-01')).toBe('REFUSED');
  });
});
