/** What of a layout is to be seen in a window of time, and where: in pixels from its left edge, by lane. */

import { bisectLeft, bisectRight } from "d3-array";
import { at } from "./arrays.ts";
import type { InRow } from "./labels.ts";
import type { LaneLayout, Layout, Sizes, Stretch } from "./layout.ts";
import type { Placing } from "./placing.ts";

/** A window of time, so many pixels wide. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** A count as it is drawn. */
export interface Block {
  readonly stretch: Stretch;
  readonly left: number;
  readonly right: number;
}

export interface SceneLane {
  /** Marks and bars from right to left. */
  readonly found: readonly InRow[];
  /** Counts from right to left. */
  readonly blocks: readonly Block[];
  /** How many events the highest count of the lane stands for, in the window or not. */
  readonly most: number;
  /** How many long bars are going on for which there is no row. */
  readonly left: number;
}

export function pixelsPerDay(window: Window): number {
  return window.width / (window.to - window.from);
}

export function sceneOf(
  placing: Placing,
  layout: Layout,
  window: Window,
  importance: (event: number) => number,
  sizes: Sizes,
): SceneLane[] {
  return layout.lanes.map((lane) => ({
    found: inOrder(
      shortOnes(lane, window, sizes).map((event) => boxOf(placing, layout, window, event, importance(event), sizes)),
      longOnes(lane.long, placing, window).map((event) =>
        boxOf(placing, layout, window, event, importance(event), sizes),
      ),
    ),
    blocks: blocksOf(lane, window, sizes.beside),
    most: lane.most,
    left: longOnes(lane.left, placing, window).length,
  }));
}

/** Where an event stands: the edges of its mark or bar. */
export function boxOf(
  placing: Placing,
  layout: Layout,
  window: Window,
  event: number,
  importance: number,
  sizes: Sizes,
): InRow {
  const scale = pixelsPerDay(window);
  const row = at(layout.rows, event);
  let left = (at(placing.from, event) - window.from) * scale;
  let right = (at(placing.to, event) - window.from) * scale;
  if (at(placing.isMark, event) === 1) {
    const radius = sizes.radii[importance] ?? 0;
    return { event, row, left: left - radius, right: right + radius, isMark: true, isLong: false };
  }
  const thin = Math.max(sizes.bar - (right - left), 0) / 2;
  left -= thin;
  right += thin;
  const isLong = right - left >= sizes.stretch * 2;
  left = Math.max(left, -window.width);
  right = Math.min(right, window.width * 2);
  return { event, row, left, right, isMark: false, isLong };
}

/** The short ones in the window from right to left; none of them is wider than the longest short one. */
function shortOnes(lane: LaneLayout, window: Window, sizes: Sizes): number[] {
  const scale = pixelsPerDay(window);
  const longest = (sizes.stretch * 2 * Math.SQRT2 + sizes.bar) / scale;
  const begin = bisectLeft(lane.shortFrom, window.from - longest);
  const end = bisectRight(lane.shortFrom, window.to + sizes.bar / scale);
  return Array.from(lane.short.subarray(begin, end)).reverse();
}

function longOnes(events: Uint32Array, placing: Placing, window: Window): number[] {
  const found: number[] = [];
  for (let place = events.length - 1; place >= 0; place--) {
    const event = at(events, place);
    if (at(placing.from, event) < window.to && at(placing.to, event) > window.from) found.push(event);
  }
  return found;
}

function blocksOf(lane: LaneLayout, window: Window, beside: number): Block[] {
  const scale = pixelsPerDay(window);
  const end = bisectRight(lane.stretchFrom, window.to);
  const blocks: Block[] = [];
  for (let place = end - 1; place >= 0; place--) {
    const stretch = lane.stretches[place];
    if (!stretch || stretch.to < window.from) break;
    const left = (stretch.from - window.from) * scale + beside;
    const right = (stretch.to - window.from) * scale - beside;
    blocks.push({ stretch, left, right });
  }
  return blocks;
}

/** Both lists, which go from right to left, as one that does. */
function inOrder(short: InRow[], long: InRow[]): InRow[] {
  const merged: InRow[] = [];
  let place = 0;
  for (const one of long) {
    for (let next = short[place]; next && next.left > one.left; next = short[++place]) merged.push(next);
    merged.push(one);
  }
  for (; place < short.length; place++) merged.push(short[place] as InRow);
  return merged;
}
