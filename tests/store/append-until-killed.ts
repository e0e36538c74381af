/** Run as a process of its own: appends to the database in a folder and prints what was answered, until it is killed. */
import { startEmbeddedDynamoDb } from '../../services/local/embedded-dynamodb.ts';
import { createStore } from '../../services/store/create-store.ts';
import { sampleEntry } from './samples.ts';

const { client, tableName } = await startEmbeddedDynamoDb({ folder: process.argv[2]! });
const store = createStore({ client, tableName });
const title = { zh: '目录' };
let read = await store.readCatalog('sx', { consistent: true });
for (;;) {
  const seq = (read?.head.seq ?? 0) + 1;
  const written = await store.editContent(read?.state.draft?.content ?? null, {
    header: { title },
    entries: new Map([[`1.${seq}`, sampleEntry(`1.${seq}`)]]),
  });
  const head = await store.appendToCatalog(
    'sx',
    read?.head ?? null,
    {
      id: `r${seq}`,
      actor: '张三',
      time: '2026-11-23T08:00:00.000Z',
      action: 'EDIT_DRAFT',
      reason: '年度修订',
    },
    {},
    {
      key: 'sx',
      jurisdiction: 'region_140000',
      title,
      versions: [],
      draft: { status: 'EDITING', newestAtOpening: 0, editors: ['张三'], ...written },
    },
  );
  process.stdout.write(`${head.seq} ${head.hash}\n`);
  read = await store.readCatalog('sx');
}
