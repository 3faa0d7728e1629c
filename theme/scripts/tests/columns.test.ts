import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, isDated, isKnownDay, isWithin } from "../columns.ts";
import { columnsOf, FADES, ONE_OF, STATED, written } from "./invented.ts";

test("days are read from differences, over events whose days are not known", () => {
  const columns = columnsOf([
    { start: 100 },
    { start: null },
    { start: 90, length: 3 },
    { start: null, end: 95 },
    { start: 101, length: null },
  ]);
  const { NEGATIVE_INFINITY: open, POSITIVE_INFINITY: goesOn } = Number;
  assert.deepEqual([...columns.starts], [100, open, 90, open, 101]);
  assert.deepEqual([...columns.ends], [101, goesOn, 94, 96, goesOn]);
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((event) => isDated(columns, event)),
    [true, false, true, true, true],
  );
});

test("what a date alone says reaches beyond what links to other events leave of it", () => {
  const columns = columnsOf([
    { start: 100, length: 4, stated: [10, 0] },
    { start: 100, length: 4, stated: [null, 3] },
    { start: 100, length: 4 },
  ]);
  assert.deepEqual([...columns.statedStarts], [90, Number.NEGATIVE_INFINITY, 100]);
  assert.deepEqual([...columns.statedEnds], [105, 108, 105]);
  assert.deepEqual([...columns.starts, ...columns.ends], [100, 100, 100, 105, 105, 105]);
});

test("only a day that is known is a mark: a month, or a day that is not sure, never is one", () => {
  const columns = columnsOf([
    { start: 100 },
    { start: 100, length: 29, marks: FADES },
    { start: 100, marks: STATED | FADES },
    { start: 100, marks: STATED | ONE_OF },
    { start: 100, marks: 0 },
    { start: 100, length: 2 },
    { start: 100, stated: [5, 0] },
  ]);
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6].map((event) => isKnownDay(columns, event)),
    [true, ...Array(6).fill(false)],
  );
});

test("an event is within a period if it can have been going on at some moment of it", () => {
  const columns = columnsOf([{ start: 100, length: 4 }, { start: null }, { start: null, end: 100 }]);
  assert.deepEqual(
    [
      [90, 100],
      [90, 100.5],
      [104.5, 120],
      [105, 120],
    ].map(([from = 0, to = 0]) => isWithin(columns, 0, from, to)),
    [false, true, true, false],
  );
  assert.equal(isWithin(columns, 1, 90, 120), false);
  assert.equal(isWithin(columns, 2, -900, -800), true);
});

test("data of another version is refused", () => {
  assert.throws(() => decode({ ...written([]), version: 2 }), /version 2/);
});
