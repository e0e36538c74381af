import { sealBreakText } from '../domain/chain/history-text.ts';
import type { Deps } from '../operations/deps.ts';
import { linkAllDecisions, linkDecisions } from '../operations/seals/link-decisions.ts';
import type { Sealing } from '../operations/seals/seal-heads.ts';
import { sealHeads } from '../operations/seals/seal-heads.ts';

/** Links decisions and seals heads beside the requests: what schedules do in AWS. */
export interface Keeper {
  /** The same store; a decision that is recorded in it is linked soon after. */
  readonly deps: Deps;
  /** Links what an earlier process left behind, and seals. */
  readonly begin: () => void;
  /** Waits for what is under way, and begins nothing more. */
  readonly stop: () => Promise<void>;
}

/**
 * @param report a line about something that is broken
 * @param later does something after so many milliseconds, but for nothing keeps the process alive
 */
export function createKeeper(
  deps: Deps,
  sealing: Sealing,
  report: (line: string) => void,
  later: (work: () => void, ms: number) => void = (work, ms) => void setTimeout(work, ms).unref(),
): Keeper {
  const zones = new Set<string>();
  const awaited = new Set<() => Promise<void>>();
  let underWay = Promise.resolve();
  let stopped = false;

  /** One after the other; a task that waits already is not put down twice. */
  function soon(task: () => Promise<void>, ms: number): void {
    if (awaited.has(task)) return;
    awaited.add(task);
    later(() => {
      awaited.delete(task);
      if (stopped) return;
      underWay = underWay.then(task).catch((error: Error) => report(error.message));
    }, ms);
  }

  async function link(): Promise<void> {
    const recorded = [...zones];
    zones.clear();
    for (const zone of recorded) await linkDecisions(deps, zone);
    soon(seal, SEAL_AFTER_MS);
  }

  async function seal(): Promise<void> {
    const { broken } = await sealHeads(deps, sealing);
    for (const one of broken) for (const locale of ['zh', 'en'] as const) report(sealBreakText(one, locale));
  }

  async function everything(): Promise<void> {
    await linkAllDecisions(deps);
    await seal();
    soon(everything, EVERY_MS);
  }

  return {
    deps: {
      ...deps,
      store: {
        ...deps.store,
        async recordDecision(decision, payloadHash) {
          const recorded = await deps.store.recordDecision(decision, payloadHash);
          zones.add(decision.assessment.zone);
          soon(link, LINK_AFTER_MS);
          return recorded;
        },
      },
    },
    begin: () => soon(everything, 0),
    async stop() {
      stopped = true;
      await underWay;
    },
  };
}

const LINK_AFTER_MS = 1_000;
const SEAL_AFTER_MS = 60_000;
const EVERY_MS = 3_600_000;
