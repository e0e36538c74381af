declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** A DynamoDB server over LevelDB; it comes without types. */
  export default function dynalite(options: {
    /** Folder of the database; in memory without one. */
    readonly path?: string;
    readonly createTableMs?: number;
  }): Server;
}
