import { placeNames } from '../../services/domain/comparison/place-names.ts';
import type { Text } from '../../services/domain/values/text.ts';
import type { Context } from '../context.ts';

/** What places are called today, by their ids. */
export const placesKnown = async ({ reads, today }: Context): Promise<(id: string) => Text> =>
  placeNames(await reads.register(), today);
