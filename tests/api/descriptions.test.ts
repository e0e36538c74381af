import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { typeDefs } from '../../graphql/type-defs.ts';

interface Described {
  readonly place: string;
  readonly description: string | null | undefined;
}

test('every type, field, argument and enum value is described in English with its Chinese term', () => {
  const poorly = described().filter(
    ({ description }) => !/[A-Za-z]{2}/.test(description ?? '') || !/\p{Script=Han}/u.test(description ?? ''),
  );
  expect(poorly.map(({ place }) => place)).toEqual([]);
});

test('descriptions are found at all: as many as a schema of this size has', () => {
  expect(described().length).toBeGreaterThan(600);
});

function described(): readonly Described[] {
  const types = Object.values(buildSchema(typeDefs).getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  return [
    ...types.map((type) => ({ place: type.name, description: type.description })),
    ...types.flatMap((type) => {
      if (isEnumType(type))
        return type.getValues().map((value) => placed(`${type.name}.${value.name}`, value));
      if (isInputObjectType(type))
        return Object.values(type.getFields()).map((field) => placed(`${type.name}.${field.name}`, field));
      if (isObjectType(type) || isInterfaceType(type))
        return Object.values(type.getFields()).flatMap((field) => [
          placed(`${type.name}.${field.name}`, field),
          ...field.args.map((arg) => placed(`${type.name}.${field.name}(${arg.name})`, arg)),
        ]);
      return [];
    }),
  ];
}

const placed = (
  place: string,
  { description }: { readonly description?: string | null | undefined },
): Described => ({
  place,
  description,
});
