import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterFile } from '../testkit/after-file.ts';
import { FUNCTION_NAME, LAMBDA_ENVIRONMENT } from './lambda-environment.ts';

/** A function that runs as Lambda runs it: a process of its own, asked over the Runtime API, one event at a time. */
export interface RunningFunction {
  /** @throws Error where the function failed, ended, or was not done when its time was up */
  // biome-ignore lint/suspicious/noExplicitAny: events and answers are those of whoever tests
  readonly invoke: (event: object, options?: InvokeOptions) => Promise<any>;
  /** Why it could not be loaded, as it told the Runtime API; waits until one or the other is known. */
  readonly initError: () => Promise<FunctionError | null>;
  /** All it has printed. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly end: () => Promise<void>;
}
export interface InvokeOptions {
  /** Milliseconds after which Lambda would end it: those of the function as it is deployed. */
  readonly timeout?: number;
  /** Milliseconds beyond its time that it is left alive after all; none, as in Lambda, where not given. */
  readonly grace?: number;
  /** What the machine's clock says while the event is handled. */
  readonly clock?: Date | undefined;
}
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
}
export interface FunctionPackage {
  /** The folder that Lambda would unpack. */
  readonly package: string;
  /** `<file>.<export>` */
  readonly handler: string;
}

/** Starts a function with the environment that Lambda gives it, these variables, and nothing of this process. */
export async function startFunction(
  { package: taskRoot, handler }: FunctionPackage,
  variables: Readonly<Record<string, string>>,
): Promise<RunningFunction> {
  const waiting: Invocation[] = [];
  const underWay = new Map<string, Invocation>();
  /** The function has asked for the next event and sleeps until there is one. */
  let asleep: ServerResponse | undefined;
  const init = settledLater<FunctionError | null>();
  let [stdout, stderr] = ['', ''];

  const host = createServer(async (request, response) => {
    const [, , , kind, id, what] = (request.url ?? '').split('/');
    if (kind === 'invocation' && id === 'next') {
      init.resolve(null);
      asleep = response;
      // Lambda freezes whatever is not answering: what it left running goes on with the next event, or never.
      if (waiting.length === 0) child.kill('SIGSTOP');
      return handOver();
    }
    const body = await bodyOf(request);
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
    if (kind === 'init') return init.resolve(body as FunctionError);
    const invocation = underWay.get(id ?? '');
    underWay.delete(id ?? '');
    clearTimeout(invocation?.timer);
    // What it printed before it answered has come in by then too.
    await new Promise(setImmediate);
    if (what === 'response') return invocation?.resolve(body);
    invocation?.reject(new Error(`the function failed: ${JSON.stringify(body)}`));
  });
  await once(host.listen(0, '127.0.0.1'), 'listening');

  function handOver(): void {
    const invocation = asleep && waiting.shift();
    if (!asleep || !invocation) return;
    const { id, event, timeout, grace, clock } = invocation;
    underWay.set(id, invocation);
    invocation.timer = setTimeout(() => child.kill('SIGKILL'), timeout + grace);
    child.kill('SIGCONT');
    asleep.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': id,
      'lambda-runtime-deadline-ms': String(Date.now() + timeout),
      'lambda-runtime-invoked-function-arn': `arn:aws:lambda:local:000000000000:function:${FUNCTION_NAME}`,
      'lambda-runtime-trace-id': 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0',
      ...(clock === undefined ? {} : { 'test-clock': clock.toISOString() }),
    });
    asleep.end(JSON.stringify(event));
    asleep = undefined;
  }

  // Garbage is what a start makes most of: with more room for it, a fifth less work.
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=16', join(import.meta.dirname, 'bootstrap.mjs')],
    {
      cwd: taskRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...LAMBDA_ENVIRONMENT,
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(host.address() as AddressInfo).port}`,
        LAMBDA_TASK_ROOT: taskRoot,
        _HANDLER: handler,
        ...variables,
      },
    },
  );
  let isRunning = true;
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(() => {
    isRunning = false;
    host.close();
    const gone = new Error(`the function ended: ${stderr}`);
    for (const { reject } of [...waiting, ...underWay.values()]) reject(gone);
    init.reject(gone);
  });

  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  afterFile(end);
  return {
    invoke: (event, { timeout = TIMEOUT, grace = 0, clock } = {}) =>
      new Promise((resolve, reject) => {
        if (!isRunning) return reject(new Error(`the function has ended: ${stderr}`));
        waiting.push({ id: randomUUID(), event, timeout, grace, clock, resolve, reject, timer: undefined });
        handOver();
      }),
    initError: () => init.promise,
    stdout: () => stdout,
    stderr: () => stderr,
    end,
  };
}

interface Invocation {
  readonly id: string;
  readonly event: object;
  readonly timeout: number;
  readonly grace: number;
  readonly clock: Date | undefined;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  timer: NodeJS.Timeout | undefined;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  // A function that returns nothing sends nothing.
  return JSON.parse(Buffer.concat(chunks).toString() || 'null');
}

function settledLater<T>() {
  let [resolve, reject]: [(value: T) => void, (error: Error) => void] = [() => {}, () => {}];
  const promise = new Promise<T>((...settle) => {
    [resolve, reject] = settle;
  });
  // Whoever waits for it hears of it; where nobody does, nothing is lost.
  promise.catch(() => {});
  return { promise, resolve, reject };
}

const TIMEOUT = 28_000;
