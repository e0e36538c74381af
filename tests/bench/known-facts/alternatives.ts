import { evaluate, parse } from 'cel-js';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import type { FlatProject, Words } from './flat.ts';
import { flatProject, ruleOf } from './flat.ts';
import { packed } from './packed.ts';

/** The codes of the entries that apply to a project, compiled once for all projects. */
export interface Alternative {
  readonly name: string;
  readonly compile: (
    entries: readonly Entry[],
    zone: Readonly<Record<string, unknown>>,
  ) => (project: ProjectInput) => readonly string[] | Promise<readonly string[]>;
}
type Compile = (
  entries: readonly Entry[],
) => (project: FlatProject) => readonly string[] | Promise<readonly string[]>;

const byHand: Words<(project: FlatProject) => boolean> = {
  all: (parts) => (project) => parts.every((part) => part(project)),
  not: (part) => (project) => !part(project),
  shares: (list, options) => {
    const wanted = new Set(options);
    return (project) => (project[list] as readonly string[]).some((one) => wanted.has(one));
  },
  equals: (fact, value) => (project) => project[fact] === value,
  compares: (fact, operator, value) => {
    if (operator === '<') return (project) => (project[fact] as number) < value;
    return operator === '>'
      ? (project) => (project[fact] as number) > value
      : (project) => (project[fact] as number) >= value;
  },
  amount: (list, name, operator, value) => (project) => {
    const amount = project[list][name];
    return amount !== undefined && (operator === '<' ? amount < value : amount > value);
  },
};

const jsonLogic: Words<object> = {
  all: (parts) => ({ and: [true, ...parts] }),
  not: (part) => ({ '!': [part] }),
  shares: (list, options) => ({ some: [{ var: list }, { in: [{ var: '' }, options] }] }),
  equals: (fact, value) => ({ '===': [{ var: fact }, value] }),
  compares: (fact, operator, value) => ({ [operator]: [{ var: fact }, value] }),
  amount: (list, name, operator, value) => ({
    and: [
      { '!==': [{ var: [`${list}.${name}`, null] }, null] },
      { [operator]: [{ var: `${list}.${name}` }, value] },
    ],
  }),
};

const cel: Words<string> = {
  all: (parts) => `(${['true', ...parts].join(' && ')})`,
  not: (part) => `!(${part})`,
  shares: (list, options) => `(${options.map((one) => `${JSON.stringify(one)} in ${list}`).join(' || ')})`,
  equals: (fact, value) => `${fact} == ${JSON.stringify(value)}`,
  compares: (fact, operator, value) => `${fact} ${operator} ${value.toFixed(1)}`,
  amount: (list, name, operator, value) =>
    `(${JSON.stringify(name)} in ${list} && ${list}[${JSON.stringify(name)}] ${operator} ${value.toFixed(1)})`,
};

const OPERATORS = { '<': 'lessThan', '>': 'greaterThan', '>=': 'greaterThanInclusive' } as const;
const jsonRules: Words<object> = {
  all: (parts) => ({ all: parts }),
  not: (part) => ({ not: part }),
  shares: (list, options) => ({ fact: list, operator: 'sharesWith', value: options }),
  equals: (fact, value) => ({ fact, operator: 'equal', value }),
  compares: (fact, operator, value) => ({ fact, operator: OPERATORS[operator], value }),
  amount: (list, name, operator, value) => ({
    fact: list,
    operator: operator === '<' ? 'hasLess' : 'hasMore',
    value: [name, value],
  }),
};

const logic = new LogicEngine();

export const ALTERNATIVES: readonly Alternative[] = [
  { name: 'by hand, packed', compile: packed },
  { name: 'by hand, indexed', compile: flat(indexed((entry) => ruleOf(entry, byHand))) },
  { name: 'by hand, every entry', compile: flat(scanned((entry) => ruleOf(entry, byHand))) },
  {
    name: 'json-logic-engine, indexed',
    compile: flat(indexed((entry) => logic.build(ruleOf(entry, jsonLogic) as never) as unknown as Rule)),
  },
  { name: 'cel-js, indexed', compile: flat(indexed((entry) => celRule(ruleOf(entry, cel)))) },
  { name: 'json-rules-engine, every entry', compile: flat(jsonRulesEngine) },
];

function flat(compile: Compile): Alternative['compile'] {
  return (entries, zone) => {
    const decide = compile(entries);
    return (project) => decide(flatProject(project, zone));
  };
}

type Rule = (project: FlatProject) => boolean;

/** Entries are found by the codes above the industry. */
function indexed(compile: (entry: Entry) => Rule): Compile {
  return (entries) => {
    const byCode = new Map<string, { readonly at: number; readonly rule: Rule }[]>();
    for (const [at, entry] of entries.entries()) {
      const rule = compile(entry);
      for (const code of new Set(entry.industries.include))
        byCode.set(code, [...(byCode.get(code) ?? []), { at, rule }]);
    }
    return (project) => {
      const found = new Set<number>();
      for (const code of codesAbove(project.industry))
        for (const { at, rule } of byCode.get(code) ?? []) if (!found.has(at) && rule(project)) found.add(at);
      return [...found].sort((a, b) => a - b).map((at) => entries[at]!.code);
    };
  };
}

function scanned(compile: (entry: Entry) => Rule): Compile {
  return (entries) => {
    const rules = entries.map((entry) => ({ entry, rule: compile(entry) }));
    return (project) => {
      const codes = codesAbove(project.industry);
      return rules
        .filter(
          ({ entry, rule }) => entry.industries.include.some((code) => codes.includes(code)) && rule(project),
        )
        .map(({ entry }) => entry.code);
    };
  };
}

const codesAbove = (industry: string): readonly string[] =>
  [2, 3, 4].map((length) => industry.slice(0, length));

function celRule(text: string): Rule {
  const parsed = parse(text);
  if (!parsed.isSuccess) throw new Error(`${text}: ${parsed.errors}`);
  return (project) => evaluate(parsed.cst, project) === true;
}

function jsonRulesEngine(entries: readonly Entry[]): ReturnType<Compile> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('sharesWith', (own: readonly string[], asked: readonly string[]) =>
    own.some((one) => asked.includes(one)),
  );
  const amount = (own: Readonly<Record<string, number>>, [name]: readonly [string, number]) => own[name];
  engine.addOperator('hasLess', (own: never, asked: readonly [string, number]) => {
    const its = amount(own, asked);
    return its !== undefined && its < asked[1];
  });
  engine.addOperator('hasMore', (own: never, asked: readonly [string, number]) => {
    const its = amount(own, asked);
    return its !== undefined && its > asked[1];
  });
  for (const [at, entry] of entries.entries()) {
    const inside = jsonRules.shares('codes', entry.industries.include);
    const conditions = jsonRules.all([inside, ruleOf(entry, jsonRules)]);
    engine.addRule({ conditions: conditions as never, event: { type: `${at}` } });
  }
  return async (project) => {
    const { events } = await engine.run({ ...project, codes: codesAbove(project.industry) });
    return events
      .map(({ type }) => Number(type))
      .sort((a, b) => a - b)
      .map((at) => entries[at]!.code);
  };
}
