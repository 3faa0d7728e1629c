import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ink } from "../ink.ts";
import { paintBar } from "../paint_bars.ts";
import { FADES, MEASURES, NORMAL, ONE_OF, STATED } from "./invented.ts";

/** What is filled of a bar: from where to where, and how strong. */
function filled(marks: number, whole: [number, number], narrowed: [number, number]) {
  const parts: [left: number, right: number, alpha: number][] = [];
  const context = {
    globalAlpha: 1,
    fillRect(left: number, _top: number, width: number) {
      if (width > 0) parts.push([left, left + width, this.globalAlpha]);
    },
    strokeRect(left: number, _top: number, width: number) {
      parts.push([left - 0.5, left + width + 0.5, 0]);
    },
  };
  const shapes = {
    palette: {},
    fade: (_: unknown, side: string, x: number, _y: number, width: number) =>
      parts.push([x, x + width, side === "left" ? -1 : -2]),
  };
  const ink = { context, measures: MEASURES, shapes } as unknown as Ink;
  const extent = ([left, right]: [number, number]) => ({ left, right });
  paintBar(ink, marks, extent(whole), extent(narrowed), 50);
  return parts.sort(([one], [other]) => one - other);
}

test("a bar of stated bounds is whole, and one of a time in which it happened at some point is lighter", () => {
  assert.deepEqual(filled(NORMAL | STATED, [10, 110], [10, 110]), [[10, 110, 1]]);
  const [only] = filled(NORMAL, [10, 110], [10, 110]);
  assert.ok((only?.[2] ?? 1) < 1);
});

test("what links rule out of a date is lighter than what they leave", () => {
  const [out, left, ...more] = filled(NORMAL, [10, 110], [40, 110]);
  assert.deepEqual([out?.slice(0, 2), left?.slice(0, 2), more], [[10, 40], [40, 110], []]);
  assert.ok((out?.[2] ?? 1) < (left?.[2] ?? 0));
  const parts = filled(NORMAL | STATED, [10, 110], [40, 60]);
  assert.deepEqual(
    parts.map(([begin, end, alpha]) => [begin, end, alpha < 1]),
    [
      [10, 40, true],
      [40, 60, false],
      [60, 110, true],
    ],
  );
});

test("the ends that are not sure fade, within what links leave", () => {
  const ends = filled(NORMAL | FADES, [10, 110], [30, 110]).filter(([, , alpha]) => alpha < 0);
  assert.deepEqual(ends, [
    [30, 66, -1],
    [74, 110, -2],
  ]);
  const [start] = filled(NORMAL | (1 << 5), [10, 110], [10, 110]);
  assert.deepEqual(start, [10, 55, -1]);
});

test("what links leave of a bar can be seen however thin it is", () => {
  assert.deepEqual(
    filled(NORMAL | STATED, [10, 110], [110, 110]).map(([begin, end]) => [begin, end]),
    [
      [10, 108],
      [108, 110],
    ],
  );
});

test("one day of several that nobody knows is an outline", () => {
  assert.ok(filled(NORMAL | ONE_OF, [10, 110], [10, 110]).some(([, , alpha]) => alpha === 0));
});
