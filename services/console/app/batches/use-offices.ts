import { MyJurisdictions } from '../generated/queries.ts';
import type { ApiError } from '../shell/ask.ts';
import type { Text } from '../shell/locale.ts';
import { useQuery } from '../shell/use-query.ts';

export interface Office {
  readonly id: string;
  readonly name: Text;
}

/** The jurisdictions for which whoever is signed in is an officer. */
export function useOffices(): { readonly own: readonly Office[]; readonly error: ApiError | null } {
  const { data, error } = useQuery(MyJurisdictions, {});
  const own = data?.viewer?.grants.flatMap(({ role, jurisdiction }) =>
    role === 'OFFICER' && jurisdiction ? [jurisdiction] : [],
  );
  return { own: own ?? [], error };
}
