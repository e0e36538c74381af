export interface Question {
  readonly query: string;
  readonly variables?: unknown;
  readonly token?: string;
}
/** The answer as GraphQL gives it: whoever asks knows its shape. */
export interface GraphqlAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query
  readonly data?: any;
  // biome-ignore lint/suspicious/noExplicitAny: as GraphQL gives them
  readonly errors?: any;
}
export type Ask = (question: Question) => Promise<GraphqlAnswer>;

/** Asks the server over HTTP, as anybody would. */
export function createAsk(url: string): Ask {
  return async ({ query, variables, token }) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer;
  };
}
