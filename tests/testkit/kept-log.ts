import type { RequestLog } from '../../services/lambda/request-log.ts';
import { createRequestLog } from '../../services/lambda/request-log.ts';

/** The log as the service writes it, kept instead of printed. */
export interface KeptLog {
  readonly log: RequestLog;
  /** Every line so far, as it was written. */
  readonly text: () => readonly string[];
  /** Every line so far, read. */
  readonly lines: () => readonly LogLine[];
}
// biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect to find
export type LogLine = Readonly<Record<string, any>>;

export function keptLog(clock: () => Date = () => new Date()): KeptLog {
  const text: string[] = [];
  const write = (line: string): void => {
    text.push(line);
  };
  return {
    log: createRequestLog({ serviceName: 'park-admission', clock, metrics: true, write }),
    text: () => text,
    lines: () => text.map((line) => JSON.parse(line) as LogLine),
  };
}
