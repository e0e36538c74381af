import { DraftDefinitions } from '../generated/queries.ts';
import { ask } from '../shell/ask.ts';

/** What a draft defines itself, as workbooks read and write it. */
export async function definedIn(id: string) {
  const draft = (await ask(DraftDefinitions, { id })).catalog?.draft;
  const { facts = [], products = [] } = draft ?? {};
  // The API has an empty list where none are given.
  const lists = (draft?.lists ?? []).map(({ fractions, ...list }) => ({
    ...list,
    ...(fractions.length > 0 && { fractions }),
  }));
  return { facts, lists, products };
}
