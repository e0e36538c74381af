import { encode } from 'uqr';
import { say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';

/** A code on paper (二维码) that opens the page which verifies the decision, as one path. */
export function ReceiptCode({ id, receipt }: { readonly id: string; readonly receipt: string }) {
  const { origin, pathname } = location;
  const { size, data } = encode(`${origin}${pathname}${href(['verify', id], { receipt })}`, { border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg class="receipt-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={say(T.code)}>
      <path class="light" d={`M0 0h${size}v${size}h-${size}z`} />
      <path class="dark" d={path} />
    </svg>
  );
}

const T = { code: text('核验用二维码', 'Code that verifies the decision') };
