import type { PROCESSES } from '../domain/facts/dictionary.ts';
import type { Text } from '../domain/values/text.ts';
import type { LegalBasis } from '../domain/vocabulary.ts';
import { cited } from './notice.ts';
import data from './processes.json' with { type: 'json' };

/** A key supervised hazardous chemical process (重点监管的危险化工工艺). */
interface SupervisedProcess {
  readonly key: ProcessKey;
  readonly name: Text;
  readonly source: LegalBasis;
}
type ProcessKey = (typeof PROCESSES)[number];

/** All 18, in the order of the two notices. */
export const processes: readonly SupervisedProcess[] = cited(data.notices).map(({ item, source }) => ({
  key: item.key as ProcessKey,
  name: { zh: item.zh, en: item.en },
  source,
}));

/** The process of a key, as the fact `processes` has it. */
export function supervisedProcess(key: string): SupervisedProcess | undefined {
  return byKey.get(key);
}

const byKey: ReadonlyMap<string, SupervisedProcess> = new Map(
  processes.map((process) => [process.key, process]),
);
