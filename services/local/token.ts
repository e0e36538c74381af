import { run } from './cannot-start.ts';
import { openDataFolder } from './data-folder.ts';
import { openDevelopmentIssuer, TOKEN_LIFETIME } from './development-issuer.ts';
import { readTokenOptions } from './token-options.ts';

// npm run token -- [--data DIR] [--as NAME] <role>:<jurisdiction id> …
await run(async () => {
  const { subject, roles, dataFolder } = readTokenOptions(process.argv.slice(2));
  const issuer = await openDevelopmentIssuer((await openDataFolder(dataFolder)).keys);
  console.log(await issuer.token(subject, roles));
  // Beside the token, not in it: the token alone is what $(npm run -s token …) must give.
  if (process.stderr.isTTY) console.error(`${subject}: ${roles.join(' ')} (${TOKEN_LIFETIME})`);
});
