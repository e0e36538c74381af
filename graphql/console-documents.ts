import { type DocumentNode, Kind, print, visit } from 'graphql';

/** How values travel between the console and the API. */
export const consoleTypesConfig = {
  enumsAsTypes: true,
  skipTypename: true,
  immutableTypes: true,
  useTypeImports: true,
  scalars: {
    ID: 'string',
    Date: 'string',
    DateTime: 'string',
    Decimal: 'string',
    Quantity: 'string | { readonly number: string; readonly unit?: string | null }',
    IndustryCode: 'string',
    Cas: 'string',
    ConditionJson: 'unknown',
    FactJson: 'unknown',
    ChangeJson: 'unknown',
    WitnessJson: 'unknown',
  },
};

/**
 * The types of the console's operations, and each operation as a text that knows what it asks and what it gets: no reader
 * of GraphQL travels to the browser.
 */
export function documentsModule(types: string, document: DocumentNode): string {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const documents = document.definitions.flatMap((operation) => {
    if (operation.kind !== Kind.OPERATION_DEFINITION) return [];
    const name = operation.name!.value;
    const kind = operation.operation === 'mutation' ? 'Mutation' : 'Query';
    const definitions = [operation, ...fragmentsOf(operation)];
    const text = print({ kind: Kind.DOCUMENT, definitions }).replace(/\s+/g, ' ');
    return [
      `export const ${name} = ${JSON.stringify(text)} as Document<${name}${kind}, ${name}${kind}Variables>;`,
    ];
  });
  return `import type { Document } from '../shell/document.ts';\n\n${types}\n${documents.join('\n\n')}\n`;

  function fragmentsOf(node: (typeof document.definitions)[number], known = new Set<string>()) {
    visit(node, {
      FragmentSpread({ name: { value } }) {
        if (known.has(value)) return;
        known.add(value);
        fragmentsOf(fragments.get(value)!, known);
      },
    });
    return [...known].map((name) => fragments.get(name)!);
  }
}
