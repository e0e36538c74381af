import './quiet-sdk.ts';
import { run } from './cannot-start.ts';
import { start } from './start.ts';
import { readStartOptions } from './start-options.ts';
import { untilStopped } from './until-stopped.ts';

// npm start -- [--port N] [--data DIR] [--no-samples]
await run(async () => {
  const stopped = untilStopped();
  const server = await Promise.race([start(readStartOptions(process.argv.slice(2))), stopped]);
  if (server) {
    console.log(server.welcome);
    await stopped;
    await server.stop();
  }
  process.exit(0);
});
