import table from './character-readings.json' with { type: 'json' };

/** How a character can be read, without tones and with v for ü; empty for what is no Chinese character. */
export const readingsOf = (character: string): readonly string[] =>
  known().byCharacter.get(character)?.split(' ') ?? [];

/** Every syllable there is. */
export const allSyllables = (): ReadonlySet<string> => known().syllables;

/** Spread out when first asked: most processes never search. */
const known = () => (spread ??= spreadOut());
let spread: ReturnType<typeof spreadOut> | undefined;

/** Of each run of characters the first, and the readings of all in turn. */
function spreadOut() {
  const byCharacter = new Map<string, string>();
  const syllables = new Set<string>();
  for (const [first, run] of Object.entries(table)) {
    let point = first.codePointAt(0)!;
    for (const readings of run.split(',')) {
      if (readings) byCharacter.set(String.fromCodePoint(point), readings);
      point++;
    }
  }
  for (const readings of byCharacter.values())
    for (const syllable of readings.split(' ')) syllables.add(syllable);
  return { byCharacter, syllables };
}
