import type { Duration } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { RESPONSE_HEADERS } from '../services/lambda/response-headers.ts';
import { readableByOne } from './cors-preflight.ts';
import { graphqlError } from './gateway-answers.ts';
import { API_STAGE } from './rest-api.ts';
import type { Stage } from './stages.ts';

/** AWS WAF before the gateway: rules that AWS keeps up to date, and a limit for every network address. */
export class WebFirewall extends Construct {
  readonly name: string;
  private readonly region: string;

  constructor(scope: Construct, id: string, stage: Stage, api: RestApi) {
    super(scope, id);
    this.name = `park-admission-${stage.name}`;
    this.region = stage.region;
    const acl = new CfnWebACL(this, 'Rules', {
      name: this.name,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: measuredAs(this.name),
      customResponseBodies: {
        [TOO_MANY]: {
          contentType: 'APPLICATION_JSON',
          content: JSON.stringify(
            graphqlError('TOO_MANY_REQUESTS', {
              en: 'Too many requests from your network address. Wait five minutes, or ask the operator for a portal key.',
              zh: '您的网络地址请求过于频繁，请五分钟后再试，或向管理员申请平台密钥。',
            }),
          ),
        },
        [NO_TOKEN]: {
          contentType: 'APPLICATION_JSON',
          content: JSON.stringify(
            graphqlError('UNAUTHENTICATED', {
              en: 'This address wants an access token in the header authorization. Without one ask at /graphql.',
              zh: '该地址须在请求头 authorization 中提供登录凭证；不登录请使用 /graphql。',
            }),
          ),
        },
      },
      rules: [
        managed(0, 'AWSManagedRulesAmazonIpReputationList'),
        managed(1, 'AWSManagedRulesKnownBadInputsRuleSet'),
        managed(2, 'AWSManagedRulesCommonRuleSet', [
          // A batch of projects is larger than the 8 KB that this rule allows, and so is a query in an address.
          'SizeRestrictions_BODY',
          'SizeRestrictions_QUERYSTRING',
          // Systems of authorities often send no user agent.
          'NoUserAgent_HEADER',
        ]),
        {
          name: 'RequestsPerAddress',
          priority: 3,
          action: answer(429, TOO_MANY, stage),
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              limit: stage.requestsPerAddress,
              evaluationWindowSec: 300,
              // Portals ask for many people from one address: their keys and plans limit them.
              scopeDownStatement: not(below('/portal/')),
            },
          },
          visibilityConfig: measuredAs('RequestsPerAddress'),
        },
        {
          // Before a function is woken: whoever brings none cannot take an officer's place.
          name: 'OfficersBringAToken',
          priority: 4,
          action: answer(401, NO_TOKEN, stage),
          statement: { andStatement: { statements: [below('/officer/'), not(hasToken), not(isPreflight)] } },
          visibilityConfig: measuredAs('OfficersBringAToken'),
        },
      ],
    });
    new CfnWebACLAssociation(this, 'BeforeTheApi', {
      resourceArn: api.deploymentStage.stageArn,
      webAclArn: acl.attrArn,
    });
  }

  allowed = (period: Duration): IMetric => this.metric('AllowedRequests', period);
  blocked = (period: Duration): IMetric => this.metric('BlockedRequests', period);

  private metric(metricName: string, period: Duration): IMetric {
    return new Metric({
      namespace: 'AWS/WAFV2',
      metricName,
      statistic: 'Sum',
      period,
      dimensionsMap: { WebACL: this.name, Rule: 'ALL', Region: this.region },
    });
  }
}

/** A rule group of AWS, in its newest version. @param counted rules of it that count and do not block */
const managed = (
  priority: number,
  name: string,
  counted: readonly string[] = [],
): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: measuredAs(name),
});

/** Samples would keep whole requests, with addresses and tokens in them, for anybody who may look at the firewall. */
const measuredAs = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

/** Below this path. As the firewall sees it, the name of the gateway's stage comes first. */
const below = (path: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: `/${API_STAGE}${path}`,
    textTransformations: [{ priority: 0, type: 'NORMALIZE_PATH' }],
  },
});

/** A header that is there, in any case. One that is missing matches nothing. */
const hasToken: CfnWebACL.StatementProperty = {
  sizeConstraintStatement: {
    fieldToMatch: { singleHeader: { Name: 'authorization' } },
    comparisonOperator: 'GT',
    size: 0,
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
};

/** What a browser asks before, without a token. */
const isPreflight: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: 'OPTIONS',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
};

const not = (statement: CfnWebACL.StatementProperty): CfnWebACL.StatementProperty => ({
  notStatement: { statement },
});

const answer = (
  responseCode: number,
  customResponseBodyKey: string,
  { origins }: Stage,
): CfnWebACL.RuleActionProperty => ({
  block: {
    customResponse: {
      responseCode,
      customResponseBodyKey,
      responseHeaders: Object.entries({ ...RESPONSE_HEADERS, ...readableByOne(origins) }).map(
        ([name, value]) => ({ name, value }),
      ),
    },
  },
});

const NO_TOKEN = 'NoToken';
const TOO_MANY = 'TooManyRequests';
