import { expect, test } from 'vitest';
import { LIST_TASKS } from '../../services/console/app/files/list-tasks.ts';
import { fact } from '../domain/oracle/small-basis.ts';

const NOISE = fact('city.noise', 'NUMBER', { name: { zh: '厂界噪声' } });
const ZONE = 'zone_140881';

test('a project of which nothing but what a catalog defines is known is one', async () => {
  const bytes = new TextEncoder().encode('编号,厂界噪声\nA1,95\n');
  const reading = { zone: ZONE, on: '2026-11-30', mappings: [], definitions: [NOISE], locale: 'zh' } as const;
  expect(await LIST_TASKS.surveyList(bytes, reading)).toMatchObject({ rows: 1, zones: [ZONE] });
  expect(await LIST_TASKS.openList(bytes, reading)).toMatchObject({ portions: [1], faults: [] });
});
