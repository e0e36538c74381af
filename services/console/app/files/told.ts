import { FileFault } from '../../../domain/messages/file-faults.ts';
import { Refusal, Refusals } from '../../../domain/messages/refusal.ts';
import type { Text } from '../../../domain/values/text.ts';
import type { CellFault } from '../../../files/read-projects.ts';

/** What could not be read of a file, and where, in both languages. */
export interface Told extends Pick<CellFault, 'sheet' | 'row' | 'column' | 'value'> {
  readonly text: Text;
}

export const told = ({ sheet, row, column, value, fault }: CellFault): Told => ({
  sheet,
  row,
  column,
  value,
  text: textOf(fault),
});

export const textOf = (fault: FileFault | Refusal): Text => ({ zh: fault.text('zh'), en: fault.text('en') });

/** What is wrong with a file as a whole, in words; null for what is a fault of the program. */
export function toldOf(error: unknown): Text | null {
  const faults = error instanceof Refusals ? error.refusals : [error];
  const texts = faults.flatMap((fault) =>
    fault instanceof FileFault || fault instanceof Refusal ? [textOf(fault)] : [],
  );
  if (texts.length < faults.length) return null;
  return { zh: texts.map(({ zh }) => zh).join(''), en: texts.map(({ en }) => en).join(' ') };
}
