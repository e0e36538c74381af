import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { CannotStart } from '../cannot-start.ts';

/** Where the API is, and how somebody is known there. */
export interface Connection {
  readonly url: string;
  /** A token for the next request; null for nobody. */
  readonly token: () => Promise<string | null>;
  /** Forgets a token that was not taken, where another can be had. */
  readonly renew: () => boolean;
}

const LOCAL = 'http://127.0.0.1:4000';

const SETTINGS = z.strictObject({
  url: z.url().optional(),
  token: z.string().optional(),
  tokenUrl: z.url().optional(),
  clientId: z.string().optional(),
  clientSecret: z.string().optional(),
  scope: z.string().optional(),
});
type Settings = z.infer<typeof SETTINGS>;

/** The variables that say the same as the file, and count before it. */
const VARIABLES = {
  url: 'PARK_ADMISSION_URL',
  token: 'PARK_ADMISSION_TOKEN',
  tokenUrl: 'PARK_ADMISSION_TOKEN_URL',
  clientId: 'PARK_ADMISSION_CLIENT_ID',
  clientSecret: 'PARK_ADMISSION_CLIENT_SECRET',
  scope: 'PARK_ADMISSION_SCOPE',
} as const satisfies Record<keyof Settings, string>;

/** Said before anything is asked: the API would speak of roles, or of a token that has expired. */
export const noToken = (): CannotStart =>
  new CannotStart(
    '没有令牌：请把令牌放在环境变量 PARK_ADMISSION_TOKEN，或 --config 指明的文件中。',
    'There is no token: put it into PARK_ADMISSION_TOKEN, or into the file named by --config.',
  );

/**
 * The connection that environment and file describe: with a token, with the client credentials of a program (RFC 6749,
 * 4.4), or as nobody. An address without a path is that of the server, whose API lies below it.
 *
 * @param file of settings in JSON; null for none
 * @throws CannotStart for settings that are none, and for nobody where somebody has to be known
 */
export async function connectionFrom(
  file: string | null,
  environment: Readonly<Record<string, string | undefined>>,
  { asSomebody = false }: { readonly asSomebody?: boolean } = {},
): Promise<Connection> {
  const stated = Object.entries(VARIABLES).flatMap(([name, variable]) =>
    environment[variable] ? [[name, environment[variable]]] : [],
  );
  const settings = SETTINGS.safeParse({ ...(await inFile(file)), ...Object.fromEntries(stated) });
  if (!settings.success) {
    const wrong = settings.error.issues
      .map(({ path, message }) => `${path.join('.')}: ${message}`)
      .join('; ');
    throw new CannotStart(
      `连接设置有误（${wrong}）。`,
      `The settings of the connection are wrong: ${wrong}.`,
    );
  }
  const { token, tokenUrl, clientId, clientSecret, scope } = settings.data;
  const given = settings.data.url ?? LOCAL;
  const at = (path: string) => (new URL(given).pathname === '/' ? new URL(path, given).href : given);
  if (tokenUrl !== undefined && clientId !== undefined && clientSecret !== undefined) {
    let current: { readonly token: string; readonly until: number } | null = null;
    return {
      url: at('officer/graphql'),
      renew() {
        current = null;
        return true;
      },
      async token() {
        if (current === null || current.until < Date.now())
          current = await granted({ tokenUrl, clientId, clientSecret, scope });
        return current.token;
      },
    };
  }
  if (asSomebody && token === undefined) throw noToken();
  return {
    url: at(token === undefined ? 'graphql' : 'officer/graphql'),
    token: async () => token ?? null,
    renew: () => false,
  };
}

async function inFile(file: string | null): Promise<object> {
  if (file === null) return {};
  try {
    return JSON.parse(await readFile(file, 'utf8')) as object;
  } catch (error) {
    throw new CannotStart(
      `无法读取连接设置文件 ${file}。`,
      `Cannot read the settings in ${file}: ${(error as Error).message}.`,
    );
  }
}

interface Client {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string | undefined;
}
const GRANT = z.object({ access_token: z.string(), expires_in: z.number().default(300) });

/** A minute before it ends a token is not used any more: the request it goes with takes time. */
const MARGIN = 60;

async function granted({ tokenUrl, clientId, clientSecret, scope }: Client) {
  const form = { grant_type: 'client_credentials', ...(scope !== undefined && { scope }) };
  const credentials = [clientId, clientSecret].map(encodeURIComponent).join(':');
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    body: new URLSearchParams(form),
  }).catch((error: Error) => error);
  if (answer instanceof Error || !answer.ok) {
    const why = answer instanceof Error ? answer.message : `${answer.status}`;
    throw new CannotStart(
      `未能从 ${tokenUrl} 取得令牌（${why}）。请检查客户端编号和密钥。`,
      `No token was given by ${tokenUrl} (${why}). Check id and secret of the client.`,
    );
  }
  const { access_token: token, expires_in: seconds } = GRANT.parse(await answer.json());
  return { token, until: Date.now() + (seconds - MARGIN) * 1000 };
}
