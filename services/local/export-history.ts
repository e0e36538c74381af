import type { Ask, GraphqlAnswer } from './ask.ts';
import { createAsk } from './ask.ts';
import { CannotStart, run } from './cannot-start.ts';
import type { ExportHistoryOptions } from './export-history-options.ts';
import { readExportHistoryOptions } from './export-history-options.ts';

// npm run -s export-history -- [--url URL] [--token TOKEN] (--catalog <id> | --register | --decision <id>) > file
await run(async () => {
  const { url, token, what } = readExportHistoryOptions(process.argv.slice(2), process.env);
  const ask = createAsk(url);
  if ('decision' in what) return print(await decisionOf(ask, what.decision, token));
  for await (const line of linesOf(ask, what, token)) await print(line);
});

async function* linesOf(
  ask: Ask,
  what: Exclude<ExportHistoryOptions['what'], { readonly decision: string }>,
  token: string | undefined,
): AsyncGenerator<string> {
  const field = 'register' in what ? 'exportRegister' : 'exportHistory';
  for (let after: string | null = null; ; ) {
    const answer = await asked(
      ask({ query: QUERIES[field], variables: { ...what, after }, ...(token ? { token } : {}) }),
    );
    const page = answer.data[field] as {
      readonly lines: readonly string[];
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    } | null;
    if (!page) throw invisible('register' in what ? 'register' : what.catalog);
    yield* page.lines;
    if (!page.hasNextPage) return;
    after = page.endCursor;
  }
}

async function decisionOf(ask: Ask, id: string, token: string | undefined): Promise<string> {
  const variables = { id };
  const answer = await asked(ask({ query: QUERIES.decision, variables, ...(token ? { token } : {}) }));
  if (!answer.data.decision) throw invisible(id);
  return answer.data.decision.record;
}

const PAGE = 'lines hasNextPage endCursor';
const QUERIES = {
  exportHistory: `query ($catalog: ID!, $after: String) { exportHistory(catalog: $catalog, after: $after) { ${PAGE} } }`,
  exportRegister: `query ($after: String) { exportRegister(after: $after) { ${PAGE} } }`,
  decision: 'query ($id: ID!) { decision(id: $id) { record } }',
} as const;

async function asked(question: Promise<GraphqlAnswer>): Promise<GraphqlAnswer> {
  const answer = await question.catch((error: Error) => {
    throw new CannotStart('无法访问服务，请核对 --url。', `The service cannot be reached: ${error.message}.`);
  });
  if (answer.errors) {
    const [{ message, extensions }] = answer.errors;
    throw new CannotStart(extensions?.zh ?? '', message);
  }
  return answer;
}

const invisible = (what: string): CannotStart =>
  new CannotStart(
    `“${what}”不存在，或该凭证无权查看其历史。`,
    `There is no "${what}", or the token may not see its history.`,
  );

/** Waits while the reader of the output is slower than the service. */
function print(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
