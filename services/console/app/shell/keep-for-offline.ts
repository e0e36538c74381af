/** The one script address that the page makes itself: that of the worker which keeps it for a cut network. */
export const keepForOffline = (): void => {
  if (!('serviceWorker' in navigator)) return;
  const policy = globalThis.trustedTypes?.createPolicy('console', { createScriptURL: (url) => url });
  const address = 'offline.js';
  navigator.serviceWorker.register((policy?.createScriptURL(address) ?? address) as string).catch(() => {});
};

declare global {
  var trustedTypes:
    | {
        createPolicy(
          name: string,
          rules: { createScriptURL(url: string): string },
        ): { createScriptURL(url: string): unknown };
      }
    | undefined;
}
