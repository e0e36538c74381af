import { MyJurisdictions } from '../generated/queries.ts';
import type { Text } from '../shell/locale.ts';
import { useLookup } from '../shell/troubles.ts';

export interface Office {
  readonly id: string;
  readonly name: Text;
}

/** The jurisdictions for which whoever is signed in is an officer. */
export function useOffices(): readonly Office[] {
  const grants = useLookup(MyJurisdictions, {})?.viewer?.grants ?? [];
  return grants.flatMap(({ role, jurisdiction }) =>
    role === 'OFFICER' && jurisdiction ? [jurisdiction] : [],
  );
}
