import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ink } from "../ink.ts";
import { paintBar } from "../paint_bars.ts";
import { FADES, MEASURES, NORMAL, ONE_OF, STATED } from "./invented.ts";

interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly thick: number;
  /** The name of a colour, or the end at which it fades. */
  readonly ink: string;
  readonly alpha: number;
}

/** What is drawn of a bar. */
function drawn(
  marks: number,
  whole: [number, number],
  [left, right]: [number, number],
  open: readonly ("start" | "end")[] = [],
): readonly Part[] {
  const parts: Part[] = [];
  const context = {
    globalAlpha: 1,
    fillStyle: "",
    fillRect(left: number, top: number, width: number, thick: number) {
      const { fillStyle: ink, globalAlpha: alpha } = this;
      if (width > 0) parts.push({ left, top, right: left + width, thick, ink, alpha });
    },
  };
  const shapes = {
    palette: { accent: "accent", paper: "paper" },
    fade: (_: unknown, side: string, left: number, top: number, width: number, thick: number) =>
      parts.push({ left, top, right: left + width, thick, ink: side, alpha: 1 }),
  };
  const ink = { context, measures: MEASURES, shapes } as unknown as Ink;
  const narrowed = { left, right, isOpenAtStart: open.includes("start"), isOpenAtEnd: open.includes("end") };
  paintBar(ink, marks, { left: whole[0], right: whole[1] }, narrowed, 50);
  return parts.sort((one, other) => one.left - other.left);
}

/** From where to where it is filled, and how strong; where it fades, a number below zero for the end. */
function filled(marks: number, whole: [number, number], narrowed: [number, number]) {
  const ends: Readonly<Record<string, number>> = { left: -1, right: -2 };
  return drawn(marks, whole, narrowed).map(
    ({ left, right, ink, alpha }): [left: number, right: number, alpha: number] => [left, right, ends[ink] ?? alpha],
  );
}

/** The upright edges of an outline, and which of its ends fade. Both ends of a date that is one of a set are unsure. */
function endsOf(...open: readonly ("start" | "end")[]) {
  const parts = drawn(NORMAL | FADES | ONE_OF, [10, 110], [10, 110], open);
  const edges = parts.filter(({ left, right, ink }) => ink === "accent" && right - left === 1).map(({ left }) => left);
  const fading = parts.filter(({ ink, thick }) => (ink === "left" || ink === "right") && thick === 1);
  return { edges, fading: fading.map(({ ink }) => ink) };
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
  const parts = drawn(NORMAL | ONE_OF, [10, 110], [10, 110]);
  const [paper, ...lines] = parts;
  assert.deepEqual([paper?.ink, paper?.left, paper?.right], ["paper", 10, 110]);
  const around = lines.map(({ left, right, top, thick }) => [right - left, top, thick].join(" "));
  const [top, thick] = [paper?.top ?? 0, paper?.thick ?? 0];
  const upright = `1 ${top + 1} ${thick - 2}`;
  assert.deepEqual(around, [`100 ${top} 1`, `100 ${top + thick - 1} 1`, upright, upright]);
  assert.deepEqual(endsOf(), { edges: [10, 109], fading: [] });
});

test("an outline has no edge at an end that is open, where it fades out", () => {
  assert.deepEqual(endsOf("start"), { edges: [109], fading: ["left", "left"] });
  assert.deepEqual(endsOf("end"), { edges: [10], fading: ["right", "right"] });
  assert.deepEqual(endsOf("start", "end"), { edges: [], fading: ["left", "left", "right", "right"] });
});
