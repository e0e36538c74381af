import { expect, test } from 'vitest';
import {
  areaId,
  catalogId,
  catalogKeyIn,
  draftId,
  parseId,
  regionId,
  versionId,
  zoneId,
} from '../../services/domain/ids.ts';

test.each([
  [regionId('140000'), { kind: 'region', code: '140000' }],
  [zoneId('a_b.c'), { kind: 'zone', code: 'a_b.c' }],
  [areaId('a.b', 'east'), { kind: 'area', zoneCode: 'a.b', key: 'east' }],
  [catalogId('sx.2026'), { kind: 'catalog', key: 'sx.2026' }],
  [versionId('sx', 12), { kind: 'version', key: 'sx', number: 12 }],
  [draftId('sx'), { kind: 'draft', key: 'sx' }],
])('%s is taken apart as it was put together', (id, parts) => {
  expect(parseId(id)).toEqual(parts);
});

test.each([
  '',
  'sx',
  'catalog_',
  'catalog_目录',
  'catalog_a@0',
  'catalog_a@01',
  'catalog_a@b',
  'zones_a',
  ' zone_a',
])('"%s" is no id', (id) => {
  expect(parseId(id)).toBeUndefined();
});

test('what begins like the id of an area is one, so that a territory with it stays uncertain', () => {
  expect(parseId('area_nowhere')).toEqual({ kind: 'area', zoneCode: '', key: 'nowhere' });
});

test('the id of a version is not that of its catalog', () => {
  expect(catalogKeyIn(catalogId('sx'))).toBe('sx');
  expect(catalogKeyIn(versionId('sx', 1))).toBeUndefined();
});
