/** A fenced block of a Markdown page: the lines between the fences are `first` to `last`, counted from 0. */
export interface Fence {
  readonly language: string;
  readonly body: string;
  readonly first: number;
  readonly last: number;
}
/** A request of a guide, with the answer that the guide gives to it. */
export interface GuideRequest {
  /** Who asks, by the first line of the request; null for somebody without a token. */
  readonly who: string | null;
  /** On which day. */
  readonly day: string;
  readonly query: string;
  readonly variables: string | null;
  readonly answer: Fence;
}

export function fencesOf(lines: readonly string[]): readonly Fence[] {
  const marks = lines.flatMap((line, number) => (line.startsWith('```') ? [number] : []));
  if (marks.length % 2) throw new Error('a fence is not closed');
  return marks.flatMap((start, index) => {
    if (index % 2) return [];
    const end = marks[index + 1]!;
    const body = lines.slice(start + 1, end).join('\n');
    return [{ language: lines[start]!.slice(3), body, first: start + 1, last: end - 1 }];
  });
}

/** The requests of a guide in their order: a block of GraphQL, the variables if it has any, the answer. */
export function requestsOf(fences: readonly Fence[]): readonly GuideRequest[] {
  return fences.flatMap((fence, index) => {
    if (fence.language !== 'graphql') return [];
    const [next, after] = fences.slice(index + 1);
    const variables = next && !isAnswer(next) ? next.body : null;
    const answer = variables === null ? next : after;
    if (!answer || !isAnswer(answer)) throw new Error(`no answer follows line ${fence.last + 2}`);
    const [, who, day] = /^# ([\w-]+) · (\d{4}-\d\d-\d\d)\n/.exec(fence.body) ?? [];
    if (!who || !day) throw new Error(`line ${fence.first + 1} does not say who asks, and when`);
    return [{ who: who === 'public' ? null : who, day, query: fence.body, variables, answer }];
  });
}

const isAnswer = ({ language, body }: Fence): boolean =>
  language === 'json' && /^\{\s*"(data|errors)":/.test(body);

/** The arguments of the commands `npm run <script> -- …` of a guide. */
export function commandsOf(fences: readonly Fence[], script: string): readonly (readonly string[])[] {
  const command = new RegExp(String.raw`\bnpm (?:run )?(?:(?:-s|--silent) )?${script} -- ([^>)\n]*)`, 'g');
  return fences
    .filter(({ language }) => language === 'sh')
    .flatMap(({ body }) => [...body.replace(/\\\n\s*/g, '').matchAll(command)])
    .map(([, args]) => args!.trim().split(/\s+/));
}
