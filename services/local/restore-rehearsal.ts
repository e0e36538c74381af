import {
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  RestoreTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';
import type { Verification } from '../store/chain.ts';
import { createStore, type Store } from '../store/create-store.ts';

interface Rehearsal {
  readonly client: DynamoDBClient;
  /** The one that serves. */
  readonly table: string;
  /** One that was restored already, from the vault, say; it is kept. Without it one is restored, and deleted again. */
  readonly restored?: string | undefined;
  readonly now: Date;
  /** Waits between two looks at a table that is being restored. */
  readonly pause: () => Promise<void>;
  readonly say: (line: string) => void;
}

/**
 * Restores a table beside the one that serves, verifies every history in it, and takes it away again.
 *
 * A restored history is whole where it follows from its first revision, and where its end is a revision of the serving
 * table too: what was restored then is the same history, at most a shorter one.
 *
 * @returns whether what was restored is whole
 */
export async function rehearseRestore(rehearsal: Rehearsal): Promise<boolean> {
  const { client, table, now, restored = `${table}-rehearsal-${now.getTime()}`, say } = rehearsal;
  const ours = rehearsal.restored === undefined;
  if (ours) await restore(rehearsal, restored);
  try {
    const [then, serving] = [restored, table].map((tableName) => createStore({ client, tableName })) as [
      Store,
      Store,
    ];
    const { register } = await then.readRegister({ consistent: true });
    const histories: readonly (readonly [string, Verify, Verify])[] = [
      ['register', then.verifyRegister, serving.verifyRegister],
      ...[...register.catalogs.keys()].map(
        (key) =>
          [
            `catalog_${key}`,
            (known?: Known) => then.verifyCatalog(key, known),
            (known?: Known) => serving.verifyCatalog(key, known),
          ] as const,
      ),
    ];
    let whole = 0;
    for (const [name, verifyThen, verifyServing] of histories) {
      const found = await verifyThen();
      const isWhole = found.whole && (found.head === null || (await verifyServing([found.head])).whole);
      if (isWhole) whole++;
      else say(`不完整 not whole: ${name} ${JSON.stringify(found)}`);
    }
    say(`${restored}: ${whole} / ${histories.length} 条历史完整 histories are whole`);
    return whole === histories.length && register.jurisdictions.size > 0;
  } finally {
    if (ours) await client.send(new DeleteTableCommand({ TableName: restored }));
  }
}

async function restore({ client, table, pause, say }: Rehearsal, restored: string): Promise<void> {
  say(`正在恢复 restoring ${table} → ${restored}`);
  await client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: table,
      TargetTableName: restored,
      UseLatestRestorableTime: true,
    }),
  );
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: restored }));
    if (Table?.TableStatus === 'ACTIVE') return say('已恢复 restored');
    await pause();
  }
}

type Known = Parameters<Store['verifyRegister']>[0];
type Verify = (known?: Known) => Promise<Verification>;
