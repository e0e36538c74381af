import type { Locale, Text } from '../../../domain/values/text.ts';
import { inLocale } from '../../../domain/values/text.ts';
import { createStore } from './store.ts';

export type { Text } from '../../../domain/values/text.ts';
export { text } from '../../../domain/values/text.ts';

const KEPT = 'locale';
export const localeStore = createStore<Locale>(localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh');

export function setLocale(locale: Locale): void {
  localStorage.setItem(KEPT, locale);
  localeStore.set(locale);
}

/** As the API names it: the variable `$locale` of every document that has it is filled in by `ask`. */
export const apiLocale = (): 'ZH' | 'EN' => (localeStore.get() === 'en' ? 'EN' : 'ZH');

/** A text in the language of the page, `{name}` filled in. The whole page is drawn anew when the language changes. */
export function say(text: Text, values: Readonly<Record<string, string | number>> = {}): string {
  return inLocale(text, localeStore.get()).replace(/\{(\w+)\}/g, (place, name: string) =>
    String(values[name] ?? place),
  );
}

/** Items in a row, as the language writes them. */
export const list = (items: readonly string[]): string =>
  items.join(localeStore.get() === 'en' ? ', ' : '、');
