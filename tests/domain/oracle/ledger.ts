/** One aspect of something by itself: the days on which it becomes something else. */
export class Ledger {
  readonly #points: Map<string, string>;
  constructor(since: string, value: string) {
    this.#points = new Map([[since, value]]);
  }
  on(day: string): string {
    const begun = [...this.#points].filter(([since]) => since <= day).sort();
    return begun.at(-1)![1];
  }
  put(day: string, value: string): void {
    this.#points.set(day, value);
    const points = [...this.#points].sort();
    for (const [place, [since, its]] of points.entries())
      if (place > 0 && points[place - 1]![1] === its) this.#points.delete(since);
  }
}
