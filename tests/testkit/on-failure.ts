/**
 * Has something told of a world in which a test fails, with the failure: nobody can look for themselves at a page on
 * another machine.
 *
 * @returns what ends that
 */
export function onFailure(tell: () => Promise<string>): () => void {
  tellers.add(tell);
  return () => tellers.delete(tell);
}

/** Called after every test that failed, by `setup.ts`. */
export async function tellOfFailure(errors: readonly { stack?: string }[]): Promise<void> {
  for (const tell of tellers) {
    const told = await tell().catch(String);
    for (const error of errors) error.stack = `${error.stack}\n\n${told}`;
  }
}

const tellers = new Set<() => Promise<string>>();
