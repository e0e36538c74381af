/** The addresses of scripts that the page makes itself, those of its workers: all of them its own files. */
export const scriptAddress = (address: string): string =>
  (policy?.createScriptURL(address) ?? address) as string;

const policy = globalThis.trustedTypes?.createPolicy('console', { createScriptURL: (url) => url });

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
