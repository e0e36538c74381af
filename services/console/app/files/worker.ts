import * as z from 'zod';
import { TASKS } from './tasks.ts';
import { toldOf } from './told.ts';

/** What the page asks for, and what it gets. */
export interface Asked {
  readonly id: number;
  readonly name: keyof typeof TASKS;
  readonly given: readonly unknown[];
}

// Nothing here makes code of a text: the policy would not have it.
z.config({ jitless: true });

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const { id, name, given } = data;
  try {
    const task = TASKS[name] as (...given: readonly unknown[]) => unknown;
    postMessage({ id, made: await task(...given) });
  } catch (error) {
    const fault = toldOf(error);
    if (fault === null) reportError(error);
    else postMessage({ id, fault });
  }
});
