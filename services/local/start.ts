import { randomUUID } from 'node:crypto';
import { createAuthenticator } from '../auth/authenticator.ts';
import { type Callers, onlyFrom } from '../auth/callers.ts';
import type { RestHandler } from '../lambda/create-handler.ts';
import { createHandler } from '../lambda/create-handler.ts';
import { createDeps } from '../lambda/deps.ts';
import { pseudonymOf } from '../lambda/log-key.ts';
import { createRequestLog } from '../lambda/request-log.ts';
import type { Store } from '../store/create-store.ts';
import { OtherFormat, STORE_FORMAT } from '../store/format.ts';
import { askHandler, createAsk } from './ask.ts';
import { createAssessBeside } from './assess-beside.ts';
import { CannotStart, endWith } from './cannot-start.ts';
import { createConsole } from './console.ts';
import type { DataFolder } from './data-folder.ts';
import { openDataFolder } from './data-folder.ts';
import { DEVELOPMENT_IDENTITY, openDevelopmentIssuer } from './development-issuer.ts';
import { FolderInUse, startEmbeddedDynamoDb } from './embedded-dynamodb.ts';
import { exampleZone } from './example-zone.ts';
import { listen } from './http-server.ts';
import { createIde } from './ide/ide.ts';
import { createKeeper } from './keeper.ts';
import { createRoutes } from './routes.ts';
import { loadSamples } from './samples/load.ts';
import { loadSamplesOnce, samplesAreHalfLoaded } from './samples-once.ts';
import { openSealFolder } from './seal-folder.ts';
import type { StartOptions } from './start-options.ts';
import { welcome } from './welcome.ts';

interface RunningServer {
  /** What to tell the person at the terminal. */
  readonly welcome: string;
  /** Starts what long searches run in, so that nobody waits for that. */
  readonly beginSearches: () => void;
  /** Finishes the requests under way, then closes the store. */
  readonly stop: () => Promise<void>;
}

/** Starts the whole service on this machine: store, development issuer, API and browser page. */
export async function start(options: StartOptions): Promise<RunningServer> {
  const folder = await openDataFolder(options.dataFolder);
  const issuer = await openDevelopmentIssuer(folder.keys);

  // The port comes first: the authenticator fetches the issuer's keys from it, as it would from any issuer.
  let handlers: Readonly<Record<Callers, RestHandler>> | null = null;
  const ide = createIde(() => exampleZone(ask));
  const ofConsole = createConsole();
  const routes = createRoutes({
    issuer,
    pages: async (path) => (await ofConsole(path)) ?? ide(path),
    handler: (callers) => handlers?.[callers] ?? null,
  });
  const http = await listen(options.port, routes);
  const ask = createAsk(http.url);

  const database = await openDatabase(folder);
  const sealing = await openSealFolder(folder.seals, folder.sealKey);
  const keeper = createKeeper(createDeps(database), sealing, (line) => console.error(line));
  const beside = createAssessBeside();
  const deps = { ...keeper.deps, assessBeside: beside.assess };
  await checkFormat(deps.store, folder);
  const authenticate = createAuthenticator({
    ...DEVELOPMENT_IDENTITY,
    jwks: new URL('/.well-known/jwks.json', http.url),
  });
  const log = createRequestLog({ serviceName: 'park-admission', clock: deps.clock, metrics: false });
  // Nobody sent the hundreds of requests of a start: only those that fail are logged.
  let started = false;
  const request: typeof log.request = (answered) => {
    if (started) log.request(answered);
  };
  // Of this run alone: a log on a developer's terminal is compared with no other.
  const logKey = randomUUID();
  const handlerFor = (callers: Callers): RestHandler =>
    createHandler({
      deps,
      authenticate: onlyFrom(callers, authenticate),
      pseudonymOf: (subject) => pseudonymOf(subject, logKey),
      log: { ...log, request },
      mode: 'development',
    });
  const api = {
    anonymous: handlerFor('anonymous'),
    officer: handlerFor('officer'),
    portal: handlerFor('portal'),
  };
  if (options.samples) {
    await loadSamplesOnce({
      marker: folder.samples,
      registerIsEmpty: async () => (await deps.store.readRegister({ consistent: true })).head === null,
      load: async () => {
        console.log('正在载入示例数据，请稍候… Loading the sample data…');
        const begun = performance.now();
        await loadSamples(askHandler(api.portal), issuer.token);
        const seconds = ((performance.now() - begun) / 1000).toFixed(1);
        console.log(`示例数据已载入，用时 ${seconds} 秒。Loaded in ${seconds} s.`);
      },
    });
  } else if (await samplesAreHalfLoaded(folder.samples)) {
    throw new CannotStart(
      `${folder.path} 中的示例数据只载入了一半，请先不带 --no-samples 启动一次，或用 --data 另选文件夹。`,
      `The sample data in ${folder.path} are only half loaded; start once without --no-samples, or choose another folder with --data.`,
    );
  }
  // Only now on the port: half of a catalog would answer, and answer wrongly.
  handlers = api;
  const greeting = await welcome(http.url, folder.path, process.versions.node, ask);
  started = true;
  keeper.begin();

  return {
    welcome: greeting,
    beginSearches: beside.begin,
    stop: async () => {
      await http.stop();
      await beside.stop();
      await keeper.stop();
      await database.stop();
    },
  };
}

/** Before anything is read: what another format means is not for this version to guess. */
async function checkFormat(store: Store, folder: DataFolder): Promise<void> {
  try {
    await store.checkFormat();
  } catch (error) {
    if (!(error instanceof OtherFormat)) throw error;
    const { found } = error;
    throw new CannotStart(
      `文件夹 ${folder.path} 中的数据为${found === null ? '无版本号的旧格式' : `第 ${found} 版格式`}，本版软件只读写第 ${STORE_FORMAT} 版格式。请用写入该数据的软件版本启动，或用 --data 另选文件夹。`,
      `The data in ${folder.path} are of ${found === null ? 'a format without a version' : `format ${found}`}, and this version of the software reads and writes format ${STORE_FORMAT} alone; start the version that wrote them, or choose another folder with --data.`,
    );
  }
}

async function openDatabase(folder: DataFolder) {
  try {
    return await startEmbeddedDynamoDb({ folder: folder.database, onFault: endWith });
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    throw new CannotStart(
      `文件夹 ${folder.path} 正被另一个进程使用，请先停止它，或用 --data 另选文件夹。`,
      `The folder ${folder.path} is in use by another process; stop that one or choose another with --data.`,
    );
  }
}
