import { execFileSync } from 'node:child_process';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_ZONE } from '../../services/local/example-zone.ts';
import { examplesFor } from '../../services/local/ide/examples.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { browserHere, launchBrowser } from './browser.ts';
import type { LocalServer } from './local-server.ts';
import { folderWithSamples, startLocalServer } from './local-server.ts';

const hasBrowser = browserHere('the browser page') !== null;

const examples = examplesFor(SAMPLE_ZONE);
const headings = [...new Set(examples.map(({ group }) => group.zh))];
/** Every example of every day, and the first under each other heading; the rest run without a browser. */
const shown = examples
  .map((example, index) => [example.name.en ?? '', index] as const)
  .filter(([, index]) => {
    const heading = examples[index]!.group.zh;
    return heading === headings[0] || heading !== examples[index - 1]?.group.zh;
  });

describe.runIf(hasBrowser)('the page in the browser, without any network but this machine', () => {
  let data: string;
  let server: LocalServer;
  let browser: Browser;
  let page: Page;
  /** What the page tried to fetch elsewhere, and what went wrong in it. */
  const trouble: string[] = [];

  beforeAll(async () => {
    data = await folderWithSamples();
    server = await startLocalServer('--data', data);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.route(
      (url) => url.origin !== server.url,
      (route) => {
        trouble.push(`fetched ${route.request().url()}`);
        return route.abort();
      },
    );
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(String(error)));
    await page.goto(`${server.url}/ide`);
    await page.waitForSelector('.examples button');
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
  });

  it('comes with the first example ready to run', async () => {
    await expect.poll(() => editor('.graphiql-query-editor')).toBe(examples[0]!.query);
    const { assess } = await runs();
    expect(assess).toMatchObject({ userErrors: [], assessment: { outcome: expect.any(String) } });
    expect(assess.assessment.findings.length).toBeGreaterThan(0);
  });

  it.each(shown)('runs the example "%s"', async (name, index) => {
    await choose(index);
    if (examples[index]!.headers) await putHeaders({ Authorization: `Bearer ${token(index)}` });
    const answer = Object.values(await runs())[0];
    expect(answer).toEqual(expected(examples[index]!.group.en ?? '', name));
  });

  it('finds what the API offers while one writes', async () => {
    await page.click('button[aria-label="Show Documentation Explorer"]');
    await page.waitForSelector('.graphiql-doc-explorer-content >> text=Query');
  });

  it('opens an example in a tab of its own where something else was written', async () => {
    await page.click('button[aria-label="Show 示例 Examples"]');
    await setEditor('.graphiql-query-editor', '{ viewer { subject } } # mine');
    await choose(4);
    expect(await page.locator('.graphiql-tab').count()).toBe(2);
    expect((await runs()).industries.length).toBeGreaterThan(0);
  });

  it('had nothing to complain about and fetched nothing elsewhere', () => {
    expect(trouble).toEqual([]);
  });

  async function choose(index: number): Promise<void> {
    const { group } = examples[index]!;
    const heading = page.locator('.examples details').nth(headings.indexOf(group.zh));
    if ((await heading.getAttribute('open')) === null) await heading.locator('summary').click();
    await page.locator('.examples button').nth(index).click();
    await expect.poll(() => editor('.graphiql-query-editor')).toBe(examples[index]!.query);
  }

  /** Presses the button and gives the data of the answer, which must have no errors. */
  async function runs() {
    // Beside what we ask, the page asks for the schema.
    const answered = page.waitForResponse(
      (response) => response.url().endsWith('/graphql') && !isIntrospection(response.request()),
    );
    await page.click('button.graphiql-execute-button');
    const { errors, data } = await (await answered).json();
    expect(errors).toBeUndefined();
    await expect.poll(async () => JSON.parse(await editor('.graphiql-response'))).toEqual({ data });
    return data;
  }

  const editor = (section: string): Promise<string> =>
    page.evaluate(`document.querySelector('${section} .CodeMirror').CodeMirror.getValue()`);

  const setEditor = (section: string, text: string): Promise<void> =>
    page.evaluate(
      `document.querySelector('${section} .CodeMirror').CodeMirror.setValue(${JSON.stringify(text)})`,
    );

  async function putHeaders(headers: Record<string, string>): Promise<void> {
    await page.click('.graphiql-editor-tools >> text=Headers');
    await setEditor('.graphiql-editor-tool .graphiql-editor:not(.hidden)', JSON.stringify(headers));
  }

  /** A token for the role that the example itself names. */
  const token = (index: number): string => {
    const role = /officer:\w+(-\w+)*/.exec(examples[index]!.query)![0];
    const args = [...TYPESCRIPT, 'services/local/token.ts', '--data', data];
    return execFileSync(process.execPath, [...args, '--as', 'lixia', role], {
      encoding: 'utf8',
    }).trim();
  };
});

const isIntrospection = (request: Request): boolean => /IntrospectionQuery/.test(request.postData() ?? '');

/** What each example is there to show. */
function expected(heading: string, name: string): unknown {
  if (heading === 'Sample projects: faults of the input')
    return { assessment: null, userErrors: [expect.anything()] };
  const outcome = OUTCOME_UNDER.get(heading);
  if (outcome) return { userErrors: [], assessment: expect.objectContaining({ outcome }) };
  return expectedOf(name);
}

const OUTCOME_UNDER: ReadonlyMap<string, string> = new Map([
  ['Sample projects: admitted', 'ADMITTED'],
  ['Sample projects: admitted on conditions', 'CONDITIONAL'],
  ['Sample projects: for the authority to decide', 'REVIEW'],
  ['Sample projects: refused', 'REFUSED'],
  ['Sample projects: information is missing', 'NEEDS_INFORMATION'],
]);

function expectedOf(name: string): unknown {
  const assessed = expect.objectContaining({
    outcome: expect.any(String),
    explanation: expect.stringMatching(/./),
  });
  const several = expect.arrayContaining([expect.anything()]);
  switch (name) {
    case 'Assess one project':
      return {
        userErrors: [],
        assessment: expect.objectContaining({
          outcome: 'REVIEW',
          possibleOutcomes: ['REVIEW'],
          findings: several,
        }),
      };
    case 'Zone and industry only':
      return {
        userErrors: [],
        assessment: expect.objectContaining({
          outcome: 'NEEDS_INFORMATION',
          minimalQuestions: several,
          missingFacts: several,
        }),
      };
    case 'Assess many projects':
      return [
        expect.objectContaining({ ref: '1', userErrors: [], assessment: assessed }),
        expect.objectContaining({ ref: '2', userErrors: [], assessment: assessed }),
        expect.objectContaining({
          ref: '3',
          userErrors: [expect.objectContaining({ code: 'UNKNOWN_INDUSTRY' })],
          assessment: null,
        }),
      ];
    case 'Entries in force in a zone':
      return expect.objectContaining({
        versionsInForce: several,
        entries: expect.objectContaining({ edges: several }),
      });
    case 'Search the industry codes':
    case 'Facts that can be stated':
      return several;
    case 'Decide admission':
      return {
        userErrors: [],
        decision: expect.objectContaining({
          decidedBy: 'lixia',
          receipt: expect.any(String),
          assessment: assessed,
        }),
      };
    case 'After the threshold is raised':
      return { userErrors: [], assessment: expect.objectContaining({ outcome: 'REFUSED' }) };
    default:
      throw new Error(`nothing is expected of the example "${name}"`);
  }
}
