import { inject } from 'vitest';

/** How often to try a property: so often at every push, and so often in `npm run test:long`. */
export const times = (usual: number, long: number): number => (inject('long') ? long : usual);

declare module 'vitest' {
  export interface ProvidedContext {
    readonly long: boolean;
    /** Whether pictures are taken of the pages that are looked at. */
    readonly screenshots: boolean;
  }
}
