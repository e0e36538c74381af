import { ApiError } from '../shell/ask.ts';
import { type Text, text } from '../shell/locale.ts';
import { scriptAddress } from '../shell/script-address.ts';
import type { Tasks } from './tasks.ts';

declare global {
  /** The address of the worker, put in by the build. */
  const FILES_WORKER: string;
}

type Made<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>;

/**
 * Reads and writes workbooks and texts in columns beside the page, which stays quick however long they are. What does it is
 * fetched when it is first asked for; nothing of a file leaves this machine.
 *
 * @throws ApiError for a file of which nothing can be read, in both languages
 */
export async function inFiles<Name extends keyof Tasks>(
  name: Name,
  ...given: Parameters<Tasks[Name]>
): Promise<Made<Name>> {
  worker ??= start();
  const id = ++asked;
  return await new Promise<Made<Name>>((made, failed) => {
    waiting.set(id, { made: made as (value: unknown) => void, failed });
    worker!.postMessage({ id, name, given });
  });
}

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<
  number,
  { readonly made: (value: unknown) => void; readonly failed: (error: ApiError) => void }
>();

function start(): Worker {
  const started = new Worker(scriptAddress(FILES_WORKER), { type: 'module' });
  started.onmessage = ({ data: { id, made, fault } }: MessageEvent<Answered>) => {
    const { made: give, failed } = waiting.get(id)!;
    waiting.delete(id);
    if (fault) failed(new ApiError('FILE', fault));
    else give(made);
  };
  // What it had to do is lost with it: whoever waits is told, and the next one starts another.
  started.onerror = () => {
    started.terminate();
    worker = null;
    for (const { failed } of waiting.values()) failed(new ApiError('FILE', BROKEN));
    waiting.clear();
  };
  return started;
}

interface Answered {
  readonly id: number;
  readonly made?: unknown;
  readonly fault?: Text;
}

const BROKEN = text(
  '读取文件的程序出错，请重试；仍不成功的，请另存为 .xlsx 后再选。',
  'What reads the file failed. Try again, or save it anew as .xlsx.',
);
