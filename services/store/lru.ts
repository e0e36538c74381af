/** A map that forgets what was used longest ago when its content grows heavier than `capacity`. */
export interface Lru<V> {
  get(key: string): V | undefined;
  set(key: string, value: V, weight?: number): void;
  delete(key: string): void;
}

export function createLru<V>(capacity: number): Lru<V> {
  // A Map keeps insertion order, so the first key is always the one used longest ago.
  const kept = new Map<string, { readonly value: V; readonly weight: number }>();
  let total = 0;

  const drop = (key: string): void => {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set(key, value, weight = 1) {
      drop(key);
      if (weight > capacity) return;
      kept.set(key, { value, weight });
      total += weight;
      for (const oldest of kept.keys()) {
        if (total <= capacity) break;
        drop(oldest);
      }
    },
    delete: drop,
  };
}
