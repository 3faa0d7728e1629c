/** The lanes in which events are drawn: one for each of the most frequent values, and one for all others. */

import { at } from "./arrays.ts";
import type { Placing } from "./placing.ts";

/** A way to put events into lanes: the names of all values, and the number of the value of an event or -1. */
export interface Grouping {
  readonly names: readonly string[];
  valueOf(event: number): number;
  /** Whether a reader has asked for it, who gets lanes however many events are among the others. */
  readonly isAskedFor?: boolean;
}

export interface Lane {
  /** Empty where there is only one lane. */
  readonly name: string;
  /** Its events by where they begin. */
  readonly events: Uint32Array;
  /** How many of them are in sight. */
  inSight: number;
  /** Number of rows in which they stand. */
  rows: number;
}

/** The least part of all events that lanes with names must have. */
const LEAST_NAMED = 0.5;

/**
 * Lanes of one value each, in the order of the values, and a last one of all others; at most `most`.
 *
 * There is only one lane where most events would be among the others, as lanes would hide more than they show, and no
 * reader has asked for them.
 */
export function makeLanes(placing: Placing, grouping: Grouping | null, most: number, others: string): Lane[] {
  const only = [{ name: "", events: placing.order, inSight: placing.order.length, rows: 1 }];
  if (grouping === null) return only;
  const counts = new Uint32Array(grouping.names.length);
  let without = 0;
  for (const event of placing.order) {
    const value = grouping.valueOf(event);
    if (value < 0) without++;
    else counts[value] = at(counts, value) + 1;
  }
  const chosen = mostFrequent(counts, most - 1, without);
  const named = chosen.reduce((sum, value) => sum + at(counts, value), 0);
  if (!grouping.isAskedFor && named < placing.order.length * LEAST_NAMED) return only;
  const laneOf = new Int32Array(grouping.names.length).fill(-1);
  chosen.forEach((value, lane) => {
    laneOf[value] = lane;
  });
  const events: number[][] = [...chosen.map(() => []), []];
  for (const event of placing.order) {
    const value = grouping.valueOf(event);
    const lane = value < 0 ? -1 : at(laneOf, value);
    events[lane < 0 ? chosen.length : lane]?.push(event);
  }
  const names = [...chosen.map((value) => grouping.names[value] ?? ""), others];
  const lanes = names.map((name, lane) => {
    const its = Uint32Array.from(events[lane] ?? []);
    return { name, events: its, inSight: its.length, rows: 1 };
  });
  return lanes.filter((lane) => lane.events.length > 0);
}

/**
 * The first value, which editors put there, and those of most events, in the order of the values; one more where none
 * is left for the lane of all others.
 */
function mostFrequent(counts: Uint32Array, most: number, without: number): number[] {
  const [first, ...others] = [...counts.keys()].filter((value) => at(counts, value) > 0);
  if (first === undefined) return [];
  others.sort((a, b) => at(counts, b) - at(counts, a) || a - b);
  const values = [first, ...others];
  const chosen = values.slice(0, without === 0 && values.length === most + 1 ? most + 1 : most);
  return chosen.sort((a, b) => a - b);
}

/**
 * Share rows among lanes that have events in sight: one each, the others by how many these are, of which each row more
 * helps less. A lane that has a row for each of them gets more only where all have.
 */
export function shareRows(lanes: readonly Lane[], rows: number): void {
  for (const lane of lanes) lane.rows = 1;
  const open = lanes.filter(({ inSight }) => inSight > 0);
  for (let left = rows - open.length; left > 0; left--) {
    const wanting = open.filter((lane) => lane.rows < lane.inSight);
    const neediest = maximum(wanting.length ? wanting : open, need);
    if (neediest) neediest.rows++;
  }
}

function need(lane: Lane): number {
  return Math.sqrt(lane.inSight) / lane.rows;
}

/** The first one of those of which a number is greatest. */
function maximum<Item>(items: readonly Item[], numberOf: (item: Item) => number): Item | undefined {
  let best = items[0];
  for (const item of items) if (best !== undefined && numberOf(item) > numberOf(best)) best = item;
  return best;
}
