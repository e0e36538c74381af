import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { CannotStart } from './cannot-start.ts';

/** The options of a local command; `--help` prints the usage and ends it. @throws CannotStart, with the usage, for what the command does not know */
export function parseOptions<const Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  if (config.args?.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    throw new CannotStart(
      '参数有误，请按上述用法填写。',
      `${(error as Error).message.split(/\.\s|\n/)[0]}. Usage: ${usage}`,
    );
  }
}

/** The file that a workbook is written to: spreadsheet programs open it under its own ending alone. @throws CannotStart */
export function namedWorkbook(file: string, others: readonly string[] = []): string {
  const endings = ['.xlsx', ...others];
  if (endings.some((ending) => file.toLowerCase().endsWith(ending))) return file;
  throw new CannotStart(
    `文件名应以 ${endings.join(' 或 ')} 结尾，收到的是“${file}”。`,
    `The file is to end in ${endings.join(' or ')}, not "${file}".`,
  );
}
