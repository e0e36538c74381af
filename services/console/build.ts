import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

/** A file of the built console. */
export interface ConsoleFile {
  /** From the page, `assets/main-4F2A.js`; the page itself is ''. */
  readonly path: string;
  readonly type: string;
  readonly contents: Uint8Array;
  /** Named for what is in it, so that it may be kept for ever. */
  readonly lasting: boolean;
}

/** Builds the console: a few small files that need nothing but the API beside them. The same sources give the same bytes. */
export async function buildConsole(): Promise<readonly ConsoleFile[]> {
  // Ten times the first page, and for few people: it is kept for nobody who has not asked for it.
  const reader = await assetsOf({
    entryPoints: { files: 'app/files/worker.ts' },
    // The same parser with the buffers that a browser lacks.
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
  });
  const assets = await assetsOf({
    entryPoints: ['app/main.tsx', 'console.css', 'icon.svg'],
    loader: { '.svg': 'copy' },
    splitting: true,
    define: { FILES_WORKER: JSON.stringify(reader[0]!.path) },
  });
  const page = await pageNaming(assets);
  return [...assets, ...reader, page, await offlineWorker([page, ...assets])];
}

async function assetsOf(options: BuildOptions): Promise<readonly ConsoleFile[]> {
  const { outputFiles } = await build({
    ...OPTIONS,
    ...options,
    outdir: OUT,
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    minify: true,
    write: false,
  });
  return outputFiles.map(({ path, contents }): ConsoleFile => {
    const name = path.slice(OUT.length + 1);
    return { path: name, type: TYPES[name.slice(name.lastIndexOf('.'))]!, contents, lasting: true };
  });
}

const OUT = join(import.meta.dirname, 'built');

const OPTIONS = {
  absWorkingDir: import.meta.dirname,
  tsconfig: join(import.meta.dirname, 'tsconfig.json'),
  write: false,
  bundle: true,
  format: 'esm',
  target: ['chrome109', 'firefox115', 'safari16'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
} as const satisfies BuildOptions;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page with the names that its files got. */
async function pageNaming(assets: readonly ConsoleFile[]): Promise<ConsoleFile> {
  const page = await readFile(join(import.meta.dirname, 'index.html'), 'utf8');
  const named = page.replace(/\{([\w.]+)\}/g, (_, name: string) => {
    const [stem, ending] = name.split('.');
    const found = assets.filter(({ path }) =>
      new RegExp(`^${stem}-[A-Z0-9]+\\.${ending}$`).test(basename(path)),
    );
    if (found.length !== 1)
      throw new Error(`The page names ${name}, and the build made ${found.length} of it`);
    return found[0]!.path;
  });
  return { path: '', type: 'text/html; charset=utf-8', contents: Buffer.from(named), lasting: false };
}

async function offlineWorker(files: readonly ConsoleFile[]): Promise<ConsoleFile> {
  const hash = createHash('sha256');
  for (const { contents } of files) hash.update(contents);
  const { outputFiles } = await build({
    ...OPTIONS,
    entryPoints: ['offline.js'],
    minify: true,
    define: {
      FILES: JSON.stringify(files.map(({ path }) => path || './')),
      CACHE: JSON.stringify(`console-${hash.digest('hex').slice(0, 16)}`),
    },
  });
  return { path: 'offline.js', type: TYPES['.js']!, contents: outputFiles[0]!.contents, lasting: false };
}
