import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildConsole, type ConsoleFile } from '../services/console/build.ts';

/** The built console as files that a deployment can carry. */
export type ConsoleOnDisk = readonly (Omit<ConsoleFile, 'contents'> & { readonly file: string })[];

/** @param folder is made where it is not there; the same sources give the same bytes */
export async function consoleOnDisk(folder: string): Promise<ConsoleOnDisk> {
  mkdirSync(folder, { recursive: true });
  return (await buildConsole()).map(({ path, type, lasting, contents }) => {
    const file = join(folder, path.replaceAll('/', '-') || 'index.html');
    writeFileSync(file, contents);
    return { path, type, lasting, file };
  });
}
