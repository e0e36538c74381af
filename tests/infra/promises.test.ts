import { CfnResource, Validations } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StageStacks } from '../../infra/app.ts';
import { checkStage } from '../../infra/check-stage.ts';
import { STAGES } from '../../infra/stages.ts';
import { CALLERS } from '../../services/auth/callers.ts';
import { consoleHeaders } from '../../services/console/headers.ts';
import { RESPONSE_HEADERS } from '../../services/lambda/response-headers.ts';
import { readSettings } from '../../services/lambda/settings.ts';
import { TABLE } from '../../services/store/table.ts';
import {
  type Deployment,
  deploy,
  deployed,
  EMPTY_MODULE_SHA256,
  ISSUER,
  PATIENCE_MS,
  type Resource,
  VARIANTS,
} from './deployment.ts';

const SEAL_KEY = 'SealsKey8BA888AF';
const LISTS = ['ListsBucket466A1045', 'ListsBucketPolicy629B80E2'];
const SEALS = ['SealsBucketE93CAD23', 'SealsBucketPolicy5F2BE9AC', SEAL_KEY, 'SealsKeyAlias4402E7B8'];

describe.each(Object.entries(VARIANTS))('a deployment: %s', (variant, stage) => {
  let deployment: Deployment;
  beforeAll(() => {
    deployment = deployed(variant);
  }, PATIENCE_MS);
  const all = (...types: string[]): readonly Resource[] =>
    deployment.resources.filter(({ type }) => types.includes(type));
  const the = (type: string): Resource => {
    const found = all(type);
    expect(found.map(({ id }) => id)).toHaveLength(1);
    return found[0]!;
  };

  /** The functions that are the API, by whom they are there for. */
  const apiFunctions = (): Readonly<Record<string, Resource>> =>
    Object.fromEntries(
      all('AWS::Lambda::Function')
        .filter(({ properties }) => properties.Environment?.Variables.CALLERS)
        .map((one) => [one.properties.Environment.Variables.CALLERS, one]),
    );
  /** What the role of a function may do. */
  const allowedTo = ({ properties }: Resource): readonly Statement[] => {
    const role = properties.Role['Fn::GetAtt'][0];
    return all('AWS::IAM::Policy')
      .filter(({ properties: policy }) => policy.Roles.some(({ Ref }: { Ref: string }) => Ref === role))
      .flatMap(({ properties: policy }) => policy.PolicyDocument.Statement);
  };

  test('breaks no rule of AWS Solutions, of Serverless, or of the library, that nobody has answered for', () => {
    expect(checkStage(stage)).toBe(stage);
    expect(deployment.findings).toEqual([]);
  });

  test('keeps its table, whatever becomes of the stack, and every second of 35 days of it', () => {
    const { properties, deletionPolicy, updateReplacePolicy } = the('AWS::DynamoDB::Table');
    expect({ deletionPolicy, updateReplacePolicy }).toEqual({
      deletionPolicy: 'Retain',
      updateReplacePolicy: 'Retain',
    });
    expect(properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
    });
    expect(deployment.stacks.data.terminationProtection).toBe(true);
  });

  test('has the table that the store was written for', () => {
    const { KeySchema, GlobalSecondaryIndexes } = the('AWS::DynamoDB::Table').properties;
    const keys = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
      { AttributeName: partitionKey, KeyType: 'HASH' },
      { AttributeName: sortKey, KeyType: 'RANGE' },
    ];
    expect(KeySchema).toEqual(keys(TABLE));
    expect(GlobalSecondaryIndexes).toEqual(
      TABLE.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keys(index),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    );
  });

  test('keeps whatever is stateful', () => {
    const stateful = all(
      'AWS::DynamoDB::Table',
      'AWS::KMS::Key',
      'AWS::Cognito::UserPool',
      'AWS::SecretsManager::Secret',
      'AWS::S3::Bucket',
    );
    expect(stateful.filter(({ deletionPolicy }) => deletionPolicy !== 'Retain')).toEqual([]);
    expect(stateful.filter(({ stack }) => stack !== 'data')).toEqual([]);
  });

  test('calls what is stateful by the names that it was first deployed with', () => {
    const ids = deployment.resources.filter(({ stack }) => stack === 'data').map(({ id }) => id);
    expect(ids).toEqual([
      ...(stage.customerManagedKey ? ['DataKey5F086070', 'DataKeyAlias4CDA3754'] : []),
      'DataTableFDBAD0F2',
      'BackupsVault1F11AFCC',
      'BackupsPlanAF2A6E1B',
      'BackupsPlanTables8D417F20',
      'BackupsRoleD4F311A7',
      'LogKeySecret57065BD4',
      ...SEALS,
      ...LISTS,
      ...(stage.identity.kind === 'USER_POOL'
        ? ['OfficersPool78FC475B', 'OfficersPoolClientC5AD9A54', 'OfficersPoolSignIn4C841046']
        : []),
    ]);
  });

  test('lays the table under a key of its own, which is renewed every year, where the stage says so', () => {
    const { SSESpecification } = the('AWS::DynamoDB::Table').properties;
    const keys = all('AWS::KMS::Key').filter(({ properties }) => properties.KeyUsage !== 'SIGN_VERIFY');
    if (!stage.customerManagedKey) {
      expect(keys).toEqual([]);
      expect(SSESpecification?.KMSMasterKeyId).toBeUndefined();
      return;
    }
    expect(keys.map(({ properties }) => properties.EnableKeyRotation)).toEqual([true]);
    expect(SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
  });

  test('allows no action and no resource by wildcard, but to a key its own account', () => {
    const wild = statementsOf(deployment)
      .filter(({ Effect }) => Effect === 'Allow')
      .filter(({ Action, Resource }) => [Action, Resource].flat().some(isWild))
      .map(({ owner, Action, Resource }) => ({ owner, Action, Resource }));
    // In the policy of a key "*" is that key; without the account in it nobody could ever change the policy.
    const ofKey = (owner: string) => ({ owner, Action: 'kms:*', Resource: '*' });
    const keys = stage.customerManagedKey ? ['DataKey5F086070', SEAL_KEY] : [SEAL_KEY];
    // Objects of S3 have no other names: of one bucket, and of its seals alone.
    const others = wild.filter(({ owner }) => !keys.includes(owner));
    const ofSeals = others.find(({ owner }) => owner.startsWith('Seals'));
    const ofLists = others.filter(({ Resource }) => /-lists/.test(JSON.stringify(Resource)));
    const rest = others.filter((one) => one !== ofSeals && !ofLists.includes(one));
    expect(wild.filter(({ owner }) => keys.includes(owner))).toEqual(keys.map(ofKey));
    expect(ofSeals).toMatchObject({ Action: ['s3:GetObject', 's3:PutObject'] });
    expect(JSON.stringify(ofSeals!.Resource)).toMatch(/:s3:::park-admission-\w+-seals-.*\/seal-\*"/);
    // Of the bucket of lists single places, and of the executions those of its one state machine.
    for (const { Resource } of ofLists)
      for (const resource of [Resource].flat())
        expect(JSON.stringify(resource)).toMatch(
          /:s3:::park-admission-\w+-lists-.*\/(incoming|chunks|results)\/\*"|:execution:park-admission-\w+-lists\/\*"/,
        );
    // Lambda wants it for every stream that it connects, and DynamoDB knows no resource for it.
    const streams = {
      owner: expect.stringMatching(/^TableWatch/),
      Action: 'dynamodb:ListStreams',
      Resource: '*',
    };
    expect(rest).toEqual([streams]);
  });

  test('lets the function add to its own log, and read or change none', () => {
    const ofLogs = statementsOf(deployment).filter(({ Action }) =>
      [Action].flat().some((action) => String(action).startsWith('logs:')),
    );
    const lambdas = all('AWS::Lambda::Function');
    expect(ofLogs.map(({ Action }) => [Action].flat().sort())).toEqual(
      lambdas.map(() => ['logs:CreateLogStream', 'logs:PutLogEvents']),
    );
    for (const lambda of lambdas)
      expect(
        JSON.stringify(allowedTo(lambda).filter(({ Action }) => JSON.stringify(Action).includes('logs:'))),
      ).toContain(lambda.properties.LoggingConfig.LogGroup.Ref);
  });

  test('lets only services act, and nobody from outside the account', () => {
    const principals = statementsOf(deployment)
      .filter(({ Effect, Principal }) => Effect === 'Allow' && Principal !== undefined)
      .map(({ Principal }) => JSON.stringify(Principal));
    const services = [
      'lambda',
      'apigateway',
      'cloudwatch',
      'events',
      'backup',
      'budgets',
      'codedeploy',
      'states',
    ].map((name) => JSON.stringify({ Service: `${name}.amazonaws.com` }));
    services.push(JSON.stringify({ Service: `codedeploy.${stage.region}.amazonaws.com.cn` }));
    const strange = principals.filter((one) => !services.includes(one) && !one.includes('AWS::AccountId'));
    expect(strange).toEqual([]);
    const permissions = all('AWS::Lambda::Permission');
    const ofSchedules = permissions.filter(
      ({ properties }) => properties.Principal === 'events.amazonaws.com',
    );
    expect(ofSchedules.map(({ properties }) => JSON.stringify(properties.SourceArn)).sort()).toEqual(
      ['SealsLINK', 'SealsSEAL', 'SealsVERIFY', 'TableWatch'].map((rule) => expect.stringContaining(rule)),
    );
    for (const permission of permissions.filter((one) => !ofSchedules.includes(one))) {
      expect(permission.properties.Principal).toBe('apigateway.amazonaws.com');
      expect(JSON.stringify(permission.properties.SourceArn)).toMatch(
        /\/(GET|POST)\/((portal|officer)\/)?graphql"|\/GET\/feeds\/\*"/,
      );
    }
    expect(all('AWS::Lambda::Url')).toEqual([]);
    expect(the('AWS::DynamoDB::Table').properties.ResourcePolicy).toBeUndefined();
  });

  test('uses no policy of AWS but those that a service keeps for itself, each by that service alone', () => {
    const managed = all('AWS::IAM::Role').flatMap(({ properties }) =>
      (properties.ManagedPolicyArns ?? []).map((arn: { 'Fn::Join': [string, string[]] }) => [
        arn['Fn::Join'][1].at(-1)!.replace(':iam::aws:policy/service-role/', ''),
        /Service":"(\w+)/.exec(JSON.stringify(properties.AssumeRolePolicyDocument))?.[1],
      ]),
    );
    expect(managed.sort()).toEqual([
      ['AWSBackupServiceRolePolicyForBackup', 'backup'],
      ['AWSCodeDeployRoleForLambdaLimited', 'codedeploy'],
      ['AmazonAPIGatewayPushToCloudWatchLogs', 'apigateway'],
    ]);
  });

  test('keeps every log for as long as the stage says, and has no log that it did not make', () => {
    const logs = all('AWS::Logs::LogGroup');
    expect(logs.map(({ properties }) => properties.RetentionInDays)).toEqual(
      logs.map(() => Number(stage.logRetention)),
    );
    for (const { properties } of all('AWS::Lambda::Function'))
      expect(logs.map(({ id }) => id)).toContain(properties.LoggingConfig.LogGroup.Ref);
    // Who read or did what is asked for long after: where authorities work, twelve months.
    if (stage.name !== 'dev') expect(Number(stage.logRetention)).toBeGreaterThanOrEqual(365);
    const names = logs.map(({ properties }) => JSON.stringify(properties.LogGroupName ?? null));
    expect(names.filter((name) => name.includes('API-Gateway-Execution-Logs_'))).toHaveLength(1);
  });

  test('logs nothing about people: no address, user agent, query, header, body or trace', () => {
    const { AccessLogSetting, MethodSettings, TracingEnabled } = the('AWS::ApiGateway::Stage').properties;
    const logged = Object.values(JSON.parse(AccessLogSetting.Format) as Record<string, string>);
    const personal =
      /sourceIp|userAgent|user|caller|cognito|authorizer|principal|accountId|path$|Header|querystring|body/i;
    expect(logged.filter((value) => personal.test(value) && value !== '$context.resourcePath')).toEqual([]);
    expect(logged).toContain('$context.requestId');
    expect(MethodSettings.map((method: Method) => method.DataTraceEnabled)).toEqual(
      MethodSettings.map(() => false),
    );
    expect(TracingEnabled ?? false).toBe(false);
    for (const { properties } of all('AWS::Lambda::Function'))
      expect(properties.TracingConfig).toBeUndefined();
    expect(JSON.stringify(the('AWS::WAFv2::WebACL').properties)).not.toContain(
      '"SampledRequestsEnabled":true',
    );
  });

  test('stands behind a firewall with the rules of AWS and a limit for every address', () => {
    const { Rules, Scope, DefaultAction } = the('AWS::WAFv2::WebACL').properties;
    expect({ Scope, DefaultAction }).toEqual({ Scope: 'REGIONAL', DefaultAction: { Allow: {} } });
    const groups = Rules.flatMap((rule: Rule) => rule.Statement.ManagedRuleGroupStatement?.Name ?? []);
    expect(groups).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
    ]);
    const limit = Rules.find((rule: Rule) => rule.Statement.RateBasedStatement);
    expect(limit.Statement.RateBasedStatement).toMatchObject({
      AggregateKeyType: 'IP',
      Limit: stage.requestsPerAddress,
      // One address of a portal stands for many people, whom its plan limits.
      ScopeDownStatement: {
        NotStatement: {
          Statement: {
            ByteMatchStatement: { SearchString: '/api/portal/', PositionalConstraint: 'STARTS_WITH' },
          },
        },
      },
    });
    expect(the('AWS::ApiGateway::Stage').properties.StageName).toBe('api');
    expect(limit.Action.Block).toBeDefined();
    const stageOfApi = the('AWS::ApiGateway::Stage').id;
    expect(JSON.stringify(the('AWS::WAFv2::WebACLAssociation').properties.ResourceArn)).toContain(stageOfApi);
  });

  test('takes nothing older than TLS 1.2', () => {
    expect(the('AWS::ApiGateway::RestApi').properties).toMatchObject({
      SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
      EndpointAccessMode: 'STRICT',
    });
  });

  test('throttles everybody, and gives each portal a key and a plan of its own', () => {
    for (const method of the('AWS::ApiGateway::Stage').properties.MethodSettings) {
      expect(method.ThrottlingRateLimit).toBeGreaterThan(0);
      expect(method.ThrottlingBurstLimit).toBeGreaterThan(0);
    }
    const plans = all('AWS::ApiGateway::UsagePlan').map(({ properties }) => properties);
    expect(plans.map(({ Throttle, Quota }) => ({ Throttle, Quota }))).toEqual(
      stage.portals.map(({ perSecond, burst, perDay }) => ({
        Throttle: { RateLimit: perSecond, BurstLimit: burst },
        Quota: { Limit: perDay, Period: 'DAY' },
      })),
    );
    expect(all('AWS::ApiGateway::ApiKey')).toHaveLength(stage.portals.length);
    expect(all('AWS::ApiGateway::UsagePlanKey')).toHaveLength(stage.portals.length);
    // The value of a key is made by the gateway and stands nowhere.
    expect(all('AWS::ApiGateway::ApiKey').filter(({ properties }) => properties.Value)).toEqual([]);
    const keyed = all('AWS::ApiGateway::Method').map(({ id, properties }) => [
      id.includes('portal'),
      properties.ApiKeyRequired,
    ]);
    expect(keyed.filter(([portal, required]) => portal !== required)).toEqual([]);
  });

  test('answers by itself in the form of the API, with a code, in English and Chinese', () => {
    const answers = all('AWS::ApiGateway::GatewayResponse');
    expect(answers.map(({ properties }) => properties.ResponseType)).toEqual(
      expect.arrayContaining(['DEFAULT_4XX', 'DEFAULT_5XX', 'THROTTLED', 'WAF_FILTERED', 'QUOTA_EXCEEDED']),
    );
    for (const { properties } of answers) {
      expect(JSON.parse(properties.ResponseTemplates['application/json'])).toEqual({
        errors: [
          {
            message: expect.stringMatching(/^[A-Z][ -~]+$/),
            extensions: {
              code: expect.stringMatching(/^[A-Z_]+$/),
              zh: expect.stringMatching(/\p{Script=Han}/u),
            },
          },
        ],
      });
    }
  });

  test('answers by itself with no-store, nosniff and HSTS, as the function does', () => {
    const { Rules } = the('AWS::WAFv2::WebACL').properties;
    const expected = {
      ...RESPONSE_HEADERS,
      ...(stage.origins.length === 1
        ? { 'access-control-allow-origin': stage.origins[0], vary: 'origin' }
        : {}),
    };
    const byFirewall = Rules.flatMap((rule: Rule) => rule.Action?.Block?.CustomResponse ?? []).map(
      (answer: { ResponseHeaders: { Name: string; Value: string }[] }) =>
        Object.fromEntries(answer.ResponseHeaders.map(({ Name, Value }) => [Name, Value])),
    );
    expect(byFirewall).toEqual([expected, expected]);
    for (const { properties } of all('AWS::ApiGateway::GatewayResponse'))
      expect(properties.ResponseParameters).toEqual(
        Object.fromEntries(
          Object.entries(expected).map(([name, value]) => [`gatewayresponse.header.${name}`, `'${value}'`]),
        ),
      );
  });

  test('is tied to no partition: everything is named in that of its region', () => {
    const partition = stage.region.startsWith('cn-') ? 'aws-cn' : 'aws';
    const partitions = [...deployment.text.matchAll(/arn:([a-z-]+):/g)].map(([, name]) => name);
    expect(partitions.length).toBeGreaterThan(0);
    expect([...new Set(partitions)]).toEqual([partition]);
    if (partition === 'aws-cn') {
      expect(all('AWS::Cognito::UserPool')).toEqual([]);
      expect(deployment.text.replaceAll('.amazonaws.com.cn', '')).not.toMatch(
        /(?<!(lambda|apigateway|cloudwatch|events|backup|states))\.amazonaws\.com/,
      );
    }
  });

  test('lets its own alarms, and no others, into the topic that it makes', () => {
    if (stage.alarms.kind === 'TOPIC') {
      expect(all('AWS::SNS::Topic', 'AWS::SNS::TopicPolicy')).toEqual([]);
      return;
    }
    const { Statement } = the('AWS::SNS::TopicPolicy').properties.PolicyDocument;
    const allowed = Statement.filter(({ Effect }: Statement) => Effect === 'Allow');
    expect(allowed.map(({ Principal }: Statement) => Principal)).toEqual([
      { Service: 'cloudwatch.amazonaws.com' },
      ...(stage.monthlyBudget === undefined ? [] : [{ Service: 'budgets.amazonaws.com' }]),
    ]);
    for (const { Condition } of allowed)
      expect(Condition.StringEquals).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
    expect(JSON.stringify(allowed[0].Condition)).toContain(`:alarm:park-admission-${stage.name}-*`);
    const mails = all('AWS::SNS::Subscription').map(({ properties }) => properties.Endpoint);
    expect(mails).toEqual(stage.alarms.kind === 'MAIL' ? [stage.alarms.address] : []);
  });

  test.each(CALLERS)('tells the function for %s all that its settings read, and nothing else', (callers) => {
    const { Environment } = apiFunctions()[callers]!.properties;
    const filled = Object.fromEntries(
      Object.entries(Environment.Variables as Record<string, unknown>).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : 'https://filled.in.at/deployment',
      ]),
    );
    const settings = readSettings(filled);
    if (stage.identity.kind === 'ISSUER')
      expect(settings.identity).toMatchObject({
        issuer: ISSUER.issuer,
        audience: ISSUER.audience,
        jwks: new URL(ISSUER.jwksUrl),
        rolesClaim: 'roles',
        subjects: 'names',
      });
    else expect(settings.identity).toMatchObject({ rolesClaim: 'cognito:groups', subjects: 'ids' });
    expect(settings.callers).toBe(callers);
    if (stage.restoredTable) expect(settings.tableName).toBe(stage.restoredTable.name);
    expect(Object.keys(filled).sort()).toEqual([
      'AUDIENCE',
      'CALLERS',
      'ISSUER',
      'JWKS_URL',
      ...(callers === 'officer' ? ['LIST_BUCKET'] : []),
      ...(callers === 'anonymous' ? [] : ['LOG_KEY_SECRET']),
      'NODE_ENV',
      ...(stage.origins.length === 0 || callers === 'portal' ? [] : ['ORIGINS']),
      'ROLES_CLAIM',
      'SERVICE_NAME',
      'SUBJECTS',
      'TABLE_NAME',
    ]);
  });

  test('has a function of its own for each kind of callers, each with its share, none with that of another', () => {
    const functions = apiFunctions();
    expect(Object.keys(functions).sort()).toEqual([...CALLERS].sort());
    for (const callers of CALLERS)
      expect(functions[callers]!.properties.ReservedConcurrentExecutions).toBe(stage.concurrency?.[callers]);
    // An authority's service shares nothing with whoever comes along.
    if (stage.name !== 'dev') expect(stage.concurrency).toBeDefined();
    const asked = all('AWS::ApiGateway::Method')
      .filter(({ properties }) => properties.Integration.Type === 'AWS_PROXY')
      .map(({ id, properties }) => [
        id,
        CALLERS.find((callers) => JSON.stringify(properties.Integration.Uri).includes(`${callers}Function`)),
      ]);
    expect(asked).toHaveLength(7);
    for (const [id, callers] of asked)
      expect([id, /officer|portal/.exec(id!)?.[0] ?? 'anonymous']).toEqual([id, callers]);
  });

  test('lets nobody without a token change anything: his function cannot even put', () => {
    const { anonymous, officer, portal } = apiFunctions();
    const may = (one: Resource) => allowedTo(one).flatMap(({ Action }) => Action);
    expect(may(anonymous!).filter((action) => /Put|Encrypt$|secretsmanager/.test(action))).toEqual(
      may(anonymous!).filter((action) => action === 'logs:PutLogEvents'),
    );
    for (const one of [officer!, portal!]) expect(may(one)).toContain('dynamodb:PutItem');
  });

  test('wakes no function at the address of officers for who brings no token', () => {
    const { Rules } = the('AWS::WAFv2::WebACL').properties;
    const rule = Rules.find(({ Name }: { Name: string }) => Name === 'OfficersBringAToken');
    expect(rule.Action.Block.CustomResponse.ResponseCode).toBe(401);
    expect(JSON.stringify(rule.Statement)).toContain('"SearchString":"/api/officer/"');
    expect(JSON.stringify(rule.Statement)).toContain('"SingleHeader":{"Name":"authorization"}');
  });

  test('hears of every item that is replaced or deleted, and of no other, from the table that serves', () => {
    expect(the('AWS::DynamoDB::Table').properties.StreamSpecification).toEqual({
      StreamViewType: 'KEYS_ONLY',
    });
    const { properties } = the('AWS::Lambda::EventSourceMapping');
    expect(
      properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern)),
    ).toEqual([{ eventName: ['MODIFY', 'REMOVE'] }]);
    const watch = all('AWS::Lambda::Function').find(({ id }) => id.startsWith('TableWatch'))!;
    const { TABLE_NAME, STREAM_ARN } = watch.properties.Environment.Variables;
    expect(properties.EventSourceArn).toEqual(STREAM_ARN);
    if (stage.restoredTable)
      expect([TABLE_NAME, STREAM_ARN]).toEqual([stage.restoredTable.name, stage.restoredTable.streamArn]);
    // What it could not look at, whoever hears the alarms is told.
    expect(properties.DestinationConfig.OnFailure.Destination).toEqual(
      watch.properties.DeadLetterConfig.TargetArn,
    );
    // It sees keys and settings; an item it could not read.
    expect(
      allowedTo(watch)
        .flatMap(({ Action }) => Action)
        .filter((action) => /dynamodb:(?!Describe|ListStreams|GetRecords|GetShardIterator)/.test(action)),
    ).toEqual([]);
  });

  test('lays backups where nobody takes them from before their time, every one of the table that serves', () => {
    const { properties, deletionPolicy, stack } = the('AWS::Backup::BackupVault');
    expect([deletionPolicy, stack]).toEqual(['Retain', 'data']);
    expect(properties.LockConfiguration).toEqual({
      MinRetentionDays: 35,
      ...(stage.backup.lockIsFinalAfterDays && { ChangeableForDays: stage.backup.lockIsFinalAfterDays }),
    });
    expect(properties.EncryptionKeyArn !== undefined).toBe(stage.customerManagedKey);
    const { BackupPlanRule } = the('AWS::Backup::BackupPlan').properties.BackupPlan;
    expect(BackupPlanRule.map(({ Lifecycle }: BackupRule) => Lifecycle.DeleteAfterDays)).toEqual([
      35,
      stage.backup.keepDays,
    ]);
    for (const { CopyActions = [] } of BackupPlanRule as BackupRule[])
      expect(CopyActions.map(({ DestinationBackupVaultArn }) => DestinationBackupVaultArn)).toEqual(
        stage.backup.copyTo === undefined ? [] : [stage.backup.copyTo],
      );
    const { Resources } = the('AWS::Backup::BackupSelection').properties.BackupSelection;
    expect(JSON.stringify(Resources)).toContain(the('AWS::DynamoDB::Table').id);
    if (stage.restoredTable)
      expect(JSON.stringify(Resources)).toContain(`:table/${stage.restoredTable.name}`);
  });

  test('tells when the account costs more than was meant, but in China, where nothing makes budgets', () => {
    const budgets = all('AWS::Budgets::Budget').map(({ properties }) => properties);
    expect(budgets.length).toBe(stage.region.startsWith('cn-') ? 0 : 1);
    for (const { Budget, NotificationsWithSubscribers } of budgets) {
      expect(Budget).toMatchObject({
        BudgetName: `park-admission-${stage.name}-cost`,
        BudgetLimit: { Amount: stage.monthlyBudget },
      });
      expect(
        NotificationsWithSubscribers.map(
          ({ Notification }: { Notification: { NotificationType: string } }) => Notification.NotificationType,
        ),
      ).toEqual(['ACTUAL', 'FORECASTED']);
    }
  });

  test('lets a new version in for one request in ten, and takes it back when an alarm is raised', () => {
    const groups = all('AWS::CodeDeploy::DeploymentGroup').map(({ properties }) => properties);
    expect(groups).toHaveLength(CALLERS.length);
    for (const { DeploymentConfigName, AlarmConfiguration, AutoRollbackConfiguration } of groups) {
      expect(DeploymentConfigName).toBe('CodeDeployDefault.LambdaCanary10Percent15Minutes');
      expect(AlarmConfiguration).toMatchObject({ Enabled: true });
      expect(AlarmConfiguration.Alarms).toHaveLength(4);
      expect(AutoRollbackConfiguration.Events).toContain('DEPLOYMENT_STOP_ON_ALARM');
    }
    // Asked past the alias, a version would get everybody at once.
    for (const { properties } of all('AWS::ApiGateway::Method'))
      if (properties.Integration.Type === 'AWS_PROXY')
        expect(JSON.stringify(properties.Integration.Uri)).toMatch(/Aliaslive/);
  });

  test('hands the console out of the bucket of the deployment, object by object, with its policy', () => {
    const gets = all('AWS::ApiGateway::Method').filter(
      ({ properties }) => properties.Integration.Type === 'AWS',
    );
    expect(gets).toHaveLength(3);
    const role = gets[0]!.properties.Integration.Credentials['Fn::GetAtt'][0];
    const allowed = statementsOf(deployment).filter(
      ({ owner, Action }) => owner.startsWith('ConsoleReader') && Action !== 'sts:AssumeRole',
    );
    expect(allowed.map(({ Effect, Action }) => [Effect, Action])).toEqual([['Allow', 's3:GetObject']]);
    expect(allowed[0]!.Resource).toHaveLength(gets.length);
    // For a gateway of this account, where it says for which.
    expect(
      all('AWS::IAM::Role').find(({ id }) => id === role)!.properties.AssumeRolePolicyDocument.Statement,
    ).toMatchObject([
      { Condition: { StringEqualsIfExists: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } },
    ]);
    for (const { properties } of gets) {
      expect(properties).toMatchObject({
        AuthorizationType: 'NONE',
        ApiKeyRequired: false,
        HttpMethod: 'GET',
      });
      expect(properties.Integration.Credentials['Fn::GetAtt'][0]).toBe(role);
      expect(JSON.stringify(properties.Integration.Uri)).toContain(
        `arn:${stage.region.startsWith('cn-') ? 'aws-cn' : 'aws'}:apigateway:${stage.region}:s3:path/`,
      );
      const answers = properties.Integration.IntegrationResponses;
      // A missing object (403 to who may not list the bucket) is no page, and no browser keeps what is said of it.
      expect(
        ['200', '403', '404', '500', '503'].map(
          (said) =>
            answers.find(
              ({ SelectionPattern }: { SelectionPattern?: string }) =>
                SelectionPattern && new RegExp(`^(?:${SelectionPattern})$`).test(said),
            )?.StatusCode ?? answers[0].StatusCode,
        ),
      ).toEqual(['200', '404', '404', '503', '503']);
      for (const { ResponseParameters } of answers) {
        const said = Object.keys(ResponseParameters).map((name) => name.replace(/.*\./, ''));
        expect(said).toEqual(
          expect.arrayContaining(Object.keys({ ...RESPONSE_HEADERS, ...consoleHeaders() })),
        );
        if (ResponseParameters !== answers[0].ResponseParameters)
          expect(ResponseParameters['method.response.header.cache-control']).toBe("'no-store'");
      }
      const [{ ResponseParameters }] = answers;
      const policy = JSON.stringify(ResponseParameters['method.response.header.content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      // Where people sign in, and nowhere else.
      expect(policy).toContain(
        stage.identity.kind === 'ISSUER' ? "connect-src 'self' https://login.example.gov.cn;" : 'cognito-idp',
      );
      expect(ResponseParameters['method.response.header.cache-control']).toMatch(
        /^'(no-store|max-age=31536000, immutable)'$/,
      );
    }
  });

  test('tells the console where people sign in', () => {
    const settings = all('AWS::ApiGateway::Method').find(
      ({ properties }) => properties.HttpMethod === 'GET' && properties.Integration.Type === 'MOCK',
    )!.properties.Integration.IntegrationResponses[0].ResponseTemplates['application/json'];
    const text = JSON.stringify(settings);
    for (const field of ['issuer', 'metadata', 'clientId', 'scope']) expect(text).toContain(field);
    expect(text).toContain('/.well-known/openid-configuration');
    if (stage.identity.kind === 'ISSUER') expect(JSON.parse(settings).clientId).toBe(stage.identity.audience);
  });

  test('answers preflights of the sites of the stage, and of no others, without waking a function', () => {
    const preflights = all('AWS::ApiGateway::Method').filter(
      ({ properties }) => properties.HttpMethod === 'OPTIONS',
    );
    expect(preflights.map(({ id }) => /portal/.test(id))).toEqual(
      stage.origins.length === 0 ? [] : [false, false],
    );
    for (const { properties } of preflights) {
      expect(properties.Integration.Type).toBe('MOCK');
      const [{ ResponseParameters, ResponseTemplates }] = properties.Integration.IntegrationResponses;
      const asked = [...ResponseTemplates['application/json'].matchAll(/\$origin == "(https[^"]+)"/g)];
      expect(asked.map(([, origin]) => origin)).toEqual(stage.origins);
      expect(ResponseParameters['method.response.header.cache-control']).toBe("'no-store'");
    }
    // A page of any site could otherwise read what the gateway says.
    expect(deployment.text).not.toMatch(/access-control-allow-origin["\\]*:["\\' ]*\*/i);
  });

  test('says in its outputs which bytes were deployed', () => {
    const outputs = deployment.outputs.filter(({ name }) => /Sha256/.test(name));
    expect(outputs.map(({ value }) => value)).toEqual(
      ['api', 'tableWatch', 'histories', 'lists'].map(() => EMPTY_MODULE_SHA256),
    );
  });

  test('keeps the key of the pseudonyms in no variable, no template and no log', () => {
    const { properties, deletionPolicy, stack } = the('AWS::SecretsManager::Secret');
    expect([deletionPolicy, stack, properties.SecretString]).toEqual(['Retain', 'data', undefined]);
    expect(properties.GenerateSecretString.PasswordLength).toBeGreaterThanOrEqual(32);
    expect(deployment.text).not.toContain('{{resolve:');
  });

  test('keeps seals where nobody can replace or delete them, signed by a key that does nothing else', () => {
    const bucket = all('AWS::S3::Bucket').find(({ id }) => id === SEALS[0])!;
    expect(bucket.deletionPolicy).toBe('Retain');
    expect(bucket.properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: stage.sealsLockedDays } },
      },
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
    const key = all('AWS::KMS::Key').find(({ id }) => id === SEAL_KEY)!;
    expect(key.properties).toMatchObject({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const keeper = all('AWS::Lambda::Function').find(({ id }) => id.startsWith('Seals'))!;
    const allowed = allowedTo(keeper).flatMap(({ Action }) => Action) as string[];
    expect(allowed.filter((action) => /^(s3|kms:(Sign|Get|Verify))/.test(action)).sort()).toEqual([
      'kms:GetPublicKey',
      'kms:Sign',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ]);
    // Whoever answers requests can neither sign nor touch what is kept.
    for (const one of all('AWS::Lambda::Function').filter(({ id }) => id !== keeper.id))
      expect(JSON.stringify(allowedTo(one))).not.toMatch(/s3:::[^"]*-seals-|kms:Sign/);
  });

  test('links every minute, seals every hour and verifies everything every night', () => {
    const ofSeals = all('AWS::Events::Rule').filter(({ id }) => id.startsWith('Seals'));
    const rules = ofSeals.map(({ properties }) => [
      JSON.parse(properties.Targets[0].Input).task,
      properties.ScheduleExpression,
      properties.State,
    ]);
    expect(rules).toEqual([
      ['LINK', 'rate(1 minute)', 'ENABLED'],
      ['SEAL', 'rate(1 hour)', 'ENABLED'],
      ['VERIFY', 'cron(30 18 * * ? *)', 'ENABLED'],
    ]);
  });

  test('lets in only invited people with a second factor, where it has a user pool', () => {
    for (const { properties } of all('AWS::Cognito::UserPool')) {
      expect(properties).toMatchObject({
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        DeletionProtection: 'ACTIVE',
        UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
      });
      expect(properties.Policies.PasswordPolicy.MinimumLength).toBeGreaterThanOrEqual(12);
    }
    for (const { properties } of all('AWS::Cognito::UserPoolClient'))
      expect(properties).toMatchObject({
        AllowedOAuthFlows: ['code'],
        // Nothing said here is SRP and custom flows as well: passwords could be tried past the sign-in page.
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        PreventUserExistenceErrors: 'ENABLED',
      });
  });
});

describe('what the rule packs find', { timeout: PATIENCE_MS }, () => {
  test('is reported: a topic that takes messages over an open line stops the synthesis', () => {
    expect(() => deploy(STAGES.dev!, { change: ({ api }) => void new Topic(api, 'Careless') })).toThrow(
      /AwsSolutions-SNS3/,
    );
  });

  test('is reported by the pack for serverless services: a function whose lost events go nowhere', () => {
    const careless = ({ api }: StageStacks) =>
      void new LambdaFunction(api, 'Careless', {
        runtime: Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: Code.fromInline('exports.handler = () => {}'),
      });
    expect(() => deploy(STAGES.dev!, { change: careless })).toThrow(/Serverless-LambdaDLQ/);
  });

  test("is reported by the library's validation: a property that no resource of the type has", () => {
    const careless = ({ api }: StageStacks) =>
      void new CfnResource(api, 'Careless', {
        type: 'AWS::SNS::Topic',
        properties: { NoSuchProperty: 'x' },
      });
    expect(() => deploy(STAGES.dev!, { change: careless })).toThrow(/NoSuchProperty/);
  });

  test('is answered for rule by rule, at the resource it is about, with a reason', () => {
    const answered = new Map<string, string>();
    for (const [variant, { name }] of Object.entries(VARIANTS))
      for (const { path, rule, reason } of acknowledgements(deployed(variant).app))
        answered.set(`${path} ${rule}`.replaceAll(`park-admission-${name}-`, ''), reason);
    const regions = [...new Set(Object.values(VARIANTS).map(({ region }) => region))];
    const methods = ['portal/', 'officer/', ''].flatMap((place) =>
      ['GET', 'POST'].map((name) => `${place}graphql/${name}`),
    );
    expect([...answered.keys()].sort()).toEqual(
      [
        'park-admission-account/GatewayLogs AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
        'data/LogKey/Secret AwsSolutions-SMG4',
        'data/Seals/Bucket AwsSolutions-S1',
        'data/Lists/Bucket AwsSolutions-S1',
        ...placesOf({
          'officerFunction/Role': ['incoming', 'results'],
          'Lists/ReadRole': ['incoming', 'chunks', 'results'],
          'Lists/CheckRole': ['chunks', 'results'],
          'Lists/GatherRole': ['incoming', 'chunks', 'results'],
          'Lists/StatesRole': ['chunks'],
        }),
        ...regions.map(
          (region) =>
            `api/Lists/StatesRole AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:${region}:<AWS::AccountId>:execution:lists/*]`,
        ),
        'api/Lists/States AwsSolutions-SF1',
        'api/Lists/States AwsSolutions-SF2',
        'api/Lists/States Serverless-StepFunctionStateMachineXray',
        'api/Lists/Lost AwsSolutions-SQS3',
        'api/Lists/Lost Serverless-SQSRedrivePolicy',
        ...['Read', 'Check', 'Gather'].flatMap((step) => [
          `api/Lists/${step} Serverless-LambdaDLQ`,
          `api/Lists/${step} Serverless-LambdaTracing`,
        ]),
        'api/Seals/Role AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::seals-<AWS::AccountId>/seal-*]',
        'api/Seals/Lambda Serverless-LambdaDLQ',
        'api/Seals/Lambda Serverless-LambdaTracing',
        ...['LINK', 'SEAL', 'VERIFY'].map((task) => `api/Seals/${task} Serverless-EventBusDLQ`),
        'data/Backups/Role AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
        'api/Canary/Role AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
        ...CALLERS.flatMap((callers) => [
          `api/${callers}Function/Lambda Serverless-LambdaDLQ`,
          `api/${callers}Function/Lambda Serverless-LambdaTracing`,
        ]),
        'api/TableWatch/Role AwsSolutions-IAM5[Resource::*]',
        'api/TableWatch/Schedule Serverless-EventBusDLQ',
        'api/TableWatch/Lambda Serverless-LambdaTracing',
        'api/Gateway/Api/DeploymentStage.api Serverless-APIGWXrayEnabled',
        'api/Gateway/Api AwsSolutions-APIG2',
        ...[...methods, ...FILES_OF_THE_CONSOLE].map(
          (method) => `api/Gateway/Api/Default/${method} AwsSolutions-APIG4`,
        ),
        'api/Gateway/Api/Default/graphql/OPTIONS AwsSolutions-APIG4',
        'api/Gateway/Api/Default/officer/graphql/OPTIONS AwsSolutions-APIG4',
        ...[...methods, ...FILES_OF_THE_CONSOLE].map(
          (method) => `api/Gateway/Api/Default/${method} AwsSolutions-COG4`,
        ),
        'api/AlarmReceiver/Topic/duty@example.gov.cn Serverless-SNSRedrivePolicy',
      ].sort(),
    );
    for (const reason of answered.values()) expect(reason).toMatch(/^[A-Z].{80,}\.$/s);
  });
});

/** Places in the bucket of lists, by the roles that may go there. */
const placesOf = (roles: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  Object.entries(roles).flatMap(([role, places]) =>
    places.map(
      (place) =>
        `api/${role} AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::lists-<AWS::AccountId>/${place}/*]`,
    ),
  );

/** Of the small console of `deployment.ts`, what it has to know of the issuer, and the feeds. */
const FILES_OF_THE_CONSOLE = [
  'GET',
  'assets/main-A1.js/GET',
  'console.json/GET',
  'feeds/{feed}/GET',
  'offline.js/GET',
];

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly Principal?: unknown;
}
interface BackupRule {
  readonly Lifecycle: { readonly DeleteAfterDays: number };
  readonly CopyActions?: readonly { readonly DestinationBackupVaultArn: string }[];
}
interface Method {
  readonly DataTraceEnabled: boolean;
}
interface Rule {
  // biome-ignore lint/suspicious/noExplicitAny: one key for each kind of action
  readonly Action?: any;
  // biome-ignore lint/suspicious/noExplicitAny: one key for each kind of rule
  readonly Statement: any;
}

/** Every statement of every policy, wherever a resource carries one. */
function statementsOf({ resources }: Deployment): readonly (Statement & { readonly owner: string })[] {
  const found: (Statement & { readonly owner: string })[] = [];
  const visit = (owner: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, part] of Object.entries(value)) {
      if (name === 'Statement' && Array.isArray(part) && part.every((one) => 'Effect' in one))
        found.push(...part.map((statement: Statement) => ({ ...statement, owner })));
      else visit(owner, part);
    }
  };
  for (const { id, properties } of resources) visit(id, properties);
  return found;
}

function isWild(value: unknown): boolean {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return text.includes('*');
}

function acknowledgements(
  root: IConstruct,
): readonly { readonly path: string; readonly rule: string; readonly reason: string }[] {
  return root.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([id, reason]) => ({ path: node.path, rule: id.replace(/^annotation::/i, ''), reason })),
  );
}
