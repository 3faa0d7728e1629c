/** Where in time each event stands that is shown: as a mark or as a bar, between moments counted in days. */

import { at } from "./arrays.ts";
import { type Columns, isDated, isKnownDay } from "./columns.ts";

/** Which events are shown; null for all. */
export type Shown = { has(event: number): boolean } | null;

/** The first moment of a period and the one after its last. */
export type Bounds = readonly [first: number, last: number];

export interface Placing {
  /** The first moment at which anything of the period can have been going on, and the one after the last. */
  readonly first: number;
  readonly last: number;
  /** The same with a little room. */
  readonly low: number;
  readonly high: number;
  /** The events that are shown and dated, by where they begin; those that begin together in the chronology's order. */
  readonly order: Uint32Array;
  /** The same as the list has them, where a date without a beginning does not come first. */
  readonly listed: Uint32Array;
  /** Of each event of the chronicle: where its bar begins and ends by its date alone, or both times where its mark stands. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly isMark: Uint8Array;
}

const MINUTES_OF_DAY = 1440;
/** Around all events, as a part of the whole period. */
const ROOM = 0.02;
const LEAST_ROOM_IN_DAYS = 1;

export function place(columns: Columns, shown: Shown, [first, last]: Bounds): Placing {
  const room = Math.max((last - first) * ROOM, LEAST_ROOM_IN_DAYS);
  const [low, high] = [first - room, last + room];
  const from = new Float64Array(columns.count);
  const to = new Float64Array(columns.count);
  const isMark = new Uint8Array(columns.count);
  const order = new Uint32Array(columns.count);
  let found = 0;
  for (let event = 0; event < columns.count; event++) {
    if (!isDated(columns, event) || (shown && !shown.has(event))) continue;
    order[found++] = event;
    from[event] = Math.max(at(columns.statedStarts, event), low);
    to[event] = Math.min(at(columns.statedEnds, event), high);
    isMark[event] = isKnownDay(columns, event) ? 1 : 0;
  }
  const listed = order.subarray(0, found);
  const placed = listed.slice();
  spreadMarks(columns, listed, isMark, from, to);
  if (!isSorted(placed, from)) placed.sort((a, b) => at(from, a) - at(from, b) || a - b);
  return { first, last, low, high, order: placed, listed, from, to, isMark };
}

/** The bounds of all events that are shown and dated. */
export function boundsOf(columns: Columns, shown: Shown): Bounds {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let event = 0; event < columns.count; event++) {
    if (shown && !shown.has(event)) continue;
    for (const moment of [at(columns.starts, event), at(columns.ends, event)]) {
      if (!Number.isFinite(moment)) continue;
      if (moment < low) low = moment;
      if (moment > high) high = moment;
    }
  }
  return low < high ? [low, high] : [0, 1];
}

/** Marks of one day stand beside each other on it, so that they can be told apart; those whose minute is known at it. */
function spreadMarks(
  columns: Columns,
  placed: Uint32Array,
  isMark: Uint8Array,
  from: Float64Array,
  to: Float64Array,
): void {
  const ofDay = new Map<number, number>();
  const isSpread = (event: number) => isMark[event] === 1 && !columns.minutes.has(event);
  for (const event of placed) {
    if (isSpread(event)) ofDay.set(at(from, event), (ofDay.get(at(from, event)) ?? 0) + 1);
  }
  const before = new Map<number, number>();
  for (const event of placed) {
    if (isMark[event] !== 1) continue;
    const day = at(from, event);
    const minute = columns.minutes.get(event);
    const nth = before.get(day) ?? 0;
    if (minute === undefined) before.set(day, nth + 1);
    const part = minute === undefined ? (nth + 0.5) / (ofDay.get(day) ?? 1) : minute / MINUTES_OF_DAY;
    from[event] = to[event] = day + part;
  }
}

function isSorted(placed: Uint32Array, from: Float64Array): boolean {
  for (let place = 1; place < placed.length; place++) {
    if (at(from, at(placed, place)) < at(from, at(placed, place - 1))) return false;
  }
  return true;
}
