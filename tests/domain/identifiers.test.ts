import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCas } from '../../services/domain/values/cas.ts';
import { isCreditCode } from '../../services/domain/values/credit-code.ts';
import { isProjectCode, projectCodeLooksMistyped } from '../../services/domain/values/project-code.ts';

describe('a CAS number', () => {
  it.each(['7782-50-5', '50-00-0', '64-17-5', '68476-85-7', '1234567-89-5'])('%s is one', (cas) => {
    expect(isCas(cas)).toBe(true);
  });

  it.each([
    ['7782-50-4', 'the check digit is wrong'],
    ['7728-50-5', 'two digits are swapped'],
    ['07782-50-5', 'it begins with 0'],
    ['7-50-5', 'the first part is too short'],
    ['12345678-50-5', 'the first part is too long'],
    ['7782505', 'the hyphens are missing'],
    ['7782-5-05', 'the hyphens are elsewhere'],
    [' 7782-50-5', 'there is a space'],
    ['7782-50-5\n', 'there is a line break'],
    ['７７８２-50-5', 'the digits are full width'],
    ['7782–50–5', 'the hyphens are dashes'],
    ['', 'there is nothing'],
  ])('%j is none: %s', (text) => {
    expect(isCas(text)).toBe(false);
  });

  it('has exactly one right check digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 9_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (first, second) => {
          const stem = `${first}-${String(second).padStart(2, '0')}-`;
          expect([...'0123456789'].filter((digit) => isCas(stem + digit))).toHaveLength(1);
        },
      ),
    );
  });
});

describe('a unified social credit code', () => {
  const VALID = '91140802MAK1UQKG7W';
  const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

  it('is one when its last character checks the others', () => {
    expect(isCreditCode(VALID)).toBe(true);
  });

  it('shows any single wrong character', () => {
    for (let place = 0; place < VALID.length; place++)
      for (const wrong of ALPHABET.replace(VALID[place]!, ''))
        expect(isCreditCode(VALID.slice(0, place) + wrong + VALID.slice(place + 1))).toBe(false);
  });

  it.each([
    ['91140802mak1uqkg7w', 'it is in lower case'],
    ['91140802MAK1UQKG7', 'a character is missing'],
    [`${VALID}0`, 'there is one too many'],
    ['9114O802MAK1UQKG7W', 'O is not in the alphabet'],
    [`${VALID}\n`, 'there is a line break'],
    ['', 'there is nothing'],
  ])('%j is none: %s', (text) => {
    expect(isCreditCode(text)).toBe(false);
  });
});

describe('a project code', () => {
  const NEW = '2603-141124-89-05-346948';
  const OLD = '2020-451421-88-03-016343';

  it.each([NEW, OLD])('%s has the form and raises no doubt', (code) => {
    expect(isProjectCode(code)).toBe(true);
    expect(projectCodeLooksMistyped(code)).toBe(false);
  });

  it('is doubted, not refused, where a digit is mistyped', () => {
    const digits = [...NEW.replaceAll('-', '')];
    for (let place = 4; place < digits.length; place++) {
      for (const wrong of '0123456789'.replace(digits[place]!, '')) {
        const mistyped = digits.with(place, wrong).join('');
        const code = mistyped.replace(/^(.{4})(.{6})(..)(..)/, '$1-$2-$3-$4-');
        expect(isProjectCode(code)).toBe(true);
        expect(projectCodeLooksMistyped(code)).toBe(true);
      }
    }
  });

  it('is not doubted where it begins with a year, for the check digit of that form is not known', () => {
    expect(projectCodeLooksMistyped('2020-451421-88-03-016344')).toBe(false);
    expect(projectCodeLooksMistyped('2017-451421-88-03-016340')).toBe(false);
  });

  it.each([
    ['2613-141124-89-05-346948', 'there is no month 13, nor is it a year'],
    ['2600-141124-89-05-346948', 'there is no month 0'],
    ['1999-141124-89-05-346948', 'there were no project codes that year'],
    ['2603-141124-89-05-34694', 'a digit is missing'],
    ['2603-141124-89-05-3469480', 'there is one too many'],
    ['26031411248905346948', 'the hyphens are missing'],
    ['2603-141124-89-05-34694X', 'a letter stands in it'],
    [`${NEW} `, 'there is a space'],
    ['', 'there is nothing'],
  ])('%j is none: %s', (text) => {
    expect(isProjectCode(text)).toBe(false);
  });
});
