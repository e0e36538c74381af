import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

/** The scalars of the domain. None of them judges a string: the domain does, item by item (DESIGN 6). */
export const scalars = {
  Date: textScalar('Date'),
  DateTime: textScalar('DateTime'),
  IndustryCode: textScalar('IndustryCode', true),
  Cas: textScalar('Cas', true),
  Decimal: new GraphQLScalarType({
    name: 'Decimal',
    parseValue: (value) => {
      if (typeof value === 'string' || typeof value === 'number') return value;
      throw unfit('Decimal', 'a string or a number', JSON.stringify(value));
    },
    parseLiteral: decimalOf,
    serialize: String,
  }),
  Quantity: new GraphQLScalarType({
    name: 'Quantity',
    // Whatever it is, the domain says what is wrong with it.
    parseValue: (value) => value,
    parseLiteral: (node, variables) => quantityOf(node, variables),
    serialize: (value) => value,
  }),
  ConditionJson: outputOnly('ConditionJson'),
  FactJson: outputOnly('FactJson'),
  ChangeJson: outputOnly('ChangeJson'),
  WitnessJson: outputOnly('WitnessJson'),
};

/** @param numbers whether a number is handed on as it is: the domain knows whether it has lost anything on the way */
function textScalar(name: string, numbers = false): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    parseValue: (value) => {
      if (typeof value === 'string' || (numbers && typeof value === 'number')) return value;
      throw unfit(name, 'a string', JSON.stringify(value));
    },
    parseLiteral: (node) => {
      if (node.kind === Kind.STRING) return node.value;
      if (numbers && node.kind === Kind.INT) return Number(node.value);
      throw unfit(name, 'a string', shown(node));
    },
    serialize: String,
  });
}

function outputOnly(name: string): GraphQLScalarType {
  const refuse = () => {
    throw unfit(name, 'no input at all', 'a value');
  };
  return new GraphQLScalarType({
    name,
    parseValue: refuse,
    parseLiteral: refuse,
    serialize: (value) => value,
  });
}

function decimalOf(node: ValueNode): string | number {
  switch (node.kind) {
    case Kind.STRING:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return numberOf(node.value);
    default:
      throw unfit('Decimal', 'a string or a number', shown(node));
  }
}

function quantityOf(node: ValueNode, variables?: Record<string, unknown> | null): unknown {
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return numberOf(node.value);
  if (node.kind !== Kind.OBJECT) return valueFromASTUntyped(node, variables);
  return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, quantityOf(value, variables)]));
}

/**
 * A number written into the query itself, by the rule for JSON numbers (DESIGN 2.3): up to 15 significant digits.
 * Longer ones must reach the domain in a form that it refuses, for as a number they might round to something shorter;
 * the domain knows no exponents.
 */
function numberOf(text: string): string | number {
  const [mantissa = '', exponent] = text.split(/e/i);
  const digits = mantissa.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  if (digits.length > 15) return exponent === undefined ? `${text}e0` : text;
  return exponent === undefined ? text : Number(text);
}

const shown = (node: ValueNode): string => ('value' in node ? String(node.value) : node.kind);

const unfit = (name: string, expected: string, value: string): GraphQLError =>
  new GraphQLError(`${name} takes ${expected}, not ${value}.`);
