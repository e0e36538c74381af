import { DraftDefinitions } from '../generated/queries.ts';
import { ask } from '../shell/ask.ts';

/** What a draft defines itself, as workbooks read and write it. */
export async function definedIn(id: string) {
  const {
    facts = [],
    lists = [],
    products = [],
  } = (await ask(DraftDefinitions, { id })).catalog?.draft ?? {};
  return { facts, lists, products };
}
