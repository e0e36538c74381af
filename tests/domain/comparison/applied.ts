import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type {
  ContentDifference,
  ItemDifference,
} from '../../../services/domain/comparison/compare-contents.ts';
import type { FieldChange } from '../../../services/domain/comparison/field-change.ts';

type Fields = Readonly<Record<string, unknown>>;
interface Keyed {
  readonly key: string;
}

/** The content that a difference makes of another: what the difference says, taken at its word. */
export function applied(content: CatalogContent, difference: ContentDifference): CatalogContent {
  return {
    ...(changedFields(content as unknown as Fields, difference.details) as unknown as CatalogContent),
    facts: appliedItems(content.facts, difference.facts, ({ key }) => key),
    lists: appliedItems(content.lists, difference.lists, ({ key }) => key),
    products: appliedItems(content.products, difference.products, ({ key }) => key),
    entries: appliedItems(content.entries, difference.entries, ({ code }) => code),
  };
}

function appliedItems<T>(
  items: readonly T[],
  { added, removed, changed }: ItemDifference<T>,
  identityOf: (item: T) => string,
): readonly T[] {
  const gone = removed.map(identityOf);
  const known = items.map(identityOf);
  for (const code of [...gone, ...changed.map(({ before }) => identityOf(before))])
    if (!known.includes(code)) throw new Error(`there is no ${code} to change`);
  return [
    ...items
      .filter((item) => !gone.includes(identityOf(item)))
      .map((item) => {
        const changes = changed.find(({ after }) => identityOf(after) === identityOf(item))?.changes;
        return changes ? (changedFields(item as Fields, changes) as T) : item;
      }),
    ...added,
  ];
}

/** An item after the changes of its fields. */
export function changedFields(item: Fields, changes: readonly FieldChange[]): Fields {
  let fields = item;
  for (const change of changes) fields = { ...fields, [change.path[0]!]: changedField(fields, change) };
  return fields;
}

function changedField(fields: Fields, { kind, path, after }: FieldChange): unknown {
  const [field, inner, innermost] = path as [string, string?, string?];
  const value = fields[field];
  if (kind === 'ORDER')
    return after!.map((key) => (value as readonly Keyed[]).find((one) => one.key === key));
  if (inner === undefined) return after;
  if (!Array.isArray(value)) return { ...(value as Fields), [inner]: after };
  const items = value as readonly Keyed[];
  if (innermost !== undefined)
    return items.map((one) => (one.key === inner ? { ...one, [innermost]: after } : one));
  const others = items.filter(({ key }) => key !== inner);
  return after === null ? others : [...others, after];
}
