import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { write } from '../../services/local/local-file.ts';
import { temporaryFolder } from './local-server.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'list.xlsx');
});

describe('a file that is written', () => {
  it('touches no other, whatever that is called', async () => {
    await writeFile(`${file}.part`, 'mine');
    await write(file, 'results', false);
    expect(await readFile(`${file}.part`, 'utf8')).toBe('mine');
    expect((await readdir(folder)).sort()).toEqual(['list.xlsx', 'list.xlsx.part']);
  });

  it('is not put in place of one that is there, unless it is to be', async () => {
    await writeFile(file, 'mine');
    await expect(write(file, 'results', false)).rejects.toThrow(/^FILE_EXISTS/);
    expect([await readFile(file, 'utf8'), await readdir(folder)]).toEqual(['mine', ['list.xlsx']]);
    await write(file, 'results', true);
    expect([await readFile(file, 'utf8'), await readdir(folder)]).toEqual(['results', ['list.xlsx']]);
  });

  it('of two writers at once has all that one of them wrote, and the other is told', async () => {
    const texts = ['a'.repeat(200_000), 'b'.repeat(200_000)];
    const wrote = await Promise.allSettled(texts.map((text) => write(file, Readable.from([text]), false)));
    expect(wrote.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const done = wrote.findIndex(({ status }) => status === 'fulfilled');
    expect((await readFile(file, 'utf8')) === texts[done]).toBe(true);
  });

  it.each([0o600, 0o664])('is open to whom the one before was: %o', async (mode) => {
    await writeFile(file, 'before');
    await chmod(file, mode);
    await write(file, 'results', true);
    expect((await stat(file)).mode & 0o777).toBe(mode);
  });

  it('leaves what was there where it cannot be made whole', async () => {
    await writeFile(file, 'before');
    const broken = Readable.from(
      (function* () {
        yield 'half';
        throw new Error('broken off');
      })(),
    );
    await expect(write(file, broken, true)).rejects.toThrow(/Cannot write the file .*broken off/);
    expect([await readFile(file, 'utf8'), await readdir(folder)]).toEqual(['before', ['list.xlsx']]);
    await mkdir(join(folder, 'there'));
    await expect(write(join(folder, 'there'), 'results', true)).rejects.toThrow(/Cannot write the file/);
  });
});
