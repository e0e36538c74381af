/** GB/T 4754-2017 with amendment 1 of 2019, as the domain sees it: codes and what lies below them. */
export interface Classification {
  /** Hash of the data, part of every decision's record. */
  readonly hash: string;
  /** Every class code, in order. */
  readonly classes: readonly string[];
  industry(code: string): Industry | undefined;
  /** The class codes (小类) at or below a code, in order; empty for a code that does not exist. */
  classesOf(code: string): readonly string[];
  /** Whether a text is a name of a code, or an accepted alias of it. */
  isCalled(code: string, name: string): boolean;
  /** The codes whose official name a text is. */
  called(name: string): readonly string[];
  /** The edition before. */
  readonly earlier: EarlierEdition;
}
export type IndustryLevel = 'SECTION' | 'DIVISION' | 'GROUP' | 'CLASS';
export interface Industry {
  readonly code: string;
  readonly level: IndustryLevel;
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly name: { readonly zh: string; readonly en?: string | null };
}

/** An edition of the classification before the one in use. Its codes came to mean other things. */
export interface EarlierEdition {
  /** The year, as a form states it. */
  readonly edition: '2011';
  /** What a code was called; undefined where the edition has none such. */
  name(code: string): string | undefined;
  /**
   * The classes that a class of it is today, at any rate or perhaps; empty for what is no class of it. Only a single one
   * that is sure tells what the code means today.
   */
  classesToday(code: string): readonly { readonly code: string; readonly sure: boolean }[];
}

/** Something else to search industries for, where a search finds none. */
export interface SearchSuggestion {
  readonly search: string;
  /** Why, as a sentence. */
  readonly message: { readonly zh: string; readonly en: string };
}

/** Whether a code covers another: itself and everything below it (DESIGN 2.2.1). */
export function covers(classification: Classification, code: string, other: string): boolean {
  for (let at: string | null = other; at !== null; at = classification.industry(at)?.parent ?? null) {
    if (at === code) return true;
  }
  return false;
}
