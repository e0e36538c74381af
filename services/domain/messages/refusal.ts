import type { Witness } from '../assessment/witness.ts';
import type { Locale, Text } from '../values/text.ts';
import type { MessageCode } from './messages.ts';
import { render } from './messages.ts';

/** What a message shows; a text is shown in the message's language, a witness not at all. */
export type Details = Readonly<
  Record<string, string | number | boolean | null | readonly string[] | Text | Witness>
>;

/**
 * What the caller may not or cannot do, typed by code, in the caller's words (DESIGN 7).
 * Thrown where the meaning is known; turned into `userErrors` in one place.
 */
export class Refusal<Code extends MessageCode = MessageCode> extends Error {
  readonly code: Code;
  readonly details: Details;
  /** Where in the input, e.g. `['facts', 'chemicals', '0', 'cas']`. */
  readonly path: readonly string[] | null;

  constructor(code: Code, details: Details = {}, path: readonly string[] | null = null) {
    super(render(code, details, 'en'));
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
    this.path = path;
  }

  text(locale: Locale): string {
    return render(this.code, this.details, locale);
  }
}

/** Several refusals of one input, told all at once. */
export class Refusals extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join('; '));
    this.name = 'Refusals';
    this.refusals = refusals;
  }
}
