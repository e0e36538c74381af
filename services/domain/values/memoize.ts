/**
 * The same function, which works each answer out once for as long as its argument lives; what it throws is thrown
 * again. For two arguments: a memoized function that answers with a memoized function.
 *
 * INVARIANT: the answer depends on nothing but the argument, which nobody changes.
 */
export const memoize = <Key extends object, Answer>(work: (key: Key) => Answer): ((key: Key) => Answer) =>
  remembering(new WeakMap<Key, Answer>(), work);

/** The same for an argument that is no object; the answers live as long as the function. */
export const memoizeByKey = <Key extends string | number | null, Answer>(
  work: (key: Key) => Answer,
): ((key: Key) => Answer) => remembering(new Map<Key, Answer>(), work);

/**
 * The same for texts that anybody may send: some thousand answers are kept, and long texts are worked out each time.
 */
export function memoizeText<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST) return work(text);
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = work(text);
      if (answers.size >= MOST) answers.clear();
      answers.set(text, answer);
    }
    return answer;
  };
}
const LONGEST = 100;
const MOST = 4_000;

function remembering<Key, Answer>(
  answers: Pick<Map<Key, Answer>, 'get' | 'has'> & { set(key: Key, answer: Answer): unknown },
  work: (key: Key) => Answer,
): (key: Key) => Answer {
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as Answer;
    const answer = work(key);
    answers.set(key, answer);
    return answer;
  };
}
