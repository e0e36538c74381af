/** The item of a key that a finding names. */
export function theOne<T extends { readonly key: string }>(items: readonly T[], key: string): T {
  const item = items.find((one) => one.key === key);
  if (!item) throw new Error(`the entry has no ${key}`);
  return item;
}
