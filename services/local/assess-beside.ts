import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Assessment } from '../domain/assessment/assessment.ts';
import type { AssessmentBasis } from '../domain/assessment/assessment-basis.ts';
import type { CatalogContent } from '../domain/catalog/catalog.ts';
import { lineageOf } from '../domain/engine/lineage.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import type { AssessBeside, AssessmentMade } from '../operations/deps.ts';
import { timeLeft } from '../store/request-budget.ts';
import type { Answered, Asked } from './assess-worker.ts';

/**
 * Assesses in a thread of its own, one project after the other, what would keep everybody else waiting here. In Lambda
 * there is nobody else: an environment answers one request at a time.
 *
 * To start the thread takes a second of a processor, so it is begun before somebody waits for it. It is handed each content
 * once, and forgets them all when it has many.
 */
export function createAssessBeside(maxContents = MAX_CONTENTS): {
  readonly assess: AssessBeside;
  /** Starts the thread where it is not running. */
  readonly begin: () => void;
  readonly stop: () => Promise<void>;
} {
  let worker: Worker | undefined;
  let contents = new Map<CatalogContent, number>();
  let last: Promise<unknown> = Promise.resolve();

  const assess: AssessBeside = (basis, project, actor, searchBound) => {
    const answer = last.then(async () => {
      // Whoever asked has been told by now that it was too late.
      if (timeLeft() <= 0) throw new Refusal('ASSESSMENT_LATE');
      const anew = contents.size > maxContents;
      if (anew) contents = new Map();
      const fresh = new Map<number, CatalogContent>();
      const numberOf = (content: CatalogContent): number => {
        const known = contents.get(content);
        if (known !== undefined) return known;
        contents.set(content, contents.size);
        fresh.set(contents.size - 1, content);
        return contents.size - 1;
      };
      const { on, lineage } = basis;
      const asked: Asked = {
        on,
        lineage,
        catalogs: basis.catalogs.map(({ inForce, ...catalog }) => ({
          ...catalog,
          ...(inForce ? { inForce: { ...inForce, content: numberOf(inForce.content) } } : {}),
        })),
        lapsed: basis.lapsed.map((lapsed) => ({ ...lapsed, content: numberOf(lapsed.content) })),
        anew,
        contents: fresh,
        project,
        actor,
        searchBound,
      };
      return withTheLaw(await ask(running(), asked), basis);
    });
    last = answer.catch(() => {});
    return answer;
  };

  function running(): Worker {
    worker ??= new Worker(START, { eval: true }).on('error', forget);
    worker.unref();
    return worker;
  }

  function forget(): void {
    worker = undefined;
    contents = new Map();
  }

  async function stop(): Promise<void> {
    const ended = worker;
    forget();
    await ended?.terminate();
  }

  return { assess, begin: running, stop };
}

/** An answer with the entries and definitions that it is about, which all other answers have too. */
function withTheLaw({ assessment, work }: Answered, basis: AssessmentBasis): AssessmentMade {
  const contents = new Map(basis.catalogs.map(({ identity, inForce }) => [identity.key, inForce?.content]));
  const { definitions } = lineageOf(basis);
  const whole: Assessment = {
    ...assessment,
    findings: assessment.findings.map((finding) => ({
      ...finding,
      entry: contents.get(finding.catalog)!.entries[finding.position - 1]!,
    })),
    missingFacts: assessment.missingFacts.map((missing) => ({
      ...missing,
      fact: definitions.get(missing.fact)!,
    })),
  };
  return { assessment: whole, work };
}

/** A thread does not take over what makes its parent read TypeScript (Node 20), so it says so itself. */
const START = `import(${JSON.stringify(import.meta.resolve('./typescript.js'))})
  .then(() => import(${JSON.stringify(import.meta.resolve('./assess-worker.ts'))}));`;

/** Each is as large as a catalog. */
const MAX_CONTENTS = 64;

async function ask(worker: Worker, asked: Asked): Promise<Answered> {
  worker.ref();
  try {
    worker.postMessage(asked);
    const [answered] = await once(worker, 'message');
    return answered;
  } finally {
    worker.unref();
  }
}
