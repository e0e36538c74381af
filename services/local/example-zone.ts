import type { Ask } from './ask.ts';

/** The zone that examples ask about: the chemical park of the sample data, or the first there is. */
export async function exampleZone(ask: Ask): Promise<string> {
  return (await anyZone(ask)) ?? SAMPLE_ZONE;
}

/** `null` where there is no zone yet. */
export async function anyZone(ask: Ask): Promise<string | null> {
  const { data } = await ask({
    query: 'query ($id: ID!) { zone(id: $id) { id } zones(first: 1) { edges { node { id } } } }',
    variables: { id: SAMPLE_ZONE },
  });
  return data?.zone?.id ?? data?.zones?.edges?.[0]?.node?.id ?? null;
}

/** The zone of the sample data that the examples ask about. */
export const SAMPLE_ZONE = 'zone_sample-yunfen-chem';
