import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES } from '../lambda/request-text.ts';

/** The whole body; `null` where it is longer than the service takes, found out without keeping it. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_DRAINED_BYTES) return null;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length > MAX_BODY_BYTES ? null : Buffer.concat(chunks);
}

/** Many clients read no answer while they are still sending, so a body too long is read on, within reason. */
const MAX_DRAINED_BYTES = 16 * MAX_BODY_BYTES;
