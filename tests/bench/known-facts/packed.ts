import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import type { Words } from './flat.ts';
import { ruleOf } from './flat.ts';

/** One of several words that a rule may hold by. */
interface Literal {
  readonly negated: boolean;
  /** Places in the arrays of a project: a mask of options, a number, or an amount. */
  readonly kind: 'options' | 'number' | 'amount';
  readonly slot: number;
  readonly mask: number;
  readonly from: number;
  readonly below: number;
}
/** All of which must hold, each by one of its literals. */
type Rule = readonly (readonly Literal[])[];

const KINDS = ['options', 'number', 'amount'] as const;

/**
 * As little as can be done by hand: conjunctions in arrays of numbers, for each class those that are about it, and what a project
 * states as masks and doubles. No units, no outcome, nothing but the codes of the entries.
 */
export function packed(
  entries: readonly Entry[],
  zone: Readonly<Record<string, unknown>>,
): (project: ProjectInput) => readonly string[] {
  const slots = new Map<string, number>();
  const options = new Map<string, Map<unknown, number>>();
  const slotOf = (name: string) => {
    if (!slots.has(name)) slots.set(name, slots.size);
    return slots.get(name)!;
  };
  const bitOf = (fact: string, option: unknown) => {
    const its = options.get(fact) ?? new Map();
    options.set(fact, its);
    if (!its.has(option)) its.set(option, its.size);
    return 1 << its.get(option);
  };
  const literal = (said: Partial<Literal> & Pick<Literal, 'kind' | 'slot'>): Rule => [
    [{ negated: false, mask: 0, from: Number.NEGATIVE_INFINITY, below: Number.POSITIVE_INFINITY, ...said }],
  ];
  const bounds = (operator: '<' | '>' | '>=', value: number): Partial<Literal> => {
    if (operator === '<') return { below: value };
    return { from: operator === '>' ? value + Number.EPSILON * Math.abs(value) : value };
  };
  const words: Words<Rule> = {
    all: (parts) => parts.flat(),
    // Rules here deny one word, or several words of one literal each.
    not: (part) => [part.flatMap((clause) => clause.map((one) => ({ ...one, negated: !one.negated })))],
    shares: (fact, its) =>
      literal({
        kind: 'options',
        slot: slotOf(fact),
        mask: its.reduce((all, one) => all | bitOf(fact, one), 0),
      }),
    equals: (fact, value) => literal({ kind: 'options', slot: slotOf(fact), mask: bitOf(fact, value) }),
    compares: (fact, operator, value) =>
      literal({ kind: 'number', slot: slotOf(fact), ...bounds(operator, value) }),
    amount: (_, name, operator, value) =>
      literal({ kind: 'amount', slot: slotOf(name), ...bounds(operator, value) }),
  };
  const byCode = new Map<string, number[]>();
  const code: number[] = [];
  const limits: number[] = [];
  const starts = entries.map((entry, at) => {
    for (const one of new Set(entry.industries.include)) byCode.set(one, [...(byCode.get(one) ?? []), at]);
    const start = code.length;
    const rule = ruleOf(entry, words);
    code.push(rule.length);
    for (const clause of rule) {
      code.push(clause.length);
      for (const { negated, kind, slot, mask, from, below } of clause) {
        code.push(KINDS.indexOf(kind) * 2 + Number(negated), slot, mask, limits.length);
        limits.push(from, below);
      }
    }
    return start;
  });
  const [rules, bounded] = [Int32Array.from(code), Float64Array.from(limits)];
  const masks = new Int32Array(slots.size);
  const numbers = new Float64Array(slots.size);
  const about = new Map<string, readonly number[]>();
  const entriesAbout = (industry: string): readonly number[] => {
    let found = about.get(industry);
    if (!found) {
      const codes = [2, 3, 4].map((length) => industry.slice(0, length));
      found = [...new Set(codes.flatMap((one) => byCode.get(one) ?? []))].sort((a, b) => a - b);
      about.set(industry, found);
    }
    return found;
  };
  const holds = (start: number): boolean => {
    let at = start + 1;
    for (let clauses = rules[start]!; clauses > 0; clauses--) {
      const end = at + 1 + rules[at]! * 4;
      let some = false;
      for (at++; at < end; at += 4) {
        const [kind, slot] = [rules[at]!, rules[at + 1]!];
        const value = numbers[slot]!;
        const isInside =
          kind < 2
            ? (masks[slot]! & rules[at + 2]!) !== 0
            : value >= bounded[rules[at + 3]!]! && value < bounded[rules[at + 3]! + 1]!;
        some ||= isInside !== ((kind & 1) === 1);
      }
      if (!some) return false;
    }
    return true;
  };
  const setOptions = (fact: string, its: readonly unknown[]): void => {
    const slot = slots.get(fact);
    if (slot === undefined) return;
    const bits = options.get(fact)!;
    for (const option of its) masks[slot]! |= 1 << (bits.get(option) ?? 31);
  };
  const setNumber = (name: string, value: number): void => {
    const slot = slots.get(name);
    if (slot !== undefined) numbers[slot] = value;
  };
  return ({ industries, natures, facts }) => {
    masks.fill(0);
    // Nothing lies on either side of what is not stated.
    numbers.fill(Number.NaN);
    for (const fact in zone) setOptions(fact, [zone[fact]]);
    setOptions('natures', natures!);
    for (const fact in facts) {
      const value = facts[fact as keyof typeof facts] as unknown;
      if (fact === 'chemicals')
        for (const { cas, tonnes } of facts.chemicals!) setNumber(cas!, Number(tonnes));
      else if (fact === 'products')
        for (const { product, capacity } of facts.products!) setNumber(product, Number(capacity));
      else if (typeof value === 'boolean') setOptions(fact, [value]);
      else if (Array.isArray(value)) setOptions(fact, value);
      else setNumber(fact, Number((value as { readonly number: string }).number));
    }
    const [investment, area] = [facts!.totalInvestment, facts!.landArea] as unknown as {
      readonly number: string;
    }[];
    setNumber('totalInvestmentPerMu', Number(investment!.number) / Number(area!.number));
    const found: string[] = [];
    for (const at of entriesAbout(industries![0]!)) if (holds(starts[at]!)) found.push(entries[at]!.code);
    return found;
  };
}
