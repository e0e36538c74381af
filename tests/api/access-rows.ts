import { buildSchema, type GraphQLObjectType, getNamedType, isCompositeType } from 'graphql';
import { expect } from 'vitest';
import { typeDefs } from '../../graphql/type-defs.ts';
import { ROLES, type Role } from '../../services/domain/access/access.ts';
import type { Answer } from '../testkit/api.ts';
import type { World } from './access-world.ts';
import {
  confirmations,
  INNER_PARK,
  NO_BATCH,
  NO_DECISION,
  OTHER_CITY,
  OTHER_PARK,
  PROJECT_CODE,
} from './access-world.ts';
import { CITY, PARK, PROVINCE, payloadOf, type Shanxi } from './seed.ts';

// The kinds of rows in the table of `access.test.ts`.

const schema = buildSchema(typeDefs);

/** Where a role is held, seen from the jurisdiction that is acted on. */
type Place = 'inside' | 'above' | 'below' | 'outside';
type Places = Readonly<Record<Place, string>>;
export interface Somebody {
  readonly name: string;
  readonly role: Role | null;
  readonly place: Place | null;
  readonly ask: (query: string, variables?: object) => Promise<Answer>;
}
export interface Row {
  readonly at: 'park' | 'city';
  readonly may: (somebody: Somebody) => boolean;
  readonly check: (
    world: World,
    field: string,
    these: readonly Somebody[],
    others: readonly Somebody[],
  ) => Promise<void>;
}

/** Everybody there is: nobody in particular, and each role in each place. */
export function everybody({ api }: World, at: Row['at']): readonly Somebody[] {
  const places: Places =
    at === 'park'
      ? { inside: PARK, above: CITY, below: INNER_PARK, outside: OTHER_PARK }
      : { inside: CITY, above: PROVINCE, below: PARK, outside: OTHER_CITY };
  const holders = ROLES.flatMap((role) =>
    (Object.keys(places) as Place[]).map((place): Somebody => {
      const name = `${role} ${place}`;
      return { name, role, place, ask: api.as(name, `${role}:${places[place]}`).ask };
    }),
  );
  return [{ name: 'nobody', role: null, place: null, ask: api.ask }, ...holders];
}

function holding(roles: readonly Role[]): Row['may'] {
  return ({ role, place }) =>
    role !== null && roles.includes(role) && (place === 'inside' || place === 'above');
}

/** Everybody gets the very same answer. */
export function open(call: string): Row {
  return {
    at: 'park',
    may: () => true,
    check: async ({ decision }, _, everyone) => {
      const bodies = new Set<string>();
      for (const { ask } of everyone) {
        const { errors, body } = await ask(`{ ${call.replace('$decision', decision)} }`);
        expect(errors).toBeUndefined();
        bodies.add(body);
      }
      expect(bodies.size).toBe(1);
      expect([...bodies][0]).not.toContain('null');
    },
  };
}

/** Everybody is told of themselves, and nobody of anybody. */
export function own(call: string, path: string): Row {
  return {
    at: 'park',
    may: ({ role }) => role !== null,
    check: async (_, __, known, unknown) => {
      const told = ({ data }: Answer) =>
        path.split('.').reduce((part, name) => part?.[name], data as Record<string, never> | undefined);
      for (const { name, ask } of known) expect(told(await ask(`{ ${call} }`))).toBe(name);
      for (const { ask } of unknown) expect(Object.values((await ask(`{ ${call} }`)).data)).toEqual([null]);
    },
  };
}

/** These see it; for all others the answer is, byte for byte, that to the same question about what does not exist. */
export function hidden(roles: readonly Role[], call: string, absent: string): Row {
  return {
    at: 'park',
    may: holding(roles),
    check: async ({ decision, proposed, inRegister, staged, batch }, _, those, others) => {
      const ids = {
        $decision: decision,
        $none: NO_DECISION,
        $batch: batch,
        $noBatch: NO_BATCH,
        $proposed: proposed,
        $inRegister: inRegister,
        $staged: staged,
      };
      const question = (text: string) =>
        `{ asked: ${Object.entries(ids).reduce((put, [name, id]) => put.replace(name, id), text)} }`;
      for (const { name, ask } of those) expect((await ask(question(call))).body, name).toMatch(SHOWN);
      for (const { name, ask } of others) {
        const { body } = await ask(question(call));
        expect(body, name).toBe((await ask(question(absent))).body);
        expect(body, name).not.toMatch(SHOWN);
      }
    },
  };
}

/** What only those see who may: the id of a decision or proposal, the number of a revision, a line of an export. */
const SHOWN = /_[0-9a-f]{40}|"proposal_\w+@\d|"(revision|number)":\d|\\"hash\\":/;

/** Only whoever keeps every root of the register is answered. */
export function ofRoots(call: string): Row {
  return {
    at: 'park',
    may: () => false,
    check: async ({ api }, _, __, others) => {
      expect((await api.admin.ask(`{ asked: ${call} }`)).data.asked).not.toBeNull();
      for (const { name, ask } of others)
        expect((await ask(`{ asked: ${call} }`)).data, name).toEqual({ asked: null });
    },
  };
}

/** Admins are told of what lies in their scope, wherever that is; all others of nothing. */
export function toRegistrars(): Row {
  const call = '{ registerHistory { edges { node { changes { jurisdiction { id } catalog { id } } } } } }';
  return {
    at: 'park',
    may: ({ role }) => role === 'admin',
    check: async (_, __, admins, others) => {
      for (const { name, place, ask } of admins) {
        const { body } = await ask(call);
        expect(body.includes(`"${PARK}"`), name).toBe(place === 'inside' || place === 'above');
        expect(body.includes(`"${OTHER_PARK}"`), name).toBe(place === 'outside');
      }
      for (const { name, ask } of others)
        expect((await ask(call)).data, name).toEqual({ registerHistory: null });
    },
  };
}

/** Only officers of the jurisdiction may say that an exception holds; from others it is an error. */
export function confirmed(call: string): Row {
  return {
    at: 'park',
    may: holding(['officer']),
    check: async (_, __, officers, others) => {
      const asked = async ({ ask }: Somebody) =>
        (await ask(`query ($project: ProjectInput!) { ${call} }`, { project: { zone: PARK, confirmations } }))
          .body;
      for (const officer of officers) expect(await asked(officer), officer.name).toContain('"userErrors":[]');
      for (const other of others)
        expect(await asked(other), other.name).toContain(
          '{"assessment":null,"userErrors":[{"code":"CONFIRMATION_NOT_ALLOWED"}]}',
        );
    },
  };
}

/** Something set by for the park, which changes nothing yet. */
export const setBy = (roles: readonly Role[], prepare: Prepare, refusal = 'NOT_ALLOWED'): Row =>
  change('park', roles, prepare, refusal, false);

type Prepare = (key: string, api: Shanxi) => Promise<object>;

/** A change of something of the park. */
export function atPark(roles: readonly Role[], prepare: Prepare, refusal?: string): Row {
  return change('park', roles, prepare, refusal);
}

/** A change of something of the city. */
export function atCity(roles: readonly Role[], prepare: Prepare): Row {
  return change('city', roles, prepare);
}

/**
 * These do it; all others are told that they may not, and nothing changes.
 *
 * @param prepare makes something new to do it to, and the input that does it
 * @param refusal what all others are told
 * @param changes whether it shows at once what they did
 */
function change(
  at: Row['at'],
  roles: readonly Role[],
  prepare: Prepare,
  refusal = 'NOT_ALLOWED',
  changes = true,
): Row {
  return {
    at,
    may: holding(roles),
    check: async ({ api }, field, those, others) => {
      const mutation = mutationOf(field);
      const key = (name: string): string => `${field.split('.')[1]}-${name.replace(' ', '-')}`;
      const input = await prepare(key('refused'), api);
      const before = await everything(api);
      for (const { name, ask } of others) {
        const { result, userErrors } = partsOf(await ask(mutation, { input }));
        expect([result, userErrors], name).toEqual([
          null,
          [{ __typename: refusal === 'NOT_ALLOWED' ? 'AccessError' : 'InputError', code: refusal }],
        ]);
      }
      expect(await everything(api)).toEqual(before);
      for (const { name, ask } of those) {
        const own = await prepare(key(name), api);
        const before = await everything(api);
        const { result, userErrors } = partsOf(await ask(mutation, { input: own }));
        expect(userErrors, name).toEqual([]);
        expect(result, name).not.toBeNull();
        if (changes) expect(await everything(api), name).not.toEqual(before);
        else expect(await everything(api), name).toEqual(before);
      }
    },
  };
}

/** The mutation of a field, with what every payload has: results and the errors. */
export function mutationOf(field: string): string {
  const { name, args, type } = (schema.getMutationType() as GraphQLObjectType).getFields()[
    field.split('.')[1]!
  ]!;
  const payload = Object.values((getNamedType(type) as GraphQLObjectType).getFields());
  const results = payload.filter(
    (each) => each.name !== 'userErrors' && isCompositeType(getNamedType(each.type)),
  );
  return `mutation ($input: ${args[0]!.type}) { ${name}(input: $input) {
    ${results.map((result) => `${result.name} { __typename }`).join(' ')} userErrors { __typename code } } }`;
}

/** The first result that there is, and the errors. */
function partsOf(answer: Answer): { result: unknown; userErrors: unknown[] } {
  const { userErrors, ...results } = payloadOf(answer);
  return { result: Object.values(results).find((result) => result !== null) ?? null, userErrors };
}

/** The head of every chain, and the decisions: what is written shows in one of them. */
async function everything(api: Shanxi): Promise<unknown> {
  const { head, register } = await api.store.readRegister({ consistent: true });
  const catalogs = [...register.catalogs.keys()].map((key) =>
    api.store.readCatalog(key, { consistent: true }),
  );
  const batches = await api.store.listBatches(PARK, { first: 100 });
  const ofBatches = batches.items.map(({ value }) => api.store.readProgress(value.batch.id));
  const { items } = await api.store.listDecisions({ projectCode: PROJECT_CODE }, { first: 100 });
  return {
    register: head,
    catalogs: (await Promise.all(catalogs)).map((catalog) => catalog?.head ?? null),
    decisions: items.map(({ cursor }) => cursor),
    batches: batches.items.map(({ cursor }) => cursor),
    ofBatches: await Promise.all(ofBatches),
  };
}
