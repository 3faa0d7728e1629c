/**
 * Puts the events of each lane into rows in which they stand clear of each other, and dense stretches into counts.
 *
 * This is done for a scale, not for what is in the window, so that nothing jumps while a reader pans.
 */

import { at } from "./arrays.ts";
import type { Lane } from "./lanes.ts";
import type { Placing } from "./placing.ts";

/** How large things are, in pixels. */
export interface Sizes {
  /** Half of a mark, by importance. */
  readonly radii: readonly number[];
  /** What is kept free for the beginning of a title, by importance, where other rows have room. */
  readonly titles: readonly number[];
  /** The width of a long title. */
  readonly longTitle: number;
  /** The least width of a bar. */
  readonly bar: number;
  /** The width of a stretch of time that may become a count. */
  readonly stretch: number;
  /** The free space at both sides of what is drawn of a count. */
  readonly beside: number;
}

/** A stretch of a lane in which more events are than there are rows for. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** At least one: long bars of the stretch are not among them. */
  readonly events: readonly number[];
}

export interface LaneLayout {
  /** The marks and short bars that are drawn, by where they begin. */
  readonly short: Uint32Array;
  /** Where each of these begins, to search in. */
  readonly shortFrom: Float64Array;
  /** The long bars that are drawn. */
  readonly long: Uint32Array;
  /** The long bars for which no row was free. */
  readonly left: Uint32Array;
  readonly stretches: readonly Stretch[];
  readonly stretchFrom: Float64Array;
  /** How many events the fullest stretch has. */
  readonly most: number;
}

export interface Layout {
  /** Pixels a day for which it was made; it holds at any larger scale too. */
  readonly scale: number;
  readonly lanes: readonly LaneLayout[];
  /** The row of each event within its lane; 255 where it is not drawn by itself. */
  readonly rows: Uint8Array;
}

export const NO_ROW = 255;
/** How many stretches wide a bar is that is long. */
const LONG = 2;
/** The part of a lane's rows in which long bars may stand. */
const ROWS_OF_LONG = 0.6;

/** The largest scale of a fixed ladder that is not above this one, so that few layouts serve all scales. */
export function stepOfScale(scale: number): number {
  return 2 ** (Math.floor(Math.log2(scale) * 2) / 2);
}

export function layOut(
  placing: Placing,
  lanes: readonly Lane[],
  importance: (event: number) => number,
  scale: number,
  sizes: Sizes,
): Layout {
  const rows = new Uint8Array(placing.from.length).fill(NO_ROW);
  const laid = lanes.map((lane) => new LaneRows(placing, lane, importance, scale, sizes, rows).layOut());
  return { scale, lanes: laid, rows };
}

class LaneRows {
  private readonly placing: Placing;
  private readonly lane: Lane;
  private readonly importance: (event: number) => number;
  private readonly scale: number;
  private readonly sizes: Sizes;
  private readonly rows: Uint8Array;
  /** Where the last event of each row ends, and where the beginning of its title does. */
  private readonly ends: Float64Array;
  private readonly titleEnds: Float64Array;
  /** Both as they were before a stretch, of which there can be as many as events. */
  private readonly endsBefore: Float64Array;
  private readonly titleEndsBefore: Float64Array;
  private readonly short: number[] = [];
  private readonly long: number[] = [];
  private readonly left: number[] = [];
  private readonly stretches: Stretch[] = [];

  constructor(
    placing: Placing,
    lane: Lane,
    importance: (event: number) => number,
    scale: number,
    sizes: Sizes,
    rows: Uint8Array,
  ) {
    this.placing = placing;
    this.lane = lane;
    this.importance = importance;
    this.scale = scale;
    this.sizes = sizes;
    this.rows = rows;
    this.ends = new Float64Array(lane.rows).fill(Number.NEGATIVE_INFINITY);
    this.titleEnds = this.ends.slice();
    this.endsBefore = this.ends.slice();
    this.titleEndsBefore = this.ends.slice();
  }

  layOut(): LaneLayout {
    const { events } = this.lane;
    let begin = 0;
    let stretch = events.length ? this.stretchOf(at(events, 0)) : 0;
    for (let end = 1; end <= events.length; end++) {
      const next = end < events.length ? this.stretchOf(at(events, end)) : Number.NaN;
      if (next === stretch) continue;
      this.layOutStretch(begin, end, stretch);
      begin = end;
      stretch = next;
    }
    return {
      short: Uint32Array.from(this.short),
      shortFrom: Float64Array.from(this.short, (event) => at(this.placing.from, event)),
      long: Uint32Array.from(this.long),
      left: Uint32Array.from(this.left),
      stretches: this.stretches,
      stretchFrom: Float64Array.from(this.stretches, (stretch) => stretch.from),
      most: this.stretches.reduce((most, stretch) => Math.max(most, stretch.events.length), 0),
    };
  }

  private stretchOf(event: number): number {
    return Math.floor(((at(this.placing.from, event) - this.placing.low) * this.scale) / this.sizes.stretch);
  }

  /** The events of a lane from one place up to another, which begin in the same stretch. */
  private layOutStretch(begin: number, end: number, stretch: number): void {
    const { events } = this.lane;
    this.endsBefore.set(this.ends);
    this.titleEndsBefore.set(this.titleEnds);
    const lefts = this.left.length;
    let place = begin;
    while (place < end && this.putIntoRow(at(events, place))) place++;
    if (place === end) {
      for (place = begin; place < end; place++) this.keep(at(events, place));
      return;
    }
    this.ends.set(this.endsBefore);
    this.titleEnds.set(this.titleEndsBefore);
    this.left.length = lefts;
    this.count(events.subarray(begin, end), stretch);
  }

  /** The short ones of a stretch become a count; the long ones, which reach beyond it, stand in rows if they can. */
  private count(events: Uint32Array, stretch: number): void {
    const begin = stretch * this.sizes.stretch + this.placing.low * this.scale;
    const counted = this.takeReaching(begin);
    for (const event of events) {
      this.rows[event] = NO_ROW;
      if (!this.isLong(event)) counted.push(event);
      else if (this.putIntoRow(event)) this.keep(event);
    }
    const { low } = this.placing;
    const daysOfStretch = this.sizes.stretch / this.scale;
    const from = low + stretch * daysOfStretch;
    this.stretches.push({ from, to: from + daysOfStretch, events: counted });
    const end = begin + this.sizes.stretch;
    for (let row = 0; row < this.ends.length; row++) {
      this.ends[row] = Math.max(at(this.ends, row), end);
      this.titleEnds[row] = Math.max(at(this.titleEnds, row), end);
    }
  }

  /** The marks and short bars that reach over a moment, which are drawn no more: a count that begins there would hide them. */
  private takeReaching(moment: number): number[] {
    const { from } = this.placing;
    const reaches = (event: number) => this.rightOf(event) > moment + this.sizes.beside;
    const taken: number[] = [];
    let place = this.short.length;
    while (place > 0 && at(from, at(this.short, place - 1)) * this.scale > moment - LONG * this.sizes.stretch) place--;
    for (const event of this.short.splice(place)) {
      if (reaches(event)) {
        taken.push(event);
        this.rows[event] = NO_ROW;
      } else this.short.push(event);
    }
    return taken;
  }

  private keep(event: number): void {
    if (at(this.rows, event) === NO_ROW) return;
    (this.isLong(event) ? this.long : this.short).push(event);
  }

  private isLong(event: number): boolean {
    const { from, to } = this.placing;
    return (at(to, event) - at(from, event)) * this.scale >= this.sizes.stretch * LONG;
  }

  /** Whether an event found a row, or is a long bar, which does without one. */
  private putIntoRow(event: number): boolean {
    const left = this.leftOf(event);
    const isLong = this.isLong(event);
    // Some rows are for what is short, so that long bars never hide it all.
    const rows = isLong ? Math.ceil(this.ends.length * ROWS_OF_LONG) : this.ends.length;
    const row = this.freeRow(left, rows);
    if (row < 0) {
      if (isLong) this.left.push(event);
      return isLong;
    }
    const right = this.rightOf(event);
    this.rows[event] = row;
    this.ends[row] = right;
    this.titleEnds[row] = (isLong ? left : right) + (this.sizes.titles[this.importance(event)] ?? 0);
    return true;
  }

  /** Where what is drawn of an event begins, in pixels. */
  private leftOf(event: number): number {
    return at(this.placing.from, event) * this.scale - this.besideOf(event);
  }

  /** Where it ends. */
  private rightOf(event: number): number {
    return at(this.placing.to, event) * this.scale + this.besideOf(event);
  }

  /** How far a mark, or a bar that would be too thin to be seen, reaches beyond its time at both sides. */
  private besideOf(event: number): number {
    const { from, to, isMark } = this.placing;
    if (at(isMark, event) === 1) return this.sizes.radii[this.importance(event)] ?? 0;
    return Math.max(this.sizes.bar - (at(to, event) - at(from, event)) * this.scale, 0) / 2;
  }

  /** The first row with much room before it; else that whose title ends first; -1 where none is free. */
  private freeRow(left: number, rows: number): number {
    let best = -1;
    for (let row = 0; row < rows; row++) {
      if (at(this.ends, row) > left) continue;
      if (at(this.titleEnds, row) + this.sizes.longTitle <= left) return row;
      if (best < 0 || at(this.titleEnds, row) < at(this.titleEnds, best)) best = row;
    }
    return best;
  }
}
