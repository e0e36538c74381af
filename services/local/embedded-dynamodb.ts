import { mkdir, rename, rm, stat } from 'node:fs/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { createClient } from '../store/client.ts';
import { createTableInput } from '../store/create-table-input.ts';
import { createDynalite, within } from './dynalite.ts';
import type { OpenLevel } from './level.ts';
import { FolderInUse, openLevel } from './level.ts';

export { FolderInUse } from './level.ts';

export interface EmbeddedDynamoDb {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  stop(): Promise<void>;
}
interface EmbeddedOptions {
  /** Folder of the database, made if it is not there, with a lock beside it; in memory without one. */
  readonly folder?: string | null;
  readonly tableName?: string;
  /** The database itself failed, and answers nothing more: a full disk, a file that is damaged. */
  readonly onFault?: (fault: Error) => void;
}

/**
 * DynamoDB inside this process, with the table in place. It listens nowhere: only its client reaches it.
 *
 * A `kill -9` loses nothing that was answered: LevelDB hands every write to the operating system before dynalite
 * answers, replays its log when it opens, and its lock is the operating system's, released with the process, so
 * that a LOCK file left behind means nothing. What a kill can leave is an index row without its item, because
 * dynalite writes the row first; the store drops such rows.
 *
 * @throws FolderInUse where another process has the folder open
 */
export async function startEmbeddedDynamoDb(options: EmbeddedOptions = {}): Promise<EmbeddedDynamoDb> {
  const tableName = options.tableName ?? 'park-admission';
  const folder = options.folder ?? null;
  // Between the moments at which the database itself is open, another start could come in: this lock has no gaps.
  const lock = await claim(folder);
  let running: Omit<EmbeddedDynamoDb, 'tableName'> | undefined;
  const stop = once(async () => {
    await running?.stop();
    await lock?.close();
  });
  try {
    if (folder !== null && !(await exists(folder))) await prepareFolder(folder, tableName);
    running = await open(folder, options.onFault);
    await ensureTable(running.client, tableName);
    return { ...running, stop, tableName };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The lock of a folder, as long as one process has it open. @throws FolderInUse */
async function claim(folder: string | null): Promise<OpenLevel | null> {
  if (folder === null) return null;
  try {
    return await openLevel(`${folder}.lock`);
  } catch (error) {
    throw error instanceof FolderInUse ? new FolderInUse(folder, { cause: error }) : error;
  }
}

/** Creates the table if it is not there. */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<void> {
  let table = await describe(client, tableName);
  if (!table) await client.send(new CreateTableCommand(createTableInput(tableName)));
  while (table?.TableStatus !== 'ACTIVE') {
    await new Promise((resolve) => setTimeout(resolve, 5));
    table = await describe(client, tableName);
  }
  checkLayout(table, tableName);
}

/**
 * Makes the database beside its place and moves it there when its table is active: dynalite never finishes a
 * table whose creation a kill interrupted, so a half-made database must not be found at the next start.
 */
async function prepareFolder(folder: string, tableName: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const running = await open(unfinished);
  try {
    await ensureTable(running.client, tableName);
  } finally {
    await running.stop();
  }
  await rename(unfinished, folder);
}

async function open(
  folder: string | null,
  onFault?: (fault: Error) => void,
): Promise<Omit<EmbeddedDynamoDb, 'tableName'>> {
  // Dynalite opens the database late: find out before whether it can be.
  if (folder !== null) await (await openLevel(folder)).close();
  const dynalite = createDynalite({ folder, onFault });
  const client = createClient(within(dynalite));
  const stop = (): Promise<void> => {
    client.destroy();
    return dynalite.close();
  };
  return { client, stop };
}

/** Asked again, it waits for what was begun the first time. */
function once(stop: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= stop();
    return stopping;
  };
}

async function describe(client: DynamoDBClient, tableName: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: tableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** A table made by an earlier release may have other keys or indexes; it would answer, and answer wrongly. */
function checkLayout(table: TableDescription, tableName: string): void {
  const wanted = createTableInput(tableName);
  const layout = (from: Pick<TableDescription, 'KeySchema' | 'GlobalSecondaryIndexes'>) =>
    JSON.stringify([
      from.KeySchema?.map((key) => [key.KeyType, key.AttributeName]),
      from.GlobalSecondaryIndexes?.map((index) => [
        index.IndexName,
        index.Projection?.ProjectionType,
        index.KeySchema?.map((key) => [key.KeyType, key.AttributeName]),
      ]).sort(),
    ]);
  if (
    layout(table) !==
    layout({ KeySchema: wanted.KeySchema, GlobalSecondaryIndexes: wanted.GlobalSecondaryIndexes as never })
  )
    throw new Error(`the table ${tableName} was made with other keys or indexes than this release needs`);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
