import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where a Chromium is; where there is none, a line says what is left out. */
export function browserHere(what: string): string | null {
  const found = place();
  if (found === null)
    console.log(
      `No Chromium found (CHROMIUM_PATH, /usr/bin/chromium, PATH): the tests of ${what} are left out.`,
    );
  return found;
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: place()!, args: FLAGS });

function place(): string | null {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(':');
  // The first is the same browser without windows that nobody sees, for half the processor time.
  return (
    ['chromium-headless-shell', 'chromium', 'google-chrome']
      .flatMap((name) => ['/usr/bin', ...folders].map((folder) => `${folder}/${name}`))
      .find((place) => existsSync(place)) ?? null
  );
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
