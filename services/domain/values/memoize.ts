/**
 * The same function, which works each answer out once for as long as its argument lives; what it throws is thrown
 * again. For two arguments: a memoized function that answers with a memoized function.
 *
 * INVARIANT: the answer depends on nothing but the argument, which nobody changes.
 */
export function memoize<Key extends object, Answer>(work: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    let known = answers.get(key);
    if (!known) {
      known = { answer: work(key) };
      answers.set(key, known);
    }
    return known.answer;
  };
}
