import { listDesk } from '../../services/lambda/list-desk.ts';

export const REGION = 'cn-north-1';
export const CREDENTIALS = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'secret',
  sessionToken: 'session/token=',
};

/** What signs forms for the bucket `lists`, whether or not there is one. */
export const testDesk = listDesk('lists', REGION, () => CREDENTIALS);
