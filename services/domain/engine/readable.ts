import type { Reference, VersionOnDay } from '../assessment/assessment-basis.ts';
import type { CatalogContent } from '../catalog/catalog.ts';
import { borrowedKeys } from '../catalog/definitions-used.ts';
import type { Entry } from '../catalog/entry.ts';
import { listOfScope } from '../condition/operators/chemical.ts';
import type { Test } from '../condition/tests.ts';
import { factOf } from '../condition/tests.ts';
import { builtInFact } from '../facts/dictionary.ts';
import type { FactDefinition } from '../facts/fact.ts';
import { statedFor } from '../facts/ratio.ts';
import { memoize } from '../values/memoize.ts';
import { unreachable } from '../values/unreachable.ts';
import type { TestOfEntry } from './compile.ts';
import { namingTests, UnreadableEntry } from './compile.ts';

/**
 * Makes sure that every entry of a version can be decided: it tests facts that exist by tests that fit them, and
 * names codes and lists that exist. An entry that quietly matched nothing would admit what it forbids.
 *
 * @param beside what other catalogs define, as far as entries may name it
 * @throws UnreadableEntry
 */
export function ensureReadable(
  { content }: Pick<VersionOnDay, 'content'>,
  reference: Reference,
  beside: readonly Pick<CatalogContent, 'facts' | 'lists'>[] = [],
): void {
  const borrowed = ensureWith(reference)(content);
  if (borrowed.length === 0) return;
  const facts = new Map(beside.flatMap((each) => each.facts).map((fact) => [fact.key, fact]));
  const lists = new Set(beside.flatMap((each) => each.lists).map((list) => list.key));
  for (const { test, entry } of borrowed) ensureTest(test, entry, facts, lists, reference);
}

/** Checks each content once; what is left are the tests on what other catalogs define, which change from day to day. */
const ensureWith = memoize((reference: Reference) =>
  memoize((content: CatalogContent): readonly TestOfEntry[] => {
    const own = new Map(content.facts.map((fact) => [fact.key, fact]));
    const lists = new Set([...reference.lists, ...content.lists].map((list) => list.key));
    const borrowed = borrowedKeys(content);
    return namingTests(content).filter(({ test, entry }) => {
      const key = keyOf(test) ?? '';
      if (statedFor(own.get(key), key).some((named) => borrowed.has(named))) return true;
      ensureTest(test, entry, own, lists, reference);
      return false;
    });
  }),
);

/** The key of the fact or list that a test names. */
const keyOf = (test: Test): string | undefined =>
  test.kind === 'chemical' ? listOfScope(test.substance) : factOf(test);

function ensureTest(
  test: Test,
  { code }: Entry,
  own: ReadonlyMap<string, FactDefinition>,
  lists: ReadonlySet<string>,
  { classification }: Reference,
): void {
  switch (test.kind) {
    case 'number':
    case 'set':
    case 'date':
    case 'choice': {
      const definition = builtInFact(test.fact) ?? own.get(test.fact);
      if (!definition) throw new UnreadableEntry(code, `there is no fact ${test.fact}`);
      const fits =
        (TYPES[test.kind] as readonly string[]).includes(definition.type) &&
        builtInFact(test.fact)?.testedBy !== null;
      if (!fits)
        throw new UnreadableEntry(code, `the test on ${test.fact} does not fit its type ${definition.type}`);
      for (const input of definition.ratio ? statedFor(definition, test.fact) : [])
        if (!isPartOfRatio(builtInFact(input) ?? own.get(input)))
          throw new UnreadableEntry(code, `${test.fact} is no ratio of two numbers: ${input}`);
      const named = test.kind === 'choice' ? test.oneOf : test.kind === 'set' ? test.any : [];
      const options = definition.type === 'FLAG' ? ['true', 'false'] : definition.options;
      for (const option of named)
        if (options && !options.includes(option))
          throw new UnreadableEntry(code, `${test.fact} has no option ${option}`);
      return;
    }
    case 'industry':
      for (const industry of [...test.scope.include, ...test.scope.except])
        if (!classification.industry(industry))
          throw new UnreadableEntry(code, `there is no industry ${industry}`);
      return;
    case 'chemical': {
      const list = listOfScope(test.substance);
      if (list !== undefined && !lists.has(list))
        throw new UnreadableEntry(code, `there is no substance list ${list}`);
      return;
    }
    case 'approvedBefore':
    case 'activity':
    case 'territory':
    case 'product':
      return;
    default:
      unreachable(test);
  }
}

/** Whether a number can be part of a ratio: one amount that a project states. */
export const isPartOfRatio = (fact: FactDefinition | undefined): boolean =>
  fact?.type === 'NUMBER' && fact.about === 'PROJECT' && !fact.ratio && !fact.many;

const TYPES = {
  number: ['NUMBER'],
  set: ['SET'],
  date: ['DATE'],
  choice: ['CHOICE', 'FLAG'],
} as const satisfies Record<string, readonly FactDefinition['type'][]>;
