import assert from "node:assert/strict";
import { test } from "node:test";
import { makeLanes } from "../lanes.ts";
import { boundsOf, place } from "../placing.ts";
import { countInSight, isOtherSight, placeLanes, takeSight } from "../sharing.ts";
import { columnsOf, MEASURES } from "./invented.ts";

const HEIGHT = 300;

/** Lanes of events of these threads, one a day from day 100 on. */
function lanesOf(threads: readonly number[]) {
  const columns = columnsOf(threads.map((lane, day) => ({ start: 100 + day, lane })));
  const placing = place(columns, null, boundsOf(columns, null));
  const grouping = { names: ["a", "b", "c"], valueOf: (event: number) => columns.thread[event] ?? -1 };
  return { placing, lanes: makeLanes(placing, grouping, 9, "others") };
}

const windowOf = (from: number, to: number) => ({ from, to, width: 360 });

test("a lane of which nothing is in sight has only the line of its name, and others its room", () => {
  const { placing, lanes } = lanesOf([...Array(20).fill(0), ...Array(20).fill(1), 2]);
  placeLanes(lanes, HEIGHT, MEASURES);
  const before = lanes.map((lane) => lane.rows);
  const counts = countInSight(lanes, placing, windowOf(120, 130));
  assert.deepEqual(counts, [0, 10, 0]);
  takeSight(lanes, counts);
  const places = placeLanes(lanes, HEIGHT, MEASURES);
  assert.ok((lanes[1]?.rows ?? 0) > Math.max(...before));
  assert.deepEqual(
    places.map(({ line }) => line),
    [0, MEASURES.name, HEIGHT - MEASURES.name],
  );
  assert.equal(places[0]?.rows, MEASURES.name - MEASURES.row);
  assert.equal(places[1]?.rows, MEASURES.name * 2);
});

test("lanes never reach beyond the height that they share", () => {
  for (const from of [100, 105, 112, 119, 133, 140]) {
    const { placing, lanes } = lanesOf([...Array(20).fill(0), ...Array(20).fill(1), 2]);
    takeSight(lanes, countInSight(lanes, placing, windowOf(from, from + 9)));
    const places = placeLanes(lanes, HEIGHT, MEASURES);
    lanes.forEach((lane, number) => {
      const end = (places[number]?.rows ?? 0) + lane.rows * MEASURES.row;
      assert.ok(end <= (places[number + 1]?.line ?? HEIGHT) + 0.001);
    });
  }
});

test("every lane has its name at any height, but a single one that is low", () => {
  const named = (threads: readonly number[], height: number) =>
    placeLanes(lanesOf(threads).lanes, height, MEASURES).map(({ isNamed }) => isNamed);
  for (let height = 150; height < 400; height++)
    assert.deepEqual(named([0, 0, 0, 1, 1, 2], height), [true, true, true]);
  assert.deepEqual(named([0, 0, 0], MEASURES.row * 6), [false]);
  assert.deepEqual(named([0, 0, 0], MEASURES.row * 7), [true]);
});

test("while as much is in sight nothing moves, and where nothing is at all", () => {
  const { placing, lanes } = lanesOf([...Array(20).fill(0), ...Array(20).fill(1), 2]);
  const isOther = (from: number, to: number) => isOtherSight(lanes, countInSight(lanes, placing, windowOf(from, to)));
  takeSight(lanes, countInSight(lanes, placing, windowOf(110, 130)));
  assert.equal(isOther(112, 132), false);
  assert.equal(isOther(107, 127), false);
  assert.equal(isOther(100, 120), true);
  assert.equal(isOther(116, 136), true);
  assert.equal(isOther(122, 145), true);
  takeSight(lanes, countInSight(lanes, placing, windowOf(118, 122)));
  assert.equal(isOther(117, 123), false);
  assert.equal(isOther(110, 130), true);
  takeSight(lanes, countInSight(lanes, placing, windowOf(900, 950)));
  assert.deepEqual(
    lanes.map((lane) => lane.inSight),
    [20, 20, 1],
  );
});
