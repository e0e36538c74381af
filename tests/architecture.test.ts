import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What each part may import: other parts, and packages. One line is one promise about the layout (DESIGN 5). */
const MAY_IMPORT: Readonly<
  Record<string, { readonly parts: readonly string[]; readonly packages: readonly string[] }>
> = {
  'services/domain': { parts: [], packages: ['node:crypto', 'canonicalize', 'zod'] },
  'services/data': {
    parts: ['services/domain'],
    packages: ['node:crypto', 'node:fs/promises', 'node:url', 'canonicalize', 'minisearch', 'pinyin-pro'],
  },
  'services/store': {
    parts: ['services/domain'],
    packages: ['node:*', 'canonicalize', 'lru-cache', 'p-map', 'zod', '@aws-sdk/*', '@smithy/*'],
  },
  'services/operations': {
    parts: ['services/domain', 'services/store'],
    packages: ['node:crypto', 'node:timers/promises', 'canonicalize', 'zod'],
  },
  'services/auth': { parts: ['services/domain'], packages: ['jose', 'zod', 'node:crypto'] },
  graphql: {
    parts: ['services/operations', 'services/domain'],
    packages: ['node:*', 'graphql', '@apollo/*', '@graphql-tools/schema', '@graphql-codegen/*'],
  },
  'services/lambda': {
    parts: [
      'graphql',
      'services/auth',
      'services/data',
      'services/domain',
      'services/operations',
      'services/store',
    ],
    packages: [
      'node:crypto',
      'aws-lambda',
      '@as-integrations/aws-lambda',
      '@aws-lambda-powertools/*',
      '@aws-sdk/*',
      'zod',
    ],
  },
  // Of the service only what a deployment has to agree with it about; entry points are named as paths.
  infra: {
    parts: ['services/store/table.ts', 'services/lambda/metric-names.ts'],
    packages: ['node:*', 'aws-cdk-lib', 'constructs', 'cdk-nag', 'esbuild'],
  },
  'services/local': {
    parts: [
      'graphql',
      'services/auth',
      'services/data',
      'services/domain',
      'services/lambda',
      'services/operations',
      'services/store',
    ],
    packages: ['*'],
  },
};

/** Everything the tree holds at its top. */
const TOP = [
  '.ci',
  '.gitignore',
  '.npmrc',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'biome.json',
  'cdk.json',
  'docs',
  'graphql',
  'infra',
  'package-lock.json',
  'package.json',
  'services',
  'tests',
  'tsconfig.json',
  'vitest.config.ts',
];
const NOT_KEPT = ['.git', '.data', 'cdk.out', 'node_modules', 'coverage', 'dist'];

const sources = ['services', 'graphql', 'infra'].flatMap(filesBelow);

describe('layout', () => {
  test('the top level holds what the README says and nothing else', () => {
    const found = readdirSync(ROOT).filter((name) => !NOT_KEPT.includes(name) && !name.startsWith('.data'));
    expect(found.sort()).toEqual([...TOP].sort());
  });

  test('every source file belongs to a part', () => {
    expect(sources.filter((file) => partOf(file) === undefined)).toEqual([]);
  });

  test('no file is named for nothing', () => {
    const vague = /(^|[/.-])(utils?|helpers?|common|misc|manager|service)\.ts$/i;
    expect(sources.filter((file) => vague.test(file))).toEqual([]);
  });
});

describe('imports point inwards', () => {
  test.each(Object.keys(MAY_IMPORT))('%s', (part) => {
    const wrong = sources
      .filter((file) => partOf(file) === part)
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => !allowed(part, file, target))
          .map((target) => `${file} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('the domain reads neither clock nor chance nor environment', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\brandomUUID\b/;
    const found = sources.filter((file) => partOf(file) === 'services/domain' && impure.test(read(file)));
    expect(found).toEqual([]);
  });

  test('no import goes round in a circle', () => {
    expect(circles()).toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

function partOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((part) => file.startsWith(`${part}/`));
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** The files (from the root) and packages that a file imports, types included. */
function importsOf(file: string): string[] {
  const found = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => {
    const target = (match[1] ?? match[2] ?? match[3])!;
    return target.startsWith('.') ? normalize(relative('.', join(dirname(file), target))) : target;
  });
}

function allowed(part: string, file: string, target: string): boolean {
  const { parts, packages } = MAY_IMPORT[part]!;
  if (['services/', 'graphql/', 'infra/'].some((tree) => target.startsWith(tree))) {
    return [part, ...parts].some((one) => target === one || target.startsWith(`${one}/`));
  }
  if (target.startsWith('.')) throw new Error(`${file} imports ${target}, which lies outside the tree`);
  return packages.some((name) =>
    name.endsWith('*')
      ? target.startsWith(name.slice(0, -1))
      : target === name || target.startsWith(`${name}/`),
  );
}

function circles(): string[] {
  const graph = new Map(
    sources.map((file) => [file, valueImportsOf(file).filter((target) => sources.includes(target))]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  return found;
}

/** Imports that exist at run time: types may refer to each other in circles, values may not. */
function valueImportsOf(file: string): string[] {
  const withoutTypes = read(file).replace(/(^|\n)\s*(import|export) type\b[^;]*;/g, '$1');
  return [...withoutTypes.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"](\.[^'"]+)['"]/g)].map(
    (match) => normalize(join(dirname(file), match[1]!)),
  );
}
