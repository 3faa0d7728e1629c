import assert from "node:assert/strict";
import { test } from "node:test";
import { boundsOf, place } from "../placing.ts";
import { columnsOf, type Invented } from "./invented.ts";

function placed(events: readonly Invented[], shown: Set<number> | null = null) {
  const columns = columnsOf(events);
  return place(columns, shown, boundsOf(columns, shown));
}

test("marks of one day stand beside each other on it, in their order", () => {
  const { from } = placed([{ start: 100 }, { start: 100 }, { start: 101 }]);
  assert.deepEqual([...from], [100.25, 100.75, 101.5]);
});

test("an event whose minute is known stands at it", () => {
  const { from } = placed([{ start: 100, minute: 360 }, { start: 100 }]);
  assert.deepEqual([...from], [100.25, 100.5]);
});

test("an open end reaches to the end of the period, and an undated event stands nowhere", () => {
  const { from, to, order, low, high, first, last } = placed([
    { start: 100 },
    { start: 150, length: null },
    { start: null, end: 120 },
    { start: 200 },
    { start: null },
  ]);
  assert.deepEqual([...order], [2, 0, 1, 3]);
  assert.equal(to[1], high);
  assert.equal(from[2], low);
  assert.ok(low < 100 && high > 201);
  assert.deepEqual([first, last], [100, 201]);
});

test("a bar is as long as the date alone says", () => {
  const { from, to, low } = placed([
    { start: 100 },
    { start: 150, length: 9, stated: [20, 5] },
    { start: 400, stated: [null, 0] },
  ]);
  assert.deepEqual([from[1], to[1]], [130, 165]);
  assert.equal(from[2], low);
});

test("only what is shown has a place, and the day is shared among that", () => {
  const { from, order } = placed([{ start: 100 }, { start: 100 }, { start: 300 }], new Set([1]));
  assert.deepEqual([...order], [1]);
  assert.equal(from[1], 100.5);
});

test("a chronicle without any date has a period all the same", () => {
  const { first, last, order } = placed([{ start: null }]);
  assert.ok(first < last);
  assert.equal(order.length, 0);
});
