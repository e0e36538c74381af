import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Stream } from 'node:stream';
import { CannotStart } from './cannot-start.ts';

/** @throws CannotStart */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CannotStart(
      `无法读取文件 ${file}。`,
      `Cannot read the file ${file}: ${(error as Error).message}.`,
    );
  }
}

/** Writes a file under its name when it is whole: what was there before stays until then. @throws CannotStart */
export async function write(file: string, content: string | Uint8Array | Stream): Promise<void> {
  const unfinished = `${file}.part`;
  try {
    // A device or a pipe is nothing that could be put in place of another.
    const there = await kindOf(file);
    if (there && !there.isFile()) return await writeFile(file, content);
    await writeFile(unfinished, content);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw notWritten(file, error);
  }
}

export const notWritten = (file: string, error: unknown): CannotStart =>
  new CannotStart(`无法写入文件 ${file}。`, `Cannot write the file ${file}: ${(error as Error).message}.`);

/**
 * Refuses a file that is there, before anything is done for its sake: somebody may have written into it.
 *
 * @param force where the person said that it may be written over (`--force`)
 * @throws CannotStart FILE_EXISTS
 */
export async function refuseExisting(file: string, force: boolean): Promise<void> {
  if (force || !(await kindOf(file))?.isFile()) return;
  throw new CannotStart(
    `FILE_EXISTS：文件 ${file} 已存在，没有覆盖。请另写文件名；确要覆盖的，加上 --force。`,
    `FILE_EXISTS: The file ${file} is there already and was not written over. Name another, or say --force to write over it.`,
  );
}

const kindOf = (file: string) => stat(file).catch(() => null);
