import { beforeAll, describe, expect, test } from 'vitest';
import { CITY, PARK, prohibited, restricted, type Shanxi, startShanxi } from './seed.ts';

describe('the effective catalog of a zone', () => {
  const ENTRIES = `query ($filter: EntryFilter, $first: Int, $after: String, $on: Date) {
    zone(id: "${PARK}") {
      versionsInForce(on: $on) { id }
      entries(filter: $filter, first: $first, after: $after, on: $on) {
        totalCount edges { version { id } node { code } } pageInfo { endCursor hasNextPage }
      }
    }
  }`;
  // biome-ignore lint/suspicious/noExplicitAny: an answer
  const codes = (data: any): string[] =>
    data.zone.entries.edges.map(
      (edge: { version: { id: string }; node: { code: string } }) => `${edge.version.id} ${edge.node.code}`,
    );

  let api: Shanxi;
  beforeAll(async () => {
    api = await startShanxi();
    await api.publish({
      key: 'park',
      entries: [
        prohibited('2.10', { industries: { include: ['26'], except: ['2611'] } }),
        restricted('2.9', { force: 'IN_PRINCIPLE', natures: ['EXPANSION'], activities: ['STORE'] }),
      ],
    });
    await api.publish({
      key: 'city',
      of: CITY,
      entries: [
        prohibited('1', {
          text: { zh: '禁止电石', en: 'No calcium carbide' },
          industries: { include: ['C'] },
        }),
      ],
    });
  });

  test('is the entries of all versions in force, from the top down, in the order of their codes', async () => {
    const { data } = await api.ask(ENTRIES);
    expect(data.zone.versionsInForce).toEqual([{ id: 'catalog_city@1' }, { id: 'catalog_park@1' }]);
    expect(codes(data)).toEqual(['catalog_city@1 1', 'catalog_park@1 2.9', 'catalog_park@1 2.10']);
  });

  test('comes page by page', async () => {
    const first = await api.ask(ENTRIES, { first: 2 });
    expect(codes(first.data)).toEqual(['catalog_city@1 1', 'catalog_park@1 2.9']);
    const { endCursor } = first.data.zone.entries.pageInfo;
    expect(codes((await api.ask(ENTRIES, { first: 2, after: endCursor })).data)).toEqual([
      'catalog_park@1 2.10',
    ]);
  });

  test('is empty before its versions took effect', async () => {
    const { data } = await api.ask(ENTRIES, { on: '2025-12-31' });
    expect(data.zone).toMatchObject({ versionsInForce: [], entries: { totalCount: 0 } });
  });

  test.each<[string, object, readonly string[]]>([
    ['by measure', { measure: 'RESTRICTED' }, ['catalog_park@1 2.9']],
    ['by force', { force: 'MANDATORY' }, ['catalog_city@1 1', 'catalog_park@1 2.10']],
    ['by class', { industry: '2614' }, ['catalog_city@1 1', 'catalog_park@1 2.9', 'catalog_park@1 2.10']],
    ['by a class that is excepted', { industry: '2611' }, ['catalog_city@1 1', 'catalog_park@1 2.9']],
    [
      'by a section that contains it',
      { industry: 'C', measure: 'PROHIBITED' },
      ['catalog_city@1 1', 'catalog_park@1 2.10'],
    ],
    ['by another section', { industry: 'A' }, ['catalog_park@1 2.9']],
    ['by nature', { nature: 'NEW_BUILD' }, ['catalog_city@1 1', 'catalog_park@1 2.10']],
    ['by activity', { activity: 'STORE', measure: 'RESTRICTED' }, ['catalog_park@1 2.9']],
    ['by a Chinese word', { text: '电石' }, ['catalog_city@1 1']],
    ['by an English word in any case', { text: 'CARBIDE' }, ['catalog_city@1 1']],
    ['by codes', { codes: ['2.10', '7'] }, ['catalog_park@1 2.10']],
  ])('is searched %s', async (_, filter, found) => {
    expect(codes((await api.ask(ENTRIES, { filter })).data)).toEqual(found);
  });

  test('is not searched by a code that does not exist: nothing found would read as nothing forbidden', async () => {
    const { errors } = await api.ask(ENTRIES, { filter: { industry: '26I4' } });
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'UNKNOWN_INDUSTRY',
          field: 'filter.industry',
          zh: expect.stringContaining('26I4'),
        },
      },
    ]);
  });
});
