/** Shares the height of a drawing among its lanes, by how much of each is in sight. */

import { at } from "./arrays.ts";
import { type Lane, shareRows } from "./lanes.ts";
import type { Measures } from "./measures.ts";
import type { Placing } from "./placing.ts";
import type { Window } from "./scene.ts";

/** Where a lane is, in pixels from the top. */
export interface LanePlace {
  /** Where its line is, and below that its name. */
  readonly line: number;
  /** Where its rows begin. */
  readonly rows: number;
  /** Whether there is room for its name. */
  readonly isNamed: boolean;
}

/** A single lane of no more rows than this has no line above them. */
const FEW_ROWS = 6;
/** So many times as many events in sight, or as few, are others. */
const OTHER = 2;

/** How many events of each lane are in a window; all of them where none is of any lane, so that nothing moves. */
export function countInSight(lanes: readonly Lane[], placing: Placing, { from, to }: Window): number[] {
  const isSeen = (event: number) => at(placing.from, event) < to && at(placing.to, event) > from;
  const counts = lanes.map(({ events }) => events.reduce((sum, event) => sum + Number(isSeen(event)), 0));
  return counts.some((count) => count > 0) ? counts : lanes.map(({ events }) => events.length);
}

/** Whether rows have to be shared anew: a lane is empty or no longer so, or has many more or fewer events in sight. */
export function isOtherSight(lanes: readonly Lane[], counts: readonly number[]): boolean {
  return lanes.some(({ inSight }, lane) => {
    const count = counts[lane] ?? 0;
    return (count === 0) !== (inSight === 0) || count > inSight * OTHER || inSight > count * OTHER;
  });
}

export function takeSight(lanes: readonly Lane[], counts: readonly number[]): void {
  lanes.forEach((lane, number) => {
    lane.inSight = counts[number] ?? 0;
  });
}

/** Give each lane its rows and its place in so many pixels. One of which nothing is in sight has only the line of its name. */
export function placeLanes(lanes: readonly Lane[], height: number, { name, row, gap }: Measures): LanePlace[] {
  const above = lanes.length > 1 || height > row * FEW_ROWS ? name : gap;
  const open = lanes.filter(({ inSight }) => inSight > 0);
  const heightOfRows = height - open.length * above - (lanes.length - open.length) * name;
  shareRows(lanes, Math.floor(heightOfRows / row));
  const used = open.reduce((sum, lane) => sum + lane.rows * row, 0);
  const spare = open.length ? Math.max((heightOfRows - used) / open.length, 0) : 0;
  let line = 0;
  return lanes.map((lane) => {
    const begin = line;
    line += lane.inSight ? above + lane.rows * row + spare : name;
    const rows = lane.inSight ? begin + above : begin + name - row;
    return { line: begin, rows, isNamed: lane.inSight === 0 || above === name };
  });
}
