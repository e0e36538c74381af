import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LONGEST } from './testkit/longest-first.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What each part may import: other parts, and packages. One line is one promise about the layout (DESIGN 5). */
const MAY_IMPORT: Readonly<
  Record<string, { readonly parts: readonly string[]; readonly packages: readonly string[] }>
> = {
  'services/domain': { parts: [], packages: ['node:crypto', 'canonicalize', 'lru-cache', 'zod'] },
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
    packages: ['node:crypto', 'node:timers/promises', 'canonicalize', 'lru-cache', 'zod'],
  },
  // Bytes in, projects and faults out: neither the API nor the store, and nothing of Node, so that a page could read files too.
  'services/files': { parts: ['services/domain'], packages: ['csv-parse', 'hucre', 'zod'] },
  'services/auth': {
    parts: ['services/domain'],
    packages: ['jose', 'zod', 'node:crypto', 'node:http', 'node:https', 'node:stream/consumers'],
  },
  // A list on its way through a batch: whoever hands it in, and wherever the API is.
  'services/lists': { parts: ['services/data', 'services/domain', 'services/files'], packages: ['p-map'] },
  graphql: {
    parts: ['services/operations', 'services/domain'],
    packages: ['node:*', 'graphql', '@apollo/*', '@graphql-codegen/*', 'lru-cache'],
  },
  'services/lambda': {
    parts: [
      'graphql',
      'services/auth',
      'services/data',
      'services/domain',
      'services/files/limits.ts',
      'services/lists',
      'services/operations',
      'services/store',
    ],
    packages: ['node:crypto', 'aws-lambda', '@apollo/server', '@aws-sdk/*', '@smithy/*', 'zod'],
  },
  // Of the service only what a deployment has to agree with it about, and the SDL for the bundle; entry points are named
  // as paths.
  infra: {
    parts: [
      'services/store/table.ts',
      'services/auth/callers.ts',
      'services/lambda/metric-names.ts',
      'services/lists/bucket/places.ts',
      'services/lambda/table-watch.ts',
      'services/lambda/response-headers.ts',
      'services/console/build.ts',
      'services/console/headers.ts',
      'graphql/type-defs.ts',
      'services/domain/messages/messages.ts',
    ],
    packages: ['node:*', 'aws-cdk-lib', 'constructs', 'cdk-nag', 'esbuild', 'graphql'],
  },
  // What reads and writes files in the browser, in a worker of its own: the rooms of files and what they stand on, and what
  // the reference data call things. `@noble/hashes` is there what `node:crypto` is elsewhere.
  'services/console/app/files': {
    parts: [
      'services/console/app/shell',
      'services/domain',
      'services/files',
      'services/data/classification.ts',
      'services/data/names.ts',
    ],
    packages: ['@noble/hashes', 'zod'],
  },
  // What runs in the browser: of the service only words, days, what an entry is that says nothing, and the documents that are made of the SDL.
  'services/console/app': {
    parts: [
      'services/domain/catalog/entry.ts',
      'services/domain/catalog/field-names.ts',
      'services/domain/comparison/change-sentences.ts',
      'services/domain/messages/labels.ts',
      'services/domain/values/day.ts',
      'services/domain/values/text.ts',
      'services/data/processes.json',
      'services/lists/send-portions.ts',
      'services/lists/staged-pieces.ts',
    ],
    packages: ['preact', 'oauth4webapi', 'uqr'],
  },
  // What builds it.
  'services/console': { parts: [], packages: ['node:*', 'esbuild'] },
  'services/local': {
    parts: [
      'graphql',
      'services/auth',
      'services/console',
      'services/data',
      'services/domain',
      'services/files',
      'services/lambda',
      'services/lists',
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
  'knip.jsonc',
  'package-lock.json',
  'package.json',
  'services',
  'tests',
  'tsconfig.json',
  'vitest.config.ts',
];

const sources = ['services', 'graphql', 'infra'].flatMap(filesBelow);
/** Every folder that holds more than one room. */
const FOLDERS = [
  ...new Set(
    sources.flatMap((file) => file.split('/').map((_, depth, names) => names.slice(0, depth).join('/'))),
  ),
].filter((folder) => folder !== '' && folder !== 'services');

/** The rooms of the domain from the basis up: each knows only those before it. */
const DOMAIN_FLOORS = [
  'vocabulary.ts',
  'ids.ts',
  'values',
  'solver',
  'messages',
  'access',
  'facts',
  'condition',
  'notation',
  'catalog',
  'register',
  'assessment',
  'catalog-life',
  'chain',
  'engine',
  'publication-rules',
  'comparison',
  'explanation',
];

describe('layout', () => {
  test('the top level holds what the README says and nothing else', () => {
    expect([...trackedAtTop()].sort()).toEqual([...TOP].sort());
  });

  test('every source file belongs to a part', () => {
    expect(sources.filter((file) => partOf(file) === undefined)).toEqual([]);
  });

  test('no file is named for nothing', () => {
    const vague = /(^|[/.-])(utils?|helpers?|common|misc|manager|service)\.tsx?$/i;
    expect(sources.filter((file) => vague.test(file))).toEqual([]);
  });
});

test('the tests that are begun first are there', () => {
  expect(LONGEST.filter((file) => !existsSync(join(ROOT, 'tests', file)))).toEqual([]);
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

  // Types count too: what a room is made of is known below it.
  test.each(FOLDERS)('the rooms of %s have floors: no import goes round in a circle', (folder) => {
    expect(circlesIn(folder)).toEqual([]);
  });

  test('every room of the domain stands above all that it imports', () => {
    const floor = (file: string): number => DOMAIN_FLOORS.indexOf(roomOf(file, 'services/domain'));
    const domain = sources.filter((file) => partOf(file) === 'services/domain');
    expect(domain.filter((file) => floor(file) < 0)).toEqual([]);
    const upward = domain.flatMap((file) =>
      importsOf(file)
        .filter((target) => partOf(target) === 'services/domain' && floor(target) > floor(file))
        .map((target) => `${file} → ${target}`),
    );
    expect(upward).toEqual([]);
  });
});

/** What git tracks: what else lies there is nobody's business. In an archive without git only what is missing shows. */
function trackedAtTop(): ReadonlySet<string> {
  const git = spawnSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' });
  if (git.status === 0 && git.stdout !== '')
    return new Set(
      git.stdout
        .trim()
        .split('\n')
        .map((path) => path.split('/')[0]!),
    );
  return new Set(readdirSync(ROOT).filter((name) => TOP.includes(name)));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
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

/** The file, or the folder directly below `folder`, in which a file lies. */
const roomOf = (file: string, folder: string): string => file.slice(folder.length + 1).split('/')[0]!;

function circlesIn(folder: string): string[] {
  const inside = sources.filter((file) => file.startsWith(`${folder}/`));
  const arrows = new Map<string, Set<string>>();
  for (const file of inside) {
    const room = roomOf(file, folder);
    const below = arrows.get(room) ?? new Set();
    arrows.set(room, below);
    for (const target of importsOf(file))
      if (inside.includes(target) && roomOf(target, folder) !== room) below.add(roomOf(target, folder));
  }
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (room: string, trail: readonly string[]): void => {
    if (trail.includes(room)) found.push([...trail.slice(trail.indexOf(room)), room].join(' → '));
    else if (!done.has(room)) {
      for (const below of arrows.get(room) ?? []) visit(below, [...trail, room]);
      done.add(room);
    }
  };
  for (const room of arrows.keys()) visit(room, []);
  return found;
}
