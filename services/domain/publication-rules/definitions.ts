import { testsOf } from '../catalog/tests-of.ts';
import { ownKey } from '../facts/definition-shape.ts';
import { builtInFact } from '../facts/dictionary.ts';
import type { PublicationRule, Violation } from './rule.ts';
import { factTestsOf } from './tested-fact.ts';

export const OWN_KEYS_BEGIN_WITH_THE_CATALOG: PublicationRule = {
  code: 'PR-20',
  severity: 'ERROR',
  sentence: {
    zh: '目录定义的事项和名单以“目录编号.名称”编号，不与内置事项重名。',
    en: 'The keys of the catalog’s own facts and lists are its key, a dot and a name, and no built-in ones.',
  },
  *violations({ catalog, content }) {
    for (const { key } of content.facts)
      if (!ownKey(catalog.key, key) || builtInFact(key))
        yield { entry: null, field: `facts.${key}`, value: key };
    for (const { key } of content.lists)
      if (!ownKey(catalog.key, key)) yield { entry: null, field: `lists.${key}`, value: key };
  },
};

export const CODES_AND_KEYS_ARE_DISTINCT: PublicationRule = {
  code: 'PR-21',
  severity: 'ERROR',
  sentence: {
    zh: '条目编码以及除外情形、限制条件、事项、名单和产品类别的编号均不重复。',
    en: 'No two entries have the same code, and no two exceptions, requirements, facts, lists or product terms the same key.',
  },
  *violations({ content }) {
    yield* repeated(null, 'facts', content.facts);
    yield* repeated(null, 'lists', content.lists);
    yield* repeated(null, 'products', content.products);
    yield* repeated(
      null,
      'entries',
      content.entries.map(({ code }) => ({ key: code })),
    );
    for (const { code, exceptions, requirements } of content.entries) {
      yield* repeated(code, 'exceptions', exceptions);
      yield* repeated(code, 'requirements', requirements);
    }
  },
};

export const DEFINITIONS_ARE_USED: PublicationRule = {
  code: 'PR-34',
  severity: 'WARNING',
  sentence: {
    zh: '目录定义的事项和名单均有条件使用。',
    en: 'Every fact and substance list of the catalog is used by some condition.',
  },
  *violations({ content }) {
    const facts = new Set(factTestsOf(content).map(({ key }) => key));
    const lists = new Set(testsOf(content).map(({ mentions }) => mentions.list));
    for (const { key } of content.facts)
      if (!facts.has(key)) yield { entry: null, field: `facts.${key}`, value: key };
    for (const { key } of content.lists)
      if (!lists.has(key)) yield { entry: null, field: `lists.${key}`, value: key };
  },
};

function* repeated(
  entry: string | null,
  field: string,
  items: readonly { readonly key: string }[],
): Generator<Violation, void, undefined> {
  const seen = new Set<string>();
  for (const { key: value } of items) {
    if (seen.has(value)) yield { entry, field, value };
    seen.add(value);
  }
}
