import { useEffect, useState } from 'preact/hooks';
import type {
  AskedFragment,
  AssessedFragment,
  ChemicalInput,
  Outcome,
  ProductInput,
} from '../generated/queries.ts';
import { Foresee } from '../generated/queries.ts';
import { ask } from '../shell/ask.ts';
import { list, say, type Text, text } from '../shell/locale.ts';
import { AnswerForm } from './answer-form.tsx';
import { type Enquiry, projectOf, stated, type Value, withAnswer } from './enquiry.ts';
import { basisText, entryName, type Finding } from './entry-words.ts';
import { ChemicalsForm, ProductsForm } from './inventory-form.tsx';

interface QuestionCardProps {
  readonly enquiry: Enquiry;
  readonly fact: AskedFragment;
  /** What is asked of it; `undefined` where an answer that decides nothing any more is changed. */
  readonly missing: AssessedFragment['missingFacts'][number] | undefined;
  readonly names: ReadonlyMap<string, Text>;
  readonly findings: readonly Finding[];
  /** How many answers are left. */
  readonly left: { readonly least: number; readonly most: number };
  readonly said: number;
  readonly value: Value;
  readonly onAnswer: (value: Value) => void;
  readonly onLater: () => void;
  readonly onVerdict: () => void;
}

/** One question: why it is asked, the answers, and where they lead. */
export function QuestionCard(props: QuestionCardProps) {
  const { enquiry, fact, missing, names, left, said, value, onAnswer, onLater, onVerdict } = props;
  const options = missing?.candidates.length ? missing.candidates : (fact.options ?? areasOf(fact, names));
  const foreseen = useForeseen(enquiry, fact, options, left.most);
  return (
    <section class="card stack" aria-labelledby="question">
      <div class="progress">
        <span class="muted">
          {say(left.least > 0 && left.least < left.most ? T.leftBetween : T.left, { said, ...left })}
        </span>
        <progress value={said} max={said + left.most} aria-label={say(T.progress)} />
      </div>
      <h2 class="question" id="question" tabIndex={-1}>
        {say(fact.question)}
      </h2>
      {fact.key === 'chemicals' ? (
        <ChemicalsForm
          rows={(value as readonly ChemicalInput[]) ?? []}
          open={missing?.rows ?? []}
          onAnswer={onAnswer}
        />
      ) : fact.key === 'products' ? (
        <ProductsForm
          rows={(value as readonly ProductInput[]) ?? []}
          open={missing?.rows ?? []}
          onAnswer={onAnswer}
        />
      ) : (
        <AnswerForm {...{ fact, options, names, value, onAnswer, foreseen }} />
      )}
      <Why {...props} />
      <div class="row">
        <button type="button" class="btn quiet" onClick={onLater}>
          {say(T.later)}
        </button>
        <button type="button" class="btn quiet" onClick={onVerdict}>
          {say(T.verdict)}
        </button>
      </div>
    </section>
  );
}

const areasOf = ({ key }: AskedFragment, names: ReadonlyMap<string, Text>): readonly string[] =>
  key === 'areas' ? [...names.keys()] : [];

/** The gravest entry that turns on it, and how many more do. */
function Why({ fact, missing, findings }: QuestionCardProps) {
  const [first, ...others] = (missing?.neededBy ?? []).flatMap(({ code, catalog }) =>
    findings.filter(({ entry }) => entry.code === code && entry.catalog.id === catalog.id),
  );
  return (
    <div class="why stack-tight">
      {first && (
        <p>
          {say(T.why)} <b>{entryName(first.entry)}</b> {say(first.entry.text)}{' '}
          <span class="muted">{basisText(first.entry.basis)}</span>
          {others.length > 0 && (
            <span class="muted">
              {' '}
              {say(T.more, {
                count: others.length,
                entries: list(others.slice(0, 6).map(({ entry }) => entryName(entry))),
              })}
            </span>
          )}
        </p>
      )}
      {fact.source && (
        <p class="muted">
          {say(T.source)} {say(fact.source)}
        </p>
      )}
    </div>
  );
}

/** Where each answer of a short list leads: asked for while one reads, once little is open and so the answer is cheap. */
function useForeseen(
  enquiry: Enquiry,
  fact: AskedFragment,
  options: readonly string[],
  left: number,
): ReadonlyMap<string, readonly Outcome[]> {
  const [foreseen, setForeseen] = useState<ReadonlyMap<string, readonly Outcome[]>>(new Map());
  const answers: readonly (string | boolean)[] =
    fact.type === 'FLAG' ? [true, false] : fact.type === 'CHOICE' ? options : [];
  const asks = left <= FEW && answers.length > 0 && answers.length <= FEW && fact.key !== 'earlierApproval';
  // Once for a question, which is drawn anew for the next.
  useEffect(() => {
    if (!asks) return;
    const stopped = new AbortController();
    const timer = setTimeout(() => {
      const projects = answers.map((plain) =>
        projectOf(withAnswer(enquiry, fact.key, stated(fact.key, fact.type, plain))),
      );
      ask(Foresee, { projects, on: enquiry.on }, stopped.signal).then(
        ({ assessMany }) =>
          setForeseen(
            new Map(
              assessMany.flatMap(({ index, assessment }) =>
                assessment ? [[JSON.stringify(answers[index]), assessment.possibleOutcomes] as const] : [],
              ),
            ),
          ),
        // It is a help, no answer.
        () => {},
      );
    }, 300);
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  }, []);
  return foreseen;
}

const FEW = 8;

const T = {
  left: text('已答 {said} 项 · 最多还需 {most} 项', '{said} answered · {most} more at most'),
  leftBetween: text(
    '已答 {said} 项 · 最快再答 {least} 项，最多 {most} 项',
    '{said} answered · {least} more at best, {most} at most',
  ),
  progress: text('进度', 'Progress'),
  later: text('暂不清楚，先跳过', 'Not known yet, skip'),
  verdict: text('看目前的结论', 'See the verdict so far'),
  why: text('为什么问：', 'Why it is asked:'),
  more: text('另有 {count} 条与此有关：{entries}', '{count} more turn on it: {entries}'),
  source: text('口径：', 'Defined in:'),
};
