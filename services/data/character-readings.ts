import table from './character-readings.json' with { type: 'json' };

/** How a character can be read, without tones and with v for ü; empty for what is no Chinese character. */
export function readingsOf(character: string): readonly string[] {
  known ??= byCharacter();
  return known.get(character)?.split(' ') ?? [];
}

let known: ReadonlyMap<string, string> | undefined;

/** Turned round when first asked: most processes never search. */
function byCharacter(): ReadonlyMap<string, string> {
  const readings = new Map<string, string>();
  for (const [syllable, characters] of Object.entries(table))
    for (const character of characters) {
      const others = readings.get(character);
      readings.set(character, others ? `${others} ${syllable}` : syllable);
    }
  return readings;
}

/** Every syllable there is. */
export const allSyllables: ReadonlySet<string> = new Set(Object.keys(table));
