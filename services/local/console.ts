import type { APIGatewayProxyResult } from 'aws-lambda';
import { buildConsole } from '../console/build.ts';
import { consoleHeaders } from '../console/headers.ts';
import { DEVELOPMENT_IDENTITY } from './development-issuer.ts';
import type { Pages } from './routes.ts';

/** The console, built when the server starts, and what it has to know of the issuer. */
export function createConsole(): Pages {
  const answers = built();
  // Whoever asks first is told; nobody asking is no fault of the server.
  answers.catch(() => {});
  return async (path) => (await answers).get(path) ?? null;
}

async function built(): Promise<ReadonlyMap<string, APIGatewayProxyResult>> {
  const files = await buildConsole();
  const settings = {
    issuer: DEVELOPMENT_IDENTITY.issuer,
    metadata: '.well-known/openid-configuration',
    clientId: DEVELOPMENT_IDENTITY.audience,
    scope: 'openid profile',
  };
  const icon = files.find(({ type }) => type === 'image/svg+xml')!;
  return new Map([
    ['/console.json', answer('application/json', Buffer.from(JSON.stringify(settings)), false)],
    // Browsers ask for it by themselves on the pages here that name no icon.
    ['/favicon.ico', answer(icon.type, icon.contents, false)],
    ...files.map(
      ({ path, type, contents, lasting }) => [`/${path}`, answer(type, contents, lasting)] as const,
    ),
  ]);
}

const answer = (type: string, contents: Uint8Array, lasting: boolean): APIGatewayProxyResult => ({
  statusCode: 200,
  headers: {
    ...consoleHeaders(),
    'content-type': type,
    ...(lasting ? { 'cache-control': 'max-age=31536000, immutable' } : {}),
  },
  isBase64Encoded: true,
  body: Buffer.from(contents).toString('base64'),
});
