import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { CannotStart } from './cannot-start.ts';

/** The options of a local command. @throws CannotStart, with the usage, for what the command does not know */
export function parseOptions<const Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new CannotStart(
      '参数有误，请按上述用法填写。',
      `${(error as Error).message.split('\n')[0]} Usage: ${usage}`,
    );
  }
}
