import assert from "node:assert/strict";
import { test } from "node:test";
import { numberFormat } from "../numbers.ts";
import { TickNames } from "../tick_names.ts";

test("numbers are grouped as a language does it, and have the digits of the pages", () => {
  const spaced = (text: string) => text.replace(/\s/gu, " ");
  assert.deepEqual([7, 999, 12_345].map(numberFormat("en")), ["7", "999", "12,345"]);
  assert.equal(spaced(numberFormat("fr")(12_345)), "12 345");
  assert.equal(numberFormat("fa")(999), "999");
  assert.match(numberFormat("fa")(12_345), /^12.345$/u);
  assert.equal(numberFormat("en", { notation: "compact" })(2400), "2.4K");
});

test("years and days have the digits of the pages in any language", () => {
  const names = new TickNames("fa", (year) => `${year} BCE`);
  assert.equal(names.yearName(2024), "2024");
  assert.match(names.yearName(12_024), /^12.024$/u);
  assert.match(names.dayName(738_000), /\d/u);
  assert.doesNotMatch(names.dayName(738_000), /[\u06f0-\u06f9]/u);
});
