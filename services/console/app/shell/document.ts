/** The text of a GraphQL operation that knows what it asks and what it gets (`npm run generate`). */
export type Document<Data, Variables> = string & { readonly asks?: (variables: Variables) => Data };
