import { expect, test } from 'vitest';
import { PARK, startShanxi } from './seed.ts';

const VIEWER = '{ viewer { subject name grants { role jurisdictionId jurisdiction { name { zh } } } } }';

test('whoever asks learns what they may do and where', async () => {
  const api = await startShanxi();
  const token = await api.issuer.token('wang', [`officer:${PARK}`, 'admin:region_990000', 'other:x'], {
    name: '王某',
  });
  const { data } = await api.ask(VIEWER, {}, token);
  expect(data.viewer).toEqual({
    subject: 'wang',
    name: '王某',
    grants: [
      { role: 'OFFICER', jurisdictionId: PARK, jurisdiction: { name: { zh: '永济化工园区' } } },
      { role: 'ADMIN', jurisdictionId: 'region_990000', jurisdiction: null },
    ],
  });
  expect((await api.ask(VIEWER)).data).toEqual({ viewer: null });
});
