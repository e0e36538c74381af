import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Request } from '../../services/local/check/api.ts';
import { exportDecisions, verifyFolder } from '../../services/local/decisions-export.ts';
import { linkAllDecisions } from '../../services/operations/seals/link-decisions.ts';
import { forgeDecision } from '../api/forge-decision.ts';
import { DECIDE, does, PARK, prepared, prohibited, type Shanxi } from '../api/seed.ts';
import { temporaryFolder } from './local-server.ts';

let api: Shanxi;
let folder: string;
let said: string[];
const start = prepared((seeded) =>
  seeded.publish({ key: 'park', entries: [prohibited('1', { industries: { include: ['2611'] } })] }),
);
beforeEach(async () => {
  ({ api } = await start());
  folder = join(await temporaryFolder(), '2026');
  said = [];
});

const say = (line: string) => void said.push(line);
const request: Request = async <Data>(query: string, variables: object) =>
  (await api.officer.ask(query, variables)).data as Data;
const exported = (year = '2026') => exportDecisions(request, { zone: PARK, year, folder }, say);
const file = (name: string) => readFile(join(folder, name), 'utf8');

async function decided(key: string, more: object = {}): Promise<string> {
  const project = {
    zone: PARK,
    industries: ['2611'],
    name: '=HYPERLINK("http://x","点")',
    applicant: `${key}, "公司"`,
  };
  const { decision } = await does(api.officer, DECIDE, { project, idempotencyKey: key, ...more });
  return decision.id;
}

test('a year of decisions is whole in JSON Lines, legible in CSV, and verifies with its files alone', async () => {
  const first = await decided('甲');
  const second = await decided('乙', { supersedes: { decision: first, reason: '更正' } });
  api.itIs('2027-01-01T02:00:00Z');
  await decided('丙');
  await linkAllDecisions(api.deps);
  expect(await exported()).toBe(0);

  const records = (await file('decisions.jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records.map(({ id }) => id)).toEqual([second, first]);
  const [, newest, oldest] = (await file('decisions.csv')).split('\r\n');
  expect(newest).toContain(`,REFUSED,`.replace('REFUSED', '不予准入'));
  expect(newest).toContain(`${first},更正,,`);
  expect(oldest).toContain(`,,,${second},`);
  expect(oldest).toContain(`"'=HYPERLINK(""http://x"",""点"")","甲, ""公司"""`);
  expect(JSON.parse(await file('manifest.json'))).toMatchObject({ decisions: 2, head: { revision: 1 } });
  expect(await verifyFolder(folder, say)).toBe(0);
});

test('what is damaged stands in the table under its number, and what it took the place of does not look as if it stood', async () => {
  const first = await decided('甲');
  const second = await decided('乙', { supersedes: { decision: first, reason: '更正' } });
  await forgeDecision(api, second);
  expect(await exported()).toBe(1);
  const [, damaged, superseded] = (await file('decisions.csv')).split('\r\n');
  expect(damaged).toMatch(new RegExp(`^${second},,,,,,,,,记录损坏，未能导出,,,,,$`));
  expect(superseded).toContain(`,,,${second},`);
  expect(said.at(-1)).toContain(second);
  expect(JSON.parse(await file('manifest.json'))).toMatchObject({ decisions: 1, damaged: 1 });
  expect(await verifyFolder(folder, say)).toBe(0);
});

test('one of a later year that took its place is named though it is damaged', async () => {
  const first = await decided('甲');
  api.itIs('2027-01-01T02:00:00Z');
  const second = await decided('乙', { supersedes: { decision: first, reason: '更正' } });
  await forgeDecision(api, second);
  expect(await exported()).toBe(0);
  expect((await file('decisions.csv')).split('\r\n')[1]).toContain(`,,,${second},`);
});

test('none in a year is an export too, and no export is written over', async () => {
  expect(await exported('2020')).toBe(0);
  expect(await verifyFolder(folder, say)).toBe(0);
  await expect(exported()).rejects.toThrow(/not written over/);
});

test.each([
  ['a record', 'decisions.jsonl', (text: string) => text.replace('甲', '丁'), 'decisions.jsonl:1'],
  ['a cell', 'decisions.csv', (text: string) => text.replace('甲', '丁'), 'decisions.csv'],
  ['a line', 'decisions.jsonl', () => '', 'receipts'],
  [
    'the year it is of',
    'manifest.json',
    (text: string) => text.replace('"year": "2026"', '"year": "2025"'),
    'decisions.jsonl:1',
  ],
  [
    'the manifest',
    'manifest.json',
    (text: string) => text.replace('"decisions": 1', '"decisions": 2'),
    'receipts',
  ],
])('it shows where %s was changed', async (_, name, change, fault) => {
  await decided('甲');
  await exported();
  await writeFile(join(folder, name), change(await file(name)));
  expect(await verifyFolder(folder, say)).toBe(1);
  expect(said.at(-1)).toContain(fault);
});

test('who may not see them is told so', async () => {
  const stranger: Request = async <Data>(query: string, variables: object) =>
    (await api.editor.ask(query, variables)).data as Data;
  await expect(exportDecisions(stranger, { zone: PARK, year: '2026', folder }, say)).rejects.toThrow(
    /may not see/,
  );
});
