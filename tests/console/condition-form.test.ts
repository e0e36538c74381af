import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { conditionOf, formOf } from '../../services/console/app/drafts/condition-form.ts';
import type { ConditionInput } from '../../services/console/app/generated/queries.ts';
import { sameValue } from '../../services/domain/values/canonical.ts';
import { arbitraryCondition } from '../domain/notation/arbitrary-condition.ts';

/** As the cases are written: `yes`, and pieces that many of them share. */
const YAML = { maxAliasCount: -1, merge: true };
const FOLDERS = ['services/local/samples', 'tests/cases'];

/** Every condition that stands in a file: of entries, exceptions and requirements. */
function conditionsIn(value: unknown): readonly ConditionInput[] {
  if (typeof value !== 'object' || value === null) return [];
  const { when } = value as { readonly when?: unknown };
  const own = typeof when === 'object' && when !== null && !Array.isArray(when) ? [when] : [];
  return [...(own as ConditionInput[]), ...Object.values(value).flatMap(conditionsIn)];
}

const built = (condition: ConditionInput) => conditionOf(formOf(condition));

describe('whatever a condition says can be built from its parts', () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(folder, name)),
  );
  const conditions = files.flatMap((file) =>
    conditionsIn(parse(readFileSync(file, 'utf8'), (_, value) => (value === 'yes' ? true : value), YAML)).map(
      (condition) => ({
        file,
        condition,
      }),
    ),
  );

  test('the published lines of the samples and of the law cases', () => {
    // The samples hold the published lines, the cases what is odd about them.
    expect(conditions.length).toBeGreaterThan(100);
    for (const file of ['chemicals', 'industry'])
      expect(conditions.map((one) => one.file)).toContain(`tests/cases/real-entries-${file}.yaml`);
    for (const { file, condition } of conditions)
      expect({ file, condition: built(condition) }).toEqual({ file, condition });
  });

  test('any condition at all', () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) =>
        sameValue(built(condition as unknown as ConditionInput), condition),
      ),
      { numRuns: 1000 },
    );
  });
});
