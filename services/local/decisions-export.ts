import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Decision } from '../domain/assessment/decision.ts';
import { receiptOf } from '../domain/assessment/decision.ts';
import { merkleRoot } from '../domain/chain/merkle.ts';
import { OUTCOME_LABELS } from '../domain/messages/labels.ts';
import { readCanonical } from '../domain/values/canonical.ts';
import { dayOf } from '../domain/values/day.ts';
import { csvLine } from '../files/csv.ts';
import { supersedingId } from '../operations/decisions/decisions.ts';
import { CannotStart } from './cannot-start.ts';
import type { Request } from './check/api.ts';

/** The decisions of a zone of one year, in Shanghai. */
interface Wanted {
  readonly zone: string;
  readonly year: string;
  /** Made where it is not there; nothing in it is written over. */
  readonly folder: string;
}

/** What an export is, so that a file that was changed, cut or left out shows (完整性清单). */
const MANIFEST = z.strictObject({
  kind: z.literal('DECISIONS_EXPORT'),
  zone: z.string(),
  year: z.string(),
  /** Records that could not be read where they lie. */
  damaged: z.int().nonnegative(),
  decisions: z.int().nonnegative(),
  /** Merkle root (RFC 9162) of their receipts, newest first. */
  receipts: z.string(),
  /** The head of the chain of the zone's decisions as it was then; null where none was linked. */
  head: z.strictObject({ revision: z.int(), hash: z.string() }).nullable(),
  files: z.record(z.string(), z.string()),
});
type Manifest = z.infer<typeof MANIFEST>;

const RECORDS = 'decisions.jsonl';
const TABLE = 'decisions.csv';
const CONTENTS = 'manifest.json';

/**
 * Writes the decisions of a year as JSON Lines (whole records) and as CSV, and last a manifest by which both can be
 * verified without the service.
 *
 * @returns 0, or 1 where a record is damaged: it has a row that says so, and the others are written all the same
 * @throws CannotStart where the folder holds an export already, or cannot be written
 */
export async function exportDecisions(
  request: Request,
  { zone, year, folder }: Wanted,
  say: (line: string) => void,
): Promise<number> {
  const { verifyDecisions }: Verified = await request(HEAD, { zone });
  if (!verifyDecisions)
    throw new CannotStart(
      `“${zone}”不存在，或该凭证无权查看其准入决定。`,
      `There is no "${zone}", or the token may not see its decisions.`,
    );
  const [records, table] = [await opened(folder, RECORDS), await opened(folder, TABLE)];
  const receipts: string[] = [];
  const damaged: string[] = [];
  await table.add(`\ufeff${csvLine(COLUMNS)}`);
  const filter = { zone, from: `${year}-01-01`, to: `${year}-12-31` };
  for (let after: string | null = null; ; ) {
    const { decisions }: Page = await request(PAGE, { filter, after });
    for (const { id, node } of decisions.edges) {
      const decision = node && (JSON.parse(node.record) as Decision);
      if (!decision) damaged.push(id);
      else receipts.push(decision.receipt);
      await records.add(node ? `${node.record}\n` : '');
      await table.add(csvLine(decision ? cellsOf(node, decision) : damagedCells(id)));
    }
    after = decisions.pageInfo.endCursor;
    if (!decisions.pageInfo.hasNextPage) break;
  }
  const manifest: Manifest = {
    kind: 'DECISIONS_EXPORT',
    zone,
    year,
    damaged: damaged.length,
    decisions: receipts.length,
    receipts: merkleRoot(receipts),
    head: verifyDecisions.head,
    files: { [RECORDS]: await records.close(), [TABLE]: await table.close() },
  };
  // It comes last: without it there is no export.
  const contents = await opened(folder, CONTENTS);
  await contents.add(`${JSON.stringify(manifest, null, 2)}\n`);
  await contents.close();
  say(`${zone} ${year}: ${receipts.length} → ${folder}`);
  if (damaged.length > 0)
    say(
      `有 ${damaged.length} 条决定的存储记录缺失或被改动，未能导出；请立即报告系统管理员：${damaged.join('、')}。 ${damaged.length} decision(s) are damaged where they lie and are not in it. Report at once: ${damaged.join(', ')}.`,
    );
  return damaged.length > 0 ? 1 : 0;
}

/** Verifies an export with its files alone. @returns 0 where all is as it was written, else 1 */
export async function verifyFolder(folder: string, say: (line: string) => void): Promise<number> {
  const manifest = MANIFEST.safeParse(readJson(await read(folder, CONTENTS)));
  if (!manifest.success)
    throw new CannotStart(`${CONTENTS} 无法识别。`, `${CONTENTS} is not the manifest of an export.`);
  const faults: string[] = [];
  const receipts: string[] = [];
  for (const name of [RECORDS, TABLE]) {
    const hash = createHash('sha256');
    await eachLine(folder, name, (line, place) => {
      hash.update(`${line}\n`);
      if (name !== RECORDS) return;
      const record = readCanonical(line) as Decision | undefined;
      // Over the whole record: one that was changed together with the manifest still does not have its receipt.
      if (!record || receiptOf(record) !== record.receipt) faults.push(`${RECORDS}:${place}`);
      else if (record.project.zone !== manifest.data.zone || yearOf(record) !== manifest.data.year)
        faults.push(`${RECORDS}:${place}`);
      receipts.push(record?.receipt ?? '');
    });
    if (hash.digest('hex') !== manifest.data.files[name]) faults.push(name);
  }
  const { decisions, receipts: root } = manifest.data;
  if (receipts.length !== decisions || merkleRoot(receipts) !== root) faults.push('receipts');
  say(
    faults.length === 0
      ? `完整：${decisions} 条决定与清单一致。 Whole: ${decisions} decisions are as the manifest says.`
      : `与清单不符：${faults.join('、')}。 Not as it was written: ${faults.join(', ')}.`,
  );
  return faults.length === 0 ? 0 : 1;
}

interface Node {
  readonly record: string;
  readonly superseded: boolean;
  readonly project: { readonly zone: { readonly name: { readonly zh: string } } | null };
}
interface Page {
  readonly decisions: {
    readonly edges: readonly { readonly id: string; readonly node: Node | null }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
interface Verified {
  readonly verifyDecisions: { readonly head: Manifest['head'] } | null;
}
const PAGE = `query ($filter: DecisionFilter!, $after: String) {
  decisions(filter: $filter, first: 50, after: $after) {
    edges { id node { record superseded project { zone { name { zh } } } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const HEAD = 'query ($zone: ID!) { verifyDecisions(zone: $zone) { head { revision hash } } }';

const COLUMNS = [
  '决定编号',
  '决定时间',
  '决定人',
  '受理日',
  '园区',
  '项目代码',
  '项目名称',
  '建设单位',
  '统一社会信用代码',
  '准入结论',
  '决定性条目',
  '替代的决定',
  '替代理由',
  '被何决定替代',
  '回执',
];

const cellsOf = ({ superseded, project }: Node, decision: Decision): readonly string[] => [
  decision.id,
  decision.decidedAt,
  decision.decidedBy,
  decision.on,
  `${project.zone?.name.zh ?? ''} ${decision.project.zone}`.trim(),
  decision.project.projectCode ?? '',
  decision.project.name ?? '',
  decision.project.applicant ?? '',
  decision.project.unifiedSocialCreditCode ?? '',
  OUTCOME_LABELS[decision.assessment.outcome].zh,
  decision.assessment.findings
    .filter(({ decisive }) => decisive)
    .map(({ catalog, entry }) => `${catalog} ${entry.code}`)
    .join('；'),
  decision.supersedes?.decision ?? '',
  decision.supersedes?.reason ?? '',
  superseded ? supersedingId(decision.id) : '',
  decision.receipt,
];

/** The row of a decision of which nothing but its id is certain. */
const damagedCells = (id: string): readonly string[] =>
  COLUMNS.map((column) => ({ 决定编号: id, 准入结论: '记录损坏，未能导出' })[column] ?? '');

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In Shanghai, as it was asked for. */
const yearOf = ({ decidedAt }: Decision): string => dayOf(new Date(decidedAt)).slice(0, 4);

const read = (folder: string, name: string): Promise<string> =>
  readFile(join(folder, name), 'utf8').catch((error) => {
    throw unreadable(name, error);
  });

/** Every line of a file that ends each of them with a line feed, and its number from 1. */
async function eachLine(
  folder: string,
  name: string,
  see: (line: string, place: number) => void,
): Promise<void> {
  try {
    let rest = '';
    let place = 0;
    for await (const piece of createReadStream(join(folder, name), 'utf8')) {
      const lines = `${rest}${piece}`.split('\n');
      rest = lines.pop()!;
      for (const line of lines) see(line, ++place);
    }
    if (rest !== '') see(rest, ++place);
  } catch (error) {
    throw unreadable(name, error);
  }
}

const unreadable = (name: string, error: unknown): CannotStart =>
  new CannotStart(`无法读取文件 ${name}。`, `Cannot read the file ${name}: ${(error as Error).message}.`);

interface Growing {
  readonly add: (text: string) => Promise<void>;
  /** @returns its SHA-256 */
  readonly close: () => Promise<string>;
}

/** A new file of an export. */
async function opened(folder: string, name: string): Promise<Growing> {
  const hash = createHash('sha256');
  const unwritten = (error: Error) => {
    throw new CannotStart(
      `无法写入文件夹 ${folder}；已有的导出不会被覆盖。`,
      `Cannot write into ${folder}: ${error.message}. An export that is there is not written over.`,
    );
  };
  await mkdir(folder, { recursive: true }).catch(unwritten);
  const file = await open(join(folder, name), 'wx').catch(unwritten);
  return {
    async add(text) {
      hash.update(text);
      await file.appendFile(text).catch(unwritten);
    },
    async close() {
      await file.close();
      return hash.digest('hex');
    },
  };
}
