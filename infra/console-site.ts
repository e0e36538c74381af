import { Aws, Stack, Validations } from 'aws-cdk-lib';
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
      // Nobody can hand a role to a gateway of another account. Should the gateway say for whom it asks, it is held to it;
      // it is not documented that it does, and a role that it cannot take is a console that does not open.
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com', {
        conditions: { StringEqualsIfExists: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    const notThere = { ...headers, 'content-type': 'text/plain; charset=utf-8' };
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
            // What the bucket says of a missing object would be handed out as the file, and kept for a year. It says 403,
            // not 404, to who may not list it.
            ...Object.entries(NOT_HANDED_OUT).map(([statusCode, { saidByBucket, answer }]) => ({
              statusCode,
              selectionPattern: saidByBucket,
              responseParameters: mapped(notThere),
              responseTemplates: { 'application/json': answer },
            })),
          ],
        },
      });
      const statuses = ['200', ...Object.keys(NOT_HANDED_OUT)];
      this.answer(api.root.resourceForPath(path), integration, Object.keys(notThere), statuses);
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
      Object.keys(answered),
    );
  }

  private answer(
    resource: IResource,
    integration: Integration,
    headers: readonly string[],
    statuses: readonly string[] = ['200'],
  ): void {
    const method = resource.addMethod('GET', integration, {
      authorizationType: AuthorizationType.NONE,
      apiKeyRequired: false,
      methodResponses: statuses.map((statusCode) => ({
        statusCode,
        responseParameters: Object.fromEntries(
          headers.map((name) => [`method.response.header.${name}`, true]),
        ),
      })),
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

/** What a reader gets where the bucket does not give the file. */
const NOT_HANDED_OUT = {
  '404': {
    saidByBucket: '4\\d{2}',
    answer: '没有这个文件，请刷新页面。 There is no such file: reload the page.',
  },
  '503': {
    saidByBucket: '5\\d{2}',
    answer: '暂时无法提供，请稍后重试。 It cannot be had just now: try again later.',
  },
};

/** A value in quotation marks is one that the gateway takes as it is, also where it holds some itself. */
const mapped = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, `'${value}'`]),
  );
