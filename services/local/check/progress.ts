import { sayFrom } from '../../domain/messages/sentences.ts';
import type { Locale } from '../../domain/values/text.ts';

/** How far a check has come. */
export interface Progress {
  readonly rows: number;
  /** As many as there can be; null where nobody has counted them. */
  readonly of: number | null;
  readonly situations: number;
}

/** What can be drawn on: a terminal, and nothing else. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly write: (text: string) => unknown;
}

/** Draws how far a check has come, in one line that is drawn over; where nobody looks nothing. */
export function progressOn(screen: Screen, locale: Locale, clock: () => number) {
  if (!screen.isTTY) return { show() {}, clear() {} };
  const began = clock();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    show(progress: Progress) {
      if (clock() - drawn < EVERY) return;
      drawn = clock();
      screen.write(
        `\r${progressLine(progress, (drawn - began) / 1000, screen.columns || 80, locale)}\u001b[K`,
      );
    },
    clear: () => void screen.write('\r\u001b[K'),
  };
}

/** Milliseconds between two drawings. */
const EVERY = 100;
const BAR = 20;

/** The line, no wider than the terminal. */
export function progressLine(
  { rows, of, situations }: Progress,
  seconds: number,
  columns: number,
  locale: Locale,
): string {
  const say = SENTENCES(locale);
  const rate = seconds > 0 ? rows / seconds : 0;
  const words = [
    of === null
      ? say('ROWS', { rows: counted(rows) })
      : say('ROWS_OF', { rows: counted(rows), of: counted(of) }),
    say('RATE', { rate: counted(Math.round(rate)) }),
    say('SITUATIONS', { situations: counted(situations) }),
    ...(of !== null && rate > 0 ? [say('LEFT', { time: timeText(Math.max(0, of - rows) / rate) })] : []),
  ].join('  ');
  if (of === null || of === 0) return cut(words, columns - 1);
  const share = Math.min(1, rows / of);
  const filled = Math.round(share * BAR);
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${String(Math.floor(share * 100)).padStart(3)}%`;
  return cut(`${bar}  ${words}`, columns - 1);
}

const counted = (number: number): string => number.toLocaleString('en');
const timeText = (seconds: number): string => {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** A text of so many columns at most: a Chinese character takes two. */
function cut(text: string, columns: number): string {
  let width = 0;
  let cut = '';
  for (const one of text) {
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        one,
      )
        ? 2
        : 1;
    if (width > columns) break;
    cut += one;
  }
  return cut;
}

const SENTENCES = sayFrom({
  ROWS: { zh: '{rows} 行', en: '{rows} rows' },
  ROWS_OF: { zh: '{rows}/{of} 行', en: '{rows}/{of} rows' },
  RATE: { zh: '{rate} 行/秒', en: '{rate}/s' },
  SITUATIONS: { zh: '{situations} 种情形', en: '{situations} situations' },
  LEFT: { zh: '约剩 {time}', en: '{time} left' },
});
