import { describe, expect, it } from 'vitest';
import { actorOf } from '../../services/auth/claims.ts';
import { grantsOf } from '../../services/auth/grants.ts';

const OFFICER = { role: 'officer', jurisdiction: 'zone_140881' };
const ADMIN = { role: 'admin', jurisdiction: 'region_100000' };

describe('what a roles claim grants', () => {
  it.each([
    ['a list of role strings', ['officer:zone_140881', 'admin:region_100000'], [OFFICER, ADMIN]],
    ['one string with spaces between', 'officer:zone_140881 admin:region_100000', [OFFICER, ADMIN]],
    ['the same role twice', ['officer:zone_140881', 'officer:zone_140881'], [OFFICER]],
    [
      'a code with every character it may have',
      ['officer:zone_a-B_1.2'],
      [{ ...OFFICER, jurisdiction: 'zone_a-B_1.2' }],
    ],
  ])('%s: what is written', (_, claim, grants) => {
    expect(grantsOf(claim)).toEqual(grants);
  });

  it.each([
    ['no claim', undefined],
    ['null', null],
    ['a number', 7],
    ['an object', { 'officer:zone_140881': true }],
    ['a list in a list', [['officer:zone_140881']]],
    ['an object that reads as a role', [{ toString: (): string => 'officer:zone_140881' }]],
    ['a role that does not exist', ['superuser:region_100000']],
    ['a role in capitals', ['OFFICER:zone_140881']],
    ['a role without jurisdiction', ['officer', 'officer:']],
    ['a role for everything', ['officer:*', 'admin:zone_*']],
    ['a jurisdiction of no known kind', ['officer:park_140881']],
    ['a catalog for a jurisdiction', ['editor:catalog_gxq']],
    ['an area for a jurisdiction', ['officer:area_140881.east']],
    ['a path', ['officer:zone_../region_100000']],
    ['three parts', ['officer:zone_140881:admin']],
    ['spaces around', [' officer:zone_140881', 'officer:zone_140881 ', 'officer: zone_140881']],
    ['a line break at the end', ['officer:zone_140881\n']],
    ['a code of 65 characters', [`officer:zone_${'1'.repeat(65)}`]],
    ['names of object members', ['constructor:zone_140881', '__proto__:zone_140881']],
  ])('%s: nothing', (_, claim) => {
    expect(grantsOf(claim)).toEqual([]);
  });
});

describe('who an actor is', () => {
  it('has the name that the issuer gives', () => {
    expect(actorOf({ sub: 'u-1', name: '王芳' }, 'roles')).toEqual({
      subject: 'u-1',
      name: '王芳',
      roles: [],
    });
  });

  it('has no name where the issuer gives none that can be shown', () => {
    expect(actorOf({ sub: 'u-1', name: '王\u202e芳' }, 'roles')?.name).toBeNull();
    expect(actorOf({ sub: 'u-1', name: 7 }, 'roles')?.name).toBeNull();
  });

  it('takes the roles from the claim of the configuration and from no other', () => {
    const claims = {
      sub: 'u-1',
      roles: ['admin:region_100000'],
      'https://park.test/roles': ['officer:zone_140881'],
    };
    expect(actorOf(claims, 'https://park.test/roles')?.roles).toEqual([OFFICER]);
    expect(actorOf(claims, 'toString')?.roles).toEqual([]);
  });
});
