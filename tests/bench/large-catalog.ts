import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { classification } from '../../services/data/classification.ts';
import { reference } from '../../services/data/reference.ts';
import type { Actor } from '../../services/domain/access/access.ts';
import type { CatalogContent, CatalogState } from '../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import type { VersionRecord } from '../../services/domain/catalog/version.ts';
import { readShape } from '../../services/domain/messages/read-input.ts';
import { regionRecord, zoneRecord } from '../../services/domain/register/registration-shape.ts';
import { createHandler } from '../../services/lambda/create-handler.ts';
import { startEmbeddedDynamoDb } from '../../services/local/embedded-dynamodb.ts';
import type { Deps } from '../../services/operations/deps.ts';
import type { Store } from '../../services/store/create-store.ts';
import { createStore } from '../../services/store/create-store.ts';
import { sampleEntry } from '../store/samples.ts';
import { gatewayEvent, JSON_CONTENT } from '../testkit/gateway-event.ts';
import { keptLog } from '../testkit/kept-log.ts';

/** An entry of a large catalog: a kilobyte, about an industry of its own, every third a prohibition. */
export function largeEntry(number: number): Entry {
  const { classes } = classification;
  const { requirements, ...entry } = sampleEntry(`${1 + Math.floor(number / 100)}.${1 + (number % 100)}`);
  const prohibited = number % 3 === 0;
  return {
    ...entry,
    measure: prohibited ? 'PROHIBITED' : 'RESTRICTED',
    requirements: prohibited ? [] : requirements,
    industries: { include: [classes[(number * 7) % classes.length]!], except: [] },
    natures: number % 2 === 0 ? ['NEW_BUILD'] : ['NEW_BUILD', 'EXPANSION'],
  };
}

export const largeContent = (count: number): CatalogContent => ({
  title: { zh: '大型目录' },
  facts: [],
  lists: [],
  products: [],
  entries: Array.from({ length: count }, (_, number) => largeEntry(number)),
});

/** An amended entry: another wording, limit and basis. */
export const amended = (entry: Entry): Entry => ({
  ...entry,
  text: { ...entry.text, zh: `${entry.text.zh}（修订）` },
  when: { number: { fact: 'totalInvestment', unit: '万元', lessThan: '8000' } },
  basis: [...entry.basis, { document: '修订通知', article: '第二条' }],
});

/** The service over an embedded table with one park, and a catalog `large` of it that has these versions in force. */
export async function startLargeCatalog(contents: readonly CatalogContent[]) {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const server = await startEmbeddedDynamoDb();
  const { client, tableName } = server;
  const open = (): Store => createStore({ client, tableName });
  const deps: Deps = {
    store: open(),
    reference,
    clock: () => new Date('2026-11-23T02:00:00.000Z'),
    newId: randomUUID,
  };
  await storeLargeCatalog(deps.store, contents);
  return {
    server,
    deps,
    /** A process that has read nothing yet. */
    freshProcess: (changed: Partial<Deps> = {}) => asker({ ...deps, store: open(), ...changed }),
    stop: server.stop,
  };
}

/** Registers the park and gives its catalog these versions. */
export async function storeLargeCatalog(store: Store, contents: readonly CatalogContent[]): Promise<void> {
  await register(store);
  await publish(store, contents);
}

export const EDITOR: Actor = {
  subject: 'wang',
  roles: [{ role: 'editor', jurisdiction: 'region_100000' }],
};

type Ask = (query: string, variables?: object) => Promise<unknown>;

/** Asks the real Lambda handler. @throws Error with what it answered, where that is no data */
function asker(deps: Deps): Ask {
  const handle = createHandler({ deps, authenticate: async () => EDITOR, log: keptLog().log });
  return async (query, variables = {}) => {
    const body = JSON.stringify({ query, variables });
    const event: APIGatewayProxyEvent = { ...gatewayEvent(), headers: JSON_CONTENT, body };
    const answer = await handle(event);
    const { data, errors } = JSON.parse(answer.body);
    if (errors || !data) throw new Error(answer.body);
    return data;
  };
}

async function register(store: Store): Promise<void> {
  const since = { effectiveFrom: '2020-01-01' };
  const country = { code: '100000', level: 'COUNTRY', name: { zh: '中国' }, ...since };
  const park = {
    code: '140881',
    kind: 'CHEMICAL_PARK',
    zoneLevel: 'PROVINCIAL',
    name: { zh: '永济化工园区' },
    parent: 'region_100000',
    ...since,
  };
  await store.appendToRegister(null, step('REGISTER'), {
    jurisdictions: [readShape(regionRecord, country, []), readShape(zoneRecord, park, [])],
    catalogs: [{ key: 'large', jurisdiction: 'zone_140881', title: { zh: '大型目录' } }],
  });
}

async function publish(store: Store, contents: readonly CatalogContent[]): Promise<void> {
  const versions: VersionRecord[] = [];
  for (const content of contents) {
    const number = versions.length + 1;
    versions.push({
      number,
      effectiveFrom: `2026-0${number}-01`,
      publishedAt: '2026-01-01T00:00:00.000Z',
      publishedBy: 'zhao',
      basedOn: null,
      authors: [],
      ...(await store.writeContent(content)),
    });
  }
  const { content, contentHash, entryCount } = versions.at(-1)!;
  const state: CatalogState = {
    key: 'large',
    jurisdiction: 'zone_140881',
    title: { zh: '大型目录' },
    versions,
    draft: {
      status: 'EDITING',
      basedOn: versions.length,
      newestAtOpening: versions.length,
      editors: ['wang'],
      content,
      contentHash,
      entryCount,
    },
  };
  await store.appendToCatalog(
    'large',
    null,
    step('OPEN_DRAFT'),
    { kind: 'DRAFT_OPENED', basedOn: null },
    state,
  );
}

const step = (action: string) => ({
  id: randomUUID(),
  actor: 'admin',
  time: '2026-01-01T00:00:00.000Z',
  action,
  reason: '测量',
});
