import { say, text } from '../shell/locale.ts';
import { today } from '../shell/today.ts';

const DAY_MILLISECONDS = 86_400_000;

/** How far off a day is, in words: 今日, 还有 32 天, 已 5 天. */
export function countdown(day: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today())) / DAY_MILLISECONDS);
  if (days === 0) return say(T.today);
  return days > 0 ? say(T.left, { days }) : say(T.gone, { days: -days });
}

const T = {
  today: text('今日', 'today'),
  left: text('还有 {days} 天', 'in {days} days'),
  gone: text('已 {days} 天', '{days} days ago'),
};
