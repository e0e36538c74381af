import type { Industry } from '../domain/facts/industry.ts';

/** A group with a single class shares its name, and forms ask for the class: 3110 comes before 311. */
export function closerCode(a: Industry, b: Industry): number {
  return compareCodes(a.code.padEnd(4, '0'), b.code.padEnd(4, '0')) || b.code.length - a.code.length;
}

/** 其他电池制造 is what is left over, so it comes after every kind with a name. */
export const isResidual = (name: string): 0 | 1 => (name.startsWith('其他') ? 1 : 0);

export const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
