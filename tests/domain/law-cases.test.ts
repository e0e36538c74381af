import { describe, expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { readLawFiles, tryCase } from '../testkit/law-case.ts';

/** Every case of tests/cases: what the law says must come out comes out, in full. */
const files = readLawFiles(`${import.meta.dirname}/../cases`);

for (const { name, file } of files)
  describe(`${name}: ${file.title} ${file.zh}`, () => {
    for (const law of file.laws)
      describe(`${law.law} ${law.zh} (${law.clause})`, () => {
        test.for(law.cases)('$name $zh', (situation) => {
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
