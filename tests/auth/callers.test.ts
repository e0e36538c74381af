import { describe, expect, it } from 'vitest';
import { type Callers, onlyFrom } from '../../services/auth/callers.ts';

const LIXIA = { subject: 'lixia', name: null, roles: [] };
const ask = (callers: Callers, authorization?: string) =>
  onlyFrom(callers, async (given) => (given === undefined ? null : LIXIA))(authorization).catch(
    ({ code }) => code,
  );

// Who may flood one address must not be able to take the functions of another.
describe('whom an address is there for', () => {
  it.each<[Callers, string | undefined, unknown]>([
    ['anonymous', undefined, null],
    ['anonymous', 'Bearer x.y.z', 'TOKEN_NOT_TAKEN_HERE'],
    ['anonymous', '', 'TOKEN_NOT_TAKEN_HERE'],
    ['officer', undefined, 'UNAUTHENTICATED'],
    ['officer', 'Bearer x.y.z', LIXIA],
    ['portal', undefined, null],
    ['portal', 'Bearer x.y.z', LIXIA],
  ])('%s: with the authorization %j it comes to %j', async (callers, authorization, came) => {
    expect(await ask(callers, authorization)).toEqual(came);
  });
});
