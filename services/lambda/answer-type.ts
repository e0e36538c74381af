/**
 * The media type a client wants its answer in: one of the two that GraphQL over HTTP has, undefined where it leaves the
 * choice to us, null where it takes neither. Decided before anything is run: a change whose answer cannot be delivered
 * must not happen.
 */
export function answerType(accept: string | undefined): AnswerType | undefined | null {
  if (accept === undefined || accept.trim() === '') return undefined;
  const wanted = accept
    .split(',')
    .map(rangeOf)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const first = wanted.find(({ range }) => range in ANSWERS);
  return first ? ANSWERS[first.range] : null;
}

type AnswerType = 'application/json' | 'application/graphql-response+json';

const ANSWERS: Readonly<Record<string, AnswerType | undefined>> = Object.assign(Object.create(null), {
  'application/json': 'application/json',
  'application/graphql-response+json': 'application/graphql-response+json',
  'application/*': undefined,
  '*/*': undefined,
});

function rangeOf(written: string): { readonly range: string; readonly quality: number } {
  const [range = '', ...parameters] = written.split(';').map((part) => part.trim().toLowerCase());
  const stated = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = stated === undefined ? 1 : Number(stated.slice(2));
  return { range, quality: Number.isNaN(quality) ? 0 : quality };
}
