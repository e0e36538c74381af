import { render } from 'preact';
import { Frame } from './frame.tsx';
import { keepForOffline } from './shell/keep-for-offline.ts';
import { noteSignInFailed } from './shell/sign-in-failed.ts';

const { searchParams } = new URL(location.href);
// The issuer sends people back here, with a code or with what went wrong.
if (searchParams.has('state')) {
  const { finishSignIn } = await import('./shell/sign-in.ts');
  await finishSignIn().catch(noteSignInFailed);
}
render(<Frame />, document.querySelector('#console')!);
keepForOffline();
