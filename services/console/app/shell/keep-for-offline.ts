import { scriptAddress } from './script-address.ts';

/** Starts the worker that keeps the page for a cut network. */
export const keepForOffline = (): void => {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(scriptAddress('offline.js')).catch(() => {});
};
