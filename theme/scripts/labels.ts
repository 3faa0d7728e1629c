/** Titles beside their events: each has the room up to what stands next in its row, so that no two ever overlap. */

import { at } from "./arrays.ts";

const ELLIPSIS = "…";
/** A title is cut between words if not more than this part of what fits is lost. */
const WORD_LOSS = 0.3;

/** What stands in a row, where a title may stand beside it. */
export interface InRow {
  readonly event: number;
  readonly row: number;
  /** Its left and right edge in pixels. */
  readonly left: number;
  readonly right: number;
  /** Whether it is a mark, and not a bar. */
  readonly isMark: boolean;
  /** Whether it is a bar on which its title may stand. */
  readonly isLong: boolean;
}

/** The room for a title: from `x` on, so many pixels wide. */
export interface Label {
  readonly event: number;
  readonly row: number;
  readonly x: number;
  readonly room: number;
  readonly isOnBar: boolean;
}

/** From where to where something reaches. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** The rooms for titles behind marks and on bars, in the rows of a lane; `found` and counts go from right to left. */
export function roomsFor(
  found: readonly InRow[],
  blocks: readonly Extent[],
  rows: number,
  width: number,
  gap: number,
): Label[] {
  const next = new Float64Array(rows).fill(width);
  const labels: Label[] = [];
  let block = 0;
  for (const one of found) {
    for (let filled = blocks[block]; filled && filled.left > one.left; filled = blocks[++block]) {
      for (let row = 0; row < rows; row++) next[row] = Math.min(at(next, row), filled.left);
    }
    // A bar that begins within a count comes out of it at its right edge.
    const clear = Math.max(blocks[block]?.right ?? 0, 0);
    const x = (one.isLong ? Math.max(one.left, clear) : one.right) + gap;
    const room = x < 0 ? 0 : at(next, one.row) - gap - x;
    labels.push({ event: one.event, row: one.row, x, room, isOnBar: one.isLong });
    next[one.row] = Math.min(at(next, one.row), one.left);
  }
  return labels;
}

/**
 * The rooms for titles before marks and short bars that have none yet, up to what stands before them in their row: its
 * mark, bar or title, or a count. The free space `apart` says whose title it is.
 */
export function roomsBefore(
  found: readonly InRow[],
  blocks: readonly Extent[],
  titles: ReadonlyMap<number, Extent>,
  gap: number,
  apart: number,
): Label[] {
  const ends = new Map<number, number>();
  const labels: Label[] = [];
  let block = blocks.length - 1;
  let endOfBlock = 0;
  for (const one of [...found].reverse()) {
    for (let filled = blocks[block]; filled && filled.left < one.left; filled = blocks[--block]) {
      endOfBlock = filled.right;
    }
    const title = titles.get(one.event);
    const x = Math.max((ends.get(one.row) ?? -apart) + apart, endOfBlock + gap, gap);
    if (!title && !one.isLong) {
      labels.push({ event: one.event, row: one.row, x, room: one.left - gap - x, isOnBar: false });
    }
    ends.set(one.row, Math.max(ends.get(one.row) ?? 0, one.right, title?.right ?? 0));
  }
  return labels;
}

/**
 * Where the names of ticks stand, which are so wide: behind their tick, the first one in sight in any case. The last one
 * is moved up to half its width before where it would be, so that it ends in sight, or else stands before its tick. None
 * where one would run into another.
 */
export function placeNames(
  lefts: readonly number[],
  widths: readonly number[],
  width: number,
  gap: number,
): (number | undefined)[] {
  let end = Number.NEGATIVE_INFINITY;
  return lefts.map((left, place) => {
    const wide = widths[place] ?? 0;
    const behind = Math.max(left, 0) + gap;
    const isLast = place === lefts.length - 1;
    const moved = Math.min(behind, width - wide);
    const last = behind - moved <= wide / 2 ? moved : left - gap - wide;
    const x = isLast ? last : behind;
    const isClear = x > Math.max(end, 0) && x + wide <= (lefts[place + 1] ?? width);
    if (isClear) end = x + wide + gap;
    return isClear ? x : undefined;
  });
}

/** A title as far as it has room: whole, or cut where a word ends; empty where less than `least` would be seen. */
export function cut(title: string, room: number, least: number, widthOf: (text: string) => number): string {
  if (room < least) return "";
  const width = widthOf(title);
  if (width <= room) return title;
  const letters = Array.from(title);
  let length = Math.floor((letters.length * room) / width);
  while (length > 1 && widthOf(letters.slice(0, length).join("") + ELLIPSIS) > room) length--;
  if (length <= 1) return "";
  const fitting = letters.slice(0, length).join("");
  const lastSpace = fitting.lastIndexOf(" ");
  const kept = lastSpace > fitting.length * (1 - WORD_LOSS) ? fitting.slice(0, lastSpace) : fitting;
  return kept.trimEnd() + ELLIPSIS;
}
