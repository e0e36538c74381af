import '../../services/local/quiet-sdk.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildConsole } from '../../services/console/build.ts';
import { SAMPLE_ZONE } from '../../services/local/example-zone.ts';
import { start } from '../../services/local/start.ts';
import { browserHere, launchBrowser } from '../local/browser.ts';
import { repeated, shown, timed } from './measure.ts';

/** In the page: the milliseconds from a press until another question has been drawn. */
const FROM_PRESS_TO_QUESTION = `
  addEventListener('click', () => { globalThis.pressed = performance.now() }, { capture: true, once: true });
  globalThis.asked = new Promise((asked) => {
    const question = () => document.querySelector('#question')?.textContent;
    const before = question();
    new MutationObserver(() => {
      if (![undefined, before].includes(question())) requestAnimationFrame(() => asked(performance.now() - pressed));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  undefined`;

// What the console weighs and how long a person waits, beside the same questions asked of the API without it. Wanted: a
// first page of at most 120 KiB compressed, usable within a second, an answer within 100 ms. `npm run bench -- console`.

const built = await timed(buildConsole);
console.log(`built in ${shown(built.clock)} (processor ${shown(built.processor)})`);
const files = new Map(built.result.map(({ path, contents }) => [path, Buffer.from(contents)]));
const compressed = (paths: Iterable<string>): string => {
  let bytes = 0;
  for (const path of paths) bytes += gzipSync(files.get(path)!).length;
  return `${(bytes / 1024).toFixed(1)} KiB compressed`;
};
const script = [...files.keys()].find((path) => /main-\w+\.js$/.test(path))!;
const imported = [...String(files.get(script)).matchAll(/from\s*"\.\/([\w.-]+\.js)"/g)].map(
  ([, name]) => `assets/${name}`,
);
const first = new Set([
  '',
  script,
  ...imported,
  ...[...files.keys()].filter((path) => /css$|svg$/.test(path)),
]);
const reader = [...files.keys()].filter((path) => /files-\w+\.js$/.test(path));
const pages = [...files.keys()].filter((path) => !reader.includes(path));
console.log(
  `first page: ${compressed(first)}; all pages: ${compressed(pages)}; what reads files, for who chooses one: ${compressed(reader)}`,
);

if (browserHere('how long a person waits') !== null) {
  // The log of the requests is not what is measured.
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((text: string) =>
    text.startsWith('{"level":"INFO"') || write(text)) as typeof write;
  const folder = await mkdtemp(join(tmpdir(), 'park-admission-bench-'));
  const server = await start({ port: 0, dataFolder: folder, samples: true });
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(server.welcome)![0];
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const visible = (text: string) => page.getByText(text).first().waitFor();

  console.log(
    `opened until the zones can be chosen: ${await repeated(5, async () => {
      await page.goto('about:blank');
      await page.goto(url);
      await visible('云汾开发区化工园区');
    })}`,
  );
  const project = (industries: readonly string[]) => ({
    zone: SAMPLE_ZONE,
    industries,
    natures: ['NEW_BUILD'],
    facts: {
      chemicals: [],
      purposes: [],
      processes: [],
      nationalClass: 'PERMITTED',
      hazardousChemicalProject: false,
    },
  });
  const { zone, natures: _, ...known } = project(['6450']);
  /** An answer is pressed: until the question after it can be answered. */
  const waited: number[] = [];
  console.log(
    `a question opened and answered: ${await repeated(40, async (number) => {
      await page.goto('about:blank');
      await page.goto(
        `${url}/#/?zone=${zone}&facts=${encodeURIComponent(JSON.stringify(known))}&later=x${number}`,
      );
      await page.locator('#question').waitFor();
      await page.getByRole('checkbox', { name: '新建' }).check();
      await page.evaluate(FROM_PRESS_TO_QUESTION);
      await page.getByRole('button', { name: '确定' }).click();
      waited.push((await page.evaluate('globalThis.asked')) as number);
    })}`,
  );
  waited.sort((a, b) => a - b);
  const at = (share: number) => shown(waited[Math.floor(share * waited.length)]!);
  console.log(`  of that from the press on: p50 ${at(0.5)}, p95 ${at(0.95)}`);
  const query =
    'query ($p: ProjectInput!) { assess(project: $p) { assessment { outcome missingFacts { fact { key } } } } }';
  console.log(
    `the same without the console: ${await repeated(10, () =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { p: project(['6450']) } }),
      }).then((response) => response.text()),
    )}`,
  );
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
}
process.exit(0);
