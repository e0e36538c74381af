import { mkdir } from 'node:fs/promises';
import { launchBrowser } from '../local/browser.ts';
import { VISITED_PAGES } from './visited-pages.ts';

// npm run screenshots [-- URL]: a picture of every page of the console at a running server (http://127.0.0.1:4000), as on an
// office screen, in the dark, at twice the size and on paper, into screenshots/.
const url = process.argv[2] ?? 'http://127.0.0.1:4000';
const LOOKS = {
  light: { viewport: { width: 1280, height: 720 } },
  dark: { viewport: { width: 1280, height: 720 }, colorScheme: 'dark' },
  twice: { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 },
  print: { viewport: { width: 720, height: 1018 } },
} as const;

await mkdir('screenshots', { recursive: true });
const browser = await launchBrowser();
for (const [look, options] of Object.entries(LOOKS)) {
  const page = await browser.newPage(options);
  for (const { name, hash, shows } of VISITED_PAGES) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto('about:blank');
    await page.goto(`${url}/${hash}`);
    await page.getByText(shows).first().waitFor();
    await page.waitForLoadState('networkidle');
    if (look === 'print') await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `screenshots/${name}.${look}.png`, fullPage: look !== 'light' });
  }
  await page.close();
}
await browser.close();
