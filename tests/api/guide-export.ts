import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { readExportHistoryOptions } from '../../services/local/export-history-options.ts';
import { exportedLines } from '../../services/local/exported-lines.ts';
import { verifyFile } from '../../services/local/verify-file.ts';
import { readVerifyHistoryOptions } from '../../services/local/verify-history-options.ts';
import type { TestApi } from '../testkit/api.ts';
import { commandsOf, type Fence } from './guide-parts.ts';

/** What the two commands of a guide print that export a history and verify the file. */
export async function verifiedExport(fences: readonly Fence[], api: TestApi, token: string): Promise<string> {
  const [[exporting], [verifying]] = [
    commandsOf(fences, 'export-history'),
    commandsOf(fences, 'verify-history'),
  ];
  const { what } = readExportHistoryOptions(exporting!, {});
  const options = readVerifyHistoryOptions(verifying!);
  const folder = await mkdtemp(join(tmpdir(), 'park-admission-guide-'));
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const lines: string[] = [];
    const ask = (question: { query: string; variables?: unknown }) =>
      api.ask(question.query, question.variables as object, token);
    for await (const line of exportedLines(ask, what, token)) lines.push(`${line}\n`);
    const file = join(folder, options.file);
    await writeFile(file, lines.join(''));
    expect(await verifyFile({ ...options, file })).toBe(0);
    return print.mock.calls.map(([line]) => String(line)).join('\n');
  } finally {
    print.mockRestore();
    await rm(folder, { recursive: true });
  }
}
