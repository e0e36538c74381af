import type { Condition, ConditionTest, TestKind } from '../condition/condition.ts';
import { kindOf } from '../condition/operators/table.ts';
import { FileFault } from '../messages/file-faults.ts';
import type { Locale } from '../values/text.ts';
import { written } from './keywords.ts';
import { Scanner } from './scanner.ts';
import type { Pen, TestNotation } from './tests.ts';
import { NOTATIONS, readBeginning } from './tests.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The notation in which administrators write conditions (限定条件的写法):
 *
 *     总投资 低于 30000 万元 且 非（园区类型 属于 化工园区）
 *
 * INVARIANT: what was written is read as the same condition, whatever it names (ADR 0016).
 */
export interface Notation {
  readonly write: (condition: Condition, locale?: Locale) => string;
  /** @throws FileFault with the column, from 1, at which the text can be read no further */
  readonly read: (text: string) => Condition;
}

/** @param vocabulary what conditions can name, and what it is called */
export const notationOf = (vocabulary: Vocabulary): Notation => ({
  write: (condition, locale = 'zh') => write(condition, { vocabulary, locale }, false),
  read(text) {
    const scanner = new Scanner(text);
    const condition = readJoined(scanner, vocabulary, 0);
    return scanner.atEnd ? condition : scanner.refuse(JOINT);
  },
});

/** Brackets in brackets: more than the depth of any condition that is taken. */
const MAX_DEPTH = 48;
const JOINT = { zh: '“且”、“或”或结尾', en: '"and", "or" or the end' };

function write(condition: Condition, pen: Pen, nested: boolean): string {
  const { locale } = pen;
  const bracketed = (said: string) => (locale === 'zh' ? `（${said}）` : `(${said})`);
  const joined = (parts: readonly Condition[], by: 'AND' | 'OR', alone: 'ALL' | 'ANY') => {
    const said = parts.map((part) => write(part, pen, true));
    if (said.length === 1) return `${written(alone, locale)}${bracketed(said[0]!)}`;
    const text = said.join(` ${written(by, locale)} `);
    return nested ? bracketed(text) : text;
  };
  if ('all' in condition) return joined(condition.all, 'AND', 'ALL');
  if ('any' in condition) return joined(condition.any, 'OR', 'ANY');
  if ('not' in condition) return `${written('NOT', locale)}${bracketed(write(condition.not, pen, false))}`;
  return writeTest(condition, pen);
}

function writeTest(test: ConditionTest, pen: Pen): string {
  const kind = kindOf(test);
  const { begins, write } = NOTATIONS[kind] as TestNotation<TestKind>;
  const said = write((test as unknown as Record<TestKind, never>)[kind], pen);
  return begins === null ? said : `${written(begins, pen.locale)} ${said}`;
}

/** Conditions joined by 且, or by 或: which of the two binds closer nobody has to know. */
function readJoined(scanner: Scanner, vocabulary: Vocabulary, depth: number): Condition {
  const parts = [readPart(scanner, vocabulary, depth)];
  const joint = scanner.take('AND', 'OR');
  if (joint === null) return parts[0]!;
  for (let next = joint as typeof joint | null; next !== null; ) {
    parts.push(readPart(scanner, vocabulary, depth));
    const { column } = scanner;
    next = scanner.take('AND', 'OR') as typeof joint | null;
    if (next !== null && next !== joint) throw new FileFault('NOTATION_MIXED', { column });
  }
  return joint === 'AND' ? { all: parts } : { any: parts };
}

function readPart(scanner: Scanner, vocabulary: Vocabulary, depth: number): Condition {
  const { column } = scanner;
  if (depth > MAX_DEPTH) throw new FileFault('NOTATION_TOO_DEEP', { column, allowed: MAX_DEPTH });
  const began = readBeginning(scanner, vocabulary);
  const keyword = 'keyword' in began ? began.keyword : null;
  switch (keyword) {
    case 'OPEN':
      return closed(scanner, readJoined(scanner, vocabulary, depth + 1));
    case 'NOT':
      return scanner.take('OPEN')
        ? { not: closed(scanner, readJoined(scanner, vocabulary, depth + 1)) }
        : { not: readPart(scanner, vocabulary, depth + 1) };
    case 'ALL':
      return { all: listed(scanner, vocabulary, depth) };
    case 'ANY':
      return { any: listed(scanner, vocabulary, depth) };
    default:
      return readTest(scanner, vocabulary, began);
  }
}

function listed(scanner: Scanner, vocabulary: Vocabulary, depth: number): readonly Condition[] {
  scanner.expect('OPEN');
  const parts = [readJoined(scanner, vocabulary, depth + 1)];
  while (scanner.take('PARTS')) parts.push(readJoined(scanner, vocabulary, depth + 1));
  return closed(scanner, parts);
}

function closed<Read>(scanner: Scanner, read: Read): Read {
  scanner.expect('CLOSE');
  return read;
}

function readTest(
  scanner: Scanner,
  vocabulary: Vocabulary,
  began: ReturnType<typeof readBeginning>,
): Condition {
  const [keyword, fact] = 'keyword' in began ? [began.keyword, ''] : [null, began.fact];
  for (const [kind, { begins, read }] of Object.entries<TestNotation<TestKind>>(NOTATIONS)) {
    const asked = begins === keyword ? read(scanner, vocabulary, fact) : undefined;
    if (asked !== undefined) return { [kind]: asked } as unknown as Condition;
  }
  return scanner.refuse(...AFTER_A_FACT);
}
const AFTER_A_FACT = [
  { zh: '“不低于”“超过”“不超过”“低于”', en: '"at least", "more than", "at most", "less than"' },
  { zh: '“为”“属于”', en: '"is", "is one of"' },
  { zh: '“包含任一”“包含全部”“均不包含”', en: '"include any of", "include all of", "include none of"' },
  { zh: '“早于”“不早于”', en: '"before", "on or after"' },
];
