import pMap from 'p-map';

// Runs a definition in the Amazon States Language as far as ours goes, with the functions themselves: what a run of Step
// Functions does, but for its clock.

// biome-ignore lint/suspicious/noExplicitAny: every type of state has other fields
type State = any;
export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}
type Json = unknown;

export interface World {
  /** Calls a function by its ARN. */
  readonly invoke: (resource: string, payload: Json) => Promise<Json>;
  /** Reads the items of a map. */
  readonly items: (bucket: string, key: string) => Promise<readonly Json[]>;
}

export interface Execution {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly error?: string;
  readonly cause?: string;
  readonly output?: Json;
  /** The states that were entered, in their order. */
  readonly visited: readonly string[];
  /** Goes on where it failed; of a map only with what is not done. */
  readonly redrive: () => Promise<Execution>;
}

/** Runs it from its start. */
export const execute = (definition: Definition, input: Json, world: World): Promise<Execution> =>
  from(definition, definition.StartAt, input, world, new Map());

type Done = Map<string, Set<number>>;

async function from(
  definition: Definition,
  at: string,
  input: Json,
  world: World,
  done: Done,
): Promise<Execution> {
  const visited: string[] = [];
  let name = at;
  let data = input;
  const failed = (error: string, cause = ''): Execution => {
    const here = { name, data };
    return {
      status: 'FAILED',
      error,
      cause,
      visited,
      redrive: () => from(definition, here.name, here.data, world, done),
    };
  };
  for (;;) {
    visited.push(name);
    const state = definition.States[name];
    if (state === undefined) throw new Error(`there is no state ${name}`);
    if (Buffer.byteLength(JSON.stringify(data)) > MAX_PAYLOAD) return failed('States.DataLimitExceeded');
    switch (state.Type) {
      case 'Succeed':
        return {
          status: 'SUCCEEDED',
          output: data,
          visited,
          redrive: () => Promise.reject(new Error('it succeeded')),
        };
      case 'Fail':
        return failed(
          state.Error,
          state.CausePath ? String(valueAt(state.CausePath, data, {})) : state.Cause,
        );
      case 'Choice':
        name = chosen(state, data);
        continue;
      case 'Task': {
        const made = await task(state, data, {}, world);
        if ('error' in made) return failed(made.error, made.cause);
        data = state.ResultPath === null ? data : made.output;
        break;
      }
      case 'Map': {
        // A map that came to its end is begun anew when it is entered again; one that failed goes on.
        const before = done.get(name) ?? new Set<number>();
        done.set(name, before);
        const error = await map(state, data, world, before);
        if (error !== null) return failed(error);
        done.delete(name);
        if (state.ResultPath !== null) throw new Error('the answers of a map are not gathered here');
        break;
      }
      default:
        throw new Error(`states of the type ${state.Type} are not known here`);
    }
    if (state.End) return { status: 'SUCCEEDED', output: data, visited, redrive: () => Promise.reject() };
    name = state.Next;
  }
}

/** What a state may be given. */
const MAX_PAYLOAD = 256 * 1024;

/** @returns the error, or null */
async function map(state: State, data: Json, world: World, done: Set<number>): Promise<string | null> {
  const { Bucket, Key } = filled(state.ItemReader.Parameters, data, {}) as { Bucket: string; Key: string };
  const items = await world.items(Bucket, Key);
  const tolerated =
    state.ToleratedFailureCount ?? (items.length * (state.ToleratedFailurePercentage ?? 0)) / 100;
  let failures = 0;
  const { StartAt, States } = state.ItemProcessor as Definition;
  await pMap(
    items.entries(),
    async ([index, item]) => {
      if (done.has(index) || failures > tolerated) return;
      const context = { Map: { Item: { Index: index, Value: item } } };
      const input = filled(state.ItemSelector, data, context);
      const made = await from({ StartAt, States }, StartAt, input, world, new Map());
      if (made.status === 'SUCCEEDED') done.add(index);
      else failures++;
    },
    { concurrency: Math.min(state.MaxConcurrency, 4) },
  );
  return failures > tolerated ? 'States.ExceedToleratedFailureThreshold' : null;
}

/** A task, again as often as it says. */
async function task(
  { Resource, Parameters, Retry = [] }: State,
  data: Json,
  context: object,
  world: World,
): Promise<{ readonly output: Json } | { readonly error: string; readonly cause: string }> {
  const payload = Parameters === undefined ? data : filled(Parameters, data, context);
  const attempts = new Map<object, number>();
  for (;;) {
    try {
      // As on the wire.
      return {
        output: JSON.parse(JSON.stringify(await world.invoke(Resource, JSON.parse(JSON.stringify(payload))))),
      };
    } catch (error) {
      const { name, message } = error as Error;
      const rule = Retry.find(({ ErrorEquals }: State) =>
        ErrorEquals.some((one: string) => one === name || one === 'States.ALL'),
      );
      const before = attempts.get(rule) ?? 0;
      if (!rule || before >= (rule.MaxAttempts ?? 3)) return { error: name, cause: message };
      attempts.set(rule, before + 1);
    }
  }
}

function chosen({ Choices, Default }: State, data: Json): string {
  for (const { Variable, Next, ...test } of Choices) {
    const value = valueAt(Variable, data, {});
    if (test.BooleanEquals === value || test.StringEquals === value) return Next;
  }
  return Default;
}

function filled(template: object, data: Json, context: object): Json {
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) =>
      name.endsWith('.$') ? [name.slice(0, -2), valueAt(value, data, context)] : [name, value],
    ),
  );
}

function valueAt(path: string, data: Json, context: object): Json {
  const [root, ...names] = path.split('.');
  let value = (root === '$$' ? context : data) as Readonly<Record<string, Json>>;
  for (const name of names) {
    if (!Object.hasOwn(value, name)) throw new Error(`nothing is at ${path}`);
    value = value[name] as typeof value;
  }
  return value;
}
