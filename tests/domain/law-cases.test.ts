import { describe, expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { brokenRules } from '../../services/domain/publication-rules/check.ts';
import { basisOf, registerOf } from '../testkit/law-case/assessment-basis.ts';
import { type LawCase, readLawFiles, tryCase } from '../testkit/law-case.ts';

/** Every case of tests/cases: what the law says must come out comes out, in full. */
const files = readLawFiles(`${import.meta.dirname}/../cases`);

for (const { name, file } of files)
  describe(`${name}: ${file.title} ${file.zh}`, () => {
    for (const law of file.laws)
      describe(`${law.law} ${law.zh} (${law.clause})`, () => {
        for (const situation of law.cases)
          test(`${situation.name} ${situation.zh}`, () => {
            const { expected, actual } = tryCase({ law, situation }, reference);
            expect(actual).toEqual(expected);
          });
      });
  });

test('the book of cases is as thick as promised, and no two cases of a law have one name', () => {
  const cases = files.flatMap(({ file }) =>
    file.laws.flatMap((law) => law.cases.map(({ name }) => `${law.law}: ${name}`)),
  );
  expect(cases.length).toBeGreaterThanOrEqual(100);
  expect(cases.filter((name, place) => cases.indexOf(name) !== place)).toEqual([]);
});

describe('the catalog lines of a law could be published as they stand', () => {
  for (const { name, file } of files)
    for (const law of file.laws) {
      // What stops an assessment is what no publication lets through.
      if (law.cases.some(({ expect }) => 'stops' in expect)) continue;
      test(`${name}: ${law.law}`, () => {
        const broken = law.cases.flatMap((situation) => brokenInCase({ law, situation }));
        expect(broken).toEqual([]);
      });
    }
});

/**
 * A catalog without entries stands for one that says nothing about the project (PR-26), and some laws try what
 * becomes of bounds that no value meets (PR-16) and of conditions that cannot but hold or fail (PR-28).
 */
const LEFT_OUT: readonly string[] = ['PR-16', 'PR-26', 'PR-28'];

function brokenInCase(lawCase: LawCase): readonly string[] {
  const register = registerOf(lawCase);
  const { catalogs, lapsed } = basisOf(lawCase, reference);
  // What a version defined that is in force no more could be named as long as it was.
  const leftOut = lawCase.law.catalogs.some(({ versions }) => versions) ? [...LEFT_OUT, 'PR-40'] : LEFT_OUT;
  return catalogs.flatMap(({ identity, inForce }, place) => {
    if (!inForce) return [];
    const { content } = inForce;
    const effectiveFrom = '2026-01-01';
    return brokenRules({
      catalog: identity,
      content,
      effectiveFrom,
      versions: [],
      register,
      above: catalogs.slice(0, place).map((each) => ({ ...each, changesOn: null })),
      lapsed,
      reference,
    })
      .filter(({ rule }) => rule.severity === 'ERROR' && !leftOut.includes(rule.code))
      .map(({ rule, entry, field, value }) => `${rule.code} ${identity.key} ${entry} ${field} ${value}`);
  });
}
