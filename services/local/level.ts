import { createRequire } from 'node:module';

/** A LevelDB that is open, and so is ours alone until it is closed or this process ends, however it ends. */
export interface OpenLevel {
  readonly close: () => Promise<void>;
}

/**
 * Opens a LevelDB, made if it is not there.
 *
 * @throws FolderInUse where it is open already, here or in another process
 */
export async function openLevel(folder: string): Promise<OpenLevel> {
  const database = new Level(folder);
  try {
    await database.open();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED')
      throw new FolderInUse(folder, { cause });
    throw cause ?? error;
  }
  return { close: () => database.close() };
}

/** The folder of the database is open in another process; LevelDB lets in only one. */
export class FolderInUse extends Error {
  readonly folder: string;

  constructor(folder: string, options?: ErrorOptions) {
    super(`${folder} is in use by another process`, options);
    this.name = 'FolderInUse';
    this.folder = folder;
  }
}

/** LevelDB in the very version that dynalite uses. */
const { Level } = createRequire(createRequire(import.meta.url).resolve('dynalite'))('level') as {
  Level: new (folder: string) => { open(): Promise<void>; close(): Promise<void> };
};
