import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { BatchStore } from './batches.ts';
import { createBatchStore } from './batches.ts';
import { createBlobs } from './blobs.ts';
import type { CatalogStore } from './catalogs.ts';
import { createCatalogStore } from './catalogs.ts';
import { createChains } from './chain.ts';
import { connect } from './connection.ts';
import type { ContentStore } from './contents.ts';
import { createContentStore } from './contents.ts';
import type { DecisionStore } from './decisions.ts';
import { createDecisionStore } from './decisions.ts';
import { createFormat } from './format.ts';
import type { Inspection } from './inspection.ts';
import { createInspection } from './inspection.ts';
import type { LinkStore } from './links.ts';
import { createLinkStore } from './links.ts';
import type { RegisterStore } from './register.ts';
import { createRegisterStore } from './register.ts';
import type { Waiting } from './retry.ts';
import type { StagedEditStore } from './staged-edits.ts';
import { createStagedEditStore } from './staged-edits.ts';

/** Everything that is kept (DESIGN 4). */
export interface Store
  extends RegisterStore,
    CatalogStore,
    ContentStore,
    StagedEditStore,
    DecisionStore,
    BatchStore,
    LinkStore {
  /** Whether this software can read what is stored. @throws OtherFormat */
  checkFormat(): Promise<void>;
  /** Looks at what lies in the table itself, past every cache, for one verification. */
  inspect(): Inspection;
}

export interface StoreOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Milliseconds that only go forward; decides nothing but how old a cached head is. */
  readonly clock?: () => number;
  readonly cache?: CacheOptions;
  /** How long one command may take, retries included. */
  readonly deadlineMs?: number;
  /** That of the machine, but for tests. */
  readonly waiting?: Waiting;
}

export interface CacheOptions {
  /** Size of the blob cache, in bytes of uncompressed JSON. */
  readonly blobBytes?: number;
  /** How old a head read for an assessment may be, at most. */
  readonly headMs?: number;
}

/** The store over one DynamoDB table. */
export function createStore(options: StoreOptions): Store {
  const {
    client,
    tableName,
    clock = () => performance.now(),
    cache = {},
    deadlineMs = 8_000,
    waiting,
  } = options;
  const { blobBytes = 48 * 1024 * 1024, headMs = 1_000 } = cache;
  const connection = connect(client, tableName, deadlineMs, waiting);
  const blobs = createBlobs(connection, blobBytes);
  const format = createFormat(connection);
  const chains = createChains(connection, { clock, headMs });
  return {
    ...createRegisterStore(chains, blobs, format),
    ...createCatalogStore(chains, blobs),
    // An entry takes about a kilobyte, so both caches hold about as much.
    ...createContentStore(blobs, Math.ceil(blobBytes / 1024)),
    ...createStagedEditStore(blobs),
    ...createDecisionStore(connection, blobs),
    ...createBatchStore(connection, blobs),
    checkFormat: format.check,
    ...createLinkStore(chains, blobs),
    inspect: () => createInspection(connection),
  };
}
