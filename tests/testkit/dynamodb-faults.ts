import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** One request as it goes over the wire: attribute values in DynamoDB's own form. */
export interface Request {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: every command has another input, and faults look into many.
  readonly input: any;
  /** The 1-based count of this command on this client. */
  readonly count: number;
}
// biome-ignore lint/suspicious/noExplicitAny: as above, for outputs.
type Send = () => Promise<any>;

/** Puts something between a client and the server: let a request through with `send`, change its output, or fail. */
export function intercept(
  client: DynamoDBClient,
  fault: (request: Request, send: Send) => ReturnType<Send>,
): void {
  const counts = new Map<string, number>();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const name = String(context.commandName);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      let metadata: unknown;
      const output = await fault({ name, input: args.input, count }, async () => {
        const result = await next(args);
        metadata = result;
        return result.output;
      });
      return { ...(metadata as object), output } as never;
    },
    { step: 'build', name: 'fault', priority: 'low' },
  );
}

/** An error as the service sends it. */
export const serviceError = (name: string, httpStatusCode = 400): Error =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });

/** What Node reports when the connection breaks before the answer is in. */
export const connectionReset = (): Error =>
  Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** Bytes of an item as DynamoDB counts them. */
export function itemBytes(item: Readonly<Record<string, Readonly<Record<string, unknown>>>>): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );
}

function valueBytes(value: Readonly<Record<string, unknown>>): number {
  if (typeof value.S === 'string') return Buffer.byteLength(value.S);
  if (value.B instanceof Uint8Array) return value.B.length;
  if (typeof value.N === 'string') return value.N.length;
  if (Array.isArray(value.L)) return 3 + value.L.reduce((sum: number, part) => sum + 1 + valueBytes(part), 0);
  return 1;
}

/** The process of a client is gone: nothing that it asks goes out any more. */
export class Killed extends Error {}

/**
 * Kills the process of a client once so many of its writes have landed, before the answer to the last of them is in;
 * with 0 before the first goes out.
 */
export function killAfterWrites(client: DynamoDBClient, writes: number): void {
  let begun = 0;
  let dead = false;
  const alive = (): void => {
    if (dead) throw new Killed('SIGKILL');
  };
  intercept(client, async ({ name }, send) => {
    const isWrite = /^(Put|Update|Delete|BatchWrite|TransactWrite)/.test(name);
    if (isWrite) {
      dead ||= begun === writes;
      alive();
      begun += 1;
    }
    alive();
    const isLast = isWrite && begun === writes;
    try {
      return await send();
    } finally {
      dead ||= isLast;
      alive();
    }
  });
}
