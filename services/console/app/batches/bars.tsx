import { useLayoutEffect, useRef } from 'preact/hooks';

interface BarsProps {
  readonly title: string;
  readonly bars: readonly {
    readonly key: string;
    readonly name: string;
    readonly tone: string;
    readonly rows: number;
  }[];
  /** What stands there instead of bars. */
  readonly empty?: string;
  readonly chosen: string | null;
  /** Pressing a bar; null by pressing it again. */
  readonly onChoose: (key: string | null) => void;
}

/** Rows counted by something, each count a bar; pressing one shows these rows. */
export function Bars({ title, bars, empty, chosen, onChoose }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ rows }) => rows));
  return (
    <section class="card" aria-label={title}>
      <h2>{title}</h2>
      {bars.length === 0 && <p class="muted">{empty}</p>}
      <ul class="bars">
        {bars.map(({ key, name, tone, rows }) => (
          <li key={key}>
            <button
              type="button"
              class={`bar-row ${tone}`}
              aria-pressed={chosen === key}
              onClick={() => onChoose(chosen === key ? null : key)}
            >
              <span class="bar-name">{name}</span>
              <Length share={rows / most} />
              <span class="num">{rows}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Length({ share }: { readonly share: number }) {
  const bar = useRef<HTMLSpanElement>(null);
  // The policy takes no style of an element from its text.
  useLayoutEffect(() => {
    bar.current!.style.width = `${Math.max(share * 100, 0.5)}%`;
  }, [share]);
  return (
    <span class="bar-ground" aria-hidden="true">
      <span class="bar-length" ref={bar} />
    </span>
  );
}
