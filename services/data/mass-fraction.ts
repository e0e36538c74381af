import type { Bounds } from '../domain/values/interval.ts';

/** What a list demands of a substance besides its name, as far as it can be read. */
export interface ReadCondition {
  /** Bounds on the mass fraction in percent; undefined where the words give none that is certain. */
  readonly fraction?: Bounds;
  /** The rest, in the words of the list; undefined where nothing is left. */
  readonly condition?: string;
}

/**
 * Reads what a list words about a substance: `含量＞20%`, `52%＜含量≤82%,含A型稀释剂≥18%`.
 *
 * Only 含量 of the substance itself is certainly its mass fraction. 浓度 may be one by volume, 含水 and 含有效氯 are
 * fractions of something else: they stay words, and so does everything where two parts speak of 含量.
 */
export function readCondition(words: string): ReadCondition {
  const parts = words.split(/[,，]/).map((part) => part.trim());
  const read = parts.map(fractionIn);
  if (read.filter((bounds) => bounds !== undefined).length !== 1) return { condition: words };
  const rest = parts.filter((_, at) => read[at] === undefined);
  return {
    fraction: read.find((bounds) => bounds !== undefined),
    ...(rest.length > 0 ? { condition: rest.join('，') } : {}),
  };
}

function fractionIn(part: string): Bounds | undefined {
  const range = RANGE.exec(part);
  if (range) return { atLeast: range[1]!, atMost: range[2]! };
  const match = BOUNDS.exec(part.normalize('NFKC'));
  if (!match) return undefined;
  const [, above, aboveSign, sign, bound] = match;
  if (above === undefined && bound === undefined) return undefined;
  return {
    ...(above === undefined ? {} : { [aboveSign === '<' ? 'moreThan' : 'atLeast']: above }),
    ...(bound === undefined ? {} : { [SIGNS[sign as keyof typeof SIGNS]]: bound }),
  };
}

const NUMBER = '(\\d+(?:\\.\\d+)?)%';
const BOUNDS = new RegExp(`^(?:${NUMBER} ?([<≤]) ?)?含量 ?(?:([<≤>≥]) ?${NUMBER})?$`);
const RANGE = new RegExp(`^含量${NUMBER}～${NUMBER}$`);
const SIGNS = { '<': 'lessThan', '≤': 'atMost', '>': 'moreThan', '≥': 'atLeast' } as const;
