import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** A part of a guide that is walked on the screen. */
export interface GuidePart {
  readonly title: string;
  /** In the order of the text; `line` is that of the item in the guide. */
  readonly steps: readonly GuideStep[];
}

type GuideStep = { readonly line: number } & (
  | { readonly open: string }
  | { readonly press: string; readonly beside: string | null }
  | { readonly fill: string; readonly value: string }
  | { readonly see: string }
);

/**
 * What the numbered lists of a guide tell to do: a link into the console is opened; **what is bold** is pressed, in the row of
 * what is slanted right before it where there is one, or filled in where a `value` follows; *what is slanted* is to be seen.
 * Where a dialog asks something, it is answered before anything else.
 */
export async function guideParts(file: string): Promise<readonly GuidePart[]> {
  const lines = (await readFile(new URL(`../../docs/guide/${file}`, import.meta.url), 'utf8')).split('\n');
  const parts: { readonly title: string; readonly items: { readonly line: number; text: string }[] }[] = [];
  let listed = false;
  for (const [index, text] of lines.entries()) {
    if (text.startsWith('#')) parts.push({ title: text.replace(/^#+ /, ''), items: [] });
    const begins = /^\d+\. /.test(text);
    listed = begins || (listed && text.startsWith('   '));
    if (begins) parts.at(-1)!.items.push({ line: index + 1, text });
    else if (listed) parts.at(-1)!.items.at(-1)!.text += ` ${text.trim()}`;
  }
  return parts
    .map(({ title, items }) => ({ title, steps: items.flatMap(({ line, text }) => stepsIn(text, line)) }))
    .filter(({ steps }) => steps.length > 0);
}

function stepsIn(text: string, line: number): readonly GuideStep[] {
  const marks = [...text.matchAll(/\]\(http[^)]*?\/(#[^)]*)\)|\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`/g)];
  return marks.flatMap(([, open, bold, slanted], index): readonly GuideStep[] => {
    if (open) return [{ line, open }];
    if (slanted) return [{ line, see: slanted }];
    if (bold === undefined) return [];
    const value = marks[index + 1]?.[4];
    if (value !== undefined) return [{ line, fill: bold, value }];
    return [{ line, press: bold, beside: marks[index - 1]?.[3] ?? null }];
  });
}

/** Does at the console what a step tells, as a person would. `fileOf` says where a file is that the guide speaks of. */
export async function take(
  page: Page,
  url: string,
  step: GuideStep,
  fileOf: (name: string) => string,
): Promise<void> {
  if ('open' in step) return void (await page.goto(`${url}/${step.open}`));
  if ('see' in step) return page.getByText(step.see).filter({ visible: true }).first().waitFor();
  const dialog = page.getByRole('dialog');
  const place = (await dialog.count()) > 0 ? dialog : page.locator('body');
  if ('fill' in step)
    return fill(await called(step.fill, (name) => place.getByLabel(name)), step.value, fileOf);
  // A list that is about to change would be another under the pointer.
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  const row = place
    .getByRole('row')
    .or(place.getByRole('listitem'))
    .filter({ hasText: step.beside ?? '' })
    .filter({ has: page.getByRole('button', { name: step.press }) })
    .first();
  const around = step.beside !== null && (await row.count()) > 0 ? row : place;
  return (await called(step.press, (name) => pressedIn(around, name))).click();
}

/** What is called just so, else what begins so, else what has the words in its name; capitals aside. */
async function called(words: string, find: (name: RegExp) => Locator): Promise<Locator> {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const [whole, begins, any] = [`^\\s*${escaped}\\s*$`, `^\\s*${escaped}`, escaped].map((name) =>
    find(new RegExp(name, 'i')).filter({ visible: true }).first(),
  );
  await any!.waitFor();
  if ((await whole!.count()) > 0) return whole!;
  return (await begins!.count()) > 0 ? begins! : any!;
}

async function fill(control: Locator, value: string, fileOf: (name: string) => string): Promise<void> {
  const kind = String(await control.evaluate(({ type }: { type?: string }) => type));
  if (kind === 'file') await control.setInputFiles(fileOf(value));
  else if (kind.startsWith('select')) await control.selectOption({ label: value });
  else await control.fill(value);
}

const pressedIn = (place: Locator, name: RegExp): Locator =>
  PRESSED.map((role) => place.getByRole(role, { name }))
    .reduce((one, other) => one.or(other))
    .or(place.locator('summary', { hasText: name }))
    // The menu is gone through by links.
    .and(place.page().locator(':not(nav.menu *)'));

const PRESSED = ['button', 'link', 'checkbox', 'radio', 'tab', 'row', 'menuitem'] as const;
