import type { Classification, Industry, IndustryLevel } from '../../../services/domain/facts/industry.ts';
import { contentHash } from './content-hash.ts';

/**
 * A classification with these classes, given as paths from the section down: `C 26 261 2611`.
 */
export function classificationOf(paths: readonly string[]): Classification {
  const industries = new Map<string, Industry & { children: string[] }>();
  for (const path of paths) {
    let parent: string | null = null;
    path.split(' ').forEach((code, depth) => {
      if (!industries.has(code)) {
        industries.set(code, {
          code,
          level: LEVELS[depth]!,
          parent,
          children: [],
          name: { zh: `行业${code}`, en: `Industry ${code}` },
        });
        if (parent !== null) industries.get(parent)!.children.push(code);
      }
      parent = code;
    });
  }
  const classesOf = (code: string): readonly string[] => {
    const industry = industries.get(code);
    if (!industry) return [];
    return industry.level === 'CLASS' ? [code] : industry.children.flatMap(classesOf);
  };
  const classes = [...industries.values()].filter(({ level }) => level === 'CLASS').map(({ code }) => code);
  return {
    hash: contentHash(paths),
    classes: classes.sort(),
    industry: (code) => industries.get(code),
    classesOf,
    isCalled: (code, name) => name === `行业${code}`,
    called: (name) => [...industries.keys()].filter((code) => name === `行业${code}`),
    earlier: { edition: '2011', name: () => undefined, classesToday: () => [] },
  };
}

const LEVELS: readonly IndustryLevel[] = ['SECTION', 'DIVISION', 'GROUP', 'CLASS'];

/** Three sections, four divisions; 051, 262, 461 and 462 are groups of a single class. */
export const SMALL_CLASSIFICATION = classificationOf([
  'A 05 051 0511',
  'A 05 052 0521',
  'A 05 052 0522',
  'C 26 261 2611',
  'C 26 261 2612',
  'C 26 261 2614',
  'C 26 262 2621',
  'D 46 461 4610',
  'D 46 462 4620',
]);
