import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Forgotten } from '../../api/inputs-by-type.ts';

/**
 * Adds to a copy of the sources, as types alone, an operator of conditions, a test of the engine, a built-in fact and a
 * field of a zone, and lets the compiler say what was forgotten.
 */
describe('the compiler names every place that is forgotten', () => {
  const root = resolve('.');
  const copy = mkdtempSync(join(tmpdir(), 'forgotten-'));
  let complaints: readonly string[] = [];

  const edit = (file: string, before: string, after: string): void => {
    const text = readFileSync(join(copy, file), 'utf8');
    expect(text.split(before), `${file} holds once: ${before}`).toHaveLength(2);
    writeFileSync(
      join(copy, file),
      text.replace(before, () => after),
    );
  };

  beforeAll(() => {
    for (const part of ['services', 'graphql', 'tests/api', 'tests/domain/oracle', 'tests/testkit'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
    const config = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
    config.include = [
      'tests/api/inputs-by-type.ts',
      'tests/domain/oracle/tests-in.ts',
      'tests/testkit/law-case/format-condition.ts',
      'services/domain/engine/readable.ts',
      'services/domain/notation/notation.ts',
      'services/domain/register/register-step-text.ts',
    ];
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(config));
    edit(
      'services/domain/condition/condition.ts',
      'readonly product: ProductTest;',
      'readonly product: ProductTest;\n  readonly pretendedOperator: { readonly fact: string };',
    );
    edit(
      'services/domain/condition/tests.ts',
      'export type Test =\n',
      "export type Test =\n  | { readonly kind: 'pretendedTest' }\n",
    );
    edit(
      'services/domain/facts/dictionary.ts',
      "    key: 'combustibleDust',",
      "    key: 'pretendedFact', type: 'FLAG', about: 'PROJECT', testedBy: 'flag',\n" +
        "    name: { zh: '', en: '' }, question: { zh: '', en: '' },\n  }, {\n    key: 'combustibleDust',",
    );
    edit(
      'services/domain/register/jurisdiction.ts',
      '  readonly suspended: boolean;\n',
      '  readonly suspended: boolean;\n  readonly pretendedField?: boolean;\n',
    );
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout } = spawnSync(process.execPath, [compiler, '--pretty', 'false'], { cwd: copy });
    // What is indented belongs to the line above it.
    complaints = stdout
      .toString()
      .trim()
      .split(/\n(?=\S)/);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const complaintsOf = (pretended: string): readonly string[] => {
    const lines = complaints.filter((line) => line.includes(pretended));
    return [...new Set(lines.map((line) => line.replace(/\(.*/s, '')))].sort();
  };

  test('of an operator: its place in the table, its notation, the SDL, the oracle, the form of law cases', () => {
    expect(complaintsOf('pretendedOperator')).toEqual([
      'services/domain/condition/operators/table.ts',
      'services/domain/notation/tests.ts',
      'tests/api/inputs-by-type.ts',
      'tests/domain/oracle/tests-in.ts',
      'tests/testkit/law-case/format-condition.ts',
    ]);
  });

  test('of a test that an operator compiles to: its fact, and whether that can be read', () => {
    expect(complaintsOf('pretendedTest')).toEqual(
      expect.arrayContaining(['services/domain/condition/tests.ts', 'services/domain/engine/readable.ts']),
    );
  });

  test('of a built-in fact: its field in the SDL, to put in and to read', () => {
    expect(complaintsOf('pretendedFact')).toEqual(['tests/api/inputs-by-type.ts']);
    expect(complaints.filter((line) => line.includes('pretendedFact'))).toHaveLength(2);
  });

  test('of a field of a zone: how it is put in and stored, its words in the history, its fields in the SDL', () => {
    expect(complaintsOf('pretendedField')).toEqual(
      expect.arrayContaining([
        'services/domain/register/register-step-text.ts',
        'services/domain/register/registration-shape.ts',
        'services/store/stored-register.ts',
        'tests/api/inputs-by-type.ts',
      ]),
    );
  });

  test('and nothing else is amiss', () => {
    const amiss: readonly Forgotten[] = [];
    expect(complaints.filter((line) => !line.includes('pretended'))).toEqual(amiss);
  });
});
