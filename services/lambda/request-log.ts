import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { faultLine } from './fault-line.ts';
import type { AnsweredRequest } from './request-line.ts';
import { requestLine } from './request-line.ts';
import { createRequestMetrics } from './request-metrics.ts';

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
  // The level is ours to set: a variable meant to quieten the log would also silence the alarms.
  const logFormatter = new LineFormatter(clock);
  const logger = new LineLogger({ serviceName, logLevel: 'INFO', logFormatter }, write);
  const embeddedMetrics = metrics ? createRequestMetrics(serviceName, clock) : () => ({});
  return {
    request: (request) => logger.info('request', { ...requestLine(request), ...embeddedMetrics(request) }),
    fault: (error, { requestId, field }) =>
      logger.error('fault', { requestId, field, error: faultLine(error) }),
    startFault: ({ code, variables, error }) =>
      logger.error('start', { code, variables, error: error === undefined ? undefined : faultLine(error) }),
  };
}

const toStdout = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Every line whole on one line, whatever the environment says, and of one stream, so that they stay in order. */
class LineLogger extends Logger {
  readonly #write: (line: string) => void;

  constructor(options: ConstructorParameters<typeof Logger>[0], write: (line: string) => void) {
    super(options);
    this.#write = write;
  }

  protected override printLog(_level: number, item: LogItem): void {
    item.prepareForPrint();
    this.#write(JSON.stringify(item.getAttributes()));
  }
}

/** What a line begins with. */
class LineFormatter extends LogFormatter {
  readonly #clock: () => Date;

  constructor(clock: () => Date) {
    super();
    this.#clock = clock;
  }

  override formatAttributes(own: UnformattedAttributes, more: LogAttributes): LogItem {
    const { logLevel: level, message, serviceName: service } = own;
    const timestamp = this.#clock().toISOString();
    return new LogItem({ attributes: { level, message, timestamp, service, ...more } });
  }
}
