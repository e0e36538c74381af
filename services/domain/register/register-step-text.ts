import type { Locale, Text } from '../values/text.ts';
import type { RegisterItem } from './register-change.ts';
import { registerItemText } from './register-change.ts';

/**
 * What a step of the register did, in words, a line for each thing. A change that carries on into records of later days
 * (ADR 0004) is said once, with those days.
 *
 * @param place the name of a jurisdiction by its id
 */
export function registerStepText(
  items: readonly RegisterItem[],
  place: (id: string) => Text,
  locale: Locale,
): string {
  const said = new Map<string, { readonly text: string; readonly later: string[] }>();
  for (const item of items) {
    const wherever = registerItemText(on('', item), place, locale);
    const known = said.get(wherever);
    if (known && 'record' in item) known.later.push(item.record.effectiveFrom);
    else said.set(wherever, { text: registerItemText(item, place, locale), later: [] });
  }
  return Array.from(said.values(), ({ text, later }) => text + carriedOn(later, locale)).join('\n');
}

/** The item as if it were of another day. */
const on = (effectiveFrom: string, item: RegisterItem): RegisterItem =>
  'record' in item ? { ...item, record: { ...item.record, effectiveFrom } } : item;

function carriedOn(later: readonly string[], locale: Locale): string {
  if (later.length === 0) return '';
  return locale === 'zh'
    ? `此后自 ${later.join('、')} 起的登记一并变更。`
    : ` The records from ${later.join(', ')} on are changed with it.`;
}
