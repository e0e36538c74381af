import { describe, expect, it } from 'vitest';
import { proposalId } from '../../services/domain/ids.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { loadRegister } from '../../services/operations/read.ts';
import { changeRegion, changeZone, closeJurisdiction } from '../../services/operations/register/changes.ts';
import { registerRegion, registerZone } from '../../services/operations/register/register.ts';
import { ADMIN, agreed, confirm, DEPUTY, emptyWorld, outcome, person, world } from './world.ts';

const said = { effectiveFrom: '2026-12-01', reason: '办理' };
const suspend = (deps: Deps, actor: ReturnType<typeof person> | null) =>
  outcome(agreed(deps, changeZone(deps, actor, { ...said, zone: 'zone_kfq', suspended: true })));
const jinzhong = {
  code: '140700',
  level: 'PREFECTURE' as const,
  name: { zh: '晋中市' },
  parent: 'region_140000',
  effectiveFrom: '2020-01-01',
  reason: '登记',
};

describe('who changes the register', () => {
  it('is an admin of the jurisdiction or above, and the record says who, when and why', async () => {
    const { deps } = await world();
    for (const actor of [null, person('a', 'officer:zone_kfq'), person('a', 'admin:zone_hgyq')])
      expect(await suspend(deps, actor)).toBe('NOT_ALLOWED');
    expect(await suspend(deps, person('a', 'admin:zone_kfq'))).toBe('done');
    const { items } = await deps.store.registerHistory({ first: 1 });
    expect(items[0]!.value).toMatchObject({
      actor: 'deputy',
      action: 'CONFIRM_PROPOSAL',
      reason: '情况属实',
    });
    const [, before] = (await deps.store.registerHistory({ first: 2 })).items;
    expect(before!.value).toMatchObject({ actor: 'a', action: 'PROPOSE', reason: '办理' });
  });

  it('to move something is an admin of the place it leaves and of the place it joins', async () => {
    const { deps } = await world();
    await registerRegion(deps, ADMIN, jinzhong);
    const move = (...roles: `admin:${string}`[]) =>
      outcome(
        changeZone(deps, person('a', ...roles), { ...said, zone: 'zone_kfq', parent: 'region_140700' }),
      );
    expect(await move('admin:zone_kfq', 'admin:region_140700')).toBe('NOT_ALLOWED');
    expect(await move('admin:region_140100')).toBe('NOT_ALLOWED');
    expect(await move('admin:region_140100', 'admin:region_140700')).toBe('done');
  });

  it('to close or reopen something is an admin of its parent; of a root its own', async () => {
    const { deps } = await emptyWorld();
    const root = {
      code: '140000',
      level: 'PROVINCE' as const,
      name: { zh: '山西省' },
      effectiveFrom: '2020-01-01',
      reason: '登记',
    };
    const own = person('a', 'admin:region_140000');
    const other = { ...own, subject: 'c' };
    await registerRegion(deps, own, root);
    await registerRegion(deps, own, jinzhong);
    const close = (jurisdiction: string, actor: ReturnType<typeof person>) =>
      outcome(agreed(deps, closeJurisdiction(deps, actor, { ...said, jurisdiction }), other));
    expect(await close('region_140700', person('b', 'admin:region_140700'))).toBe('NOT_ALLOWED');
    expect(await close('region_140700', own)).toBe('done');
    expect(await close('region_140000', own)).toBe('done');
    const again = { ...root, effectiveFrom: '2027-01-01' };
    expect(await outcome(agreed(deps, registerRegion(deps, own, again), other))).toBe('done');
    const inside = { ...jinzhong, effectiveFrom: '2027-01-01' };
    expect(await outcome(registerRegion(deps, person('b', 'admin:region_140700'), inside))).toBe(
      'NOT_ALLOWED',
    );
    expect(await outcome(agreed(deps, registerRegion(deps, own, inside), other))).toBe('done');
  });
});

describe('changes', () => {
  it('by twenty at once of one zone are twenty revisions, and all of them hold', async () => {
    const { deps } = await world();
    const before = (await loadRegister(deps, { consistent: true })).head!.seq;
    const days = Array.from({ length: 20 }, (_, place) => `2026-12-${String(place + 1).padStart(2, '0')}`);
    await Promise.all(
      days.map((effectiveFrom, place) =>
        changeZone(deps, ADMIN, {
          zone: 'zone_kfq',
          effectiveFrom,
          reason: '更名',
          name: { zh: `名称${place}` },
        }),
      ),
    );
    const { head, register } = await loadRegister(deps, { consistent: true });
    expect(head!.seq).toBe(before + 20);
    expect(await deps.store.verifyRegister()).toEqual({ whole: true, head });
    for (const [place, on] of days.entries())
      expect((await basisOf(deps, 'zone_kfq', on)).lineage.at(-1)!.name.zh).toBe(`名称${place}`);
    expect(register.jurisdictions.get('zone_kfq')).toHaveLength(21);
  });

  it('that close a city and open a park in it at once leave no open park in a closed city', async () => {
    for (let round = 0; round < 5; round++) {
      const { deps, another } = await world();
      await registerRegion(deps, ADMIN, jinzhong);
      const { proposal } = await closeJurisdiction(deps, ADMIN, { ...said, jurisdiction: 'region_140700' });
      const outcomes = await Promise.all([
        outcome(confirm(deps, DEPUTY, proposalId('register', proposal!.number))),
        outcome(
          registerZone(another(), ADMIN, {
            code: 'new',
            name: { zh: '新园区' },
            parent: 'region_140700',
            kind: 'INDUSTRIAL_PARK',
            zoneLevel: 'OTHER',
            ...said,
          }),
        ),
      ]);
      expect([
        ['done', 'UNKNOWN_JURISDICTION'],
        ['STILL_OPEN_INSIDE', 'done'],
      ]).toContainEqual(outcomes);
    }
  });

  it('sent twice change nothing the second time', async () => {
    const { deps } = await world();
    expect(await suspend(deps, ADMIN)).toBe('done');
    expect(await suspend(deps, ADMIN)).toBe('NO_CHANGE');
    await registerRegion(deps, ADMIN, jinzhong);
    expect(await outcome(registerRegion(deps, ADMIN, jinzhong))).toBe('NO_CHANGE');
    const rename = { ...said, region: 'region_140700', name: { zh: '晋中', en: '' } };
    expect(await outcome(changeRegion(deps, ADMIN, rename))).toBe('done');
    expect(await outcome(changeRegion(deps, ADMIN, { ...rename, effectiveFrom: '2027-01-01' }))).toBe(
      'NO_CHANGE',
    );
  });
});
