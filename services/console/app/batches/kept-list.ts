import type { ListReading } from '../files/list-tasks.ts';
import { sessionStore } from '../shell/session.ts';

/** The list that is being sent, and how it is read: with both a reload goes on where it was. */
export interface KeptList {
  readonly batch: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reading: ListReading;
}

/**
 * Keeps a list over a reload of this tab, and no longer (ADR 0025). It holds what applicants have stated, on a computer that
 * several people use: what lies on the disk is encrypted, its key lies in the storage of the tab, and the session takes that
 * along when it ends.
 */
export async function keepList({ bytes, ...rest }: KeptList): Promise<void> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
  const [about, content] = await Promise.all(
    [new TextEncoder().encode(JSON.stringify(rest)), bytes].map(async (plain): Promise<Sealed> => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv },
        key,
        plain as Uint8Array<ArrayBuffer>,
      );
      return { iv, sealed };
    }),
  );
  await inStore('readwrite', (store) => store.put({ about, content }, ONE));
  const exported = JSON.stringify(await crypto.subtle.exportKey('jwk', key));
  // Whoever has signed out meanwhile leaves nothing behind.
  if (sessionStore.get() === null) await inStore('readwrite', (store) => store.delete(ONE));
  else sessionStorage.setItem(KEY, exported);
}

/** The list that this tab was sending when it was closed or loaded anew; null where there is none. */
export async function keptList(): Promise<KeptList | null> {
  const jwk = sessionStorage.getItem(KEY);
  if (jwk === null) return null;
  try {
    const key = await crypto.subtle.importKey('jwk', JSON.parse(jwk), 'AES-GCM', false, ['decrypt']);
    const { about, content }: { about: Sealed; content: Sealed } = await inStore('readonly', (store) =>
      store.get(ONE),
    );
    const [rest, bytes] = await Promise.all(
      [about, content].map(
        async ({ iv, sealed }) =>
          new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)),
      ),
    );
    return { ...JSON.parse(new TextDecoder().decode(rest)), bytes: bytes! };
  } catch {
    // Another tab has kept another list since, or the disk was cleared: the file is asked for again.
    sessionStorage.removeItem(KEY);
    return null;
  }
}

export async function forgetList(): Promise<void> {
  // Another tab may keep its own by now: it has no other place, and is asked for its file again.
  if (sessionStorage.getItem(KEY) === null) return;
  sessionStorage.removeItem(KEY);
  await inStore('readwrite', (store) => store.delete(ONE));
}

sessionStore.subscribe(() => {
  if (sessionStore.get() === null) inStore('readwrite', (store) => store.delete(ONE)).catch(() => {});
});

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const KEY = 'kept-list';
const STORE = 'lists';
const ONE = 1;

/** Does something in the store of this browser. */
function inStore<Made>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Made>,
): Promise<Made> {
  return new Promise((made, failed) => {
    const opening = indexedDB.open('console', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        opening.result.close();
        made(request.result);
      };
      transaction.onabort = () => failed(transaction.error);
    };
  });
}
