import { Refusal } from '../domain/messages/refusal.ts';
import type { Authenticate } from './authenticator.ts';

/**
 * Whom an address of the API is there for: everybody without a token (`/graphql`), people of the authorities
 * (`/officer/graphql`), systems of portals, with a token or without (`/portal/graphql`). Each has a function of its own,
 * so that a flood at one leaves the others alone.
 */
export const CALLERS = ['anonymous', 'officer', 'portal'] as const;
export type Callers = (typeof CALLERS)[number];

/**
 * Lets in whom an address is there for, and tells all others where to go: a token at the open address is not passed
 * over, and nobody without one takes the place of an officer.
 *
 * @throws Refusal `TOKEN_NOT_TAKEN_HERE`, `UNAUTHENTICATED`, and as `Authenticate` does
 */
export const onlyFrom =
  (callers: Callers, authenticate: Authenticate): Authenticate =>
  async (authorization) => {
    if (callers === 'anonymous' && authorization !== undefined) throw new Refusal('TOKEN_NOT_TAKEN_HERE');
    if (callers === 'officer' && authorization === undefined)
      throw new Refusal('UNAUTHENTICATED', { reason: 'NO_TOKEN' });
    return authenticate(authorization);
  };
