import { Refused } from '../lists/request.ts';

/** Why a local command cannot do what it was asked to, in one line for the person at the terminal. */
export class CannotStart extends Error {
  constructor(zh: string, en: string) {
    super(`${en} ${zh}`);
    this.name = 'CannotStart';
  }
}

/** Whether the person at the terminal is told in a line what is wrong: anything else is a bug. */
export const isTold = (error: unknown): error is CannotStart | Refused =>
  error instanceof CannotStart || error instanceof Refused;

/** Runs a command; what the person can correct is one line, anything else is a bug and keeps its stack. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    endWith(error);
  }
}

/** Ends the process: with one line where the person can do something about it, otherwise with the stack of a bug. */
export function endWith(error: unknown): never {
  const told = isTold(error) ? error : diskFault(error);
  console.error(told?.message ?? error);
  process.exit(1);
}

/** A disk that is full or cannot be written, or a file on it that is damaged. */
function diskFault(error: unknown): CannotStart | null {
  const { code, message } = (error ?? {}) as { readonly code?: string; readonly message?: string };
  if (!/^(LEVEL_CORRUPTION|LEVEL_IO_ERROR|ENOSPC|EDQUOT|EROFS|EFBIG|EIO)$/.test(code ?? '')) return null;
  return new CannotStart(
    `数据无法读写（${message}）。请腾出磁盘空间，或从备份恢复数据文件夹，然后重新启动。已确认的内容均已写入。`,
    `The data cannot be read or written (${message}). Free some disk space, or restore the data folder from a copy, then start again; what was confirmed has been written.`,
  );
}
