import assert from "node:assert/strict";
import { test } from "node:test";
import { Bits } from "../bits.ts";
import { chance } from "./invented.ts";

test("a set holds what was put into it, in order, and counts it", () => {
  for (const size of [1, 31, 32, 33, 64, 1000]) {
    const next = chance(size);
    const numbers = [...Array(size).keys()].filter(() => next() < 0.4);
    const bits = Bits.of(size, [...numbers].reverse());
    assert.deepEqual([...bits.numbers()], numbers);
    assert.equal(bits.count, numbers.length);
    assert.equal(bits.has(size - 1), numbers.includes(size - 1));
  }
});

test("the set of all has as many as there are, the set of none has none", () => {
  for (const size of [0, 1, 31, 32, 33, 64, 1000]) {
    assert.equal(Bits.all(size).count, size);
    assert.equal(Bits.none(size).count, 0);
    assert.deepEqual([...Bits.all(size).numbers()], [...Array(size).keys()]);
  }
});

test("what two sets have in common is what is in both, and neither is changed", () => {
  const threes = Bits.of(100, [0, 3, 6, 33, 63, 66, 99]);
  const others = Bits.of(100, [1, 3, 33, 64, 99]);
  assert.deepEqual([...threes.and(others).numbers()], [3, 33, 99]);
  assert.equal(threes.count, 7);
  assert.equal(others.count, 5);
});
