import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { RESPONSE_HEADERS } from '../services/lambda/response-headers.ts';
import { graphqlError } from './gateway-answers.ts';
import { API_STAGE } from './rest-api.ts';
import type { Stage } from './stages.ts';

/** AWS WAF before the gateway: rules that AWS keeps up to date, and a limit for every network address. */
export class WebFirewall extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, stage: Stage, api: RestApi) {
    super(scope, id);
    this.name = `park-admission-${stage.name}`;
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
          action: {
            block: {
              customResponse: {
                responseCode: 429,
                customResponseBodyKey: TOO_MANY,
                responseHeaders: Object.entries(RESPONSE_HEADERS).map(([name, value]) => ({ name, value })),
              },
            },
          },
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              limit: stage.requestsPerAddress,
              evaluationWindowSec: 300,
              // Portals ask for many people from one address: their keys and plans limit them.
              scopeDownStatement: { notStatement: { statement: FOR_PORTALS } },
            },
          },
          visibilityConfig: measuredAs('RequestsPerAddress'),
        },
      ],
    });
    new CfnWebACLAssociation(this, 'BeforeTheApi', {
      resourceArn: api.deploymentStage.stageArn,
      webAclArn: acl.attrArn,
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

/** As the firewall sees it, the name of the gateway's stage comes first. */
const FOR_PORTALS: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: `/${API_STAGE}/portal/`,
    textTransformations: [{ priority: 0, type: 'NORMALIZE_PATH' }],
  },
};

const TOO_MANY = 'TooManyRequests';
