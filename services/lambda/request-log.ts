import { faultLine } from './fault-line.ts';
import type { AnsweredRequest } from './request-line.ts';
import { requestLine } from './request-line.ts';
import { requestMetrics } from './request-metrics.ts';

/** The log of the service: one JSON object a line. */
export interface RequestLog {
  /** Called once for every request, when it has been answered. */
  readonly request: (request: AnsweredRequest) => void;
  /** A bug or an outage that struck a request, at once. */
  readonly fault: (error: unknown, struck: { readonly requestId: string; readonly field?: string }) => void;
  /** Why the service cannot answer, or not everybody. */
  readonly startFault: (fault: StartFault) => void;
}
interface StartFault {
  readonly code:
    | 'SETTINGS_WRONG'
    | 'TABLE_UNREACHABLE'
    | 'STORE_FORMAT'
    | 'ISSUER_UNREACHABLE'
    | 'LOG_KEY_UNREACHABLE';
  /** The variables of the environment to look at, and what is wrong with them where that is known. */
  readonly variables: Readonly<Record<string, string>>;
  readonly error?: unknown;
}
interface LogOptions {
  readonly serviceName: string;
  readonly clock: () => Date;
  /** Without them a line is for people only. */
  readonly metrics: boolean;
  readonly write?: (line: string) => void;
}

export function createRequestLog({ serviceName, clock, metrics, write = toStdout }: LogOptions): RequestLog {
  const metricsOf = metrics ? requestMetrics(clock) : () => ({});
  const line = (level: 'INFO' | 'ERROR', message: string, more: object): void =>
    write(
      JSON.stringify({ level, message, timestamp: clock().toISOString(), service: serviceName, ...more }),
    );
  return {
    request: (request) => line('INFO', 'request', { ...requestLine(request), ...metricsOf(request) }),
    fault: (error, { requestId, field }) =>
      line('ERROR', 'fault', { requestId, field, error: faultLine(error) }),
    startFault: ({ code, variables, error }) =>
      line('ERROR', 'start', { code, variables, error: error === undefined ? undefined : faultLine(error) }),
  };
}

const toStdout = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
