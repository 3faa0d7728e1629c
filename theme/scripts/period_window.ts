/** The window of time of an instrument that does not draw time, within the whole period. */

import type { Movable } from "./overview.ts";

/** The shortest window: six hours. */
const SHORTEST_IN_DAYS = 0.25;

export class PeriodWindow implements Movable {
  private readonly low: number;
  private readonly high: number;
  private readonly changed: () => void;
  private now: { from: number; to: number };

  constructor(low: number, high: number, changed: () => void) {
    this.low = low;
    this.high = high;
    this.changed = changed;
    this.now = { from: low, to: high };
  }

  get window(): { from: number; to: number } {
    return this.now;
  }

  get isWhole(): boolean {
    return this.now.from <= this.low && this.now.to >= this.high;
  }

  jump(from: number, to: number): void {
    const length = Math.min(Math.max(to - from, SHORTEST_IN_DAYS), this.high - this.low);
    const start = Math.min(Math.max(from, this.low), this.high - length);
    this.now = { from: start, to: start + length };
    this.changed();
  }

  show(from: number, to: number): void {
    this.jump(from, to);
  }
}
