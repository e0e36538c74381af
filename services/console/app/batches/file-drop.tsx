import { useState } from 'preact/hooks';
import { say, text } from '../shell/locale.ts';

/** Where a file is dropped or chosen. */
export function FileDrop({
  label,
  disabled,
  onFile,
}: {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}) {
  const [over, setOver] = useState(false);
  return (
    <label
      class={`drop ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file && !disabled) onFile(file);
      }}
    >
      <b>{label}</b>
      <span class="muted">{say(T.kinds)}</span>
      {/* The browser's own button speaks the language of the computer. */}
      <span class="btn" aria-hidden="true">
        {say(T.choose)}
      </span>
      <input
        class="unseen"
        type="file"
        accept=".xlsx,.csv,.tsv,.txt"
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again once it was mended.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}

const T = {
  choose: text('选择文件…', 'Choose a file…'),
  kinds: text(
    '.xlsx 或 .csv；拖到这里，或点击选择。文件在本机读取，只提交各行内容。',
    '.xlsx or .csv: drop it here, or choose it. It is read on this computer, and only what its rows state is sent.',
  ),
};
