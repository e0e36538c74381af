import type { Locale } from '../values/text.ts';
import type { Details, DetailsOf, MessageCode } from './messages.ts';
import { render } from './messages.ts';

/**
 * What the caller may not or cannot do, typed by code, in the caller's words (DESIGN 7).
 * Thrown where the meaning is known; turned into `userErrors` in one place.
 */
export class Refusal<Code extends MessageCode = MessageCode> extends Error {
  readonly code: Code;
  readonly details: Details;
  /** Where in the input, e.g. `['facts', 'chemicals', '0', 'cas']`. */
  readonly path: readonly string[] | null;

  constructor(code: Code, ...[details, path = null]: DetailsAndPath<Code>) {
    super(render(code, details ?? {}, 'en'));
    this.name = 'Refusal';
    this.code = code;
    this.details = details ?? {};
    this.path = path;
  }

  /** For a code known only at run time: the caller's signature has to require the details. */
  static of(code: MessageCode, details: Details, path: readonly string[] | null): Refusal {
    return new Refusal(code, details as DetailsOf<MessageCode>, path);
  }

  /** The same refusal for another place of the input. */
  at(path: readonly string[]): Refusal {
    return Refusal.of(this.code, this.details, path);
  }

  text(locale: Locale): string {
    return render(this.code, this.details, locale);
  }
}

type DetailsAndPath<Code extends MessageCode> =
  Readonly<Record<string, never>> extends DetailsOf<Code>
    ? [details?: DetailsOf<Code>, path?: readonly string[] | null]
    : [details: DetailsOf<Code>, path?: readonly string[] | null];

/** Several refusals of one input, reported at once. */
export class Refusals extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.message).join('; '));
    this.name = 'Refusals';
    this.refusals = refusals;
  }
}
