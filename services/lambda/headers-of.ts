import type { APIGatewayProxyEvent } from 'aws-lambda';

export type Headers = Readonly<Record<string, string>>;

/** By name in lower case. A header said twice is one list (RFC 9110), so that no half of it is overlooked. */
export function headersOf({ headers, multiValueHeaders }: APIGatewayProxyEvent): Headers {
  const all = new Map<string, Set<string>>();
  const add = (name: string, value: string | undefined) => {
    if (value === undefined) return;
    const key = name.toLowerCase();
    all.set(key, (all.get(key) ?? new Set()).add(value));
  };
  for (const [name, value] of Object.entries(headers ?? {})) add(name, value);
  for (const [name, values] of Object.entries(multiValueHeaders ?? {}))
    for (const value of values ?? []) add(name, value);
  return Object.fromEntries([...all].map(([name, values]) => [name, [...values].join(', ')]));
}
