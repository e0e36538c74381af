import { type Role, WhoAt } from '../generated/queries.ts';
import { useLookup } from '../shell/troubles.ts';

/** Who is signed in, and what they may be where a jurisdiction lies. */
export interface Who {
  readonly subject: string | null;
  readonly roles: readonly Role[];
}

export function useWho(jurisdiction: string): Who {
  const data = useLookup(WhoAt, { id: jurisdiction });
  const lineage: string[] = [];
  for (let one = data?.node as Above | null | undefined; one; one = one.parent) lineage.push(one.id);
  const grants = data?.viewer?.grants ?? [];
  return {
    subject: data?.viewer?.subject ?? null,
    roles: grants.filter(({ jurisdictionId }) => lineage.includes(jurisdictionId)).map(({ role }) => role),
  };
}

interface Above {
  readonly id: string;
  readonly parent?: Above | null;
}
