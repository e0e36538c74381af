import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { addStage, type StageStacks } from '../../infra/app.ts';
import type { Bundle } from '../../infra/bundle.ts';
import type { ConsoleOnDisk } from '../../infra/console-on-disk.ts';
import { STAGES, type Stage } from '../../infra/stages.ts';
import { afterFile } from '../testkit/after-file.ts';

/** A stage as CloudFormation would get it. */
export interface Deployment {
  readonly stage: Stage;
  readonly app: App;
  readonly stacks: StageStacks;
  readonly resources: readonly Resource[];
  readonly outputs: readonly { readonly name: string; readonly value: unknown }[];
  /** The templates as they are written, to look for what must not be in them. */
  readonly text: string;
  /** What synthesis itself found wrong: the library's template validation and both rule packs. */
  readonly findings: readonly unknown[];
}
export interface Resource {
  readonly stack: 'account' | 'data' | 'api';
  readonly id: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: every type has other properties
  readonly properties: any;
  readonly deletionPolicy?: string;
  readonly updateReplacePolicy?: string;
}

/**
 * Synthesizes as `npx cdk synth` does, with the flags of cdk.json.
 *
 * @param change something to do to the stacks before, as a careless engineer might
 */
export function deploy(
  stage: Stage,
  { bundle = emptyBundle(), change = () => {}, signingKey }: DeployOptions = {},
): Deployment {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  const app = new App({ context: { ...context, signingKey }, outdir: temporaryFolder() });
  const others = { tableWatch: emptyBundle(), histories: emptyBundle(), lists: emptyBundle() };
  const stacks = addStage(app, stage, { api: bundle, ...others }, smallConsole());
  change(stacks);
  const assembly = app.synth();
  const report = JSON.parse(readFileSync(join(assembly.directory, 'validation-report.json'), 'utf8'));
  const templates = (['account', 'data', 'api'] as const).map(
    (name) => [name, assembly.getStackByName(stacks[name].stackName).template as Template] as const,
  );
  return {
    stage,
    app,
    stacks,
    text: JSON.stringify(templates),
    findings: report.pluginReports,
    outputs: templates.flatMap(([, { Outputs = {} }]) =>
      Object.entries(Outputs).map(([name, { Value }]) => ({ name, value: Value })),
    ),
    resources: templates.flatMap(([stack, { Resources }]) =>
      Object.entries(Resources).map(([id, resource]) => ({
        stack,
        id,
        type: resource.Type,
        properties: resource.Properties ?? {},
        deletionPolicy: resource.DeletionPolicy,
        updateReplacePolicy: resource.UpdateReplacePolicy,
      })),
    ),
  };
}

/** A variant, synthesized once. */
export function deployed(variant: string): Deployment {
  const known = done.get(variant) ?? deploy(VARIANTS[variant]!);
  done.set(variant, known);
  return known;
}
const done = new Map<string, Deployment>();

/** Synthesis takes seconds, and many times that where the machine has other things to do. */
export const PATIENCE_MS = 300_000;

interface DeployOptions {
  readonly bundle?: Bundle;
  /** The file of the key with which the build signs. */
  readonly signingKey?: string;
  readonly change?: (stacks: StageStacks) => void;
}

interface Template {
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
  readonly Resources: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Properties?: object;
        readonly DeletionPolicy?: string;
        readonly UpdateReplacePolicy?: string;
      }
    >
  >;
}

export const ISSUER = {
  kind: 'ISSUER',
  issuer: 'https://login.example.gov.cn/realms/park',
  audience: 'park-admission',
  jwksUrl: 'https://login.example.gov.cn/realms/park/protocol/openid-connect/certs',
  rolesClaim: 'roles',
} as const;

/** What prod leaves open, filled in. */
export const PROD: Stage = {
  ...STAGES.prod!,
  region: 'ap-southeast-1',
  identity: { kind: 'USER_POOL', callbackUrls: ['https://console.example.gov.cn/signed-in'] },
  monthlyBudget: 1_000,
  origins: ['https://console.example.gov.cn'],
};

/** Every stage that there is, and every choice that a stage has. */
export const VARIANTS: Readonly<Record<string, Stage>> = {
  dev: STAGES.dev!,
  'prod, filled in': PROD,
  'in Beijing, with an issuer of its own': {
    ...PROD,
    name: 'beijing',
    region: 'cn-north-1',
    origins: ['https://console.example.gov.cn', 'https://portal.example.gov.cn'],
    backup: { keepDays: 730, copyTo: 'arn:aws-cn:backup:cn-northwest-1:111122223333:backup-vault:park' },
    identity: ISSUER,
    monthlyBudget: undefined,
  },
  'in Ningxia, under the key of AWS, alarms by mail': {
    ...PROD,
    name: 'ningxia',
    region: 'cn-northwest-1',
    identity: ISSUER,
    monthlyBudget: undefined,
    customerManagedKey: false,
    alarms: { kind: 'MAIL', address: 'duty@example.gov.cn' },
  },
  'after a restore, with other bounds on functions and a topic that was there': {
    ...PROD,
    name: 'restored',
    region: 'eu-central-1',
    concurrency: { anonymous: 50, officer: 20, portal: 30 },
    restoredTable: {
      name: 'park-admission-restored-20261201',
      streamArn:
        'arn:aws:dynamodb:eu-central-1:111122223333:table/park-admission-restored-20261201/stream/2026-12-01T00:00:00.000',
    },
    alarms: { kind: 'TOPIC', arn: 'arn:aws:sns:eu-central-1:111122223333:duty' },
  },
};

const EMPTY_MODULE = 'export const handler = () => {};\n';
export const EMPTY_MODULE_SHA256 = createHash('sha256').update(EMPTY_MODULE).digest('hex');

/** A package with nothing in it, where a test does not look into the function. */
const emptyBundle = (): Bundle => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'handler.mjs'), EMPTY_MODULE);
  return { package: folder, artefacts: folder, handler: 'handler.handler' };
};

/** One file of each kind, where a test does not look into them. */
function smallConsole(): ConsoleOnDisk {
  const folder = temporaryFolder();
  return [
    { path: '', type: 'text/html; charset=utf-8', lasting: false },
    { path: 'assets/main-A1.js', type: 'text/javascript; charset=utf-8', lasting: true },
    { path: 'offline.js', type: 'text/javascript; charset=utf-8', lasting: false },
  ].map((one) => {
    const file = join(folder, one.path.replaceAll('/', '-') || 'index.html');
    writeFileSync(file, one.path);
    return { ...one, file };
  });
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'park-admission-synth-'));
  afterFile(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
