import { contest } from './known-facts/contenders.ts';
import { timed } from './measure.ts';

// One contender of known-facts in a process of its own: says what it finds, and then for each turn what a project took.

/** Milliseconds that a turn lasts, at least: one of a few would tell of what the machine did before. */
const TURN = 100;

const [count, name] = process.argv.slice(2);
const { texts, sparse, contenders } = contest(Number(count));
const { share, run, find, isSparse } = contenders.find((contender) => contender.name === name)!.make();
const asked = (isSparse ? sparse : texts).slice(0, texts.length * share);

process.on('message', async () => {
  let passes = 0;
  const { processor } = await timed(async () => {
    for (const until = performance.now() + TURN; passes === 0 || performance.now() < until; passes++)
      for (const text of asked) {
        const answer = run(text);
        if (answer instanceof Promise) await answer;
      }
  });
  process.send!(processor / asked.length / passes);
});
process.send!(find ? await Promise.all(asked.map(async (text) => [...(await find(text))].sort())) : []);
