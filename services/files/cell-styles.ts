import { attribute } from './xml.ts';

/** How a cell looks, beside the default of its workbook. */
export interface Look {
  /** The colour behind, as RRGGBB. */
  readonly fill?: string;
  readonly bold?: boolean;
  readonly wrapped?: boolean;
  /** It may be filled in though the sheet is protected. */
  readonly open?: boolean;
}

/** The styles of a workbook with some more, and the place that each of those has in their list. */
export function withLooks<Name extends string>(
  xml: string,
  looks: Readonly<Record<Name, Look>>,
): { readonly xml: string; readonly places: Readonly<Record<Name, number>> } {
  const prefix = /<(\w+:)?styleSheet\b/.exec(xml)?.[1] ?? '';
  let styles = xml;
  /** Adds to one of the lists and gives the place of what was added. */
  const added = (list: string, item: string): number => {
    const tag = new RegExp(`<${prefix}${list}\\b[^>]*>`).exec(styles)?.[0];
    if (tag === undefined) return 0;
    const body = styles.slice(styles.indexOf(tag) + tag.length, styles.indexOf(`</${prefix}${list}>`));
    // Elements of the list itself: what stands inside them is called otherwise.
    const count = [...body.matchAll(new RegExp(`<${prefix}${ITEM[list]}(?=[\\s/>])`, 'g'))].length;
    const counted =
      attribute(tag, 'count') === undefined
        ? tag
        : tag.replace(/\bcount\s*=\s*"\d+"/, `count="${count + 1}"`);
    styles = styles.replace(tag, () => counted).replace(`</${prefix}${list}>`, (end) => item + end);
    return count;
  };
  const places = Object.fromEntries(
    Object.entries<Look>(looks).map(([name, { fill, bold, wrapped, open }]) => {
      const font = bold ? added('fonts', boldFont(styles, prefix)) : 0;
      const filled =
        fill === undefined
          ? 0
          : added(
              'fills',
              `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${fill}"/></${prefix}patternFill></${prefix}fill>`,
            );
      const place = added(
        'cellXfs',
        `<${prefix}xf numFmtId="0" fontId="${font}" fillId="${filled}" borderId="0" applyFont="1" applyFill="1" applyAlignment="1" applyProtection="1"><${prefix}alignment vertical="top"${wrapped ? ' wrapText="1"' : ''}/><${prefix}protection locked="${open ? 0 : 1}"/></${prefix}xf>`,
      );
      return [name, place];
    }),
  );
  return { xml: styles, places: places as Record<Name, number> };
}

/** The first font, which is that of all cells that have none of their own, in bold. */
function boldFont(styles: string, prefix: string): string {
  const first = new RegExp(`<${prefix}font>([\\s\\S]*?)</${prefix}font>`).exec(styles)?.[1] ?? '';
  return `<${prefix}font><${prefix}b/>${first.replace(new RegExp(`<${prefix}b/>`), '')}</${prefix}font>`;
}

const ITEM: Readonly<Record<string, string>> = { fonts: 'font', fills: 'fill', cellXfs: 'xf' };
