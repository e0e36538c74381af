import {
  DAYS_OF_DAILY_BACKUPS,
  type IssuerIdentity,
  isInChina,
  REDRIVE_DAYS,
  type Stage,
  type Throttle,
} from './stages.ts';

/** The settings of a stage contradict each other, or are none. Every fault at once, each with what to do. */
export class StageFaults extends Error {
  readonly faults: readonly string[];

  constructor(stage: string, faults: readonly string[]) {
    super(
      `The stage ${stage} in infra/stages.ts cannot be deployed:\n${faults.map((f) => `- ${f}`).join('\n')}`,
    );
    this.name = 'StageFaults';
    this.faults = faults;
  }
}

/** @throws StageFaults */
export function checkStage(stage: Stage): Stage {
  const faults = [
    ...faultsOfNames(stage),
    ...faultsOfIdentity(stage),
    ...faultsOfLimits(stage),
    ...faultsOfAlarms(stage),
    ...faultsOfBudget(stage),
    ...faultsOfBackup(stage),
    ...faultsOfOrigins(stage),
    ...faultsOfRunbook(stage),
    ...faultsOfSeals(stage),
    ...faultsOfLists(stage),
  ];
  if (faults.length > 0) throw new StageFaults(stage.name, faults);
  return stage;
}

function* faultsOfNames({ name, region, restoredTable }: Stage): Iterable<string> {
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(name))
    yield `name "${name}": up to 20 of a–z, 0–9 and "-", beginning with a letter.`;
  if (region === '')
    yield 'region is missing: say where the data are to lie, as ap-southeast-1 or cn-northwest-1.';
  else if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    yield `region "${region}": the code of a region is needed, as ap-southeast-1 or cn-northwest-1.`;
  if (restoredTable === undefined) return;
  const { name: table, streamArn } = restoredTable;
  if (!/^[A-Za-z0-9_.-]{3,255}$/.test(table))
    yield `restoredTable.name "${table}": the name of a table is needed; leave restoredTable out where none was restored.`;
  else if (!new RegExp(`^arn:[a-z-]+:dynamodb:${region}:\\d{12}:table/${table}/stream/.+$`).test(streamArn))
    yield `restoredTable.streamArn "${streamArn}": the ARN of a stream of ${table} is needed, or nobody hears of items that are replaced.`;
}

function* faultsOfSeals({ sealsLockedDays }: Stage): Iterable<string> {
  // S3 takes up to a hundred years.
  if (!isWhole(sealsLockedDays) || sealsLockedDays < 1 || sealsLockedDays > 36_500)
    yield `sealsLockedDays ${sealsLockedDays}: a whole number from 1 to 36 500 is needed.`;
}

function* faultsOfLists({ lists: { workers, keepDays } }: Stage): Iterable<string> {
  // What one distributed map runs at a time.
  if (!isWhole(workers) || workers < 1 || workers > 10_000)
    yield `lists.workers ${workers}: a whole number from 1 to 10 000 is needed.`;
  if (!isWhole(keepDays) || keepDays < REDRIVE_DAYS)
    yield `lists.keepDays ${keepDays}: a whole number from ${REDRIVE_DAYS} is needed, for as long as a run can be redriven.`;
}

function* faultsOfRunbook({ runbook }: Stage): Iterable<string> {
  if (runbook !== undefined && !isHttps(runbook))
    yield `runbook "${runbook}": an https address is needed; leave it out where there is none.`;
}

function* faultsOfIdentity({ identity, region }: Stage): Iterable<string> {
  if (identity.kind === 'ISSUER') {
    yield* faultsOfIssuer(identity);
    return;
  }
  if (isInChina(region))
    yield `identity: there are no Cognito user pools in ${region}; name an issuer of your own, { kind: 'ISSUER', issuer, audience, jwksUrl, rolesClaim }.`;
  if (identity.callbackUrls.length === 0)
    yield 'identity.callbackUrls is empty: nobody could come back from the sign-in page; name an https address of yours, or an issuer.';
  for (const url of identity.callbackUrls)
    if (!isHttps(url) && !/^http:\/\/localhost(:\d+)?\//.test(url))
      yield `identity.callbackUrls "${url}": an https address is needed, or one of http://localhost.`;
}

function* faultsOfIssuer({ issuer, audience, jwksUrl, rolesClaim }: IssuerIdentity): Iterable<string> {
  if (issuer === '')
    yield 'identity.issuer is missing: say whose tokens are believed, as their claim `iss` has it.';
  if (audience === '')
    yield 'identity.audience is missing: without it tokens made for other systems of the issuer would be accepted.';
  if (jwksUrl === '')
    yield 'identity.jwksUrl is missing: `jwks_uri` of the issuer’s /.well-known/openid-configuration.';
  else if (!isHttps(jwksUrl)) yield `identity.jwksUrl "${jwksUrl}": an https address is needed.`;
  if (rolesClaim === '') yield 'identity.rolesClaim is missing: say which claim holds the roles.';
}

function* faultsOfLimits({ throttle, requestsPerAddress, portals, concurrency }: Stage): Iterable<string> {
  yield* faultsOfThrottle('throttle', throttle);
  // The bounds of a rate-based rule of AWS WAF.
  if (!isWhole(requestsPerAddress) || requestsPerAddress < 10 || requestsPerAddress > 2_000_000_000)
    yield `requestsPerAddress ${requestsPerAddress}: a whole number from 10 to 2 000 000 000 is needed.`;
  for (const portal of portals) {
    if (!/^[a-z][a-z0-9-]{0,49}$/.test(portal.name))
      yield `portals "${portal.name}": up to 50 of a–z, 0–9 and "-", beginning with a letter.`;
    yield* faultsOfThrottle(`portals "${portal.name}"`, portal);
    if (!isWhole(portal.perDay) || portal.perDay < 1)
      yield `portals "${portal.name}", perDay ${portal.perDay}: a whole number from 1 is needed.`;
  }
  const names = portals.map(({ name }) => name);
  for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at)))
    yield `portals "${name}" stands there twice.`;
  for (const [callers, most] of Object.entries(concurrency ?? {}))
    if (!isWhole(most) || most < 1)
      yield `concurrency.${callers} ${most}: a whole number from 1 is needed; leave concurrency out for the share of the account.`;
}

function* faultsOfThrottle(where: string, { perSecond, burst }: Throttle): Iterable<string> {
  if (!isWhole(perSecond) || perSecond < 1)
    yield `${where}, perSecond ${perSecond}: a whole number from 1 is needed.`;
  if (!isWhole(burst) || burst < perSecond)
    yield `${where}, burst ${burst}: a whole number not below perSecond is needed.`;
}

function* faultsOfAlarms({ alarms, region }: Stage): Iterable<string> {
  if (alarms.kind === 'MAIL' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(alarms.address))
    yield `alarms.address "${alarms.address}" is no mail address.`;
  if (alarms.kind === 'TOPIC' && !new RegExp(`^arn:[a-z-]+:sns:${region}:\\d{12}:[\\w-]+$`).test(alarms.arn))
    yield `alarms.arn "${alarms.arn}": the ARN of an SNS topic in ${region} is needed.`;
}

function* faultsOfBudget({ monthlyBudget, region }: Stage): Iterable<string> {
  if (isInChina(region)) {
    if (monthlyBudget !== undefined)
      yield `monthlyBudget ${monthlyBudget}: not made in ${region}; leave it out, and set a budget in the console (docs/deploy.md).`;
  } else if (monthlyBudget === undefined)
    yield 'monthlyBudget is missing: say what the account may cost a month, in US dollars, before somebody is told.';
  else if (!(monthlyBudget > 0)) yield `monthlyBudget ${monthlyBudget}: an amount above 0 is needed.`;
}

function* faultsOfBackup({ name, region, customerManagedKey, backup }: Stage): Iterable<string> {
  const { keepDays, lockIsFinalAfterDays, copyTo } = backup;
  if (!isWhole(keepDays) || keepDays < DAYS_OF_DAILY_BACKUPS)
    yield `backup.keepDays ${keepDays}: a whole number from ${DAYS_OF_DAILY_BACKUPS} is needed.`;
  if (lockIsFinalAfterDays !== undefined && (!isWhole(lockIsFinalAfterDays) || lockIsFinalAfterDays < 3))
    yield `backup.lockIsFinalAfterDays ${lockIsFinalAfterDays}: a whole number from 3 is needed; leave it out for a lock that can be opened.`;
  if (copyTo === undefined) return;
  const [, partition, there, vault] =
    /^arn:(aws[a-z-]*):backup:([a-z0-9-]+):\d{12}:backup-vault:([\w-]{2,50})$/.exec(copyTo) ?? [];
  if (partition === undefined || (partition === 'aws-cn') !== isInChina(region))
    yield `backup.copyTo "${copyTo}": the ARN of a backup vault in the partition of ${region || 'the stage'} is needed.`;
  else if (there === region && vault === `park-admission-${name}`)
    yield `backup.copyTo "${copyTo}": that is the vault of the stage itself.`;
  if (!customerManagedKey)
    yield 'backup.copyTo: what lies under the key of AWS cannot be copied to another account; set customerManagedKey.';
}

function* faultsOfOrigins({ origins }: Stage): Iterable<string> {
  for (const origin of origins)
    if (!isHttps(origin) || new URL(origin).origin !== origin)
      yield `origins "${origin}": https and the name of a site are needed, with no path and no slash at the end.`;
}

const isWhole = (value: number): boolean => Number.isSafeInteger(value);

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
