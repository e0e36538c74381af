export type Locale = 'zh' | 'en';

/** A text of the law in Chinese, with an English rendering where there is one. The Chinese text is the binding one. */
export interface Text {
  readonly zh: string;
  readonly en?: string | null;
}

export const text = (zh: string, en: string): Text => ({ zh, en });

/** The text in the asked language; the binding Chinese where there is no English. */
export function inLocale(text: Text, locale: Locale): string {
  return locale === 'en' ? (text.en ?? text.zh) : text.zh;
}
