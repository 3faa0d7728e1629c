import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { wordsIn } from "../spelling.ts";

test("what is typed is spelled as what is searched, by the engine's table", () => {
  const table = readFileSync(new URL("../../../tests/formats/cases/spellings.tsv", import.meta.url), "utf8");
  const cases = table.split("\n").filter((line) => line && !line.startsWith("#"));
  assert.ok(cases.length > 10);
  for (const line of cases) {
    const [written = "", lookedFor = ""] = line.split("\t");
    assert.equal(wordsIn(written).join(" "), lookedFor, written);
  }
});
