import type { DeclaredFactInput, FactsInput, FactType, ProjectInput } from '../generated/queries.ts';
import type { Query } from '../shell/router.ts';

/** What somebody asks: it stands wholly in the address, behind the `#`. */
export interface Enquiry {
  readonly zone: string | null;
  /** The day it is asked for; today where there is none. */
  readonly on: string | null;
  readonly project: Known;
  /** Keys of the facts that are not known yet. */
  readonly skipped: readonly string[];
}

/** What is known of the project. */
export type Known = Omit<ProjectInput, 'zone' | 'on'>;

export function readEnquiry(query: Readonly<Record<string, string>>): Enquiry {
  return {
    zone: query.zone || null,
    on: query.on || null,
    project: readKnown(query.facts),
    skipped: query.later?.split(',') ?? [],
  };
}

export function enquiryQuery({ zone, on, project, skipped }: Enquiry): Query {
  const facts = JSON.stringify(project);
  return { zone, on, facts: facts === '{}' ? null : facts, later: skipped.join(',') };
}

/** A link that somebody cut short is an empty enquiry, not a broken page. */
function readKnown(facts: string | undefined): Known {
  try {
    const read: unknown = JSON.parse(facts ?? '{}');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Known) : {};
  } catch {
    return {};
  }
}

export const projectOf = ({ zone, project }: Enquiry): ProjectInput => ({ ...project, zone: zone! });

/** The value of a fact as the API takes it; `undefined` where nothing was said. */
export type Value = unknown;

const OF_PROJECT = ['industries', 'natures', 'activities', 'areas', 'earlierApproval'] as const;
const isOfProject = (key: string): key is (typeof OF_PROJECT)[number] =>
  (OF_PROJECT as readonly string[]).includes(key);
const isDeclared = (key: string): boolean => key.includes('.');

export function answerOf(project: Known, key: string): Value {
  if (isOfProject(key)) return project[key] ?? undefined;
  if (isDeclared(key)) return project.facts?.declared?.find((one) => one.key === key);
  return project.facts?.[key as keyof FactsInput] ?? undefined;
}

/** The keys of all that was said, in the order in which it was. */
export function answered(project: Known): readonly string[] {
  const { facts, ...own } = project;
  const { declared, ...rest } = facts ?? {};
  return [...Object.keys(own), ...Object.keys(rest), ...(declared ?? []).map(({ key }) => key)];
}

/** @param value `undefined` takes the answer back */
export function withAnswer(enquiry: Enquiry, key: string, value: Value): Enquiry {
  const skipped = enquiry.skipped.filter((one) => one !== key);
  const { project } = enquiry;
  if (isOfProject(key)) return { ...enquiry, skipped, project: put(project, key, value) };
  const facts = project.facts ?? {};
  const changed = isDeclared(key)
    ? put(facts, 'declared', declaredWith(facts.declared ?? [], key, value))
    : put(facts, key, value);
  return { ...enquiry, skipped, project: put(project, 'facts', isEmpty(changed) ? undefined : changed) };
}

export const withoutAnswer = (enquiry: Enquiry, key: string): Enquiry => {
  const left = withAnswer(enquiry, key, undefined);
  return { ...left, skipped: [...left.skipped, key] };
};

function declaredWith(declared: readonly DeclaredFactInput[], key: string, value: Value) {
  const byKey = new Map(declared.map((one) => [one.key, one]));
  if (value === undefined) byKey.delete(key);
  else byKey.set(key, value as DeclaredFactInput);
  return byKey.size > 0 ? [...byKey.values()] : undefined;
}

/** What is changed keeps its place. */
function put<T extends object>(record: T, key: string, value: unknown): T {
  if (value !== undefined) return { ...record, [key]: value };
  const { [key as keyof T]: _, ...others } = record;
  return others as T;
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;

/** A plain value as the API takes it for a fact of that type: those that a catalog defines name their type and key. */
export function stated(key: string, type: FactType, plain: unknown, unit?: string | null): Value {
  if (!isDeclared(key)) return plain;
  const field = Array.isArray(plain) && type === 'NUMBER' ? 'numbers' : FIELDS[type];
  return { key, value: { [field]: plain }, ...(unit ? { unit } : {}) };
}

/** The plain value of what was stated. */
export function plainOf(key: string, value: Value): unknown {
  if (value === undefined || !isDeclared(key)) return value;
  return Object.values((value as DeclaredFactInput).value)[0];
}

const FIELDS: Readonly<Record<FactType, string>> = {
  NUMBER: 'number',
  FLAG: 'flag',
  CHOICE: 'choice',
  SET: 'set',
  DATE: 'date',
};
