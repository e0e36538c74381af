import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Callers } from '../services/auth/callers.ts';

/**
 * What differs between the places where the service runs. This is the one file to edit before a deployment;
 * `checkStage` says at synthesis which settings cannot work.
 */
export const STAGES: Readonly<Record<string, Stage>> = {
  /** To try things out: few keys, short memory, still nothing in it that is not locked. */
  dev: {
    name: 'dev',
    region: 'ap-southeast-1',
    identity: { kind: 'USER_POOL', callbackUrls: ['http://localhost:8400/callback'] },
    customerManagedKey: false,
    sealsLockedDays: 1,
    logRetention: RetentionDays.TWO_WEEKS,
    throttle: { perSecond: 20, burst: 40 },
    requestsPerAddress: 1_000,
    portals: [{ name: 'trial', perSecond: 10, burst: 20, perDay: 10_000 }],
    lists: { workers: 4, keepDays: 14 },
    alarms: { kind: 'OWN_TOPIC' },
    monthlyBudget: 50,
    backup: { keepDays: 35 },
    origins: [],
  },
  /**
   * What authorities and portals work with. Nobody else knows in which country the data of an authority lie and where its
   * officers sign in, so there is no default: synthesis stops and says what is to be filled in.
   */
  prod: {
    name: 'prod',
    region: '',
    identity: { kind: 'USER_POOL', callbackUrls: [] },
    customerManagedKey: true,
    // Ten years, as approval files are kept.
    sealsLockedDays: 3_650,
    logRetention: RetentionDays.ONE_YEAR,
    throttle: { perSecond: 200, burst: 400 },
    requestsPerAddress: 2_000,
    portals: [{ name: 'investment-portal', perSecond: 100, burst: 200, perDay: 500_000 }],
    lists: { workers: 100, keepDays: 30 },
    alarms: { kind: 'OWN_TOPIC' },
    // With the workers of lists six tenths of what an account has; AWS raises it on request.
    concurrency: { anonymous: 200, officer: 100, portal: 200 },
    backup: { keepDays: 730, lockIsFinalAfterDays: 14 },
    origins: [],
  },
};

/** One place where the service runs. */
export interface Stage {
  /** Part of the names of stacks, table, alarms; lower case. */
  readonly name: string;
  /** A region of any partition, `cn-north-1` and `cn-northwest-1` included. */
  readonly region: string;
  /** Whose tokens are accepted (DESIGN 8). */
  readonly identity: UserPoolIdentity | IssuerIdentity;
  /** Whether the table lies under a key of your own, which costs a few dollars a month and can be revoked. */
  readonly customerManagedKey: boolean;
  /** For how many days nobody, the owner of the account included, can delete a seal. */
  readonly sealsLockedDays: number;
  /** How long logs are kept: who read or did what is in them, and is asked for long after. */
  readonly logRetention: RetentionDays;
  /** Of all requests to `/graphql`, and once more of those to `/officer/graphql`; for GET and for POST each. */
  readonly throttle: Throttle;
  /** What one network address may ask in five minutes before the firewall turns it away. */
  readonly requestsPerAddress: number;
  /** Each gets an API key and a plan of its own for `/portal/graphql`. */
  readonly portals: readonly Portal[];
  readonly lists: ListSettings;
  readonly alarms: AlarmReceiver;
  /** In US dollars, for the account: when it is used up somebody is told. Not in China, where it is set by hand. */
  readonly monthlyBudget?: number;
  readonly backup: BackupSettings;
  /** Sites whose pages may ask from a browser, as `https://console.example.gov.cn`; portals ask from their servers. */
  readonly origins: readonly string[];
  /**
   * Where people on duty open the runbook, so that alarms link to its articles: an https address of docs/runbook.md as
   * your repository shows it. Its path alone where not given.
   */
  readonly runbook?: string;
  /**
   * Functions that are kept for each kind of callers, and no more than that many run for them: one that is flooded takes
   * none of the others. Where not given, all share what the account has; a new account has 10, too few to share out.
   */
  readonly concurrency?: Readonly<Record<Callers, number>>;
  /** After a restore: the restored table and its stream, which then serve instead of the stack's own (runbook). */
  readonly restoredTable?: { readonly name: string; readonly streamArn: string };
}

/** A Cognito user pool, made with the data; not in China, where there are none. */
export interface UserPoolIdentity {
  readonly kind: 'USER_POOL';
  /** Where its sign-in page may send people back to. */
  readonly callbackUrls: readonly string[];
}
/** An OpenID Connect issuer that you have already. */
export interface IssuerIdentity {
  readonly kind: 'ISSUER';
  /** As the tokens say it in `iss`, to the letter. */
  readonly issuer: string;
  /** As the tokens say it in `aud`. */
  readonly audience: string;
  /** Where its public keys are. */
  readonly jwksUrl: string;
  /** The claim with the roles, `<role>:<jurisdiction id>`. */
  readonly rolesClaim: string;
  /**
   * What `sub` holds: `names` that people read (accounts, addresses), compared without case and width, those of other
   * scripts than Latin and Chinese refused; or `ids` that the issuer made up, compared to the letter. `names` where not
   * given. Decide before the first use: what is kept is not written anew.
   */
  readonly subjects?: 'names' | 'ids';
}

/** Lists that are handed in as files and checked by functions side by side (docs/scale.md). */
export interface ListSettings {
  /** Portions of all lists together that are checked at a time: functions, and load on the table. */
  readonly workers: number;
  /** How many days files and results lie in the bucket; what rows came to stays in the table. */
  readonly keepDays: number;
}

/** Backups in a vault under a lock: one a day for 35 days, one a month for longer. */
export interface BackupSettings {
  /** How long those of the month are kept; from 35 days. */
  readonly keepDays: number;
  /**
   * From so many days after the first deployment nobody takes the lock away, neither an administrator nor AWS, and every
   * backup stays and costs until its day; 3 at least. Where not given, who has the permission can.
   */
  readonly lockIsFinalAfterDays?: number;
  /** The ARN of a vault in a second region or account, into which every backup is copied. */
  readonly copyTo?: string;
}

export const DAYS_OF_DAILY_BACKUPS = 35;

/** For as long after its end Step Functions lets a run be redriven. */
export const REDRIVE_DAYS = 14;

/** Where Cognito, budgets by CloudFormation and some names of services are not to be had. */
export const isInChina = (region: string): boolean => region.startsWith('cn-');

export interface Throttle {
  readonly perSecond: number;
  readonly burst: number;
}
/** Somebody whose systems ask on behalf of many: an investment portal, an approval office. */
export interface Portal extends Throttle {
  readonly name: string;
  readonly perDay: number;
}

export type AlarmReceiver =
  /** A topic is made; whoever is on duty subscribes to it (deploy guide). No address lies in the repository. */
  | { readonly kind: 'OWN_TOPIC' }
  /** A topic is made, and this mailbox of an office, not of a person, is subscribed. */
  | { readonly kind: 'MAIL'; readonly address: string }
  /** A topic that you have already; its policy must let CloudWatch publish. */
  | { readonly kind: 'TOPIC'; readonly arn: string };
