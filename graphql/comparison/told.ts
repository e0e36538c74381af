import { placeNames } from '../../services/domain/comparison/place-names.ts';
import type { WordingContext } from '../../services/domain/comparison/wording-context.ts';
import type { Locale } from '../../services/domain/values/text.ts';
import type { Context } from '../context.ts';
import { namesOfContent } from '../entries/names-of.ts';
import type { ComparedPair } from '../models.ts';

/** What a comparison is told with: facts and lists by the names that each side gives them, places by the register. */
export async function told(
  { to, comparison }: ComparedPair,
  locale: Locale,
  context: Context,
): Promise<WordingContext> {
  const names = (side: 'from' | 'to') => namesOfContent(context.deps.reference, to.catalog, comparison[side]);
  return {
    locale,
    before: names('from'),
    after: names('to'),
    place: placeNames(await context.reads.register(), context.today),
  };
}
