import { describe, expect, it } from 'vitest';
import type { Acknowledgement } from '../../services/domain/catalog/change.ts';
import type { FactDefinition } from '../../services/domain/facts/fact.ts';
import type { ProductTerm } from '../../services/domain/facts/product-term.ts';
import { lostTerritoryText } from '../../services/domain/register/register-step-text.ts';
import { createCatalog, openDraft } from '../../services/operations/catalog/create-catalog.ts';
import { putDefinitions, removeDefinitions } from '../../services/operations/catalog/edit-definitions.ts';
import { publishDraft } from '../../services/operations/catalog/publish.ts';
import { putEntries } from '../../services/operations/catalog/put-entries.ts';
import { submitDraft } from '../../services/operations/catalog/review.ts';
import { basisOf } from '../../services/operations/decisions/assessment-basis.ts';
import { decideAdmission } from '../../services/operations/decisions/decide.ts';
import { readDecision } from '../../services/operations/decisions/decisions.ts';
import { replayDecision } from '../../services/operations/decisions/replay.ts';
import type { Deps } from '../../services/operations/deps.ts';
import { changeRegion } from '../../services/operations/register/changes.ts';
import { registerRegion } from '../../services/operations/register/register.ts';
import { ADMIN, agreed, confirm, entryInput, outcome, person, proposed, refusalsOf, world } from './world.ts';

const EDITOR = person('wang', 'editor:region_100000');
const PUBLISHER = person('zhao', 'publisher:region_100000');
const OFFICER = person('officer', 'officer:region_100000');

const MONITORED: FactDefinition = {
  key: 'shanxi.monitored',
  type: 'FLAG',
  about: 'PROJECT',
  name: { zh: '重点监测企业' },
  question: { zh: '是否为重点监测企业？' },
};
const unlessMonitored = entryInput('1', { when: { flag: { fact: 'shanxi.monitored', is: false } } });

interface Said {
  readonly facts?: readonly FactDefinition[];
  readonly drop?: readonly string[];
  readonly products?: readonly ProductTerm[];
  readonly dropProducts?: readonly string[];
  readonly entries?: readonly object[];
  readonly acknowledge?: readonly Acknowledgement[];
}

/** The next version of a catalog, in force from today. */
async function publish(deps: Deps, key: string, said: Said) {
  const { facts = [], drop = [], products = [], dropProducts = [], entries, acknowledge = [] } = said;
  const catalog = `catalog_${key}`;
  const reason = '修订';
  let read = await openDraft(deps, EDITOR, { catalog, reason });
  const on = () => ({ catalog, expectedRevision: read.revision, reason });
  if (facts.length + products.length > 0)
    read = await putDefinitions(deps, EDITOR, { ...on(), facts, products });
  if (drop.length + dropProducts.length > 0)
    read = await removeDefinitions(deps, EDITOR, { ...on(), facts: drop, products: dropProducts });
  if (entries) read = await putEntries(deps, EDITOR, { ...on(), entries });
  read = await submitDraft(deps, EDITOR, on());
  return publishDraft(deps, PUBLISHER, {
    catalog,
    contentHash: read.state.draft!.contentHash,
    effectiveFrom: '2026-11-23',
    acknowledge,
    reason,
  });
}

/** A province that defines a fact, and a city below whose catalog uses it. */
async function shared() {
  const { deps, at } = await world();
  const create = (key: string, jurisdiction: string) =>
    createCatalog(deps, EDITOR, { key, jurisdiction, title: { zh: `${key}目录` }, reason: '新建' });
  await create('shanxi', 'region_140000');
  await create('taiyuan', 'region_140100');
  await publish(deps, 'shanxi', {
    facts: [MONITORED],
    entries: [{ ...unlessMonitored, force: 'IN_PRINCIPLE' }],
  });
  await publish(deps, 'taiyuan', { entries: [unlessMonitored] });
  return { deps, at };
}
const FOR_BORROWERS = { rule: 'PR-38', entry: null };
const decide = (deps: Deps, monitored: boolean, idempotencyKey: string) =>
  decideAdmission(deps, OFFICER, {
    project: {
      zone: 'zone_kfq',
      industries: ['2511'],
      facts: { combustibleDust: false, declared: [{ key: 'shanxi.monitored', value: { flag: monitored } }] },
    },
    idempotencyKey,
  });

describe('definitions that catalogs share', () => {
  it('are refused where no catalog above defines them', async () => {
    const { deps } = await shared();
    const refusals = await refusalsOf(
      publish(deps, 'taiyuan', {
        entries: [entryInput('2', { when: { flag: { fact: 'shanxi.watched', is: true } } })],
      }),
    );
    expect(refusals.map(({ details }) => `${details.rule} ${details.value}`)).toEqual([
      'PR-11 shanxi.watched',
    ]);
    // Catalogs below define nothing for those above.
    await publish(deps, 'taiyuan', {}).catch(() => undefined);
    const downwards = await refusalsOf(
      publish(deps, 'shanxi', {
        entries: [entryInput('2', { when: { flag: { fact: 'taiyuan.own', is: true } } })],
      }),
    );
    expect(downwards.map(({ details }) => details.rule)).toEqual(['PR-11']);
  });

  it('change only with a warning that names who uses them', async () => {
    const { deps } = await shared();
    const renamed = { facts: [{ ...MONITORED, question: { zh: '是否属重点监测企业？' } }] };
    const [warning, ...more] = await refusalsOf(publish(deps, 'shanxi', renamed));
    expect(more).toEqual([]);
    expect(warning).toMatchObject({
      code: 'ACKNOWLEDGEMENT_REQUIRED',
      details: { rule: 'PR-38', field: 'facts.shanxi.monitored', value: 'taiyuan@1' },
    });
  });

  it('count on after they were removed, and a decision made by them is made again the same', async () => {
    const { deps } = await shared();
    const removal = {
      drop: ['shanxi.monitored'],
      entries: [entryInput('1', { when: { flag: { fact: 'combustibleDust', is: true } } })],
    };
    expect((await refusalsOf(publish(deps, 'shanxi', removal))).map(({ details }) => details.rule)).toEqual([
      'PR-38',
    ]);
    const { deps: fresh } = await shared();
    await publish(fresh, 'shanxi', { ...removal, acknowledge: [FOR_BORROWERS] });
    const decision = await decide(fresh, false, 'removed');
    expect(decision.assessment).toMatchObject({
      outcome: 'REFUSED',
      findings: [{ catalog: 'taiyuan' }],
      notices: [{ code: 'DEFINITION_LAPSED', value: 'shanxi.monitored', readAs: ['shanxi@1'] }],
    });
    expect(decision.evidence.lapsed).toMatchObject([
      { key: 'shanxi', version: { number: 1 }, keys: ['shanxi.monitored'] },
    ]);
    await confirm(
      fresh,
      person('qian', 'publisher:region_100000'),
      await proposed(fresh, { number: 2, repeal: true }),
    );
    const stored = await readDecision(fresh, OFFICER, decision.id);
    expect(await replayDecision(fresh, stored!)).toMatchObject({ same: true, receiptHolds: true });
    expect((await basisOf(fresh, 'zone_kfq', '2026-11-23')).lapsed).toMatchObject([{ number: 1 }]);
  });

  it('count on where a product term was removed, and a decision made by it is made again the same', async () => {
    const { deps } = await shared();
    const slag = { key: 'shanxi.slag', name: { zh: '富锰渣料' }, aliases: [], narrower: [], units: [] };
    const product = { product: 'shanxi.slag', unit: 't/a', of: 'CAPACITY' };
    const define = { products: [slag], acknowledge: [{ rule: 'PR-43', entry: null }] };
    await publish(deps, 'shanxi', define);
    await publish(deps, 'taiyuan', { entries: [entryInput('1', { when: { product } })] });
    const removal = { dropProducts: ['shanxi.slag'] };
    expect((await refusalsOf(publish(deps, 'shanxi', removal))).map(({ details }) => details)).toMatchObject([
      { rule: 'PR-38', field: 'definitions.shanxi.slag', value: 'taiyuan@2' },
    ]);
    const { deps: fresh } = await shared();
    await publish(fresh, 'shanxi', define);
    await publish(fresh, 'taiyuan', { entries: [entryInput('1', { when: { product } })] });
    await publish(fresh, 'shanxi', { ...removal, acknowledge: [FOR_BORROWERS] });
    const products = [{ product: '富锰渣料', unit: 't/a' }];
    const declared = [{ key: 'shanxi.monitored', value: { flag: true } }];
    const decision = await decideAdmission(fresh, OFFICER, {
      project: { zone: 'zone_kfq', industries: ['2511'], facts: { products, declared } },
      idempotencyKey: 'slag',
    });
    expect(decision.assessment).toMatchObject({
      outcome: 'REFUSED',
      findings: [{ catalog: 'taiyuan' }],
      notices: [{ code: 'DEFINITION_LAPSED', value: 'shanxi.slag', readAs: ['shanxi@2'] }],
    });
    expect(decision.evidence.lapsed).toMatchObject([{ key: 'shanxi', keys: ['shanxi.slag'] }]);
    const stored = await readDecision(fresh, OFFICER, decision.id);
    expect(await replayDecision(fresh, stored!)).toMatchObject({ same: true, receiptHolds: true });
  });

  it('do not get lost where a place moves away from them, and it moves knowingly', async () => {
    const { deps } = await shared();
    await registerRegion(deps, ADMIN, {
      code: '410000',
      level: 'PROVINCE',
      name: { zh: '河南省' },
      parent: 'region_100000',
      effectiveFrom: '2020-01-01',
      reason: '登记',
    });
    const move = {
      region: 'region_140100',
      parent: 'region_410000',
      effectiveFrom: '2026-11-23',
      reason: '划转',
    };
    const [refusal] = await refusalsOf(changeRegion(deps, ADMIN, move));
    expect(refusal).toMatchObject({
      code: 'DEFINITION_LEFT',
      details: { value: 'region_140100', catalog: 'taiyuan', number: 1, definitions: ['shanxi.monitored'] },
    });
    await agreed(deps, changeRegion(deps, ADMIN, { ...move, acknowledgeLostTerritory: true }));
    const { assessment } = await decide(deps, false, 'moved');
    expect(assessment).toMatchObject({
      outcome: 'REFUSED',
      findings: [{ catalog: 'taiyuan' }],
      notices: [{ code: 'DEFINITION_LAPSED' }],
    });
    // Whoever publishes anew has to define it anew.
    expect(
      await outcome(publish(deps, 'taiyuan', { entries: [{ ...unlessMonitored, remark: { zh: '重申' } }] })),
    ).toBe('PUBLICATION_RULE');
    await agreed(
      deps,
      changeRegion(deps, ADMIN, { ...move, parent: 'region_140000', effectiveFrom: '2026-11-24' }),
    );
  });

  it('warn where a place moves under catalogs that count a product in units that do not convert', async () => {
    const { deps } = await shared();
    const counts = (product: string, unit: string) =>
      entryInput('1', { when: { product: { product, unit, of: 'CAPACITY', moreThan: '5' } } });
    await registerRegion(deps, ADMIN, {
      code: '410000',
      level: 'PROVINCE',
      name: { zh: '河南省' },
      parent: 'region_100000',
      effectiveFrom: '2020-01-01',
      reason: '登记',
    });
    await createCatalog(deps, EDITOR, {
      key: 'henan',
      jurisdiction: 'region_410000',
      title: { zh: '河南目录' },
      reason: '新建',
    });
    await publish(deps, 'henan', { entries: [counts('铁合金', '台/年')] });
    await publish(deps, 'taiyuan', { entries: [counts('ferroalloys', 't/a')] });
    const move = {
      region: 'region_140100',
      parent: 'region_410000',
      effectiveFrom: '2026-11-23',
      reason: '划转',
    };
    const [refusal, ...more] = await refusalsOf(changeRegion(deps, ADMIN, move));
    expect(more).toEqual([]);
    const products = ['ferroalloys: t/a ≠ 台/年 (henan@1)'];
    expect(refusal).toMatchObject({
      code: 'PRODUCT_UNITS_DIFFER',
      details: { value: 'region_140100', catalog: 'taiyuan', number: 2, products, on: '2026-11-23' },
    });
    const told = { code: 'PRODUCT_UNITS_DIFFER' as const, value: 'region_140100', catalog: 'taiyuan' };
    expect(lostTerritoryText({ ...told, number: 2, products, on: '2026-11-23' }, 'en')).toContain(
      'none converts: ferroalloys: t/a ≠ 台/年 (henan@1)',
    );
    // Knowingly it may, and back to where no catalog does it needs no word.
    await agreed(deps, changeRegion(deps, ADMIN, { ...move, acknowledgeLostTerritory: true }));
    await agreed(
      deps,
      changeRegion(deps, ADMIN, { ...move, parent: 'region_140000', effectiveFrom: '2026-11-24' }),
    );
  });
});
