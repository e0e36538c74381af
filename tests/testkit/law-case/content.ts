import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import { compareEntries } from '../../../services/domain/catalog/entry-name.ts';
import { builtInFact } from '../../../services/domain/facts/dictionary.ts';
import type { FactDefinition } from '../../../services/domain/facts/fact.ts';
import type { WrittenCatalog } from './assessment-basis.ts';
import type { Law } from './format.ts';
import { withUnits } from './units.ts';
import { placeId } from './world.ts';

type WrittenEntry = WrittenCatalog['entries'][number];

/** A catalog in full, as it would have been published. */
export function contentOf(
  catalog: Pick<WrittenCatalog, 'key' | 'facts' | 'lists' | 'products' | 'entries'>,
  law: Law,
  above: readonly WrittenCatalog[],
): CatalogContent {
  const facts = factsOf(catalog);
  const known = [...facts, ...above.flatMap(factsOf)];
  const unitOf = (key: string) => (known.find((fact) => fact.key === key) ?? builtInFact(key))?.unit;
  return {
    title: { zh: catalog.key, en: catalog.key },
    facts,
    lists: Object.entries(catalog.lists).map(([name, members]) => ({
      key: `${catalog.key}.${name}`,
      name: { zh: name, en: name },
      members: [...new Set(members.map((member) => (typeof member === 'string' ? member : member.cas)))],
      fractions: members.flatMap((member) => {
        if (typeof member === 'string') return [];
        const { cas, ...fraction } = member;
        return [{ cas, fraction }];
      }),
    })),
    products: Object.entries(catalog.products).map(([name, { aliases, narrower, units }]) => ({
      // A name with a dot or of a built-in term is its own full key.
      key: name.startsWith('+') ? name.slice(1) : `${catalog.key}.${name}`,
      name: { zh: name.replace(/^\+/, '') },
      aliases,
      narrower,
      units,
    })),
    entries: catalog.entries.map((entry) => entryOf(entry, law, unitOf)).sort(compareEntries),
  };
}

const factsOf = ({ key, facts }: Pick<WrittenCatalog, 'key' | 'facts'>): readonly FactDefinition[] =>
  facts.map(({ name, ...definition }) => ({
    ...definition,
    key: `${key}.${name}`,
    name: { zh: name, en: name },
    question: { zh: `${name}？`, en: `${name}?` },
  }));

/** What a case leaves unsaid and does not matter to the outcome is taken from the law's title. */
function entryOf(written: WrittenEntry, law: Law, unitOf: Parameters<typeof withUnits>[1]): Entry {
  const title = { zh: law.zh, en: law.law };
  const inFull = <Part extends Pick<WrittenEntry, 'text' | 'when'>>(part: Part) => ({
    ...part,
    text: part.text ?? title,
    when: part.when && withUnits(part.when, unitOf),
  });
  return {
    ...inFull(written),
    territory: {
      include: written.territory.include.map(placeId),
      except: written.territory.except.map(placeId),
    },
    exceptions: written.exceptions.map(inFull),
    requirements: written.requirements.map(inFull),
    basis: written.basis ?? [{ document: '示例目录' }],
  };
}
