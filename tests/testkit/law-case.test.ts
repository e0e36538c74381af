import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { readLawFile, tryCase } from './law-case.ts';

/**
 * The book of cases is only worth something if a wrong expectation is found out. Each line below spoils one true
 * statement of a case that holds.
 */
const TRUE_CASE = `
title: A case that holds
zh: 成立的案例
laws:
  - law: One of everything
    zh: 各项俱全
    clause: DESIGN 2
    why: For the harness.
    catalogs:
      - key: national
        of: country
        entries:
          - code: 1
            measure: prohibited
            natures: [new-build]
            exceptions:
              - { key: gap, discretionary: yes }
              - { key: safety, when: { set: { fact: purposes, includesAny: [safety] } } }
      - key: shanxi
        of: province
        versions: [{ number: 1, from: 2025-01-01, to: 2025-12-31 }]
      - key: zone-list
        of: industrial-park
        entries:
          - code: 1
            measure: restricted
            industries: { include: [26] }
            requirements:
              - { key: intensity, when: { number: { fact: totalInvestment, atLeast: 3000 } } }
              - { key: report }
    cases:
      - name: It holds
        zh: 成立
        project: { industries: [2611], natures: [new-build] }
        expect:
          outcome: needs-information
          possible: [review, refused]
          reasons: [{ code: catalog-lapsed, catalog: shanxi }]
          findings:
            - { entry: zone-list 1, applies: yes, effect: refuse, industry: 2611, requirements: { intensity: unknown } }
            - { entry: national 1, applies: unknown, effect: review, discretion: open, ifDenied: refuse, exceptions: { gap: unknown, safety: unknown } }
          missing: [{ fact: totalInvestment, for: [zone-list 1], candidates: [] }]
          ask: [totalInvestment]
`;
const TRUE_FAULT = `
title: A fault that is told
zh: 指出的差错
laws:
  - law: A fault
    zh: 差错
    clause: DESIGN 2.3
    why: For the harness.
    entries: [{ code: 1, measure: prohibited, industries: { include: [267] } }]
    cases:
      - name: It is told
        zh: 予以指出
        project: { industries: [9999], landArea: 1 }
        expect: { errors: [{ code: unknown-industry, field: industries.0, value: 9999 }] }
`;

function verdictsOf(yaml: string): { expected: unknown; actual: unknown } {
  const law = readLawFile('spoilt.yaml', yaml).laws[0]!;
  return tryCase({ law, situation: law.cases[0]! }, reference);
}
function spoilt(yaml: string, statement: string, wrong: string): string {
  expect(yaml.split(statement)).toHaveLength(2);
  return yaml.replace(statement, wrong);
}

describe('a case that says the truth holds', () => {
  const explained = readFileSync(`${import.meta.dirname}/../cases/README.md`, 'utf8');
  test.for([
    ['a project assessed', TRUE_CASE],
    ['a fault told', TRUE_FAULT],
    ['the example that the README explains', /```yaml\n(title:[\s\S]*?)```/.exec(explained)![1]!],
  ])('%s', ([, yaml]) => {
    const { expected, actual } = verdictsOf(yaml!);
    expect(actual).toEqual(expected);
  });
});

describe('a wrong expectation is found out', () => {
  test.for([
    [
      'another outcome',
      'outcome: needs-information\n          possible: [review, refused]',
      'outcome: review',
    ],
    ['an outcome too few', 'possible: [review, refused]', 'possible: [review]'],
    ['an outcome too many', 'possible: [review, refused]', 'possible: [conditional, review, refused]'],
    ['not exact', 'ask: [totalInvestment]', 'ask: [totalInvestment]\n          exact: no'],
    ['a reason unsaid', 'reasons: [{ code: catalog-lapsed, catalog: shanxi }]', 'reasons: []'],
    ['a reason of another catalog', 'catalog: shanxi }]', 'catalog: national }]'],
    ['a reason too many', 'catalog: shanxi }]', 'catalog: shanxi }, zone-has-no-catalog]'],
    ['another truth', 'applies: unknown', 'applies: yes'],
    ['another effect', 'effect: review', 'effect: refuse'],
    ['discretion closed', 'discretion: open, ', ''],
    ['another effect if denied', 'ifDenied: refuse, ', ''],
    ['another industry', 'industry: 2611', 'industry: 26'],
    ['an exception unsaid', ', safety: unknown', ''],
    ['an exception said to hold', 'safety: unknown', 'safety: yes'],
    ['a requirement said to be met', 'intensity: unknown', 'intensity: yes'],
    [
      'a missing fact unsaid',
      'missing: [{ fact: totalInvestment, for: [zone-list 1], candidates: [] }]',
      'missing: []',
    ],
    ['another missing fact', 'fact: totalInvestment, for', 'fact: landArea, for'],
    ['a missing fact too many', 'candidates: [] }]', 'candidates: [] }, purposes]'],
    ['needed by another entry', 'for: [zone-list 1]', 'for: [zone-list 1, national 1]'],
    ['candidates that there are not', 'candidates: []', 'candidates: [ONE]'],
    ['a question unsaid', 'ask: [totalInvestment]', 'ask: []'],
    ['a question too many', 'ask: [totalInvestment]', 'ask: [totalInvestment, purposes]'],
  ])('%s', ([, statement, wrong]) => {
    const { expected, actual } = verdictsOf(spoilt(TRUE_CASE, statement!, wrong!));
    expect(actual).not.toEqual(expected);
  });

  const findings = TRUE_CASE.split('\n').filter((line) => line.includes('- { entry:'));

  test('a finding unsaid', () => {
    const { expected, actual } = verdictsOf(spoilt(TRUE_CASE, `${findings[1]}\n`, ''));
    expect(actual).not.toEqual(expected);
  });

  test('findings in another order', () => {
    const { expected, actual } = verdictsOf(
      spoilt(TRUE_CASE, findings.join('\n'), findings.toReversed().join('\n')),
    );
    expect(actual).not.toEqual(expected);
  });

  test('a fault where there is none', () => {
    const expectation = TRUE_CASE.slice(TRUE_CASE.indexOf('outcome:'));
    const { expected, actual } = verdictsOf(
      spoilt(TRUE_CASE, expectation, 'errors: [{ code: unknown-zone }]\n'),
    );
    expect(actual).not.toEqual(expected);
  });

  test.for([
    ['another code', 'unknown-industry', 'empty-list'],
    ['another field', 'industries.0', 'industries.1'],
    ['another value', 'value: 9999', 'value: 8888'],
    [
      'a fault too many',
      'value: 9999 }',
      'value: 9999 }, { code: out-of-range, field: facts.landArea.number }',
    ],
    ['a fault unsaid', 'landArea: 1', 'landArea: 0'],
    [
      'an assessment in its place',
      'errors: [{ code: unknown-industry, field: industries.0, value: 9999 }]',
      'outcome: admitted',
    ],
    [
      'a stop in its place',
      'errors: [{ code: unknown-industry, field: industries.0, value: 9999 }]',
      'stops: yes',
    ],
  ])('%s', ([, statement, wrong]) => {
    const { expected, actual } = verdictsOf(spoilt(TRUE_FAULT, statement!, wrong!));
    expect(actual).not.toEqual(expected);
  });
});

describe('what a case file says and is not understood is an error that names file and key', () => {
  test.for([
    ['in the file', 'zh: 成立的案例', 'zh: 成立的案例\nversion: 2', 'version: there is no such key'],
    ['in the law', '    clause: DESIGN 2', '    clauses: DESIGN 2', 'laws.0.clauses: there is no such key'],
    [
      'in a catalog',
      'of: country',
      'of: country\n        effective: 2026',
      'laws.0.catalogs.0.effective: there is no such key',
    ],
    [
      'in an entry',
      '  natures: [new-build]',
      '  nature: [new-build]',
      'entries.0.nature: there is no such key',
    ],
    ['in a condition', 'includesAny: [safety]', 'includes: [safety]', 'set.includes: there is no such key'],
    [
      'in the kind of a condition',
      'when: { number:',
      'when: { numeric:',
      'when.numeric: there is no such key',
    ],
    ['in a version', 'to: 2025-12-31', 'until: 2025-12-31', 'versions.0.until: there is no such key'],
    [
      'in the project',
      'project: { industries',
      'project: { industry',
      'project.industry: there is no such key',
    ],
    ['in the expectation', 'possible:', 'possibly:', 'expect.possibly: there is no such key'],
    ['in a finding', 'ifDenied:', 'denied:', 'findings.1.denied: there is no such key'],
    ['in a missing fact', 'candidates: []', 'options: []', 'missing.0.options: there is no such key'],
    ['a measure that there is not', 'measure: prohibited', 'measure: forbidden', 'entries.0.measure: '],
    ['a day that is none', 'to: 2025-12-31', 'to: 31 December', 'versions.0.to: is not a day'],
    ['a yes that is none', 'discretionary: yes', 'discretionary: maybe', 'discretionary: '],
    ['an empty value', 'clause: DESIGN 2', 'clause:', 'laws.0.clause: is empty'],
    ['no why', '    why: For the harness.\n', '', 'laws.0.cases.0: say why'],
  ])('%s', ([, statement, wrong, told]) => {
    const read = () => readLawFile('spoilt.yaml', spoilt(TRUE_CASE, statement!, wrong!));
    expect(read).toThrow('spoilt.yaml:');
    expect(read).toThrow(told!);
  });

  test('the same key twice', () => {
    const twice = spoilt(TRUE_CASE, '    clause: DESIGN 2', '    clause: DESIGN 2\n    clause: DESIGN 3');
    expect(() => readLawFile('spoilt.yaml', twice)).toThrow(/spoilt\.yaml[\s\S]*unique/);
  });

  test.for([
    ['a zone that there is not', 'project:', 'zone: nowhere\n        project:', 'nowhere'],
    ['a catalog of nowhere', 'of: country', 'of: nowhere', 'nowhere'],
    ['a finding on an entry that there is not', 'entry: national 1', 'entry: national 9', 'national 9'],
    ['an exception that there is not', 'safety: unknown', 'security: unknown', 'security'],
    ['a requirement left open', ', requirements: { intensity: unknown }', '', 'intensity'],
    ['an entry of which catalog?', 'entry: national 1', 'entry: 1', 'say of which catalog'],
    ['an officer of nowhere', 'project:', 'as: officer of nowhere\n        project:', 'nowhere'],
    ['nobody who asks', 'project:', 'as: someone\n        project:', 'someone'],
  ])('%s', ([, statement, wrong, told]) => {
    expect(() => verdictsOf(spoilt(TRUE_CASE, statement!, wrong!))).toThrow(told);
  });
});
