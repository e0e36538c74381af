/**
 * Arguments with which Node runs a program of ours as the scripts of the package do, but for one thing: where it has to be
 * bundled, which takes a third of a start, that is done once in a run. What is started by npm is started as ever.
 */
export const TYPESCRIPT = ['--import', new URL('./typescript-once.js', import.meta.url).href] as const;
