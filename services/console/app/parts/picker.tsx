import { useState } from 'preact/hooks';
import { say, text } from '../shell/locale.ts';
import { useSettled } from './use-settled.ts';

/** Something that can be picked. */
export interface Option {
  readonly key: string;
  readonly label: string;
}

interface ChosenProps {
  /** What they are, for who cannot see where they stand. */
  readonly label: string;
  readonly chosen: readonly string[];
  readonly labelOf: (key: string) => string;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Those that are chosen, each to be taken away. */
function Chosen({ label, chosen, labelOf, onChange }: ChosenProps) {
  return (
    <>
      {chosen.map((key) => (
        <button
          key={key}
          type="button"
          class="chosen"
          onClick={() => onChange(chosen.filter((one) => one !== key))}
        >
          {labelOf(key)} <span aria-hidden="true">×</span>
          <span class="unseen">{say(T.remove, { label })}</span>
        </button>
      ))}
    </>
  );
}

/** Several of a short list: chosen ones stand as words, the rest in a list to add from. */
export function SomeOf({ options, ...chosen }: ChosenProps & { readonly options: readonly Option[] }) {
  const left = options.filter(({ key }) => !chosen.chosen.includes(key));
  return (
    <span class="row tight">
      <Chosen {...chosen} />
      {left.length > 0 && (
        <select
          class="field add"
          aria-label={say(T.add, { label: chosen.label })}
          value=""
          onChange={(event) => chosen.onChange([...chosen.chosen, event.currentTarget.value])}
        >
          <option value="" disabled>
            {say(T.choose)}
          </option>
          {left.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}

interface SearchProps {
  readonly label: string;
  /** What a search finds; asked for each text that one stops typing at. */
  readonly useFound: (search: string) => readonly Option[];
  readonly onPick: (option: Option) => void;
  /** Whether what was typed may be taken as it is. */
  readonly open?: boolean;
  readonly value?: string;
}

/** One of very many: found by words, picked by the arrows or a press. */
export function Search({ label, useFound, onPick, open = false, value = '' }: SearchProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const search = useSettled((typed ?? '').trim());
  const found = useFound(search);
  const shown = typed !== null && search !== '' ? found : [];
  const pick = (option: Option) => {
    onPick(option);
    setTyped(null);
    setAt(0);
  };
  const leave = () => {
    if (open && typed !== null && typed.trim() !== '' && typed.trim() !== value)
      onPick({ key: typed.trim(), label: typed.trim() });
    setTyped(null);
  };
  return (
    <span class="search-box">
      <input
        class="field"
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-autocomplete="list"
        placeholder={label}
        value={typed ?? value}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onBlur={leave}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step && shown.length > 0) setAt((at + step + shown.length) % shown.length);
          else if (event.key === 'Enter' && shown[at] && search === typed?.trim()) pick(shown[at]);
          else if (event.key === 'Escape' && typed !== null) {
            setTyped(null);
            event.stopPropagation();
          } else return;
          event.preventDefault();
        }}
      />
      {shown.length > 0 && (
        <ul class="found" aria-label={say(T.found)}>
          {shown.map((option, place) => (
            <li key={option.key}>
              {/* Pressed before the field is left. */}
              <button
                type="button"
                tabIndex={-1}
                class={place === at ? 'on' : ''}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(option)}
              >
                {option.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}

/** Several of very many. */
export function SomeFound({
  useFound,
  ...chosen
}: ChosenProps & { readonly useFound: SearchProps['useFound'] }) {
  return (
    <span class="row tight">
      <Chosen {...chosen} />
      <Search
        label={say(T.add, { label: chosen.label })}
        useFound={useFound}
        onPick={({ key }) => chosen.chosen.includes(key) || chosen.onChange([...chosen.chosen, key])}
      />
    </span>
  );
}

const T = {
  add: text('添加{label}', 'Add {label}'),
  remove: text('移除{label}', 'Remove {label}'),
  choose: text('＋ 添加', '＋ add'),
  found: text('检索结果', 'Found'),
};
