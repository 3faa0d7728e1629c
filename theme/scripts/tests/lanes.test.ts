import assert from "node:assert/strict";
import { test } from "node:test";
import { type Grouping, makeLanes, shareRows } from "../lanes.ts";
import { boundsOf, place } from "../placing.ts";
import { columnsOf } from "./invented.ts";

/** Lanes of events of these threads, one a day. */
function lanesOf(threads: readonly number[], most: number, isAskedFor = false) {
  const columns = columnsOf(threads.map((lane, day) => ({ start: 100 + day, lane })));
  const placing = place(columns, null, boundsOf(columns, null));
  const grouping: Grouping = {
    names: ["a", "b", "c", "d"],
    valueOf: (event) => columns.thread[event] ?? -1,
    isAskedFor,
  };
  return makeLanes(placing, grouping, most, "others");
}

test("the most frequent values have lanes in their order, and all others share the last", () => {
  const lanes = lanesOf([3, 3, 3, 1, 0, 0, 2, -1], 3);
  assert.deepEqual(
    lanes.map((lane) => [lane.name, [...lane.events]]),
    [
      ["a", [4, 5]],
      ["d", [0, 1, 2]],
      ["others", [3, 6, 7]],
    ],
  );
});

test("the first value has a lane however few its events are", () => {
  assert.deepEqual(
    lanesOf([0, 1, 2, 2, 2, 2, 3, 3], 3).map((lane) => lane.name),
    ["a", "c", "others"],
  );
});

test("no lane is made for others where there are none", () => {
  assert.deepEqual(
    lanesOf([0, 1, 2], 3).map((lane) => lane.name),
    ["a", "b", "c"],
  );
});

test("there is one lane where most events would be among the others", () => {
  assert.deepEqual(
    lanesOf([0, -1, -1, -1], 3).map((lane) => lane.name),
    [""],
  );
});

test("a reader who asks for lanes gets them all the same", () => {
  assert.deepEqual(
    lanesOf([0, -1, -1, -1], 3, true).map((lane) => lane.name),
    ["a", "others"],
  );
});

test("lanes with more events have more rows, and each has one", () => {
  const lanes = lanesOf([0, ...Array(30).fill(1), ...Array(8).fill(2)], 4);
  shareRows(lanes, 9);
  assert.deepEqual(
    lanes.map((lane) => lane.rows),
    [1, 5, 3],
  );
  shareRows(lanes, 2);
  assert.deepEqual(
    lanes.map((lane) => lane.rows),
    [1, 1, 1],
  );
});

test("a lane has no more rows than events in sight while others want some, and none has any without", () => {
  const lanes = lanesOf([0, ...Array(8).fill(1), 2], 4);
  for (const lane of lanes.slice(2)) lane.inSight = 0;
  shareRows(lanes, 8);
  assert.deepEqual(
    lanes.map((lane) => lane.rows),
    [1, 7, 1],
  );
});
