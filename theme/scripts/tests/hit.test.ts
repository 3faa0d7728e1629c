import assert from "node:assert/strict";
import { test } from "node:test";
import { hitAt } from "../hit.ts";
import type { Picture } from "../paint.ts";

const ROW = 16;
const mark = (event: number, left: number, row: number) => ({
  event,
  row,
  left,
  right: left + 10,
  isMark: true,
  isLong: false,
});
const BLOCK = { stretch: { from: 0, to: 1, events: [7, 8] }, left: 200, right: 230 };
const PICTURE: Picture = {
  window: { from: 0, to: 100, width: 400 },
  lanes: [{ name: "one", events: Uint32Array.of(1, 2, 7, 8), inSight: 4, rows: 3 }],
  scene: [{ found: [mark(2, 300, 1), mark(1, 100, 0)], blocks: [BLOCK], most: 2, left: 0 }],
  places: [{ line: 0, rows: 20, isNamed: true }],
  hasLinks: false,
};
/** The first has its title behind its mark, the second before it. */
const TITLES = new Map([
  [1, { left: 113, right: 180 }],
  [2, { left: 240, right: 297 }],
]);

const at = (x: number, y: number) => hitAt(PICTURE, TITLES, x, y, ROW, 12);

test("an event is hit at its mark, near it, and at its title on either side", () => {
  for (const x of [105, 92, 170]) assert.deepEqual(at(x, 28), { event: 1 }, String(x));
  for (const x of [305, 318, 245]) assert.deepEqual(at(x, 44), { event: 2 }, String(x));
});

test("a count is hit in all its rows", () => {
  for (const y of [21, 44, 67]) assert.deepEqual(at(215, y), { block: BLOCK });
});

test("nothing is hit far from everything", () => {
  assert.equal(at(60, 28), null);
  assert.equal(at(105, 90), null);
});
