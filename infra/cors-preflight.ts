import { Validations } from 'aws-cdk-lib';
import { AuthorizationType, type IResource, MockIntegration } from 'aws-cdk-lib/aws-apigateway';
import { RESPONSE_HEADERS } from '../services/lambda/response-headers.ts';

/**
 * Answers, without waking a function, what a browser asks before a page of another site may ask (OPTIONS): yes to the
 * sites of the stage, and to all others nothing that would let them.
 */
export function answerPreflights(resource: IResource, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const headers: Readonly<Record<string, string>> = {
    ...RESPONSE_HEADERS,
    vary: 'origin',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, apollo-require-preflight',
    'access-control-max-age': '3600',
  };
  const named = <T>(value: (text: string) => T) =>
    Object.fromEntries(
      Object.entries(headers).map(([name, text]) => [`method.response.header.${name}`, value(text)]),
    );
  const isAllowed = origins.map((origin) => `$origin == "${origin}"`).join(' || ');
  const integration = new MockIntegration({
    requestTemplates: { 'application/json': '{ "statusCode": 204 }' },
    integrationResponses: [
      {
        statusCode: '204',
        responseParameters: named((text) => `'${text}'`),
        // A static header has one value, and there may be several sites.
        responseTemplates: {
          'application/json': [
            '#set($origin = $input.params().header.get("Origin"))',
            '#if($origin == "") #set($origin = $input.params().header.get("origin")) #end',
            `#if(${isAllowed}) #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin) #end`,
          ].join('\n'),
        },
      },
    ],
  });
  const method = resource.addMethod('OPTIONS', integration, {
    authorizationType: AuthorizationType.NONE,
    apiKeyRequired: false,
    methodResponses: [{ statusCode: '204', responseParameters: named(() => true) }],
  });
  Validations.of(method).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'A browser asks before it sends a token, and without one. What is answered are the names of headers and methods, made by the gateway alone: no function and no data lie behind it.',
  });
}

/** What lets the page of a site read what gateway and firewall answer by themselves: they can name one site. */
export const readableByOne = (origins: readonly string[]): Readonly<Record<string, string>> =>
  origins.length === 1 ? { 'access-control-allow-origin': origins[0]!, vary: 'origin' } : {};
