import { CannotStart } from './cannot-start.ts';
import { DEFAULT_DATA_FOLDER } from './data-folder.ts';
import { parseOptions } from './parse-options.ts';

export interface StartOptions {
  /** 0 = any free one. */
  readonly port: number;
  readonly dataFolder: string;
  readonly samples: boolean;
}

/** The options of `npm start`. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { port, data, 'no-samples': noSamples } = parsed(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new CannotStart(
      `端口应为 0 至 65535 的整数，收到的是“${port}”。`,
      `--port takes a number from 0 to 65535, not "${port}".`,
    );
  }
  return { port: Number(port), dataFolder: data, samples: !noSamples };
}

const parsed = (args: readonly string[]) =>
  parseOptions(
    {
      args: [...args],
      options: {
        port: { type: 'string', default: '4000' },
        data: { type: 'string', default: DEFAULT_DATA_FOLDER },
        'no-samples': { type: 'boolean', default: false },
      },
    },
    USAGE,
  ).values;

const USAGE = 'npm start -- [--port N] [--data DIR] [--no-samples]';
