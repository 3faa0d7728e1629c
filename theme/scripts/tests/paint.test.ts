import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ink } from "../ink.ts";
import { type InRow, roomsFor } from "../labels.ts";
import { Painter } from "../paint.ts";
import { Words } from "../words.ts";
import { columnsOf, MEASURES } from "./invented.ts";

/** From where to where the ring around an event reaches, with the thickness of its line. */
function ringAround(left: number, right: number): [left: number, right: number] {
  let drawn: [number, number] = [0, 0];
  const context = {
    lineWidth: 0,
    beginPath() {},
    stroke() {},
    roundRect(x: number, _y: number, width: number) {
      drawn = [x - this.lineWidth / 2, x + width + this.lineWidth / 2];
    },
  };
  const ink = { context, measures: MEASURES, shapes: { palette: {} } } as unknown as Ink;
  new Painter(ink, columnsOf([]), () => undefined, new Words("en", {})).paintFocus(left, right, 50);
  return drawn;
}

test("the ring around the focus is clear of the titles beside it", () => {
  const mark = (event: number, left: number): InRow => ({
    event,
    row: 0,
    left,
    right: left + 8,
    isMark: true,
    isLong: false,
  });
  const [second, first] = roomsFor([mark(1, 300), mark(0, 100)], [], 1, 600, MEASURES.gap);
  const [left, right] = ringAround(300, 308);
  assert.ok(left < 298 && right > 310, "it is around the mark");
  assert.ok((second?.x ?? 0) > right);
  assert.ok((first?.x ?? 0) + (first?.room ?? 0) < left);
});
