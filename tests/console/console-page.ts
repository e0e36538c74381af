import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { expect, inject } from 'vitest';
import { launchBrowser } from '../local/browser.ts';
import { folderWithSamples, startLocalServer } from '../local/local-server.ts';
import { onFailure } from '../testkit/on-failure.ts';

/** The console in a real browser, at a local server of its own, and what a person does there. */
export interface ConsolePage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Of the server. */
  readonly url: string;
  /** What a page fetched elsewhere, what its policy refused, and what went wrong in it. */
  readonly trouble: string[];
  readonly open: (hash: string) => Promise<void>;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly sees: (text: string | RegExp) => Promise<void>;
  /** Signs in by the pages of the development issuer as one of its named persons. */
  readonly signIn: (name: string) => Promise<void>;
  /** Holds what is shown to WCAG 2.2 AA by axe, in light, in the dark and at twice the size; in `npm run screenshots` takes its pictures. */
  readonly look: (name: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

export async function openConsole(): Promise<ConsolePage> {
  const server = await startLocalServer('--data', await folderWithSamples());
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: OFFICE_SCREEN,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const trouble: string[] = [];
  context.setDefaultTimeout(PATIENCE_MS);
  await context.route(
    (url) => url.origin !== server.url,
    (route) => {
      trouble.push(`fetched ${route.request().url()}`);
      return route.abort();
    },
  );
  await context.addInitScript(TELL_OF_THE_POLICY);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(String(error)));
  const asked = new Set<Request>();
  page.on('request', (request) => asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  const told = onFailure(async () => {
    const text = await page.locator('body').innerText();
    return ['the page', page.url(), ...trouble, text].join('\n');
  });

  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  return {
    page,
    context,
    url: server.url,
    trouble,
    press,
    open: async (hash) => {
      // A step behind the `#` loads nothing. By way of another site Chromium may come back to an outdated session storage.
      (await page.goto(`${server.url}/${hash}`)) ?? (await page.reload());
    },
    sees: (text) => page.getByText(text).first().waitFor(),
    signIn: async (name) => {
      await press('登录');
      await page.getByRole('link', { name }).click();
      await page.getByRole('button', { name: '退出' }).waitFor();
    },
    look: async (name) => {
      // What an answer changes may ask for more.
      for (let still = 0; still < 3; still = asked.size === 0 ? still + 1 : 0) await page.evaluate(DRAWN);
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      await look(page, name);
    },
    end: async () => {
      told();
      await browser.close();
      await server.end('SIGTERM');
    },
  };
}

async function look(page: Page, name: string): Promise<void> {
  const picture = async (kind: string) => {
    if (!inject('screenshots')) return;
    mkdirSync('screenshots', { recursive: true });
    await page.screenshot({ path: `screenshots/${name}.${kind}.png`, fullPage: kind !== 'light' });
  };
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  for (const [colorScheme, rules] of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(`(${AXE_RUN})(${JSON.stringify(rules)})`)).toEqual([]);
    await picture(colorScheme);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  // Half of an office screen: nothing to scroll sideways.
  await page.setViewportSize({ width: 640, height: 360 });
  await expect.poll(() => page.evaluate(TOO_WIDE)).toEqual([]);
  await picture('twice');
  if (inject('screenshots')) {
    await page.setViewportSize({ width: 720, height: 1018 });
    await page.emulateMedia({ media: 'print' });
    await picture('print');
    await page.emulateMedia({ media: 'screen' });
  }
  await page.setViewportSize(OFFICE_SCREEN);
}

const OFFICE_SCREEN = { width: 1280, height: 720 };
/** A page that has to be waited for so long is broken; a busy machine is not. */
const PATIENCE_MS = 45_000;

/** Of a flow as a whole: it looks at many pages, each of them by axe, in the dark and at twice the size. */
export const UNHURRIED = { timeout: 300_000 };

const TELL_OF_THE_POLICY = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  console.error('refused by the policy: ' + violatedDirective + ' ' + blockedURI))`;

/** Half as long as the `source` that the package exports. */
const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** What the dark changes are colours. */
const SCHEMES = [
  ['light', {}],
  ['dark', { runOnly: ['color-contrast', 'link-in-text-block'] }],
] as const;

/** After the next two frames, and what was to be done after those. */
const DRAWN = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`;

const AXE_RUN = `(rules) => axe.run(document, { resultTypes: ['violations'], ...rules }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`;

const TOO_WIDE = `document.documentElement.scrollWidth <= 640 ? [] :
  [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > 640)
    .map((element) => element.outerHTML.slice(0, 120))`;
