import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const DOCUMENTS = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

describe('documents', () => {
  test.each(DOCUMENTS)('%s leads nowhere that is not there', (document) => {
    const dead = linksOf(document).filter(
      ({ file, heading }) =>
        !existsSync(file) || (heading !== undefined && !headingsOf(file).includes(heading)),
    );
    expect(dead).toEqual([]);
  });

  test('the README leads to every guide', () => {
    const guides = DOCUMENTS.filter((file) => file.startsWith('docs/guide/'));
    expect(linksOf('README.md').map(({ file }) => file)).toEqual(expect.arrayContaining(guides));
  });
});

describe.each(DOCUMENTS.filter((file) => file.startsWith('docs/guide/')))('%s', (guide) => {
  // The rows of "what to do when it says": what varies is `…`.
  const told = [
    ...readFileSync(guide, 'utf8').matchAll(/^\| (?:页面上写着|the page says) \|.*\n.*\n((?:\|.*\n)+)/gm),
  ]
    .flatMap(([, rows = '']) => rows.trim().split('\n'))
    .map((row) => row.split(' | ')[0]!.slice(2));

  test('says what to do about words that the console has', () => {
    const unknown = told.filter((words) => !wordsLike(words).test(SAID));
    expect(unknown).toEqual([]);
  });
});

/** The words of the pages, and those of the API that come into them. */
const SAID = execFileSync(
  'git',
  ['grep', '-hE', "'", '--', 'services/console/app', 'services/domain/messages'],
  {
    encoding: 'utf8',
  },
);

const wordsLike = (words: string): RegExp =>
  new RegExp(
    words
      .split('…')
      .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*'),
  );

/** Links into the repository, without what stands in code. */
function linksOf(document: string) {
  const text = readFileSync(document, 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([, path = '', heading]) => ({
    file: path === '' ? document : normalize(join(document, '..', path)),
    heading,
  }));
}

/** As links name them: without marks and signs, with `-` for blanks. */
const headingsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-'),
  );
