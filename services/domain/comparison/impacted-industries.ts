import type { Entry } from '../catalog/entry.ts';
import type { Classification } from '../facts/industry.ts';
import { classesCovered } from './scope-grading.ts';

/** The industries that some entries cover, said with the fewest codes. */
export interface ImpactedIndustries {
  /** The highest codes of which everything is covered, in the order of the classification. */
  readonly codes: readonly string[];
  readonly everyIndustry: boolean;
  /** Codes that the classification does not have, as a draft may name them: nobody can say what they cover. */
  readonly unknown: readonly string[];
}

export function impactedIndustries(
  entries: readonly Entry[],
  classification: Classification,
): ImpactedIndustries {
  const scopes = new Map(entries.map(({ industries }) => [JSON.stringify(industries), industries]));
  const covered = new Set<string>();
  const unknown = new Set<string>();
  for (const scope of scopes.values()) {
    for (const code of [...scope.include, ...scope.except])
      if (!classification.industry(code)) unknown.add(code);
    for (const one of classesCovered(scope, classification)) covered.add(one);
  }
  return {
    codes: highestCodes(covered, classification),
    everyIndustry: covered.size > 0 && covered.size === classification.classes.length,
    unknown: [...unknown].sort(),
  };
}

/** For every class covered the highest code above it of which all classes are covered. */
function highestCodes(covered: ReadonlySet<string>, classification: Classification): readonly string[] {
  const whole = new Map<string, boolean>();
  const isWhole = (code: string): boolean => {
    const known = whole.get(code) ?? classification.classesOf(code).every((one) => covered.has(one));
    whole.set(code, known);
    return known;
  };
  const highest = classification.classes
    .filter((one) => covered.has(one))
    .map((one) => {
      let code = one;
      for (let above = parentOf(code); above !== null && isWhole(above); above = parentOf(code)) code = above;
      return code;
    });
  return [...new Set(highest)];

  function parentOf(code: string): string | null {
    return classification.industry(code)?.parent ?? null;
  }
}
