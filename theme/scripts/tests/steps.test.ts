import assert from "node:assert/strict";
import { test } from "node:test";
import { makeLanes } from "../lanes.ts";
import { boundsOf, place } from "../placing.ts";
import { stepAcross, stepFrom } from "../steps.ts";
import { columnsOf } from "./invented.ts";

/** Events of these threads, one a day, in lanes by thread or in one. */
function world(threads: readonly number[], isGrouped = true) {
  const columns = columnsOf(threads.map((lane, day) => ({ start: 100 + day, lane })));
  const placing = place(columns, null, boundsOf(columns, null));
  const grouping = { names: ["a", "b", "c"], valueOf: (event: number) => columns.thread[event] ?? -1 };
  return { placing, lanes: makeLanes(placing, isGrouped ? grouping : null, 9, "others") };
}

test("a step leads to the next event, and no farther than the first and the last", () => {
  const { placing } = world([0, 0, 0]);
  assert.deepEqual(
    [0, 1, 2].map((event) => stepFrom(placing, event, 1, 0)),
    [1, 2, 2],
  );
  assert.deepEqual(
    [0, 1, 2].map((event) => stepFrom(placing, event, -1, 0)),
    [0, 0, 1],
  );
});

test("a date without a beginning comes where the list has it", () => {
  const columns = columnsOf([{ start: 100 }, { start: null, end: 150 }, { start: 200 }]);
  const placing = place(columns, null, boundsOf(columns, null));
  assert.deepEqual([...placing.order], [1, 0, 2]);
  assert.deepEqual(
    [0, 1, 2].map((event) => stepFrom(placing, event, 1, 0)),
    [1, 2, 2],
  );
});

test("without a focus a step begins at the end of the window from which it leads", () => {
  const { placing } = world([0, 0, 0]);
  assert.equal(stepFrom(placing, -1, 1, 101), 1);
  assert.equal(stepFrom(placing, -1, -1, 102), 1);
  assert.equal(stepFrom(placing, -1, 1, 900), 2);
  assert.equal(stepFrom(placing, -1, -1, 0), 0);
});

test("a step across leads to the nearest event of the lane above or below", () => {
  const { placing, lanes } = world([0, 1, 2, 0, 1, 2, 0]);
  assert.equal(stepAcross(placing, lanes, 3, 1, 0), 4);
  assert.equal(stepAcross(placing, lanes, 4, 1, 0), 5);
  assert.equal(stepAcross(placing, lanes, 5, -1, 0), 4);
  assert.equal(stepAcross(placing, lanes, 6, 1, 0), 4);
});

test("a step across leads nowhere from the first and the last lane", () => {
  const { placing, lanes } = world([0, 1, 2]);
  assert.equal(stepAcross(placing, lanes, 0, -1, 0), 0);
  assert.equal(stepAcross(placing, lanes, 2, 1, 0), 2);
});

test("in one lane, and without a focus, up and down are back and forth", () => {
  const one = world([0, 1, 2], false);
  assert.equal(stepAcross(one.placing, one.lanes, 1, 1, 0), 2);
  assert.equal(stepAcross(one.placing, one.lanes, 1, -1, 0), 0);
  const { placing, lanes } = world([0, 1, 2]);
  assert.equal(stepAcross(placing, lanes, -1, 1, 101), 1);
});
