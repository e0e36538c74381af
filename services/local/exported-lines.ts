import type { Ask, GraphqlAnswer } from './ask.ts';
import { CannotStart } from './cannot-start.ts';
import type { ExportHistoryOptions } from './export-history-options.ts';

/**
 * The lines of an exported history as the service gives them, page after page; of a decision, its record.
 *
 * @throws CannotStart where the service cannot be reached, refuses, or does not show the thing
 */
export async function* exportedLines(
  ask: Ask,
  what: ExportHistoryOptions['what'],
  token: string | undefined,
): AsyncGenerator<string> {
  if ('decision' in what || 'proof' in what) {
    yield await decisionOf(ask, what, token);
    return;
  }
  const field = 'register' in what ? 'exportRegister' : 'zone' in what ? 'exportDecisions' : 'exportHistory';
  for (let after: string | null = null; ; ) {
    const answer = await asked(
      ask({ query: QUERIES[field], variables: { ...what, after }, ...(token ? { token } : {}) }),
    );
    const page = answer.data[field] as {
      readonly lines: readonly string[];
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    } | null;
    if (!page) throw invisible('register' in what ? 'register' : 'zone' in what ? what.zone : what.catalog);
    yield* page.lines;
    if (!page.hasNextPage) return;
    after = page.endCursor;
  }
}

async function decisionOf(
  ask: Ask,
  what: { readonly decision: string } | { readonly proof: string },
  token: string | undefined,
): Promise<string> {
  const [id, field] = 'proof' in what ? [what.proof, 'proof' as const] : [what.decision, 'record' as const];
  const answer = await asked(ask({ query: QUERIES[field], variables: { id }, ...(token ? { token } : {}) }));
  const { decision } = answer.data;
  if (!decision) throw invisible(id);
  if (decision[field] === null) throw new CannotStart(decision.standing.text, decision.standing.en);
  return decision[field];
}

const PAGE = 'lines hasNextPage endCursor';
const QUERIES = {
  exportHistory: `query ($catalog: ID!, $after: String) { exportHistory(catalog: $catalog, after: $after) { ${PAGE} } }`,
  exportRegister: `query ($after: String) { exportRegister(after: $after) { ${PAGE} } }`,
  exportDecisions: `query ($zone: ID!, $after: String) { exportDecisions(zone: $zone, after: $after) { ${PAGE} } }`,
  record: 'query ($id: ID!) { decision(id: $id) { record } }',
  proof: 'query ($id: ID!) { decision(id: $id) { proof standing { text en: text(locale: EN) } } }',
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
