import { buildClientSchema, buildSchema, getIntrospectionQuery, printSchema } from 'graphql';
import { expect, it } from 'vitest';
import { typeDefs } from '../../graphql/type-defs.ts';
import { gatewayEvent, JSON_CONTENT } from '../testkit/gateway-event.ts';
import { createTestIssuer } from '../testkit/identity.ts';
import { startStore } from '../testkit/store.ts';
import { functionPackage } from './deployed-api.ts';
import { startFunction } from './runtime-host.ts';
import { variablesFor } from './through-bundle.ts';

it('shows whoever may see the schema every description, although the bundle starts without them', {
  timeout: 120_000,
}, async () => {
  const issuer = await createTestIssuer();
  const variables = await variablesFor({ store: await startStore(), issuer });
  const running = await startFunction(await functionPackage(), variables);
  const authorization = await issuer.bearer('lixia', ['admin:region_156']);
  const { statusCode, body } = await running.invoke({
    ...gatewayEvent(),
    headers: { ...JSON_CONTENT, authorization },
    body: JSON.stringify({ query: getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }) }),
  });
  expect(statusCode).toBe(200);
  expect(printSchema(buildClientSchema(JSON.parse(body).data))).toBe(printSchema(buildSchema(typeDefs)));
});
