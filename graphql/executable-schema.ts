import type { DocumentNode, GraphQLSchema } from 'graphql';
import {
  buildASTSchema,
  GraphQLScalarType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  valueFromAST,
} from 'graphql';

/** What resolves the fields of each type, by their names; for an enum the values that its names stand for within. */
type ResolverMap = Readonly<Record<string, object>>;

/**
 * The schema of an SDL with its resolvers in place.
 *
 * The SDL is taken for valid: tests look at it, and a start has no time to.
 *
 * @throws Error for a resolver of what the SDL does not have: it is a slip
 */
export function executableSchema(sdl: DocumentNode, resolvers: readonly ResolverMap[]): GraphQLSchema {
  const schema = buildASTSchema(sdl, { assumeValid: true, assumeValidSDL: true });
  for (const [name, given] of resolvers.flatMap((map) => Object.entries(map))) {
    const type = schema.getType(name);
    if (isScalarType(type) && given instanceof GraphQLScalarType) {
      const { serialize, parseValue, parseLiteral } = given;
      Object.assign(type, { serialize, parseValue, parseLiteral });
    } else if (isEnumType(type)) {
      for (const [key, value] of Object.entries(given)) placeOf(type.getValue(key), name, key).value = value;
    } else if (isObjectType(type) || isInterfaceType(type)) {
      for (const [key, resolve] of Object.entries(given))
        if (key === '__resolveType') (type as { resolveType: unknown }).resolveType = resolve;
        else placeOf(type.getFields()[key], name, key).resolve = resolve;
    } else throw new Error(`nothing of ${name} can be resolved`);
  }
  readDefaults(schema);
  return schema;
}

function placeOf<Place>(place: Place | null | undefined, type: string, name: string): Place {
  if (!place) throw new Error(`${type}.${name} is resolved and not in the schema`);
  return place;
}

/** Once more, now that scalars and enums say what their values stand for. */
function readDefaults(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      for (const input of 'args' in field ? field.args : [field]) {
        const written = input.astNode?.defaultValue;
        if (written) input.defaultValue = valueFromAST(written, input.type);
      }
  }
}
