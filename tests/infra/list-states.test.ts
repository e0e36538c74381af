// @ts-expect-error: it comes without types
import untypedValidator from 'asl-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { listStates } from '../../infra/list-states.ts';
import { REQUEST_MS } from '../../services/lambda/rest-handler.ts';
import { MAX_CHUNK_ROWS } from '../../services/operations/limits.ts';
import { type Deployment, deployed, PATIENCE_MS, type Resource, VARIANTS } from './deployment.ts';

/** What is deployed, with names in place of what CloudFormation fills in. */
const definitionIn = ({ resources }: Deployment): Definition => {
  const [machine] = resources.filter(({ type }) => type === 'AWS::StepFunctions::StateMachine');
  const [, parts] = machine!.properties.DefinitionString['Fn::Join'] as [
    string,
    readonly (string | Reference)[],
  ];
  const filled = parts.map((part) =>
    typeof part === 'string'
      ? part
      : 'Ref' in part
        ? FILLED_IN[part.Ref]
        : `arn:${PARTITION}:lambda:x:${ACCOUNT}:function:${part['Fn::GetAtt'][0]}`,
  );
  return JSON.parse(filled.join('')) as Definition;
};
const ACCOUNT = '111122223333';
const PARTITION = 'aws-cn';
const FILLED_IN: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': PARTITION,
};

/** One with a key of its own and one without, here and in China. */
const LOOKED_INTO = Object.entries(VARIANTS).filter(([, { name }]) =>
  ['dev', 'beijing', 'ningxia'].includes(name),
);

describe('the run of a list', { timeout: PATIENCE_MS }, () => {
  let deployment: Deployment;
  let definition: Definition;
  beforeAll(() => {
    deployment = deployed('in Beijing, with an issuer of its own');
    definition = definitionIn(deployment);
  }, PATIENCE_MS);

  test('is deployed as it stands in infra/list-states.ts, over functions that are deployed', () => {
    const ofLists = deployment.resources.filter(
      ({ id, type }) => type === 'AWS::Lambda::Function' && id.startsWith('Lists'),
    );
    const arn = (name: string) =>
      `arn:${PARTITION}:lambda:x:${ACCOUNT}:function:${ofLists.find(({ id }) => id.startsWith(`Lists${name}`))!.id}`;
    expect(definition).toEqual(
      listStates({
        partition: PARTITION,
        bucket: `park-admission-beijing-lists-${ACCOUNT}`,
        read: arn('Read'),
        check: arn('Check'),
        gather: arn('Gather'),
        workers: 100,
      }),
    );
  });

  test.each(LOOKED_INTO)('is a definition by the specification: %s', (variant) => {
    expect(faultsOf(definitionIn(deployed(variant)))).toEqual([]);
  });

  test.each<readonly [string, Readonly<Record<string, Partial<State>>>, RegExp]>([
    ['a state that leads nowhere', { ReadList: { Next: 'Nowhere' } }, /Nowhere/],
    ['a state that nothing leads to', { Idle: { Type: 'Succeed' } }, /Idle/],
    ['a type of state that there is not', { ListWhole: { Type: 'Finish' } }, /SCHEMA_VALIDATION/],
    ['a path that is none', { ReadList: { ResultPath: 'no path' } }, /asl_result_path/],
  ])('a check finds %s', (_, changes, said) => {
    const changed = Object.entries(changes).map(([name, change]) => [
      name,
      { ...definition.States[name], ...change },
    ]);
    expect(
      faultsOf({ ...definition, States: { ...definition.States, ...Object.fromEntries(changed) } }).join(
        '\n',
      ),
    ).toMatch(said);
  });

  test('ends green at one place, which only a whole list comes to', () => {
    const ends = Object.entries(definition.States).filter(([, { Type }]) => Type === 'Succeed');
    expect(ends.map(([name]) => name)).toEqual(['ListWhole']);
    const leading = Object.values(definition.States).flatMap((state) =>
      (state.Choices ?? []).filter(({ Next }) => Next === 'ListWhole'),
    );
    expect(leading).toEqual([{ Variable: '$.state', StringEquals: 'WHOLE', Next: 'ListWhole' }]);
    for (const { Next, Default } of Object.values(definition.States))
      expect([Next, Default]).not.toContain('ListWhole');
  });

  test('tries again what may pass, and never what was refused', () => {
    const tasks = statesIn(definition).filter(([, { Type }]) => Type === 'Task');
    expect(tasks.map(([name]) => name)).toEqual([
      'ReadList',
      'CheckPortion',
      'GatherResults',
      'CheckMissingPortion',
    ]);
    for (const [, { Retry }] of tasks) {
      expect(Retry![0]).toEqual({ ErrorEquals: ['Refused'], MaxAttempts: 0 });
      expect(Retry![1]).toMatchObject({ ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL' });
    }
  });
});

describe.each(LOOKED_INTO)('what lists are deployed with: %s', { timeout: PATIENCE_MS }, (variant, stage) => {
  let deployment: Deployment;
  beforeAll(() => {
    deployment = deployed(variant);
  }, PATIENCE_MS);
  const named = (id: RegExp): Resource => deployment.resources.find((one) => id.test(one.id))!;
  /** What a role may do in the bucket, `<action> <place>`. */
  const inBucket = (role: RegExp): readonly string[] =>
    (named(role).properties.PolicyDocument.Statement as readonly Statement[])
      .flatMap(({ Action, Resource }) =>
        [Action]
          .flat()
          .flatMap((action) => [Resource].flat().map((one) => `${action} ${JSON.stringify(one)}`)),
      )
      .filter((one) => one.startsWith('s3:'))
      .map((one) => one.replace(/ .*-lists-[^/]*?(?:\/(\w+)\/\*"?)?[\]},"]*$/, ' $1').trim())
      .sort();

  test.each([
    [
      'the function of officers',
      /^officerFunctionRoleDefaultPolicy/,
      ['s3:GetObject results', 's3:PutObject incoming'],
    ],
    [
      'the reader',
      /^ListsReadRoleDefaultPolicy/,
      ['s3:GetObject chunks', 's3:GetObject incoming', 's3:PutObject chunks', 's3:PutObject results'],
    ],
    [
      'a worker',
      /^ListsCheckRoleDefaultPolicy/,
      ['s3:GetObject chunks', 's3:ListBucket', 's3:PutObject results'],
    ],
    [
      'what gathers',
      /^ListsGatherRoleDefaultPolicy/,
      [
        's3:GetObject chunks',
        's3:GetObject incoming',
        's3:GetObject results',
        's3:ListBucket',
        's3:PutObject chunks',
        's3:PutObject results',
      ],
    ],
    ['the state machine', /^ListsStatesRoleDefaultPolicy/, ['s3:GetObject chunks']],
  ])('%s goes where it has to, deletes nothing and looks nowhere else', (_, role, places) => {
    expect(inBucket(role)).toEqual(places);
  });

  test('nobody without a token or for a portal comes near it', () => {
    for (const callers of ['anonymous', 'portal'])
      expect(
        JSON.stringify(named(new RegExp(`^${callers}FunctionRoleDefaultPolicy`)).properties),
      ).not.toContain('-lists-');
  });

  test('the reader reads the table and adds nothing to it', () => {
    expect(JSON.stringify(named(/^ListsReadRoleDefaultPolicy/).properties)).not.toContain('dynamodb:PutItem');
    expect(JSON.stringify(named(/^ListsCheckRoleDefaultPolicy/).properties)).toContain('dynamodb:PutItem');
  });

  test('the bucket is closed, encrypted as the table is, and empties itself', () => {
    const { properties } = named(/^ListsBucket466A1045$/);
    expect(properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    const [{ ServerSideEncryptionByDefault: encryption }] =
      properties.BucketEncryption.ServerSideEncryptionConfiguration;
    expect(encryption.SSEAlgorithm).toBe(stage.customerManagedKey ? 'aws:kms' : 'AES256');
    if (stage.customerManagedKey)
      expect(JSON.stringify(encryption.KMSMasterKeyID)).toContain('DataKey5F086070');
    expect(
      properties.LifecycleConfiguration.Rules.flatMap(({ Prefix, ExpirationInDays }: LifecycleRule) =>
        Prefix === undefined ? [] : [[Prefix, ExpirationInDays]],
      ),
    ).toEqual([
      ['incoming/', stage.lists.keepDays],
      ['chunks/', 14],
      ['results/', stage.lists.keepDays],
    ]);
    expect(properties.CorsConfiguration?.CorsRules[0].AllowedOrigins ?? []).toEqual(stage.origins);
    expect(JSON.stringify(named(/^ListsBucketPolicy/).properties)).toContain('aws:SecureTransport');
  });

  test('what is handed in starts a run, and what could not be started is kept and rings', () => {
    const rule = named(/^ListsHandedIn/).properties;
    expect(rule.EventPattern).toMatchObject({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { object: { key: [{ prefix: 'incoming/' }] } },
    });
    expect(JSON.stringify(rule.EventPattern.detail.bucket)).toContain(`park-admission-${stage.name}-lists-`);
    expect(rule.Targets).toHaveLength(1);
    expect(JSON.stringify(rule.Targets[0].DeadLetterConfig.Arn)).toContain('ListsLost');
    const alarm = deployment.resources.find(({ properties }) =>
      /lists-lost$/.test(properties.AlarmName ?? ''),
    )!;
    expect(JSON.stringify(alarm.properties.Dimensions)).toContain('ListsLost');
  });

  test('a worker has time to come from a whole portion down to a row, where every request takes as long as it may', () => {
    const requests = 1 + Math.ceil(Math.log2(MAX_CHUNK_ROWS));
    const { Timeout } = named(/^ListsCheck(?!Role)/).properties;
    expect(requests * REQUEST_MS).toBeLessThan(Timeout * 1000);
    for (const [name, { TimeoutSeconds }] of statesIn(definitionIn(deployment)))
      if (/^Check.*Portion$/.test(name)) expect(TimeoutSeconds).toBeGreaterThan(Timeout);
  });

  test('its workers take no more functions than they were given, where callers have their share', () => {
    expect(named(/^ListsCheck(?!Role)/).properties.ReservedConcurrentExecutions).toBe(
      stage.concurrency && stage.lists.workers,
    );
    const maps = Object.values(definitionIn(deployment).States).filter(({ Type }) => Type === 'Map');
    expect(maps.map(({ MaxConcurrency }) => MaxConcurrency)).toEqual([
      stage.lists.workers,
      stage.lists.workers,
    ]);
  });
});

interface LifecycleRule {
  readonly Prefix?: string;
  readonly ExpirationInDays?: number;
}
interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}
type Reference = { readonly Ref: string } | { readonly 'Fn::GetAtt': readonly [string, string] };
interface Choice {
  readonly Next: string;
}
interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly ResultPath?: string;
  readonly Default?: string;
  readonly Choices?: readonly Choice[];
  readonly Retry?: readonly object[];
  readonly Resource?: string;
  readonly MaxConcurrency?: number;
  readonly TimeoutSeconds?: number;
  readonly ItemProcessor?: Definition;
}
interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/** Every state, those within maps after their map. */
const statesIn = ({ States }: Definition): readonly (readonly [string, State])[] =>
  Object.entries(States).flatMap(([name, state]) => [
    [name, state] as const,
    ...(state.ItemProcessor ? statesIn(state.ItemProcessor) : []),
  ]);

const validate = untypedValidator as (definition: object) => { readonly errors: readonly object[] };

/** What is wrong with a definition: by the library, and states that lead nowhere or are never come to. */
function faultsOf(definition: Definition): readonly string[] {
  // It writes into what it looks at.
  const { errors } = validate(structuredClone(definition));
  return [...errors.map((error) => JSON.stringify(error)), ...strayIn(definition)];
}

function strayIn({ StartAt, States }: Definition): readonly string[] {
  const come = new Set<string>();
  const wrong: string[] = [];
  const visit = (name: string): void => {
    if (come.has(name)) return;
    const state = States[name];
    if (state === undefined) {
      wrong.push(`there is no state ${name}`);
      return;
    }
    come.add(name);
    if (state.ItemProcessor) wrong.push(...strayIn(state.ItemProcessor));
    for (const next of [state.Next, state.Default, ...(state.Choices ?? []).map(({ Next }) => Next)])
      if (next !== undefined) visit(next);
  };
  visit(StartAt);
  return [
    ...wrong,
    ...Object.keys(States).flatMap((name) => (come.has(name) ? [] : [`nothing leads to ${name}`])),
  ];
}
