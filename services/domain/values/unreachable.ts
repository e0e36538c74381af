/** The end of every `switch` over a union: the compiler complains here where a member was forgotten. */
export function unreachable(forgotten: never): never {
  throw new Error(`forgotten: ${JSON.stringify(forgotten)}`);
}
