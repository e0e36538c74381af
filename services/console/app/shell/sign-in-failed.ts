import { ApiError } from './ask.ts';
import { text } from './locale.ts';
import { noteTrouble } from './troubles.ts';

/** Says above the page that somebody was not signed in or out, until they try again. */
export function noteSignInFailed(cause: unknown): void {
  console.warn('signing in failed', cause);
  takeBack();
  takeBack = noteTrouble({ error: new ApiError('SIGN_IN_FAILED', FAILED) });
}

let takeBack = () => {};

const FAILED = text(
  '登录服务没有完成这次操作，请重试；仍不成功的，请联系系统管理员。',
  'The sign-in service did not complete this. Try again; if it fails again, tell the administrator of the system.',
);
