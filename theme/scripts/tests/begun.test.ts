import assert from "node:assert/strict";
import { test } from "node:test";
import { begunBy } from "../begun.ts";
import { decode } from "../columns.ts";

const FADES = (1 << 5) | (1 << 6);

test("an event has begun on the last day on which it can have, and one without dates always", () => {
  const columns = decode({
    version: 1,
    count: 5,
    start: [100, 0, 10, 10, null],
    length: [2, 30, 0, null, null],
    marks: [0, FADES, 0, 0, 0],
    lane: [0, 0, 0, 0, 0],
    lanes: [],
    times: [],
    parts: [],
    standings: [],
    page: "",
  });
  const on = (day: number) => [...begunBy(columns, day).numbers()];
  assert.deepEqual(on(99), [4]);
  assert.deepEqual(on(100), [0, 4], "what lasts has begun on its first day, a month not before its end");
  assert.deepEqual(on(110), [0, 2, 4]);
  assert.deepEqual(on(130), [0, 1, 2, 3, 4]);
});
