import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { ChainHead } from '../domain/assessment/decision.ts';
import type { DecisionRecord } from '../domain/chain/decision-record.ts';
import { decisionRecord } from '../domain/chain/decision-record.ts';
import { verificationText } from '../domain/chain/history-text.ts';
import type { Seal } from '../domain/chain/seal.ts';
import { readSeal } from '../domain/chain/seal.ts';
import type { ExportVerification } from '../domain/chain/verify-export.ts';
import { verifyExport } from '../domain/chain/verify-export.ts';
import { readCanonical } from '../domain/values/canonical.ts';
import { CannotStart } from './cannot-start.ts';
import type { VerifyHistoryOptions } from './verify-history-options.ts';

/**
 * Verifies an exported history and prints the result in both languages.
 *
 * @returns the exit code: 0 for a whole history, 1 for one that is not
 * @throws CannotStart where nothing could be checked
 */
export async function verifyFile({
  file,
  heads,
  decisions,
  seals,
  key,
}: VerifyHistoryOptions): Promise<number> {
  const records = await Promise.all(decisions.map(readDecision));
  const changed = records.find(({ receiptHolds }) => !receiptHolds);
  if (changed) {
    console.log(`准入决定 ${changed.id} 的记录与其回执不符：该记录本身已被改动，不能据以核对。`);
    console.log(
      `The record of ${changed.id} does not have the receipt that it carries: it was changed itself.`,
    );
    return 1;
  }
  const sealed = await Promise.all(seals.map((seal) => readKeptSeal(seal, key!)));
  let known = heads.length;
  const verification = verifyExport((chain) => {
    const read = headsRead(records, chain);
    const named = sealed.map((seal) => headIn(seal, chain));
    known += read.length + named.length;
    return {
      heads: [...heads, ...read, ...named],
      read: records.flatMap((record) => record.versionOf(chain) ?? []),
    };
  });
  for await (const line of linesOf(file)) verification.next(line);
  const found = verification.end();
  if (found.chain === null)
    throw new CannotStart(`${file} 中没有导出的历史。`, `There is no exported history in ${file}.`);
  print(found, known, records);
  return found.broken ? 1 : 0;
}

/** @throws CannotStart where a seal says nothing of the chain */
function headIn({ statement, heads }: Seal, chain: string): ChainHead {
  const head = heads.find((one) => one.chain === chain);
  if (head) return { seq: head.seq, hash: head.hash };
  throw new CannotStart(
    `第 ${statement.number} 号签封（${statement.time}）没有“${chain}”，不能据以核对。`,
    `Seal ${statement.number} of ${statement.time} does not name "${chain}" and says nothing about it.`,
  );
}

/** @throws CannotStart where it is no seal that the key signed: nothing can be held against it */
async function readKeptSeal(file: string, key: string): Promise<Seal> {
  const seal = readSeal(await textOf(file), await textOf(key));
  if (seal) return seal;
  throw new CannotStart(
    `${file} 不是以该公钥对应的密钥签署的签封，或已被改动。`,
    `${file} is no seal that this key signed, or it was changed.`,
  );
}

/** @throws CannotStart where a decision says nothing of the chain: agreeing with it would mean nothing */
function headsRead(records: readonly DecisionRecord[], chain: string) {
  return records.flatMap(({ id, headOf }) => {
    const head = headOf(chain);
    if (head === undefined)
      throw new CannotStart(
        `准入决定 ${id} 作出时没有读取“${chain}”，不能据以核对。`,
        `Decision ${id} did not read "${chain}" and says nothing about it.`,
      );
    return head ?? [];
  });
}

function print(
  { chain, head, broken, versions, line }: ExportVerification,
  known: number,
  records: readonly DecisionRecord[],
): void {
  console.log(chain);
  for (const locale of ['zh', 'en'] as const) console.log(verificationText({ broken, head, known }, locale));
  if (line !== null) console.log(`（文件第 ${line} 行。Line ${line} of the file.）`);
  if (!broken && versions > 0) {
    console.log(`已逐字核对 ${versions} 个版本的内容与其内容哈希。`);
    console.log(`The words of ${versions} version(s) have their content hashes.`);
  }
  for (const { id, receipt } of records) {
    console.log(`回执 ${receipt}（${id}）：请与当事人持有的回执核对。`);
    console.log(`Receipt ${receipt} (${id}): compare it with the one that was handed out.`);
  }
}

async function readDecision(file: string): Promise<DecisionRecord> {
  const record = decisionRecord(readCanonical(await textOf(file)));
  if (record) return record;
  throw new CannotStart(`${file} 不是导出的准入决定。`, `${file} does not hold a decision.`);
}

export async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw unreadable(file, error);
  }
}

const unreadable = (file: string, error: unknown): CannotStart =>
  new CannotStart(`无法读取文件 ${file}。`, `Cannot read the file ${file}: ${(error as Error).message}.`);
