import { useId } from 'preact/hooks';
import { say, text } from '../shell/locale.ts';
import { today } from '../shell/today.ts';

interface DaySliderProps {
  /** The days on which something begins. */
  readonly days: readonly string[];
  readonly on: string;
  readonly onChange: (day: string) => void;
}

/** Any day by its date, and by a slider over those on which something changes. */
export function DaySlider({ days, on, onChange }: DaySliderProps) {
  const id = useId();
  const stops = [...new Set([...days, today()])].sort();
  // The last stop that has begun.
  const at = Math.max(
    0,
    stops.findLastIndex((day) => day <= on),
  );
  return (
    <div class="row grow">
      <label for={id}>{say(T.on)}</label>
      <input
        id={id}
        class="field"
        type="date"
        required
        value={on}
        onChange={(event) => event.currentTarget.value && onChange(event.currentTarget.value)}
      />
      <span class="grow">
        <input
          type="range"
          min={0}
          max={stops.length - 1}
          value={at}
          aria-label={say(T.slider)}
          aria-valuetext={on}
          onInput={(event) => onChange(stops[Number(event.currentTarget.value)]!)}
        />
      </span>
      <button type="button" class="btn quiet" disabled={on === today()} onClick={() => onChange(today())}>
        {say(T.today)}
      </button>
    </div>
  );
}

const T = {
  on: text('依据日期', 'As of'),
  slider: text('在有变化的日期间移动', 'Move over the days on which something changes'),
  today: text('今天', 'Today'),
};
