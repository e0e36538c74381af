/**
 * Whether a text shows nothing: empty, or made of spaces and invisible characters only. A reason or name of those would
 * stand in the record as given, and nobody could read it.
 */
export const isBlank = (text: string): boolean => !VISIBLE.test(text);

/** The blank pattern of Braille alone is drawn as nothing without being called so in Unicode. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;
