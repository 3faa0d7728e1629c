import assert from "node:assert/strict";
import { test } from "node:test";
import { readState, type State, writeState } from "../address.ts";
import { DIMENSIONS, type Dimension, EVERYTHING } from "../selection.ts";
import { chance } from "./invented.ts";

const ODD = ["csp-dpa", "drones & mines", "a=b", "été", "5%", "a+b", "#1"];

function invent(seed: number): State {
  const next = chance(seed);
  const values = new Map<Dimension, string[]>();
  for (const dimension of DIMENSIONS) {
    const chosen = ODD.filter(() => next() < 0.2);
    if (chosen.length) values.set(dimension, chosen);
  }
  const or = <Value>(value: Value, other: Value) => (next() < 0.5 ? value : other);
  const selection = {
    values,
    disputed: next() < 0.5,
    counts: next() < 0.5,
    before: next() < 0.5,
    from: or("2023-11", ""),
    to: or("2024-07-27T06:30", ""),
    text: or("Tin-Zaouatine & تين", ""),
  };
  return { selection, lanes: or("actor", ""), event: or("2024-07-27-ambush", "") };
}

test("a state is read from its address as it was written", () => {
  for (let seed = 1; seed <= 100; seed++) {
    const state = invent(seed);
    assert.deepEqual(readState(writeState(state, "")), state);
    assert.equal(writeState(readState(writeState(state, "")), ""), writeState(state, ""));
  }
});

test("an address is as people would write it", () => {
  const values = new Map([["actor" as const, ["csp-dpa", "jnim"]]]);
  const selection = { ...EVERYTHING, values, disputed: true, from: "2023-11", to: "2024-07-27T06:30", text: "hur" };
  const written = writeState({ selection, lanes: "kind", event: "" }, "");
  assert.equal(written, "?q=hur&actor=csp-dpa&actor=jnim&disputed=1&from=2023-11&to=2024-07-27T06:30&lanes=kind");
  assert.equal(writeState(readState(""), "?thread=a"), "");
});

test("keys that are not ours stay in the address", () => {
  const state = readState("?utm=a&thread=x&p=b&p=c");
  assert.equal(writeState(state, "?utm=a&thread=x&p=b&p=c"), "?utm=a&p=b&p=c&thread=x");
  assert.equal(writeState(readState(""), "?utm=a&thread=x"), "?utm=a");
});

test("a value that is given twice, or empty, is taken once, or not at all", () => {
  assert.deepEqual(readState("?actor=a&actor=&actor=a&disputed=yes").selection, {
    ...EVERYTHING,
    values: new Map([["actor", ["a"]]]),
  });
});
