import { parse, validate } from 'graphql';
import { createSchema } from '../../graphql/schema.ts';

// What a GraphQL server without limits of its own does with a request before it runs it. Takes bodies from its parent
// process and says how many milliseconds each took.

const schema = createSchema();
validate(schema, parse('{ __typename }'));
process.on('message', (body: string) => {
  const began = performance.now();
  try {
    const { query } = JSON.parse(body) as { query: string };
    validate(schema, parse(query));
  } catch {
    // Refused, in its way.
  }
  process.send!(performance.now() - began);
});
