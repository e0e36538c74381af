import * as z from 'zod';
import { Refusals } from '../../../domain/messages/refusal.ts';
import { isAboutFile, TASKS, textOf } from './tasks.ts';

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
    const faults = error instanceof Refusals ? error.refusals : [error];
    if (!faults.every(isAboutFile)) throw error;
    const texts = faults.map(textOf);
    postMessage({
      id,
      fault: {
        zh: texts.map(({ zh }) => zh).join(''),
        en: texts.map(({ en }) => en).join(' '),
      },
    });
  }
});
