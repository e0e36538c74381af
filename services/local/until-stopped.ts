import { readFileSync } from 'node:fs';

/**
 * Resolves when somebody asks the process to end: by a signal, or by ending
 * the npm that started it, which a `kill -9` gives no time to pass a signal on.
 * A second signal ends the process at once.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
    if (process.env.npm_lifecycle_event === undefined) return;
    const started = startedBy();
    setInterval(() => {
      if (startedBy() !== started) resolve();
    }, 200).unref();
  });
}

/** The process above this one, and the one above that: between npm and its script there may be a shell. */
function startedBy(): string {
  try {
    const shell = readFileSync(`/proc/${process.ppid}/status`, 'utf8');
    return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(shell)?.[1]}`;
  } catch {
    // Only Linux has /proc; elsewhere the usual shells make room for the one command they are given.
    return String(process.ppid);
  }
}
