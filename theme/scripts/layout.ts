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
  }

  layOut(): LaneLayout {
    const { events } = this.lane;
    let begin = 0;
    while (begin < events.length) {
      const stretch = this.stretchOf(at(events, begin));
      let end = begin + 1;
      while (end < events.length && this.stretchOf(at(events, end)) === stretch) end++;
      this.layOutStretch(events.subarray(begin, end), stretch);
      begin = end;
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

  private layOutStretch(events: Uint32Array, stretch: number): void {
    const ends = this.ends.slice();
    const titleEnds = this.titleEnds.slice();
    const lefts = this.left.length;
    const isEachPlaced = events.every((event) => this.putIntoRow(event));
    if (isEachPlaced) {
      for (const event of events) this.keep(event);
      return;
    }
    this.ends.set(ends);
    this.titleEnds.set(titleEnds);
    this.left.length = lefts;
    this.count(events, stretch);
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
    const reaches = (event: number) => this.edges(event)[1] > moment + this.sizes.beside;
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
    const [left, right] = this.edges(event);
    const isLong = this.isLong(event);
    // Some rows are for what is short, so that long bars never hide it all.
    const rows = isLong ? Math.ceil(this.ends.length * ROWS_OF_LONG) : this.ends.length;
    const row = this.freeRow(left, rows);
    if (row < 0) {
      if (isLong) this.left.push(event);
      return isLong;
    }
    this.rows[event] = row;
    this.ends[row] = right;
    this.titleEnds[row] = (isLong ? left : right) + (this.sizes.titles[this.importance(event)] ?? 0);
    return true;
  }

  /** Where what is drawn of an event begins and ends, in pixels. */
  private edges(event: number): [left: number, right: number] {
    const { from, to, isMark } = this.placing;
    const left = at(from, event) * this.scale;
    const right = at(to, event) * this.scale;
    if (at(isMark, event) !== 1) return [left, Math.max(right, left + this.sizes.bar)];
    const radius = this.sizes.radii[this.importance(event)] ?? 0;
    return [left - radius, right + radius];
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
