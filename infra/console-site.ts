import { Stack, Validations } from 'aws-cdk-lib';
import {
  AuthorizationType,
  AwsIntegration,
  type Integration,
  type IResource,
  MockIntegration,
  type RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { consoleHeaders } from '../services/console/headers.ts';
import { RESPONSE_HEADERS } from '../services/lambda/response-headers.ts';
import type { ConsoleOnDisk } from './console-on-disk.ts';
import type { SignInSettings } from './sign-in-settings.ts';

/**
 * The console at the address of the API itself: the gateway hands out its files from the bucket into which a deployment
 * puts what it brings, each under the hash of its contents, and wakes no function for it. Partition-neutral: there is
 * nothing before the gateway that China has not.
 */
export class ConsoleSite extends Construct {
  constructor(scope: Construct, id: string, api: RestApi, parts: ConsoleSiteParts) {
    super(scope, id);
    const { issuer } = parts.signIn;
    const headers = { ...RESPONSE_HEADERS, ...consoleHeaders(issuer.origins) };
    const role = new Role(this, 'Reader', {
      description: 'Hands the files of the console out',
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    });
    for (const { path, file, type, lasting } of parts.files) {
      const asset = new Asset(this, path || 'page', { path: file });
      // This very object: grants of the library are for a whole bucket.
      role.addToPolicy(
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: ['s3:GetObject'],
          resources: [asset.bucket.arnForObjects(asset.s3ObjectKey)],
        }),
      );
      const integration = new AwsIntegration({
        service: 's3',
        region: Stack.of(this).region,
        integrationHttpMethod: 'GET',
        path: `${asset.s3BucketName}/${asset.s3ObjectKey}`,
        options: {
          credentialsRole: role,
          integrationResponses: [
            {
              statusCode: '200',
              responseParameters: mapped({
                ...headers,
                'content-type': type,
                ...(lasting ? { 'cache-control': 'max-age=31536000, immutable' } : {}),
              }),
            },
          ],
        },
      });
      this.answer(api.root.resourceForPath(path), integration, { ...headers, 'content-type': type });
    }
    const settings = JSON.stringify(parts.signIn.console);
    const answered = { ...headers, 'content-type': 'application/json' };
    this.answer(
      api.root.resourceForPath('console.json'),
      new MockIntegration({
        requestTemplates: { 'application/json': '{ "statusCode": 200 }' },
        integrationResponses: [
          {
            statusCode: '200',
            responseParameters: mapped(answered),
            responseTemplates: { 'application/json': settings },
          },
        ],
      }),
      answered,
    );
  }

  private answer(
    resource: IResource,
    integration: Integration,
    headers: Readonly<Record<string, string>>,
  ): void {
    const method = resource.addMethod('GET', integration, {
      authorizationType: AuthorizationType.NONE,
      apiKeyRequired: false,
      methodResponses: [
        {
          statusCode: '200',
          responseParameters: Object.fromEntries(
            Object.keys(headers).map((name) => [`method.response.header.${name}`, true]),
          ),
        },
      ],
    });
    const reason =
      'The pages themselves are open to everyone: they hold no data, and everything that they show they ask the API for.';
    Validations.of(method).acknowledge(
      { id: 'AwsSolutions-APIG4', reason },
      { id: 'AwsSolutions-COG4', reason },
    );
  }
}

interface ConsoleSiteParts {
  readonly files: ConsoleOnDisk;
  readonly signIn: SignInSettings;
}

/** A value in quotation marks is one that the gateway takes as it is, also where it holds some itself. */
const mapped = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, `'${value}'`]),
  );
