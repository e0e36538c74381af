import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../services/operations/catalog/create-catalog.ts';
import { loadRegister } from '../../services/operations/read.ts';
import { registerRegion, registerZone } from '../../services/operations/register/register.ts';
import { ADMIN, agreed, emptyWorld, outcome, person, world } from './world.ts';

const PROVINCE = {
  code: '140000',
  level: 'PROVINCE' as const,
  name: { zh: '山西省' },
  effectiveFrom: '2020-01-01',
  reason: '登记',
};
const ZONE = {
  code: 'new',
  name: { zh: '新区' },
  parent: 'region_140100',
  kind: 'HIGH_TECH_ZONE' as const,
  zoneLevel: 'NATIONAL' as const,
  effectiveFrom: '2026-01-01',
  reason: '登记',
};

describe('entering the register', () => {
  it('begins with a root by an admin of that very id, and there may be several', async () => {
    const { deps } = await emptyWorld();
    const enter = (actor: ReturnType<typeof person> | null, said: object = {}) =>
      outcome(registerRegion(deps, actor, { ...PROVINCE, ...said }));
    expect(await enter(null)).toBe('NOT_ALLOWED');
    expect(await enter(person('a', 'admin:region_100000'))).toBe('NOT_ALLOWED');
    expect(await enter(person('a', 'editor:region_140000'))).toBe('NOT_ALLOWED');
    expect(await enter(person('a', 'admin:region_140000'))).toBe('done');
    // Whoever administers an id that nobody registered founds no register of their own beside it.
    const beside = { code: '150000' };
    expect(await enter(person('b', 'admin:region_150000'), beside)).toBe('NOT_ALLOWED');
    expect(await enter(person('a', 'admin:region_140000'), beside)).toBe('NOT_ALLOWED');
    const ofBoth = person('c', 'admin:region_140000', 'admin:region_150000');
    expect(await enter(ofBoth, beside)).toBe('done');
    const { head, register } = await loadRegister(deps, { consistent: true });
    expect(head!.seq).toBe(2);
    expect([...register.jurisdictions.keys()].toSorted()).toEqual(['region_140000', 'region_150000']);
  });

  it('takes an admin of the parent or above, and says who did what when and why', async () => {
    const { deps } = await world();
    expect(await outcome(registerZone(deps, person('a', 'admin:zone_new'), ZONE))).toBe('NOT_ALLOWED');
    expect(await outcome(registerZone(deps, person('a', 'admin:region_140200'), ZONE))).toBe('NOT_ALLOWED');
    const { record } = await registerZone(deps, person('a', 'admin:region_140000'), ZONE);
    expect(record).toEqual({
      id: 'zone_new',
      code: 'new',
      level: 'ZONE',
      name: { zh: '新区' },
      parent: 'region_140100',
      effectiveFrom: '2026-01-01',
      zone: {
        kind: 'HIGH_TECH_ZONE',
        zoneLevel: 'NATIONAL',
        riskGrade: 'NONE',
        positioning: [],
        areas: [],
        suspended: false,
        facts: [],
      },
    });
    const history = await deps.store.registerHistory({ first: 1 });
    expect(history.items[0]!.value).toMatchObject({
      seq: 2,
      actor: 'a',
      time: '2026-11-23T02:00:00.000Z',
      action: 'REGISTER_ZONE',
      reason: '登记',
    });
  });

  it('is an update where the id is known, by an admin of the jurisdiction itself', async () => {
    const { deps } = await world();
    const update = { ...ZONE, code: 'kfq', suspended: true, effectiveFrom: '2026-12-01' };
    expect(await outcome(registerZone(deps, person('a', 'admin:zone_hgyq'), update))).toBe('NOT_ALLOWED');
    expect(await outcome(agreed(deps, registerZone(deps, person('a', 'admin:zone_kfq'), update)))).toBe(
      'done',
    );
    const { register } = await loadRegister(deps, { consistent: true });
    expect(register.jurisdictions.get('zone_kfq')!.map(({ effectiveFrom }) => effectiveFrom)).toEqual([
      '2020-01-01',
      '2026-12-01',
    ]);
    const earlier = { ...update, effectiveFrom: '2026-11-30' };
    expect(await outcome(registerZone(deps, ADMIN, earlier))).toBe('RECORD_OUT_OF_ORDER');
  });

  it('moves a jurisdiction only with an admin of the place it leaves and of the place it joins', async () => {
    const { deps } = await world();
    const jinzhong = { ...PROVINCE, code: '140700', level: 'PREFECTURE' as const, parent: 'region_140000' };
    await registerRegion(deps, ADMIN, jinzhong);
    const move = (...roles: `admin:${string}`[]) =>
      outcome(registerZone(deps, person('a', ...roles), { ...ZONE, code: 'kfq', parent: 'region_140700' }));
    expect(await move('admin:zone_kfq', 'admin:region_140700')).toBe('NOT_ALLOWED');
    expect(await move('admin:region_140100')).toBe('NOT_ALLOWED');
    expect(await move('admin:region_140100', 'admin:region_140700')).toBe('done');
    // To make it a root is to leave every catalog above.
    const root = { ...jinzhong, parent: null, effectiveFrom: '2026-01-01' };
    expect(await outcome(registerRegion(deps, person('a', 'admin:region_140700'), root))).toBe('NOT_ALLOWED');
  });

  it('tells every fault of the input, and asks for a reason', async () => {
    const { deps } = await world();
    const bad = { ...ZONE, code: '新', name: { zh: '' }, effectiveFrom: '2026-02-30' };
    expect((await outcome(registerZone(deps, ADMIN, bad))).split(' ').toSorted()).toEqual([
      'INVALID_CODE',
      'INVALID_DATE',
      'REQUIRED',
    ]);
    expect(await outcome(registerZone(deps, ADMIN, { ...ZONE, reason: ' ' }))).toBe('REQUIRED');
    expect(await outcome(registerZone(deps, ADMIN, { ...ZONE, parent: 'region_1' }))).toBe(
      'UNKNOWN_JURISDICTION',
    );
    expect(await outcome(registerRegion(deps, ADMIN, { ...PROVINCE, parent: 'region_140100' }))).toBe(
      'LEVEL_ORDER',
    );
  });

  it('by twenty at once is twenty revisions, none of them lost', async () => {
    const { deps } = await world();
    const codes = Array.from({ length: 20 }, (_, number) => `z${number}`);
    await Promise.all(codes.map((code) => registerZone(deps, ADMIN, { ...ZONE, code })));
    const { head, register } = await loadRegister(deps, { consistent: true });
    expect(head!.seq).toBe(1 + 20);
    expect(codes.filter((code) => !register.jurisdictions.has(`zone_${code}`))).toEqual([]);
    expect(await deps.store.verifyRegister()).toEqual({ whole: true, head });
  });
});

describe('creating a catalog', () => {
  const CATALOG = {
    jurisdiction: 'region_140000',
    key: 'shanxi',
    title: { zh: '山西省示范目录' },
    documentNumber: '晋示范〔2026〕1号',
    reason: '新建',
  };
  const editor = person('wang', 'editor:region_140000');

  it('is one append to the register, by an editor or admin of the jurisdiction', async () => {
    const { deps, another } = await world();
    expect(await outcome(createCatalog(deps, null, CATALOG))).toBe('NOT_ALLOWED');
    expect(await outcome(createCatalog(deps, person('a', 'editor:region_140100'), CATALOG))).toBe(
      'NOT_ALLOWED',
    );
    const { reason: _, ...identity } = CATALOG;
    expect(await createCatalog(deps, editor, CATALOG)).toEqual({
      head: null,
      revision: 0,
      state: { ...identity, versions: [], draft: null },
    });
    const { head, register } = await loadRegister(another(), { consistent: true });
    expect(head!.seq).toBe(2);
    expect([...register.catalogs.values()]).toEqual([identity]);
  });

  it('takes a key once, never `zone`, and a jurisdiction of the register', async () => {
    const { deps } = await world();
    const create = (said: object) => outcome(createCatalog(deps, ADMIN, { ...CATALOG, ...said }));
    expect(await create({})).toBe('done');
    expect(await create({ jurisdiction: 'region_140100' })).toBe('CATALOG_EXISTS');
    expect(await create({ key: CATALOG.key.toUpperCase() })).toBe('CATALOG_EXISTS');
    expect(await create({ key: 'zone' })).toBe('RESERVED_KEY');
    expect(await create({ key: 'Zone' })).toBe('RESERVED_KEY');
    expect(await create({ key: '山西' })).toBe('INVALID_CODE');
    expect(await create({ key: 'x', jurisdiction: 'region_9' })).toBe('UNKNOWN_JURISDICTION');
    expect(await create({ key: 'x', title: { zh: '' } })).toBe('REQUIRED');
  });

  it('of one key by ten at once succeeds for one', async () => {
    const { deps } = await world();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => outcome(createCatalog(deps, editor, CATALOG))),
    );
    expect(outcomes.toSorted()).toEqual([...Array(9).fill('CATALOG_EXISTS'), 'done']);
  });
});
