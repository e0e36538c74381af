import './quiet-sdk.ts';
import { setFlagsFromString } from 'node:v8';
import { run } from './cannot-start.ts';
import { start } from './start.ts';
import { readStartOptions } from './start-options.ts';
import { untilStopped } from './until-stopped.ts';

// While a long list is checked, what is let go of need not wait until the heap has doubled.
setFlagsFromString('--heap-growing-percent=30');
// Of the thread beside, which begins later: this one has what `npm start` gives it already.
setFlagsFromString('--max-semi-space-size=4');
// npm start -- [--port N] [--data DIR] [--no-samples]
await run(async () => {
  const stopped = untilStopped();
  const server = await Promise.race([start(readStartOptions(process.argv.slice(2))), stopped]);
  if (server) {
    console.log(server.welcome);
    server.beginSearches();
    await stopped;
    await server.stop();
  }
  process.exit(0);
});
