import type { DocumentNode, GraphQLSchema, StringValueNode } from 'graphql';
import { isEnumType, Kind } from 'graphql';

/** Puts the descriptions of an SDL into the schema that was made of the same SDL without them. */
export function describeSchema(schema: GraphQLSchema, sdl: DocumentNode): void {
  for (const definition of sdl.definitions) {
    if (!('name' in definition) || !definition.name) continue;
    const type = schema.getType(definition.name.value);
    if ('description' in definition) describe(type, definition);
    if ('values' in definition && isEnumType(type))
      for (const value of definition.values ?? []) describe(type.getValue(value.name.value), value);
    if (!('fields' in definition) || !type || !('getFields' in type)) continue;
    for (const written of definition.fields ?? []) {
      const field = type.getFields()[written.name.value];
      describe(field, written);
      if (written.kind !== Kind.FIELD_DEFINITION || !field || !('args' in field)) continue;
      const args = new Map(field.args.map((arg) => [arg.name, arg]));
      for (const argument of written.arguments ?? []) describe(args.get(argument.name.value), argument);
    }
  }
}

interface Described {
  description?: string | null | undefined;
}

function describe(
  place: Described | null | undefined,
  { description }: { readonly description?: StringValueNode | undefined },
): void {
  if (place && description) place.description = description.value;
}
