import { RemovalPolicy, Size, Validations } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  type CfnRestApi,
  EndpointType,
  type IResource,
  LambdaIntegration,
  LogGroupLogDestination,
  type MethodDeploymentOptions,
  MethodLoggingLevel,
  type MethodOptions,
  RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Callers } from '../services/auth/callers.ts';
import type { ApiFunction } from './api-function.ts';
import { answerPreflights } from './cors-preflight.ts';
import { answerLikeTheApi } from './gateway-answers.ts';
import type { Stage } from './stages.ts';

/** The first part of every path, as API Gateway wants one. */
export const API_STAGE = 'api';

/**
 * The way in: `/graphql` for everybody, `/officer/graphql` for who brings a token, each under a throttle of its own, and
 * `/portal/graphql` for portals with a key and a plan each. Three functions of one bundle stand behind them: a REST API
 * cannot choose one by a header, so who asks says by the address what he is.
 */
export class GraphqlGateway extends Construct {
  readonly api: RestApi;
  readonly accessLog: LogGroup;

  constructor(scope: Construct, id: string, stage: Stage, functions: Readonly<Record<Callers, ApiFunction>>) {
    super(scope, id);
    this.accessLog = new LogGroup(this, 'AccessLog', { retention: stage.logRetention });
    this.api = new RestApi(this, 'Api', {
      restApiName: `park-admission-${stage.name}`,
      description: 'Catalogs of prohibited and restricted industries, and the admission of projects',
      endpointTypes: [EndpointType.REGIONAL],
      // Pages and long answers are text, which a slow line carries in a third of the time.
      minCompressionSize: Size.kibibytes(1),
      // The role for logs is a setting of the account (account-stack.ts).
      cloudWatchRole: false,
      deployOptions: {
        stageName: API_STAGE,
        accessLogDestination: new LogGroupLogDestination(this.accessLog),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
        ...METHOD,
        // Portals are throttled by their plans; this is the bound for all of them together.
        throttlingRateLimit: ofPortals(stage, 'perSecond'),
        throttlingBurstLimit: ofPortals(stage, 'burst'),
        methodOptions: Object.fromEntries([
          ...['/graphql', '/officer/graphql'].flatMap((path) =>
            METHODS.map((method) => [`${path}/${method}`, throttledMethod(stage)]),
          ),
          ['/feeds/{feed}/GET', throttledMethod(stage)],
        ]),
      },
    });
    this.refuseOldTls();
    const { root } = this.api;
    const open = root.addResource('graphql');
    const officer = root.addResource('officer').addResource('graphql');
    this.handle(open, functions.anonymous);
    this.handle(officer, functions.officer);
    for (const resource of [open, officer]) answerPreflights(resource, stage.origins);
    this.handle(root.addResource('portal').addResource('graphql'), functions.portal, {
      apiKeyRequired: true,
    });
    // New versions, for readers of feeds (services/lambda/atom-feed.ts).
    this.handle(root.addResource('feeds').addResource('{feed}'), functions.anonymous, {}, ['GET']);
    answerLikeTheApi(this.api, stage);
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-APIG2',
      reason:
        'The function refuses what is malformed, too large, too deep or too costly before anything of it is run, each with a code, in English and Chinese, and the same way on every machine (tests/hostile). A model in the gateway would answer before it and could not say what is wrong.',
    });
    Validations.of(this.api.deploymentStage).acknowledge({
      id: 'Serverless-APIGWXrayEnabled',
      reason:
        'Segments of the gateway keep the address and the user agent of whoever asks; the access log tells how long a request took without them.',
    });
    this.keepExecutionLogs(stage);
  }

  /** By itself a regional API still takes TLS 1.0; the construct of the library has no name for it yet. */
  private refuseOldTls(): void {
    const api = this.api.node.defaultChild as CfnRestApi;
    api.securityPolicy = SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09;
    api.endpointAccessMode = 'STRICT';
  }

  /** What reaches a function of a resource: GET and POST where not said otherwise. */
  private handle(
    resource: IResource,
    { live }: ApiFunction,
    options: MethodOptions = {},
    methods: readonly string[] = METHODS,
  ): void {
    const integration = new LambdaIntegration(live, { allowTestInvoke: false });
    const open: MethodOptions = {
      authorizationType: AuthorizationType.NONE,
      apiKeyRequired: false,
      ...options,
    };
    for (const name of methods) {
      const method = resource.addMethod(name, integration, open);
      Validations.of(method).acknowledge(
        {
          id: 'AwsSolutions-APIG4',
          reason:
            'Published catalogs and assessments are open to everyone by law and design. Whoever sends a token is checked in the function: signature, issuer, audience, expiry, and the roles for every single action (docs/design.md 8).',
        },
        {
          id: 'AwsSolutions-COG4',
          reason:
            'The issuer is configuration and need not be Cognito, which the China regions have not; an authorizer would also turn away callers without a token, who may read.',
        },
      );
    }
  }

  /** API Gateway makes this log by itself, for ever, unless it is there before. */
  private keepExecutionLogs(stage: Stage): void {
    const { deploymentStage, restApiId } = this.api;
    const log = new LogGroup(this, 'ExecutionLog', {
      logGroupName: `API-Gateway-Execution-Logs_${restApiId}/${API_STAGE}`,
      retention: stage.logRetention,
      // Named for this very API, so it goes with it.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    deploymentStage.node.addDependency(log);
  }
}

/**
 * What is kept of a request. No address, no user agent, no query string, no token: none of it is needed to see that
 * the service works, and all of it is about people. `apiKeyId` tells one portal from another, never its users.
 */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  resource: '$context.resourcePath',
  status: '$context.status',
  error: '$context.error.responseType',
  firewall: '$context.wafResponseCode',
  apiKeyId: '$context.identity.apiKeyId',
  milliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integration.latency',
  functionStatus: '$context.integration.status',
  bytes: '$context.responseLength',
};

const METHODS = ['GET', 'POST'] as const;

const METHOD = {
  metricsEnabled: true,
  loggingLevel: MethodLoggingLevel.ERROR,
  // INVARIANT: bodies and headers, with tokens and projects in them, are in no log.
  dataTraceEnabled: false,
} as const satisfies MethodDeploymentOptions;

const throttledMethod = ({ throttle }: Stage): MethodDeploymentOptions => ({
  ...METHOD,
  throttlingRateLimit: throttle.perSecond,
  throttlingBurstLimit: throttle.burst,
});

const ofPortals = ({ portals, throttle }: Stage, what: 'perSecond' | 'burst'): number =>
  Math.max(
    throttle[what],
    portals.reduce((sum, portal) => sum + portal[what], 0),
  );
