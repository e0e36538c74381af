import { beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../testkit/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});

test('an industry with what it belongs to and consists of', async () => {
  const { data } = await api.ask(
    '{ industry(code: "261") { code level name { zh } parent { code parent { code level parent { code } } } children { code } } }',
  );
  expect(data.industry).toEqual({
    code: '261',
    level: 'GROUP',
    name: { zh: '基础化学原料制造' },
    parent: { code: '26', parent: { code: 'C', level: 'SECTION', parent: null } },
    children: ['2611', '2612', '2613', '2614', '2619'].map((code) => ({ code })),
  });
});

test('no industry has a code that the classification does not know', async () => {
  const { data, errors } = await api.ask('{ industry(code: "9999") { code } }');
  expect([data, errors]).toEqual([{ industry: null }, undefined]);
});

test('industries are found by words, best first, as many as asked for', async () => {
  const { data } = await api.ask('{ industries(search: "炼铁", first: 1) { code } }');
  expect(data.industries).toEqual([{ code: '3110' }]);
});

test('without a zone, the built-in facts and how to ask for them', async () => {
  const { data } = await api.ask(
    '{ factDefinitions { key type about unit integer options name { zh en } question { zh en } source { zh } } }',
  );
  const definitions = new Map(data.factDefinitions.map((fact: { key: string }) => [fact.key, fact]));
  expect(definitions.get('exposedPersons')).toEqual({
    key: 'exposedPersons',
    type: 'NUMBER',
    about: 'PROJECT',
    unit: '人',
    integer: true,
    options: null,
    name: { zh: '厂界外500米内常住人口', en: 'persons within 500 m of the site boundary' },
    question: {
      zh: '厂区边界向外500米范围内常住人口有多少人？',
      en: 'How many people live within 500 m of the site boundary?',
    },
    source: { zh: 'GB 18218-2018' },
  });
  expect(definitions.get('zone.kind')).toMatchObject({ about: 'ZONE', type: 'CHOICE', integer: false });
});

test('facts of a zone that is not there are an error with a code, not an empty list', async () => {
  const { errors } = await api.ask('{ factDefinitions(zone: "zone_nowhere") { key } }');
  expect(errors).toMatchObject([{ extensions: { code: 'UNKNOWN_ZONE', field: 'zone' } }]);
});
