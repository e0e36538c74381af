import type { ChemicalInput, ProductInput } from '../generated/queries.ts';
import { optionLabel } from '../parts/labels.ts';
import { list, say, type Text, text } from '../shell/locale.ts';
import { readAmount } from './amounts.ts';
import { plainOf, type Value } from './enquiry.ts';

/** A stated value as people read it. @param names of areas and industries, by key */
export function valueText(
  { key, unit }: { readonly key: string; readonly unit?: string | null },
  value: Value,
  names: ReadonlyMap<string, Text> = new Map(),
): string {
  const plain = plainOf(key, value);
  if (key === 'chemicals') return listed(plain as readonly ChemicalInput[], chemicalText);
  if (key === 'products') return listed(plain as readonly ProductInput[], productText);
  if (key === 'earlierApproval') {
    const { approvedOn } = plain as { approvedOn?: string };
    return approvedOn ? say(T.approvedOn, { day: approvedOn }) : say(T.neverApproved);
  }
  if (typeof plain === 'boolean') return say(plain ? T.yes : T.no);
  if (Array.isArray(plain)) return listed(plain, (one) => nameOf(key, String(one), names));
  if (typeof plain === 'object' && plain !== null) {
    const amount = readAmount(plain);
    return `${amount.number} ${amount.unit ?? ''}`;
  }
  const own = unit ?? null;
  return `${nameOf(key, String(plain), names)}${own === null ? '' : ` ${own}`}`;
}

function nameOf(key: string, option: string, names: ReadonlyMap<string, Text>): string {
  const name = names.get(option);
  if (name === undefined) return optionLabel(key, option);
  return key === 'industries' ? `${option} ${say(name)}` : say(name);
}

const listed = <One>(items: readonly One[], textOf: (one: One) => string): string =>
  items.length === 0 ? say(T.none) : list(items.map(textOf));

const chemicalText = ({ name, cas, tonnes }: ChemicalInput): string =>
  `${name ?? cas ?? ''}${tonnes ? ` ${tonnes} t` : ''}`;

const productText = ({ product, capacity, unit }: ProductInput): string =>
  `${product}${capacity ? ` ${capacity} ${unit}` : ''}`;

const T = {
  yes: text('是', 'yes'),
  no: text('否', 'no'),
  none: text('没有', 'none'),
  approvedOn: text('首次批准于 {day}', 'first approved on {day}'),
  neverApproved: text('此前未获批准', 'never approved before'),
};
