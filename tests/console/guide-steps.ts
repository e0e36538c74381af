import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** A part of a guide that is walked on the screen. */
export interface GuidePart {
  readonly title: string;
  /** In the order of the text; `line` is that of the guide. */
  readonly steps: readonly GuideStep[];
}

type GuideStep = { readonly line: number } & (
  | { readonly open: string }
  | { readonly press: string }
  | { readonly fill: string; readonly value: string }
  | { readonly see: string }
);

/**
 * What the numbered lists of a guide tell to do: a link into the console is opened; **what is bold** is pressed, or filled in
 * where a `value` follows; *what is slanted* is to be seen.
 */
export async function guideParts(file: string): Promise<readonly GuidePart[]> {
  const lines = (await readFile(new URL(`../../docs/guide/${file}`, import.meta.url), 'utf8')).split('\n');
  const parts: { title: string; steps: GuideStep[] }[] = [];
  let listed = false;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('#')) parts.push({ title: line.replace(/^#+ /, ''), steps: [] });
    listed = /^\d+\. /.test(line) || (listed && line.startsWith('   '));
    if (listed) parts.at(-1)!.steps.push(...stepsIn(line, index + 1));
  }
  return parts.filter(({ steps }) => steps.length > 0);
}

function stepsIn(text: string, line: number): readonly GuideStep[] {
  const marks = [...text.matchAll(/\]\(http[^)]*?\/(#[^)]*)\)|\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`/g)];
  return marks.flatMap(([, open, bold, slanted], index): readonly GuideStep[] => {
    if (open) return [{ line, open }];
    if (slanted) return [{ line, see: slanted }];
    if (bold === undefined) return [];
    const value = marks[index + 1]?.[4];
    return [value === undefined ? { line, press: bold } : { line, fill: bold, value }];
  });
}

/** Does at the console what a step tells, as a person would. `fileOf` says where a file is that the guide speaks of. */
export async function take(
  page: Page,
  url: string,
  step: GuideStep,
  fileOf: (name: string) => string,
): Promise<void> {
  if ('open' in step) await page.goto(`${url}/${step.open}`);
  else if ('see' in step) await page.getByText(step.see).filter({ visible: true }).first().waitFor();
  else if ('press' in step) await named(page, step.press).click();
  else await fill(page.getByLabel(step.fill).filter({ visible: true }).first(), step.value, fileOf);
}

async function fill(control: Locator, value: string, fileOf: (name: string) => string): Promise<void> {
  const kind = String(await control.evaluate(({ type }: { type?: string }) => type));
  if (kind === 'file') await control.setInputFiles(fileOf(value));
  else if (kind.startsWith('select')) await control.selectOption({ label: value });
  else await control.fill(value);
}

const named = (page: Page, name: string): Locator =>
  PRESSED.map((role) => page.getByRole(role, { name }))
    .reduce((one, other) => one.or(other))
    .or(page.locator('summary', { hasText: name }))
    // The menu is gone through by links.
    .and(page.locator(':not(nav *)'))
    .filter({ visible: true })
    .first();

const PRESSED = ['button', 'link', 'checkbox', 'radio', 'tab', 'row', 'menuitem'] as const;
