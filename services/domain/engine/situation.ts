import type { Assessment, FactReading } from '../assessment/assessment.ts';
import type { ProjectInput } from '../assessment/project.ts';
import { statedFor } from '../facts/ratio.ts';
import { sameValue } from '../values/canonical.ts';
import { exactText } from '../values/decimal.ts';
import { memoize, memoizeByKey } from '../values/memoize.ts';
import type { ProjectRead } from './assess.ts';
import { allTests } from './compile.ts';
import type { NumberTest, OpenNumber } from './domains/number.ts';
import { readNumber } from './domains/number.ts';
import type { Facts } from './facts.ts';
import { statedValue } from './findings.ts';
import type { CatalogInForce } from './lineage.ts';
import { truthOf } from './truth-of.ts';

/**
 * All that an assessment turns on (情形): of a number that is known, on which side of each bound it lies; of all else, what
 * was stated. Projects of one lineage that agree in it have the same assessment, byte for byte, but for the numbers that
 * findings repeat, which `asStatedBy` puts in. What a project is called, and facts that no entry about its industries
 * tests, are no part of it.
 */
export function situationOf({ law, project, facts }: ProjectRead): string {
  const { industries, industryEdition, confirmations } = project;
  const numbers: NumberTest[] = [];
  const inputs = new Set<string>();
  for (const catalog of law.inForce) {
    const tested = testedBy(catalog)(catalog.candidates(facts.industries));
    for (const key of tested.keys)
      for (const input of statedFor(law.definitions.get(key), key)) inputs.add(input);
    numbers.push(...tested.numbers);
  }
  const parts: unknown[] = [
    industries,
    industryEdition,
    confirmations,
    facts.notices,
    sidesOf(numbers, facts),
  ];
  for (const input of inputs) {
    const stated = facts.numbers.has(input) ? KNOWN : statedIn(project, input);
    if (stated != null) parts.push(input, stated);
  }
  return JSON.stringify(parts);
}

/** Stands for a number that is known. */
const KNOWN = '#';

/** The assessment of another project in the same situation, with the numbers that this one states. */
export function asStatedBy(assessment: Assessment, { law, project, facts }: ProjectRead): Assessment {
  const statedOf = memoizeByKey((key: string) => statedValue(key, law.basis, project, facts));
  const asStated = (reading: FactReading): FactReading => {
    if (!facts.numbers.has(reading.key)) return reading;
    const value = statedOf(reading.key);
    return sameValue(value, reading.value) ? reading : { ...reading, value };
  };
  let isSame = true;
  const findings = assessment.findings.map((finding) => {
    const because = finding.because.map(asStated);
    if (because.every((reading, at) => reading === finding.because[at])) return finding;
    isSame = false;
    return { ...finding, because };
  });
  return isSame ? assessment : { ...assessment, findings };
}

/** What candidates test, worked out once for each list of them: the keys of the facts, and of numbers where they must lie. */
const testedBy = memoize(({ matcher, readings }: CatalogInForce) =>
  memoize((candidates: readonly number[]) => {
    const keys = new Set<string>();
    const numbers = new Map<string, NumberTest>();
    for (const at of candidates) {
      if (readings(at) === 'OUT_OF_TIME') continue;
      const entry = matcher.entries.at(at)!;
      for (const key of entry.facts) keys.add(key);
      for (const test of allTests(entry)) if (test.kind === 'number') numbers.set(textOf(test), test);
    }
    return { keys, numbers: [...numbers.values()] };
  }),
);

const textOf = ({ fact, interval: { low, high } }: NumberTest): string =>
  JSON.stringify([fact, ...[low, high].map((end) => end && [exactText(end.at), end.closed])]);

/**
 * What the known facts make of number tests. One on a quotient of which one number is known is a test on the other, with
 * bounds that are so many times what they would be otherwise: that makes a difference only where others test it too, or
 * where not every number will do.
 */
function sidesOf(tests: readonly NumberTest[], facts: Facts): string {
  let sides = '';
  const open = new Map<string, Set<string>>();
  for (const test of tests) {
    const truth = truthOf(test, facts);
    sides += truth === undefined ? '?' : truth ? '+' : '-';
    if (truth !== undefined || facts.definitions.get(test.fact)?.many) continue;
    const { asks } = readNumber(test, facts) as OpenNumber;
    for (const key of asks) open.set(key, (open.get(key) ?? new Set()).add(test.fact));
  }
  const scales = new Set<string>();
  for (const [key, its] of open)
    if (its.size > 1 || facts.definitions.get(key)?.integer)
      for (const fact of its)
        for (const input of statedFor(facts.definitions.get(fact), fact))
          if (facts.numbers.has(input)) scales.add(input);
  return [sides, ...[...scales].map((key) => `${key} ${exactText(facts.numbers.get(key)!)}`)].join(' ');
}

/** All of a project from which a fact is read; undefined where nothing is stated. */
function statedIn(project: ProjectInput, key: string): unknown {
  const { activities, facts } = project;
  switch (key) {
    case 'natures':
    case 'areas':
    case 'earlierApproval':
      return project[key];
    case 'activities':
      return activities;
    // Lines without activities of their own follow those of the project.
    case 'chemicals':
      return facts?.chemicals && [facts.chemicals, activities];
    // The inventory has a say in it, and the persons around it (ADR 0008).
    case 'majorHazardLevel':
      return facts && [facts.majorHazardLevel, facts.exposedPersons, facts.chemicals, activities];
    default: {
      const own = (facts as Readonly<Record<string, unknown>> | null | undefined)?.[key];
      const declared = facts?.declared?.filter((fact) => fact.key === key) ?? [];
      return declared.length === 0 ? own : [own, declared];
    }
  }
}
