import type { ChainHead } from '../domain/assessment/decision.ts';
import { CannotStart } from './cannot-start.ts';
import { parseOptions } from './parse-options.ts';

export interface VerifyHistoryOptions {
  readonly file: string;
  readonly heads: readonly ChainHead[];
  /** Files that hold a decision each. */
  readonly decisions: readonly string[];
  /** Files that hold a seal each, and that of the public key. */
  readonly seals: readonly string[];
  readonly key: string | undefined;
}

/** The options of `npm run verify-history`. */
export function readVerifyHistoryOptions(args: readonly string[]): VerifyHistoryOptions {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new CannotStart('请写明一个导出文件。', `Name one exported file. Usage: ${USAGE}`);
  const { head = [], decision = [], seal = [], key } = values;
  if (seal.length > 0 && key === undefined)
    throw new CannotStart(
      '--seal 须同时写明 --key（公钥文件）。',
      '--seal takes --key too, the file of the public key.',
    );
  return { file, heads: head.map(headOf), decisions: decision, seals: seal, key };
}

function headOf(text: string): ChainHead {
  const [, seq, hash] = /^([1-9]\d{0,11}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined)
    throw new CannotStart(
      `--head 应写作 <修订号>:<64 位小写十六进制哈希>，收到的是“${text}”。`,
      `--head takes <revision>:<64 lower-case hexadecimal digits>, not "${text}".`,
    );
  return { seq: Number(seq), hash };
}

const parsed = (args: readonly string[]) =>
  parseOptions(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        head: { type: 'string', multiple: true },
        decision: { type: 'string', multiple: true },
        seal: { type: 'string', multiple: true },
        key: { type: 'string' },
      },
    },
    USAGE,
  );

const USAGE =
  'npm run verify-history -- <file.jsonl> [--head <revision>:<hash>] … [--decision <file.json>] … [--seal <file.json> … --key <file.pem>]';
