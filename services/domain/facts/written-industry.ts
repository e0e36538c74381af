/** An industry as somebody wrote it. */
export interface WrittenIndustry {
  /** Digits, or the letter of a section. */
  readonly code: string;
  /** The letter before the digits: `C2614`. */
  readonly section: string | null;
  /** What stands beside the code; null where nothing does. */
  readonly name: string | null;
}
export interface WrittenIndustries {
  readonly industries: readonly WrittenIndustry[];
  /** The edition of GB/T 4754 that the text names; null where it names none. */
  readonly edition: string | null;
}

/**
 * The industries that a text of a form names, in its order: `C2614`, `２６１４`, `2614 有机化学原料制造`, `2614、2669`.
 * Empty where it does not begin with a code.
 */
export function writtenIndustries(text: string): WrittenIndustries {
  const whole = text.slice(0, MAX_LENGTH).normalize('NFKC');
  const edition = EDITION.exec(whole);
  const plain = whole.replace(EDITION, ' ');
  const codes = [...plain.matchAll(CODE)].filter(({ 4: letter, index }) =>
    letter === undefined ? true : /(?:^|[、,;/|])\s*$/.test(plain.slice(0, index)),
  );
  const before = codes[0] ? plain.slice(0, codes[0].index) : plain;
  if (trimmed(before) !== '') return { industries: [], edition: null };
  return {
    edition: edition?.[1] ?? edition?.[2] ?? null,
    industries: codes.map(({ 0: found, 1: section, 2: below, 3: digits, 4: letter, index }, at) => ({
      code: below ?? digits ?? letter!.toUpperCase(),
      section: section?.toUpperCase() ?? null,
      name: trimmed(plain.slice(index + found.length, codes[at + 1]?.index)) || null,
    })),
  };
}

/** No form says more about its industries; what is pasted may be of any length. */
const MAX_LENGTH = 2_000;

const EDITION = /GB\s*\/?\s*T?\s*4754\s*(?:[-—–]?\s*(20\d\d))?|\(?(20\d\d)\s*年?版\)?/i;

/** Digits with or without the letter of a section, or the letter alone; a code stands apart from other letters. */
const CODE =
  /(?<=^|[\s、,;/|([:])(?:([A-T])[\s-]?(\d{2,4})|(\d{2,4})|([A-T]))(?=$|[\s、,;/|()[\]:.—-]|\p{Script=Han})/giu;

const trimmed = (text: string): string => text.replace(EDGES, '');
const EDGES = /^[\s、,;/|:.)\]—-]+|[\s、,;/|:.([—-]+$|^[([][)\]]$/g;
