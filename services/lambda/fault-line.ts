import { StoreFault } from '../store/faults.ts';

/**
 * What the log says of an error: what kind, where in the code, and why.
 *
 * INVARIANT: no message but that of the store's own faults, and no property of an error but its code. Libraries quote
 * what they were given: a parser its text, the SDK its signed request, a check the value that failed.
 */
export function faultLine(error: unknown): FaultLine {
  return lineOf(error, MAX_CAUSES);
}

interface FaultLine {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  /** What the table answered with, and its number for the request, for Amazon's support. */
  readonly aws?: { readonly status?: number; readonly requestId?: string };
  /** Innermost first. */
  readonly stack?: readonly string[];
  readonly cause?: FaultLine;
}

function lineOf(error: unknown, causes: number): FaultLine {
  if (!(error instanceof Error)) return { name: `a thrown ${error === null ? 'null' : typeof error}` };
  const { name, code, cause, $metadata } = error as AnyError;
  return {
    name: matching(name, IDENTIFIER) ?? 'Error',
    code: matching(code, IDENTIFIER),
    message: error instanceof StoreFault ? error.message.slice(0, MAX_CHARACTERS) : undefined,
    aws: $metadata && {
      status: typeof $metadata.httpStatusCode === 'number' ? $metadata.httpStatusCode : undefined,
      requestId: matching($metadata.requestId, AWS_REQUEST_ID),
    },
    stack: framesOf(error),
    cause: cause === undefined || causes === 0 ? undefined : lineOf(cause, causes - 1),
  };
}

/** The frames alone, and only what looks like one: the text above them is the message, of any number of lines. */
function framesOf({ stack, message }: Error): readonly string[] {
  const text = String(stack ?? '');
  const lines = text.slice(text.includes(message) ? text.indexOf(message) + message.length : 0).split('\n');
  const first = lines.findLastIndex((line) => !FRAME.test(line)) + 1;
  return lines.slice(first, first + MAX_FRAMES).map((line) => line.trim());
}

const matching = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

type AnyError = Error & {
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: unknown; readonly requestId?: unknown };
};

const IDENTIFIER = /^[A-Za-z_$][\w$]{0,63}$/;
/** As DynamoDB writes them, or a UUID. */
const AWS_REQUEST_ID = /^(?:[0-9A-Z]{52}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** `at work (file:///var/task/handler.mjs:10:3)`, `at async node:internal/timers:5:1`, `at JSON.parse (<anonymous>)` */
const FRAME =
  /^ {4}at (?:async )?(?:[\w$.<>#[\] ]{1,120} \()?(?:(?:file:\/\/|node:|\/)[^\s()]{1,300}:\d+:\d+|<anonymous>|index \d+)\)?$/;
const MAX_FRAMES = 20;
const MAX_CAUSES = 3;
const MAX_CHARACTERS = 300;
