import * as z from 'zod';
import { ALGORITHMS } from '../auth/algorithms.ts';
import { CALLERS, type Callers } from '../auth/callers.ts';
import type { SubjectKind } from '../auth/claims.ts';
import { SUBJECT_KINDS } from '../auth/claims.ts';

/** What the environment of the function says. */
interface Settings {
  /** Who sees the schema: in production callers with a role, in development everybody. */
  readonly mode: 'production' | 'development';
  /** Whom this function is there for. */
  readonly callers: Callers;
  /** Sites whose pages may read the answers. */
  readonly origins: readonly string[];
  /** Where the key of the pseudonyms in the log lies; none where no token is taken. */
  readonly logKeySecret?: string;
  readonly tableName: string;
  /** Another DynamoDB than that of the region, as for a test against an emulator. */
  readonly dynamoDbEndpoint?: string;
  /** Where lists are handed in as files, and in which region that is; none where they are not taken. */
  readonly lists?: { readonly bucket: string; readonly region: string };
  readonly identity: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwks: URL;
    readonly rolesClaim: string;
    readonly subjects: SubjectKind;
    readonly algorithms: readonly (typeof ALGORITHMS)[number][];
  };
}

/**
 * Reads the settings once, when the function starts: one that is wrong stops it there.
 *
 * @throws SettingsWrong
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    throw new SettingsWrong(
      Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0]), message])),
    );
  }
  const { TABLE_NAME, DYNAMODB_ENDPOINT, ISSUER, AUDIENCE, JWKS_URL, ROLES_CLAIM, ALGORITHMS } = read.data;
  const { SUBJECTS, CALLERS, LOG_KEY_SECRET, MODE, ORIGINS, LIST_BUCKET, AWS_REGION } = read.data;
  return {
    mode: MODE,
    callers: CALLERS,
    origins: ORIGINS,
    ...(LOG_KEY_SECRET === undefined ? {} : { logKeySecret: LOG_KEY_SECRET }),
    ...(LIST_BUCKET === undefined ? {} : { lists: { bucket: LIST_BUCKET, region: AWS_REGION } }),
    tableName: TABLE_NAME,
    ...(DYNAMODB_ENDPOINT === undefined ? {} : { dynamoDbEndpoint: DYNAMODB_ENDPOINT }),
    identity: {
      issuer: ISSUER,
      audience: AUDIENCE,
      jwks: new URL(JWKS_URL),
      rolesClaim: ROLES_CLAIM,
      subjects: SUBJECTS,
      algorithms: ALGORITHMS,
    },
  };
}

/** Names every variable that is missing or wrong, and why, but not what it says. */
export class SettingsWrong extends Error {
  readonly variables: Readonly<Record<string, string>>;

  constructor(variables: Readonly<Record<string, string>>) {
    const faults = Object.entries(variables).map(([name, fault]) => `${name} (${fault})`);
    super(`The environment is not complete: ${faults.join(', ')}`);
    this.name = 'SettingsWrong';
    this.variables = variables;
  }
}

/** Keys fetched over a line that anyone may write to are nobody's keys; loopback never leaves the machine. */
const secureUrl = z.url().refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}, 'must be an https address');

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

const Environment = z
  .object({
    MODE: z.enum(['production', 'development']).default('production'),
    CALLERS: z.enum(CALLERS).default('portal'),
    LOG_KEY_SECRET: z.string().min(1).optional(),
    ORIGINS: z
      .string()
      .transform((list) => list.split(','))
      .default([]),
    LIST_BUCKET: z.string().min(1).optional(),
    // Lambda says it.
    AWS_REGION: z.string().default(''),
    TABLE_NAME: z.string().min(1),
    DYNAMODB_ENDPOINT: z.url().optional(),
    ISSUER: z.string().min(1),
    AUDIENCE: z.string().min(1),
    JWKS_URL: secureUrl,
    ROLES_CLAIM: z.string().min(1).default('roles'),
    SUBJECTS: z.enum(SUBJECT_KINDS).default('names'),
    ALGORITHMS: z
      .string()
      .default(ALGORITHMS.join(','))
      .transform((list) => list.split(','))
      .pipe(z.array(z.enum(ALGORITHMS)).min(1)),
  })
  .refine(({ CALLERS, LOG_KEY_SECRET }) => CALLERS === 'anonymous' || LOG_KEY_SECRET !== undefined, {
    path: ['LOG_KEY_SECRET'],
    message: 'needed wherever tokens are taken',
    // Said beside what else is missing.
    when: () => true,
  });
