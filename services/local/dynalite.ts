import { createRequire } from 'node:module';
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

export interface Dynalite {
  /** Answers one operation of DynamoDB's JSON protocol; `input` is the body as it was sent. */
  answer(operation: string, input: string): Promise<DynamoDbAnswer>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}
interface DynamoDbAnswer {
  readonly statusCode: number;
  readonly body: string;
}
interface DynaliteOptions {
  /** Folder of the database; in memory without one. */
  readonly folder?: string | null;
  /** The database itself failed: what was asked has no answer, and nothing more will have one. */
  readonly onFault?: (fault: Error) => void;
}

/**
 * DynamoDB as dynalite has it, without dynalite's HTTP server: that checks no signature and lets every web page in
 * (CORS `*`), so whoever runs on this machine, or is shown in its browser, could write into the table.
 */
export function createDynalite({ folder = null, onFault = () => {} }: DynaliteOptions = {}): Dynalite {
  const database = create({ createTableMs: 0, ...(folder === null ? {} : { path: folder }) });
  return {
    async answer(operation, input) {
      try {
        return { statusCode: 200, body: JSON.stringify(await perform(database, operation, input)) };
      } catch (error) {
        const { statusCode, body } = error as { statusCode?: number; body?: unknown };
        if (statusCode !== undefined) return { statusCode, body: JSON.stringify(body) };
        onFault(error as Error);
        throw error;
      }
    },
    close: () => database.lifecycleManager.gracefulClose(),
  };
}

/** How a client reaches it: nothing goes over a network, so there is nothing to sign. */
export function within({ answer }: Dynalite): DynamoDBClientConfig {
  const handle = async ({ headers, body }: SignedRequest, { abortSignal }: HandlerOptions = {}) => {
    const { statusCode, body: text } = await unlessAborted(
      abortSignal,
      answer(
        headers['x-amz-target']?.split('.')[1] ?? '',
        Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString(),
      ),
    );
    return {
      response: {
        statusCode,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: Buffer.from(text),
      },
    };
  };
  return {
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    signer: { sign: async (request) => request },
    requestHandler: { metadata: { handlerProtocol: 'http/1.1' }, handle } as never,
  };
}

/** As the SDK has it ready for the wire. */
interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
interface HandlerOptions {
  readonly abortSignal?: AbortSignal;
}

function unlessAborted<T>(signal: AbortSignal | undefined, answer: Promise<T>): Promise<T> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(Object.assign(new Error('Request aborted'), { name: 'AbortError' }));
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

async function perform(database: Database, operation: string, input: string): Promise<unknown> {
  const { action, types, custom } = partsOf(operation);
  const checked = checkTypes(JSON.parse(input), types);
  checkValidations(checked, types, custom, database);
  return new Promise((resolve, reject) =>
    action(database, checked, (error, output) => (error ? reject(error) : resolve(output))),
  );
}

// What dynalite's own HTTP server is made of; it comes without types.

interface Database {
  readonly lifecycleManager: { gracefulClose(): Promise<void> };
}
interface OperationParts {
  readonly types: unknown;
  readonly custom: unknown;
  readonly action: (
    database: Database,
    input: unknown,
    done: (error: unknown, output: unknown) => void,
  ) => void;
}

const require = createRequire(import.meta.url);
const { create } = require('dynalite/db') as {
  create(options: { readonly path?: string; readonly createTableMs?: number }): Database;
};
/** Both throw the answer to an input that is wrong. */
const { checkTypes, checkValidations } = require('dynalite/validations') as {
  checkTypes(input: unknown, types: unknown): unknown;
  checkValidations(input: unknown, types: unknown, custom: unknown, database: Database): void;
};
function partsOf(operation: string): OperationParts {
  const file = `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;
  return { ...require(`dynalite/validations/${file}`), action: require(`dynalite/actions/${file}`) };
}
