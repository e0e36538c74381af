import type { AnswerGraphql } from '../../graphql/server.ts';
import type { Actor } from '../domain/access/access.ts';
import type { Locale } from '../domain/values/text.ts';
import { batchApi } from '../lists/batches.ts';
import { checkPortion } from '../lists/bucket/check-portion.ts';
import { gatherResults } from '../lists/bucket/gather-results.ts';
import type { Objects } from '../lists/bucket/objects.ts';
import { readList } from '../lists/bucket/read-list.ts';
import type { Tools } from '../lists/bucket/run.ts';
import { Refused } from '../lists/request.ts';
import type { Deps } from '../operations/deps.ts';
import { askWithin } from './ask-within.ts';
import type { RequestLog } from './request-log.ts';
import type { Invocation } from './rest-handler.ts';

/** A step of the state machine that checks lists (infra/list-states.ts). */
export type ListStep = (input: unknown, invocation: Invocation) => Promise<unknown>;

interface StepParts {
  readonly deps: Deps;
  readonly objects: Objects;
  readonly answerGraphql: AnswerGraphql;
  readonly log: Pick<RequestLog, 'request' | 'fault'>;
}

/**
 * The steps, each a function of its own. What one of them throws says which kind of fault it was and nothing else: it goes
 * into the history of the run, where a name of an applicant has no place. The log has more, by its own rules.
 */
export function createListSteps(parts: StepParts) {
  const step =
    <Input, Output>(work: (tools: Tools, input: Input) => Promise<Output>) =>
    async (input: Input, invocation: Invocation): Promise<Output> => {
      try {
        return await work(toolsOf(parts, invocation), input);
      } catch (error) {
        parts.log.fault(error, { requestId: invocation.awsRequestId ?? '' });
        throw new StepFailed(error);
      }
    };
  return { read: step(readList), check: step(checkPortion), gather: step(gatherResults) };
}

const toolsOf = ({ objects, ...parts }: StepParts, invocation: Invocation): Tools => ({
  objects,
  apiFor: async (officer: string, batch: string, locale: Locale) =>
    batchApi(askWithin(parts, await officerOf(parts.deps, officer, batch), invocation), locale),
});

/**
 * Who handed a list in, as far as its batch goes. That he is an officer of its place was found when he was given the form
 * to hand it in with, and nobody else can store an object there (infra/capabilities/use-lists.ts).
 */
async function officerOf({ store }: Deps, subject: string, batch: string): Promise<Actor> {
  const stored = await store.readBatch(batch);
  if (!stored) throw new Error(`there is no batch ${batch}`);
  return { subject, roles: [{ role: 'officer', jurisdiction: stored.batch.jurisdiction }] };
}

/** `Refused` is for good, and is not tried again; everything else may pass. */
class StepFailed extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Refused ? cause.en : cause instanceof Error ? cause.name : 'thrown');
    this.name = cause instanceof Refused ? 'Refused' : 'StepFailed';
    this.stack = '';
  }
}
