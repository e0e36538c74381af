/**
 * Ends something after the test file that is running. Files share their modules with those before them in the same
 * worker, so an `afterAll` at the top of a module would be heard of by the first of them alone.
 */
export function afterFile(end: () => unknown): void {
  ends.push(end);
}

/** Called after every test file, by `setup.ts`; last begun, first ended. */
export async function endFile(): Promise<void> {
  for (let end = ends.pop(); end; end = ends.pop()) await end();
}

const ends: (() => unknown)[] = [];
