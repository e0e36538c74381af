import type { DeclaredFact, FactDefinition } from '../facts/fact.ts';
import { shown } from '../messages/read-input.ts';
import { Refusal, Refusals } from '../messages/refusal.ts';
import type { Day } from '../vocabulary.ts';
import { Reader } from './reader.ts';

/** What defines the fact of a key; `UNCHECKED` where nothing is to be asked, undefined where nothing does. */
export type Defined = (key: string) => FactDefinition | 'UNCHECKED' | undefined;

/**
 * Checks what is stated of a zone against what catalogs define, by the very reading that an assessment makes of it: a
 * value that does not fit would count as not stated there.
 *
 * @throws Refusals UNKNOWN_FACT, WRONG_TYPE, OUT_OF_RANGE, INVALID_NUMBER, INVALID_DATE
 */
export function checkZoneFacts(facts: readonly DeclaredFact[], defined: Defined, on: Day): void {
  const definitions = new Map<string, FactDefinition>();
  const faults: Refusal[] = [];
  for (const [place, { key, value }] of facts.entries()) {
    const definition = defined(key);
    if (definition === 'UNCHECKED') continue;
    if (definition?.about === 'ZONE') definitions.set(key, definition);
    else
      faults.push(new Refusal('UNKNOWN_FACT', { key, value: shown(value) }, ['facts', String(place), 'key']));
  }
  const misfits: Refusal[] = [];
  new Reader(misfits, definitions, on).declared(facts, ['zone', 'facts'], 'ZONE');
  faults.push(...misfits.map((misfit) => misfit.at(misfit.path!.slice(1))));
  if (faults.length > 0) throw new Refusals(faults);
}
