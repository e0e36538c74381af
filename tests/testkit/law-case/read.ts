import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type * as z from 'zod';
import { type Law, type LawFile, lawFile, type Situation } from './format.ts';

/** One case with the law it belongs to: all that is needed to try it. */
export interface LawCase {
  readonly law: Law;
  readonly situation: Situation;
}

/** Every file of cases in a folder, by name, in order. */
export function readLawFiles(folder: string): readonly { readonly name: string; readonly file: LawFile }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, file: readLawFile(name, readFileSync(join(folder, name), 'utf8')) }));
}

/**
 * A file of cases, checked.
 *
 * @throws Error naming the file and the key of everything that is not understood: nothing is passed over in silence
 */
export function readLawFile(name: string, yaml: string): LawFile {
  // Every scalar stays the text that is written, or 051 would be read as the number 51.
  const document = parseDocument(yaml, { schema: 'failsafe' });
  const slips = [...document.errors, ...document.warnings].map(({ message }) => message);
  if (slips.length > 0) throw faulty(name, slips);
  const read = lawFile.safeParse(document.toJS());
  const faults = read.success ? withoutWhy(read.data) : faultsOf(read.error.issues);
  if (!read.success || faults.length > 0) throw faulty(name, faults);
  return read.data;
}

const faulty = (name: string, faults: readonly string[]): Error =>
  new Error(`${name}:\n  ${faults.join('\n  ')}`);

function withoutWhy(file: LawFile): readonly string[] {
  return file.laws.flatMap((law, l) =>
    law.cases.flatMap((situation, c) =>
      law.why === undefined && situation.why === undefined
        ? [`laws.${l}.cases.${c}: say why, here or for the whole law`]
        : [],
    ),
  );
}

function faultsOf(
  issues: readonly z.core.$ZodIssue[],
  above: readonly PropertyKey[] = [],
): readonly string[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === 'invalid_union') return issue.errors.flatMap((branch) => faultsOf(branch, path));
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => `${[...path, key].join('.')}: there is no such key`);
    return [`${path.join('.')}: ${issue.message}`];
  });
}
