import * as z from 'zod';
import type { Ask } from '../ask.ts';

/** Stops the loading: what was being done, and what the API answered. */
export class SamplesNotLoaded extends Error {
  constructor(step: string, answer: string) {
    super(`示例数据载入中止 / The sample data could not be loaded: ${step}: ${answer}`);
    this.name = 'SamplesNotLoaded';
  }
}

/** Asks in the name of one person. @throws SamplesNotLoaded on any top-level error */
export async function query<Form extends z.ZodType>(
  ask: Ask,
  token: string,
  step: string,
  text: string,
  variables: unknown,
  form: Form,
): Promise<z.infer<Form>> {
  const { data, errors } = await ask({ query: text, variables, token });
  if (errors !== undefined) throw new SamplesNotLoaded(step, JSON.stringify(errors));
  const read = form.safeParse(data);
  if (!read.success)
    throw new SamplesNotLoaded(step, `${z.prettifyError(read.error)} ${JSON.stringify(data)}`);
  return read.data;
}

/**
 * Calls one mutation and returns its payload.
 *
 * @param name as in the schema; its input type is the name with a capital and `Input`
 * @param fields what to select of the payload besides the errors
 * @throws SamplesNotLoaded on any user error, with its code and message
 */
export async function mutate(
  ask: Ask,
  token: string,
  name: string,
  input: { readonly [field: string]: unknown },
  fields = '',
): Promise<unknown> {
  const step = `${name} ${input.catalog ?? input.key ?? input.code}`;
  const text = `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) {
    payload: ${name}(input: $input) { ${fields} userErrors { code zh: message(locale: ZH) en: message(locale: EN) path } }
  }`;
  const { payload } = await query(ask, token, step, text, { input }, payloadForm);
  const faults = payload.userErrors.map(({ code, zh, en }) => `${code} ${zh} ${en}`);
  if (faults.length > 0) throw new SamplesNotLoaded(step, faults.join('\n'));
  return payload;
}

const payloadForm = z.object({
  payload: z.looseObject({
    userErrors: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  }),
});
