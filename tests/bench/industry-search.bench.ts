import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { parse } from 'yaml';
import { industries } from '../../services/data/classification.ts';
import { searchIndustries } from '../../services/data/industry-search.ts';
import { chineseTerms, englishTerms } from '../../services/data/industry-terms.ts';
import { searchWords } from '../../services/data/search-words.ts';

// Searching industries, beside the alternative that everything (Han characters and their pairs, pinyin, English) lies
// in one index of MiniSearch. Run it with `npm run bench`.

type Find = (query: string) => readonly string[];

const listed = Object.values(
  parse(readFileSync(new URL('../data/industry-queries.yaml', import.meta.url), 'utf8')) as Record<
    string,
    Record<string, string>
  >,
).flatMap((queries) => Object.entries(queries));

/** What is listed with its answer, every full name, and texts as they are pasted from an application. */
const queries = [
  ...listed.map(([query]) => query),
  ...industries.flatMap(({ name }) => [name.zh, name.en ?? '']),
  ...industries.map(({ name }) => `某市经济技术开发区新建年产十万吨${name.zh}及配套公用工程项目（一期）`),
];

const ours = timed(() => {
  searchIndustries('锂');
  searchIndustries('lithium');
});
report('names compared, English in MiniSearch', ours, (query) =>
  searchIndustries(query, 20).map(({ code }) => code),
);
const alternative = timed(oneIndex);
report('all in one MiniSearch index', alternative, alternative.result);

function report(name: string, built: { readonly took: number; readonly clock: number }, find: Find): void {
  for (const query of queries.slice(0, 500)) find(query);
  const times = queries.map((query) => timed(() => find(query)).took).sort((a, b) => a - b);
  const right = listed.filter(([query, codes]) => {
    const found = find(query).slice(0, 3);
    return codes.split(' ').every((code) => found.includes(code));
  });
  const at = (share: number): string => `${times[Math.floor((times.length - 1) * share)]!.toFixed(2)} ms`;
  console.log(name);
  console.log(
    `  built in ${built.clock.toFixed(0)} ms by the clock, ${built.took.toFixed(0)} ms of processor time`,
  );
  console.log(`  ${queries.length} queries: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`);
  console.log(`  expected codes in the first three: ${right.length} of ${listed.length}`);
}

/** In processor time, threads of the runtime included: on a busy machine the clock says more of the neighbours. */
function timed<Result>(run: () => Result): {
  readonly result: Result;
  readonly took: number;
  readonly clock: number;
} {
  const began = performance.now();
  const from = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(from);
  return { result, took: (user + system) / 1000, clock: performance.now() - began };
}

function oneIndex(): Find {
  const documents = [
    ...industries.map(({ code }) => ({ text: code, code })),
    ...chineseTerms().flatMap(({ text, spelling, industries: of }) =>
      of.map(({ code }) => ({ text: `${text} ${spelling.letters} ${spelling.initials}`, code })),
    ),
    ...englishTerms().flatMap(({ text, industries: of }) => of.map(({ code }) => ({ text, code }))),
  ].map((document, id) => ({ ...document, id }));
  const index = new MiniSearch({
    fields: ['text'],
    storeFields: ['code'],
    tokenize: (text) => searchWords(text).flatMap(grams),
    searchOptions: { prefix: true, fuzzy: 0.2 },
  });
  index.addAll(documents);
  return (query) => [...new Set(index.search(query).map(({ code }) => code as string))];
}

function grams(word: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(word)) return [word];
  const characters = [...word];
  return [...characters, ...characters.slice(1).map((character, at) => characters[at]! + character)];
}
