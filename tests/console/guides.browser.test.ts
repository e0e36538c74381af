import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { browserHere } from '../local/browser.ts';
import { type ConsolePage, openConsole } from './console-page.ts';
import { guideParts, take } from './guide-steps.ts';

const GUIDES = ['portals', 'administrators', 'approval-offices'] as const;

// Both languages tell the same steps on the same pages, so at every push those in Chinese are enough.
const LANGUAGES = inject('long') ? (['zh', 'en'] as const) : (['zh'] as const);

// What a guide tells to do on the screen is done here in its order.
describe.runIf(browserHere('the guides') !== null).each(LANGUAGES)('the guides in %s', (language) => {
  let console: ConsolePage;

  beforeAll(async () => {
    console = await openConsole();
    await console.open('');
    if (language === 'en') await console.press('English');
  }, 180_000);

  afterAll(() => console?.end());

  it.each(GUIDES)('%s', { timeout: 300_000 }, async (guide) => {
    // Each is begun by somebody who has not signed in.
    await console.page.evaluate('sessionStorage.clear()');
    await console.open('');
    const parts = await guideParts(`${guide}.${language}.md`);
    expect(parts).not.toEqual([]);
    for (const { title, steps } of parts)
      for (const step of steps)
        await take(console.page, console.url, step, fileOf).catch((cause: unknown) => {
          throw new Error(`${guide}.${language}.md:${step.line} (${title}): ${JSON.stringify(step)}`, {
            cause,
          });
        });
    expect(console.trouble).toEqual([]);
  });
});

const fileOf = (name: string): string => new URL(`../../docs/guide/${name}`, import.meta.url).pathname;
