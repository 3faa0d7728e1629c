/** The period of the map: the years below it, in which a reader moves its window. */

import type { Bits } from "./bits.ts";
import { eventsWithin } from "./choosing.ts";
import type { Columns } from "./columns.ts";
import { Overview } from "./overview.ts";
import { readPalette } from "./palette.ts";
import { PeriodWindow } from "./period_window.ts";
import { boundsOf, type Placing, place } from "./placing.ts";

/** After so many milliseconds without a change, a new period is told. */
const SETTLED = 180;

export class MapPeriod {
  private readonly element: HTMLElement;
  private readonly columns: Columns;
  private readonly overview: Overview;
  private readonly period: PeriodWindow;
  private readonly onChange: () => void;
  private readonly onSettled: (isMoved: boolean) => void;
  private placing: Placing;
  private settling = 0;
  /** Whether a reader has moved the period, and is to hear of it. */
  private isMoved = false;

  /** In an element; `onChange` is called at each change, and `onSettled` when that is over: whether a reader made it. */
  constructor(
    element: HTMLElement,
    columns: Columns,
    signal: AbortSignal,
    onChange: () => void,
    onSettled: (isMoved: boolean) => void,
  ) {
    this.element = element;
    this.columns = columns;
    this.onChange = onChange;
    this.onSettled = onSettled;
    this.placing = place(columns, null, boundsOf(columns, null));
    this.period = new PeriodWindow(this.placing.low, this.placing.high, () => this.changed());
    this.overview = new Overview(element, signal, this.period, () => {
      this.isMoved = true;
    });
    signal.addEventListener("abort", () => clearTimeout(this.settling));
  }

  get window(): Readonly<Record<"from" | "to" | "first" | "last" | "low" | "high", number>> {
    const { first, last, low, high } = this.placing;
    return { ...this.period.window, first, last, low, high };
  }

  setWindow(from: number, to: number): void {
    this.period.jump(from, to);
  }

  /** The columns are those of some events; of all for null. */
  setShown(shown: Bits | null): void {
    const { first, last } = this.placing;
    this.placing = place(this.columns, shown, [first, last]);
  }

  /** Of some events, null for all, those of the period. */
  narrowed(shown: Bits | null): Bits | null {
    if (this.period.isWhole) return shown;
    const inPeriod = eventsWithin(this.columns, this.period.window);
    return shown ? shown.and(inPeriod) : inPeriod;
  }

  resize(): void {
    this.overview.resize(this.element.clientWidth, this.element.clientHeight);
    this.draw();
  }

  draw(): void {
    this.overview.draw(this.placing, readPalette(this.element));
    this.overview.showWindow();
  }

  private changed(): void {
    this.overview.showWindow();
    this.onChange();
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.onSettled(this.isMoved);
      this.isMoved = false;
    }, SETTLED);
  }
}
