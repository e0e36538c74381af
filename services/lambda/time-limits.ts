/** Milliseconds that a request has, from when it came in. */
export interface TimeLimits {
  /** After which the store is not asked or waited for any more, so that what is there can still be told. */
  readonly store: number;
  /** After which the caller is told that there will be no answer. */
  readonly answer: number;
}

/**
 * Below the 29 seconds after which API Gateway gives a caller up, and below what Lambda leaves to this invocation:
 * whoever runs into either gets an answer without a code, and a publication cut off there would be told of nowhere.
 *
 * @param remaining milliseconds until Lambda ends the invocation; none where nobody does
 */
export const timeLimits = (remaining = Number.POSITIVE_INFINITY): TimeLimits => ({
  store: Math.min(25_000, remaining * 0.8),
  answer: Math.min(26_000, remaining * 0.9),
});
