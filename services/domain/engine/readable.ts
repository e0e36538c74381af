import type { Reference, VersionOnDay } from '../assessment/assessment-basis.ts';
import type { CatalogContent } from '../catalog/catalog.ts';
import { listOfScope } from '../condition/operators/chemical.ts';
import type { Test } from '../condition/tests.ts';
import { builtInFact } from '../facts/dictionary.ts';
import type { FactDefinition } from '../facts/fact.ts';
import { memoize } from '../values/memoize.ts';
import { unreachable } from '../values/unreachable.ts';
import type { CompiledEntry } from './compile.ts';
import { allTests, compiled, UnreadableEntry } from './compile.ts';

/**
 * Makes sure that every entry of a version can be decided: it tests facts that exist by tests that fit them, and
 * names codes and lists that exist. An entry that quietly matched nothing would admit what it forbids.
 *
 * @throws UnreadableEntry
 */
export const ensureReadable = ({ content }: VersionOnDay, reference: Reference): void =>
  ensureWith(reference)(content);

const ensureWith = memoize((reference: Reference) =>
  memoize((content: CatalogContent): void => {
    const own = new Map(content.facts.map((fact) => [fact.key, fact]));
    const lists = new Set([...reference.lists, ...content.lists].map((list) => list.key));
    for (const entry of compiled(content).entries)
      for (const test of allTests(entry)) ensureTest(test, entry, own, lists, reference);
  }),
);

function ensureTest(
  test: Test,
  { entry: { code } }: CompiledEntry,
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

const TYPES = {
  number: ['NUMBER'],
  set: ['SET'],
  date: ['DATE'],
  choice: ['CHOICE', 'FLAG'],
} as const satisfies Record<string, readonly FactDefinition['type'][]>;
