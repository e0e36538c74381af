import { writeFileSync } from 'node:fs';

/** A line of a plot: a measure for each size, both above zero. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [size: number, value: number])[];
}

/** Draws lines over two logarithmic axes into an SVG file below docs/performance. */
export function plot(
  file: string,
  title: string,
  axes: { readonly x: string; readonly y: string },
  lines: readonly Line[],
): void {
  const points = lines.flatMap((line) => line.points);
  const [x, y] = [scale(points.map(([size]) => size)), scale(points.map(([, value]) => value))];
  const across = (size: number) => round(LEFT + x.at(size) * WIDTH);
  const up = (value: number) => round(TOP + (1 - y.at(value)) * HEIGHT);
  const parts = [
    `<text x="${LEFT}" y="18" font-weight="bold">${title}</text>`,
    `<text x="${LEFT + WIDTH}" y="${TOP + HEIGHT + 34}" text-anchor="end">${axes.x}</text>`,
    `<text x="${LEFT}" y="${TOP - 8}">${axes.y}</text>`,
    ...x.ticks.map(
      (tick) =>
        `<path d="M${across(tick)} ${TOP}V${TOP + HEIGHT}" stroke="#ddd"/><text x="${across(tick)}" y="${TOP + HEIGHT + 16}" text-anchor="middle">${tick.toLocaleString('en').replaceAll(',', ' ')}</text>`,
    ),
    ...y.ticks.map(
      (tick) =>
        `<path d="M${LEFT} ${up(tick)}H${LEFT + WIDTH}" stroke="#ddd"/><text x="${LEFT - 6}" y="${up(tick) + 4}" text-anchor="end">${tick}</text>`,
    ),
    ...lines.map(({ name, points: its }, at) => {
      const way = its.map(([size, value]) => `${across(size)},${up(value)}`);
      const [size, value] = its.at(-1)!;
      return `<polyline points="${way.join(' ')}" fill="none" stroke="${COLOURS[at % COLOURS.length]}" stroke-width="2"/><text x="${across(size) + 6}" y="${up(value) + 4}" fill="${COLOURS[at % COLOURS.length]}">${name}</text>`;
    }),
  ];
  const size = `width="${LEFT + WIDTH + RIGHT}" height="${TOP + HEIGHT + 44}"`;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="12" role="img"><title>${title}</title><rect width="100%" height="100%" fill="#fff"/>\n${parts.join('\n')}\n</svg>\n`;
  writeFileSync(new URL(`../../docs/performance/${file}.svg`, import.meta.url), text);
}

/** Powers of ten around what is shown. */
function scale(values: readonly number[]) {
  const from = Math.floor(Math.log10(Math.min(...values)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values))));
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => Number((10 ** (from + at)).toPrecision(1)));
  return { at: (value: number) => (Math.log10(value) - from) / (to - from), ticks };
}

const round = (value: number): number => Math.round(value * 10) / 10;

const [LEFT, TOP, WIDTH, HEIGHT, RIGHT] = [64, 48, 460, 260, 190];
/** Told apart also by who sees no colours, by their order from dark to light. */
const COLOURS = ['#1d3557', '#b5179e', '#2a9d8f', '#e76f51', '#8d99ae'];
