import { beforeEach, describe, expect, test } from 'vitest';
import { prepared, prohibited, type Shanxi } from './seed.ts';

let api: Shanxi;
const start = prepared(async (api) => {
  await api.publish({ key: 'own', entries: [prohibited('1')], effectiveFrom: '2026-01-01' });
  await api.publish({ key: 'own', entries: [prohibited('1'), prohibited('2')], effectiveFrom: '2026-06-01' });
});
beforeEach(async () => {
  ({ api } = await start());
});
const feed = (path: string, more = {}) =>
  api.send({ httpMethod: 'GET', resource: path, path, body: null, ...more });

describe('the feed of a catalog', () => {
  test('has its versions, the newest first, for readers of feeds', async () => {
    const { statusCode, headers, body } = await feed('/feeds/catalog_own.atom', {
      headers: { accept: 'application/atom+xml', authorization: 'Bearer of somebody' },
    });
    expect([statusCode, headers?.['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(body).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
    );
    expect([...body.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)).toEqual([
      'urn:park-admission:catalog_own',
      'urn:park-admission:catalog_own@2',
      'urn:park-admission:catalog_own@1',
    ]);
    expect(body).toContain('<summary>自 2026-06-01 起施行，共 2 条。</summary>');
    expect(body).toContain('<link href="../#/catalogs/catalog_own/notes?version=2"/>');
  });

  test('is not there where there is no such catalog', async () => {
    const { statusCode, body } = await feed('/feeds/catalog_none.atom');
    expect([statusCode, JSON.parse(body).errors[0].extensions]).toEqual([
      404,
      { code: 'NOT_FOUND', zh: '没有这部目录，无从订阅。' },
    ]);
  });

  test('says what a title says, and nothing of it is markup', async () => {
    await api.publish({
      key: 'odd',
      title: { zh: '目录 <b>&"一"' },
      entries: [prohibited('1')],
      effectiveFrom: '2026-01-01',
    });
    const { body } = await feed('/feeds/catalog_odd.atom');
    expect(body).toContain('<title>目录 &#60;b&#62;&#38;&#34;一&#34;</title>');
  });

  test('is asked for by its very address', async () => {
    for (const path of ['/feeds/', '/feeds/catalog_own', '/feeds/a b.atom'])
      expect((await feed(path)).statusCode).toBe(400);
  });
});
