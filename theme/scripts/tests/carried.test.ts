import assert from "node:assert/strict";
import { test } from "node:test";
import { isIn, leadTo } from "../carried.ts";

const lead = (address: string) => leadTo(address, "as-of", "2024-07-30");

test("a link keeps its place on the page and what its query says besides", () => {
  assert.equal(lead("../../events/ambush/"), "../../events/ambush/?as-of=2024-07-30");
  assert.equal(lead("../../events/ambush/#many"), "../../events/ambush/?as-of=2024-07-30#many");
  assert.equal(lead("../?event=ambush#many?"), "../?event=ambush&as-of=2024-07-30#many?");
});

test("only links to pages that can be seen as of a day carry it", () => {
  const folders = ["https://a.example/events/", "https://a.example/actors/"];
  for (const page of ["events/ambush/", "events/ambush.html#many", "actors/army/2024/"])
    assert.ok(isIn(`https://a.example/${page}`, folders), page);
  for (const page of ["actors/", "actors/index.html", "actors/?q#r", "sources/afp/", "timeline/?from=2024"])
    assert.ok(!isIn(`https://a.example/${page}`, folders), page);
  assert.ok(!isIn("http://[", folders));
});

test("a link that led to another day leads to this one", () => {
  assert.equal(lead("ambush/?as-of=2023-01-01"), "ambush/?as-of=2024-07-30");
});
