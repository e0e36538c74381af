import type { Expression } from '../condition/tests.ts';
import { all, asExpression, factOf, none, some } from '../condition/tests.ts';
import type { CompiledEntry, CompiledException } from './compile.ts';
import { allTests } from './compile.ts';

/** What an entry means (DESIGN 2.2, 2.4), as expressions over its tests or as formulas over what is unknown. */
export interface EntryMeaning<Part> extends Consequences<Part> {
  /** All but its exceptions: the project is inside and not grandfathered, and the condition holds. */
  readonly caught: Part;
  readonly applies: Part;
}
/** What an entry makes of a project that it applies to. */
interface Consequences<Part> {
  /** A prohibition is broken by applying, a restriction by a requirement that is not met. */
  readonly broken: Part;
  /** `met` undefined: nothing but evidence. */
  readonly requirements: readonly { readonly key: string; readonly met: Part | undefined }[];
}

/** How parts are put together. */
export interface Logic<Part> {
  read(expression: Expression): Part;
  and(parts: readonly Part[]): Part;
  or(parts: readonly Part[]): Part;
  not(part: Part): Part;
}
export const EXPRESSIONS: Logic<Expression> = {
  read: (expression) => expression,
  and: all,
  or: some,
  not: none,
};

/**
 * @param inside where the project is inside the entry by 2.2.1–2.2.4
 * @param counting conditions of the exceptions that count (2.5)
 */
export function meaningOf<Part>(
  compiled: CompiledEntry,
  inside: Part,
  counting: readonly Part[],
  logic: Logic<Part>,
): EntryMeaning<Part> {
  const { exempt, when } = compiled;
  const { read, and, not } = logic;
  const grandfathered = exempt ? [read(asExpression(exempt))] : [];
  const caught = and([inside, ...grandfathered.map(not), read(when)]);
  const applies = and([caught, ...counting.map(not)]);
  return { caught, applies, ...consequencesOf(compiled, applies, logic) };
}

export function consequencesOf<Part>(
  { entry, requirements }: CompiledEntry,
  applies: Part,
  { read, and, or, not }: Logic<Part>,
): Consequences<Part> {
  const demands = requirements.map((requirement) => ({
    key: requirement.key,
    met: requirement.when && read(requirement.when),
  }));
  const unmet = or(demands.flatMap(({ met }) => (met === undefined ? [] : [not(met)])));
  const broken = entry.measure === 'PROHIBITED' ? applies : and([applies, unmet]);
  return { broken, requirements: demands };
}

/** Keys of the facts that an entry tests where only these of its exceptions count: a denied one is as if not there. */
export const keysTested = (
  entry: CompiledEntry,
  exceptions: readonly CompiledException[],
): ReadonlySet<string> => new Set([...allTests({ ...entry, exceptions })].map(factOf));
