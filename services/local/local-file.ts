import { randomUUID } from 'node:crypto';
import { chmod, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
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

/**
 * Writes a file under its name when it is whole: what was there before stays until then, and who may read it after.
 *
 * @param replaces whether it takes the place of what is there by then
 * @throws CannotStart FILE_EXISTS among others
 */
export async function write(
  file: string,
  content: string | Uint8Array | Stream,
  replaces: boolean,
): Promise<void> {
  // Of no other writer, nor a file of somebody's own.
  const unfinished = `${file}.${randomUUID().slice(0, 8)}.part`;
  try {
    const there = await kindOf(file);
    // A device or a pipe is nothing that could be put in place of another.
    if (there && !there.isFile()) return await writeFile(file, content);
    await writeFile(unfinished, content, { flag: 'wx', ...(there && { mode: there.mode }) });
    // What the process may not give by default is taken off a mode that a file is made with.
    if (there) await chmod(unfinished, there.mode);
    await (replaces ? rename : putWhereNothingIs)(unfinished, file);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? exists(file) : notWritten(file, error);
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** To rename would replace, so the name is taken first. Links would do it too, but sticks and cameras have none. */
async function putWhereNothingIs(unfinished: string, file: string): Promise<void> {
  await writeFile(file, '', { flag: 'wx' });
  await rename(unfinished, file);
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
  throw exists(file);
}

const exists = (file: string): CannotStart =>
  new CannotStart(
    `FILE_EXISTS：文件 ${file} 已存在，没有覆盖。请另写文件名；确要覆盖的，加上 --force。`,
    `FILE_EXISTS: The file ${file} is there already and was not written over. Name another, or say --force to write over it.`,
  );

const kindOf = (file: string) => stat(file).catch(() => null);
