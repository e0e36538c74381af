/** Arguments with which Node runs a program of ours as the scripts of the package do. */
export const TYPESCRIPT = [
  '--import',
  new URL('../../services/local/typescript.js', import.meta.url).href,
] as const;
