import type { Reporter, TestModule } from 'vitest/node';

/** Prints which test files took longest, so that one that begins to wait is seen. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const took = modules
      .map((module) => ({ file: module.relativeModuleId, seconds: module.diagnostic().duration / 1000 }))
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, 10);
    if (modules.length < 2) return;
    console.log('\nThe slowest files, in seconds:');
    for (const { file, seconds } of took) console.log(`${seconds.toFixed(1).padStart(6)}  ${file}`);
  }
}
