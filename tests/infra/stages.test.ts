import { App } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { addStage } from '../../infra/app.ts';
import { checkStage, StageFaults } from '../../infra/check-stage.ts';
import { stageNamed } from '../../infra/stage-named.ts';
import { STAGES, type Stage } from '../../infra/stages.ts';
import { ISSUER, PROD } from './deployment.ts';

const sound: Stage = { ...PROD, identity: ISSUER };

const NOTHING = { package: '', artefacts: '', handler: '' };

/** What is said of a stage that is sound but for this. */
function faultsOf(changed: Partial<Stage>): readonly string[] {
  try {
    checkStage({ ...sound, ...changed });
    return [];
  } catch (error) {
    if (error instanceof StageFaults) return error.faults;
    throw error;
  }
}

describe('the stage to deploy', () => {
  test.each(Object.keys(STAGES))('%s is called by the name under which it stands', (name) => {
    expect(stageNamed(name).name).toBe(name);
  });

  test('dev can be deployed as it is; of prod nobody guesses where its data lie and its officers sign in', () => {
    expect(() => checkStage(stageNamed('dev'))).not.toThrow();
    expect(() => checkStage(PROD)).not.toThrow();
    expect(() => checkStage(stageNamed('prod'))).toThrow(
      [
        'The stage prod in infra/stages.ts cannot be deployed:',
        '- region is missing: say where the data are to lie, as ap-southeast-1 or cn-northwest-1.',
        '- identity.callbackUrls is empty: nobody could come back from the sign-in page; name an https address of yours, or an issuer.',
        '- monthlyBudget is missing: say what the account may cost a month, in US dollars, before somebody is told.',
      ].join('\n'),
    );
  });

  test.each(['staging', '', 'toString', undefined, 1])(
    '%j is none, and those there are, are named',
    (name) => {
      expect(() => stageNamed(name)).toThrow(
        `There is no stage "${String(name)}". Say one of dev, prod: -c stage=dev`,
      );
    },
  );
});

describe('a stage that cannot work stops the synthesis and is named', () => {
  test('before anything of it is made, every fault at once', () => {
    const app = new App();
    const unfinished: Stage = {
      ...sound,
      identity: { ...ISSUER, issuer: '', jwksUrl: '' },
      portals: [{ name: 'a', perSecond: 5, burst: 1, perDay: 10 }],
    };
    expect(() =>
      addStage(
        app,
        unfinished,
        { api: NOTHING, tableWatch: NOTHING, histories: NOTHING, lists: NOTHING },
        [],
      ),
    ).toThrow(
      [
        'The stage prod in infra/stages.ts cannot be deployed:',
        '- identity.issuer is missing: say whose tokens are believed, as their claim `iss` has it.',
        '- identity.jwksUrl is missing: `jwks_uri` of the issuer’s /.well-known/openid-configuration.',
        '- portals "a", burst 1: a whole number not below perSecond is needed.',
      ].join('\n'),
    );
    expect(app.node.children).toEqual([]);
  });

  test.each<readonly [situation: string, changed: Partial<Stage>, said: string]>([
    [
      'a user pool in China',
      {
        region: 'cn-north-1',
        monthlyBudget: undefined,
        identity: { kind: 'USER_POOL', callbackUrls: ['https://a.example/'] },
      },
      "identity: there are no Cognito user pools in cn-north-1; name an issuer of your own, { kind: 'ISSUER', issuer, audience, jwksUrl, rolesClaim }.",
    ],
    [
      'a user pool that nobody comes back from',
      { identity: { kind: 'USER_POOL', callbackUrls: [] } },
      'identity.callbackUrls is empty: nobody could come back from the sign-in page; name an https address of yours, or an issuer.',
    ],
    [
      'a sign-in that leads over an open line',
      { identity: { kind: 'USER_POOL', callbackUrls: ['http://console.example/'] } },
      'identity.callbackUrls "http://console.example/": an https address is needed, or one of http://localhost.',
    ],
    [
      'no audience',
      { identity: { ...ISSUER, audience: '' } },
      'identity.audience is missing: without it tokens made for other systems of the issuer would be accepted.',
    ],
    [
      'keys over an open line',
      { identity: { ...ISSUER, jwksUrl: 'http://login.example/keys' } },
      'identity.jwksUrl "http://login.example/keys": an https address is needed.',
    ],
    [
      'no claim for roles',
      { identity: { ...ISSUER, rolesClaim: '' } },
      'identity.rolesClaim is missing: say which claim holds the roles.',
    ],
    [
      'a name that no table could have',
      { name: 'Prod 1' },
      'name "Prod 1": up to 20 of a–z, 0–9 and "-", beginning with a letter.',
    ],
    [
      'a city for a region',
      { region: 'Beijing' },
      'region "Beijing": the code of a region is needed, as ap-southeast-1 or cn-northwest-1.',
    ],
    [
      'a restored table without a name',
      { restoredTable: { name: '', streamArn: '' } },
      'restoredTable.name "": the name of a table is needed; leave restoredTable out where none was restored.',
    ],
    [
      'a restored table that nobody watches',
      { restoredTable: { name: 'restored', streamArn: '' } },
      'restoredTable.streamArn "": the ARN of a stream of restored is needed, or nobody hears of items that are replaced.',
    ],
    [
      'no throttle',
      { throttle: { perSecond: 0, burst: 10 } },
      'throttle, perSecond 0: a whole number from 1 is needed.',
    ],
    [
      'a limit that AWS WAF does not take',
      { requestsPerAddress: 5 },
      'requestsPerAddress 5: a whole number from 10 to 2 000 000 000 is needed.',
    ],
    [
      'two portals of one name',
      {
        portals: [
          { name: 'a', perSecond: 1, burst: 1, perDay: 10 },
          { name: 'a', perSecond: 2, burst: 2, perDay: 20 },
        ],
      },
      'portals "a" stands there twice.',
    ],
    [
      'a portal without a day’s quota',
      { portals: [{ name: 'a', perSecond: 1, burst: 1, perDay: 0 }] },
      'portals "a", perDay 0: a whole number from 1 is needed.',
    ],
    [
      'a portal that cannot be written',
      { portals: [{ name: '招商', perSecond: 1, burst: 1, perDay: 1 }] },
      'portals "招商": up to 50 of a–z, 0–9 and "-", beginning with a letter.',
    ],
    [
      'no function at all for officers',
      { concurrency: { anonymous: 10, officer: 0, portal: 10 } },
      'concurrency.officer 0: a whole number from 1 is needed; leave concurrency out for the share of the account.',
    ],
    [
      'a budget in China',
      { region: 'cn-north-1' },
      'monthlyBudget 1000: not made in cn-north-1; leave it out, and set a budget in the console (docs/deploy.md).',
    ],
    ['a budget of nothing', { monthlyBudget: 0 }, 'monthlyBudget 0: an amount above 0 is needed.'],
    [
      'backups that go before those of the day',
      { backup: { keepDays: 7 } },
      'backup.keepDays 7: a whole number from 35 is needed.',
    ],
    [
      'a lock that is final at once',
      { backup: { keepDays: 35, lockIsFinalAfterDays: 1 } },
      'backup.lockIsFinalAfterDays 1: a whole number from 3 is needed; leave it out for a lock that can be opened.',
    ],
    [
      'backups copied out of the country',
      { backup: { keepDays: 35, copyTo: 'arn:aws-cn:backup:cn-north-1:111122223333:backup-vault:park' } },
      'backup.copyTo "arn:aws-cn:backup:cn-north-1:111122223333:backup-vault:park": the ARN of a backup vault in the partition of ap-southeast-1 is needed.',
    ],
    [
      'a site with a path',
      { origins: ['https://console.example.gov.cn/'] },
      'origins "https://console.example.gov.cn/": https and the name of a site are needed, with no path and no slash at the end.',
    ],
    [
      'every site',
      { origins: ['*'] },
      'origins "*": https and the name of a site are needed, with no path and no slash at the end.',
    ],
    [
      'alarms to nobody',
      { alarms: { kind: 'MAIL', address: 'duty' } },
      'alarms.address "duty" is no mail address.',
    ],
    [
      'alarms to a topic elsewhere',
      { alarms: { kind: 'TOPIC', arn: 'arn:aws:sns:us-east-1:111122223333:duty' } },
      'alarms.arn "arn:aws:sns:us-east-1:111122223333:duty": the ARN of an SNS topic in ap-southeast-1 is needed.',
    ],
  ])('%s', (_, changed, said) => {
    expect(faultsOf(changed)).toEqual([said]);
  });
});
