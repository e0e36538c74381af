// What the managed runtime does around a function, by the documented protocol of the Lambda Runtime API: load the
// handler, then ask for one event after the other and hand back what became of it.
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { AWS_LAMBDA_RUNTIME_API, LAMBDA_TASK_ROOT, _HANDLER } = process.env;
const RUNTIME = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;

const RealDate = Date;
const realTime = Date.now;
const realElapsed = performance.now.bind(performance);
let elapsed = 0;
const handler = await load().catch(async (error) => {
  await post('/init/error', faultOf(error));
  process.exit(1);
});
for (;;) {
  const next = await fetch(`${RUNTIME}/invocation/next`);
  const id = next.headers.get('lambda-runtime-aws-request-id');
  setClock(next.headers.get('test-clock'));
  try {
    const answer = await handler(await next.json(), contextOf(next.headers));
    await post(`/invocation/${id}/response`, answer);
  } catch (error) {
    await post(`/invocation/${id}/error`, faultOf(error));
  }
}

async function load() {
  const [file, name] = _HANDLER.split('.');
  // Compiled once for all the processes of a test file, which start the same bundle again and again.
  module.enableCompileCache?.(join(LAMBDA_TASK_ROOT, '../compiled'));
  const bundle = await import(pathToFileURL(join(LAMBDA_TASK_ROOT, `${file}.mjs`)).href);
  module.flushCompileCache?.();
  return bundle[name];
}

function contextOf(headers) {
  const deadline = Number(headers.get('lambda-runtime-deadline-ms'));
  return {
    awsRequestId: headers.get('lambda-runtime-aws-request-id'),
    invokedFunctionArn: headers.get('lambda-runtime-invoked-function-arn'),
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => deadline - realTime(),
  };
}

function faultOf({ name, message, stack }) {
  return { errorType: name, errorMessage: message, stackTrace: String(stack).split('\n') };
}

function post(path, body) {
  const headers = { 'content-type': 'application/json' };
  return fetch(RUNTIME + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

// The clock of this machine, where the test sets it: the function under test is as it is deployed and reads nothing
// else. Between two events more than a second goes by, for which it may believe what it read; timers go on as ever.
function setClock(moment) {
  if (moment === null) return;
  const now = Date.parse(moment);
  globalThis.Date = class extends RealDate {
    constructor(...of) {
      super(...(of.length === 0 ? [now] : of));
    }
    static now = () => now;
  };
  elapsed += 1_100;
  performance.now = () => realElapsed() + elapsed;
}
