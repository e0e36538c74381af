import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '../../services/store/client.ts';
import { createStore } from '../../services/store/create-store.ts';
import { LAMBDA_ENVIRONMENT } from '../lambda/lambda-environment.ts';
import { gatewayEvent, JSON_CONTENT } from '../testkit/gateway-event.ts';
import { createTestIssuer } from '../testkit/identity.ts';
import { TYPESCRIPT } from '../testkit/typescript.ts';
import { coldStart } from './cost/cold-start.ts';
import { largeContent, storeLargeCatalog } from './large-catalog.ts';
import { timed } from './measure.ts';

// From nothing to the first assessment: the deployed bundle in fresh processes over 5 000 entries in a table of its own
// process, beside Node that does nothing. `NODE24=/path/to/node` runs them on the Node of Lambda.

const ENTRIES = Number(process.env.ENTRIES ?? 5_000);

const database = spawn(process.execPath, [...TYPESCRIPT, `${import.meta.dirname}/cost/database.ts`], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [line] = (await once(database.stdout, 'data')) as [Buffer];
const { endpoint, tableName } = JSON.parse(line.toString()) as Record<'endpoint' | 'tableName', string>;
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const client = createClient({ endpoint, region: 'local', credentials });
await storeLargeCatalog(createStore({ client, tableName, deadlineMs: 60_000 }), [largeContent(ENTRIES)]);
client.destroy();

const issuer = await createTestIssuer();
const answers = createServer(({ url }, response) =>
  response.end(JSON.stringify(url === '/keys' ? issuer.config.jwks : { SecretString: 'key' })),
);
await once(answers.listen(0, '127.0.0.1'), 'listening');
const outside = `http://127.0.0.1:${(answers.address() as AddressInfo).port}`;

const QUERY = `query ($project: ProjectInput!) { assess(project: $project) { assessment {
  outcome explanation findings { effect entry { code } } } userErrors { code } } }`;
const project = {
  zone: 'zone_140881',
  industries: ['2614'],
  natures: ['NEW_BUILD'],
  activities: ['PRODUCE'],
  facts: { totalInvestment: { number: 12_000, unit: '万元' }, processes: [] },
};
const environment = {
  ...LAMBDA_ENVIRONMENT,
  TABLE_NAME: tableName,
  DYNAMODB_ENDPOINT: endpoint,
  ISSUER: issuer.config.issuer,
  AUDIENCE: issuer.config.audience,
  JWKS_URL: `${outside}/keys`,
  LOG_KEY_SECRET: 'key',
  AWS_ENDPOINT_URL_SECRETS_MANAGER: outside,
};
const event = {
  ...gatewayEvent(),
  headers: JSON_CONTENT,
  body: JSON.stringify({ query: QUERY, variables: { project } }),
};
const cold = await coldStart(environment, event);
const alone = await Promise.all(
  [1, 2, 3, 4, 5].map(() =>
    timed(() => once(spawn(process.env.NODE24 ?? process.execPath, ['-e', '0']), 'close')),
  ),
);
console.log(
  `Node ${cold.node}, ${ENTRIES} entries; bundle ${(cold.packageBytes / 1e6).toFixed(2)} MB, ${(cold.compressedBytes / 1e6).toFixed(2)} MB compressed`,
);
console.log(
  `  initialised after ${cold.initMs.toFixed(0)} ms (processor ${cold.initProcessorMs.toFixed(0)}), first answer after ${cold.totalMs.toFixed(0)} ms (processor ${cold.totalProcessorMs.toFixed(0)}), ${cold.memoryMb.toFixed(0)} MB`,
);
console.log(
  `  beside it, Node that does nothing: ${alone.map(({ clock }) => clock.toFixed(0)).sort()[2]} ms`,
);
answers.close();
database.kill();
