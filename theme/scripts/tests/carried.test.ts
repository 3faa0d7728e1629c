import assert from "node:assert/strict";
import { test } from "node:test";
import { leadTo } from "../carried.ts";

const lead = (address: string) => leadTo(address, "as-of", "2024-07-30");

test("a link keeps its place on the page and what its query says besides", () => {
  assert.equal(lead("../../events/ambush/"), "../../events/ambush/?as-of=2024-07-30");
  assert.equal(lead("../../events/ambush/#many"), "../../events/ambush/?as-of=2024-07-30#many");
  assert.equal(lead("../?event=ambush#many?"), "../?event=ambush&as-of=2024-07-30#many?");
});

test("a link that led to another day leads to this one", () => {
  assert.equal(lead("ambush/?as-of=2023-01-01"), "ambush/?as-of=2024-07-30");
});
