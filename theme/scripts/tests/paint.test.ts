import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ink } from "../ink.ts";
import { type InRow, roomsFor } from "../labels.ts";
import { Painter, type Picture } from "../paint.ts";
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

/** What is done on the canvas with the title of a mark or on a long bar, and where the space around it may be. */
function titleSteps(hasLinks: boolean, isLong = false): { steps: string[]; bounds: [top: number, bottom: number] } {
  const steps: string[] = [];
  let bounds: [number, number] = [0, 0];
  const context = new Proxy<Record<string, unknown>>(
    {
      measureText: () => ({ width: 60 }),
      clearRect: (_x: number, y: number, _width: number, tall: number) => {
        steps.push("clearRect");
        bounds = [y, y + tall];
      },
    },
    {
      get: (known, name: string) =>
        known[name] ??
        ((text: unknown) => {
          if (text === "A title") steps.push(name);
        }),
    },
  );
  const shapes = { palette: {}, mark() {} };
  const ink = { context, measures: MEASURES, shapes } as unknown as Ink;
  const found = [{ event: 0, row: 1, left: 100, right: isLong ? 400 : 108, isMark: !isLong, isLong }];
  const picture = {
    window: { from: 0, to: 600, width: 600 },
    lanes: [{ name: "", rows: 2, inSight: 1 }],
    scene: [{ found, blocks: [], most: 0, left: 0 }],
    places: [{ rows: 0, line: 0, isNamed: false }],
    hasLinks,
  } as unknown as Picture;
  new Painter(ink, columnsOf([{ start: 1 }]), () => "A title", new Words("en", {})).paint(picture);
  return { steps, bounds };
}

test("a link does not run through a title that it passes under", () => {
  assert.deepEqual(titleSteps(true).steps, ["clearRect", "fillText"]);
  assert.deepEqual(titleSteps(true, true).steps, ["clearRect", "fillText"]);
  assert.deepEqual(titleSteps(false).steps, ["fillText"]);
});

test("the space around a title cuts neither its own bar nor that of the row above", () => {
  const { row, bars, em } = MEASURES;
  const [top, bottom] = titleSteps(true, true).bounds;
  assert.ok(top > row);
  assert.ok(bottom > top && bottom < 2 * row - em * 0.2 - (bars[1] ?? 0) / 2);
  assert.ok(titleSteps(true).bounds[0] > row);
});
