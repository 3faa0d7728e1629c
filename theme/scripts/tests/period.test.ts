import assert from "node:assert/strict";
import { test } from "node:test";
import { datesOf, faultOf, periodOf, spanOf } from "../period.ts";
import { faultInWords } from "../period_fault.ts";
import { dayNumber } from "../time.ts";
import { Words } from "../words.ts";

test("a year, a month and a day are spans as long as they are", () => {
  assert.deepEqual(spanOf("2024"), { from: dayNumber(2024, 1, 1), to: dayNumber(2025, 1, 1) });
  assert.deepEqual(spanOf(" 2024-12 "), { from: dayNumber(2024, 12, 1), to: dayNumber(2025, 1, 1) });
  assert.deepEqual(spanOf("2024-2-29"), { from: dayNumber(2024, 2, 29), to: dayNumber(2024, 3, 1) });
  assert.deepEqual(spanOf("-0043"), { from: dayNumber(-43, 1, 1), to: dayNumber(-42, 1, 1) });
  assert.deepEqual(spanOf("−0043-03-15"), { from: dayNumber(-43, 3, 15), to: dayNumber(-43, 3, 16) });
  assert.deepEqual(spanOf("12024"), { from: dayNumber(12024, 1, 1), to: dayNumber(12025, 1, 1) });
});

test("what is no date is none", () => {
  for (const written of ["", "soon", "2024-13", "2024-00", "2023-02-29", "2024-07-27-1", "27.7.2024", "--44"]) {
    assert.equal(spanOf(written), undefined, written);
  }
});

test("a period is open where a date is missing, and none where its dates are reversed", () => {
  const { NEGATIVE_INFINITY: open, POSITIVE_INFINITY: goesOn } = Number;
  assert.deepEqual(periodOf("2023-11", "2024"), { from: dayNumber(2023, 11, 1), to: dayNumber(2025, 1, 1) });
  assert.deepEqual(periodOf("", "2024"), { from: open, to: dayNumber(2025, 1, 1) });
  assert.deepEqual(periodOf("2024", ""), { from: dayNumber(2024, 1, 1), to: goesOn });
  assert.deepEqual(periodOf("2024-07-27", "2024-07-27")?.to, dayNumber(2024, 7, 28));
  assert.equal(periodOf("2025", "2024"), undefined);
  assert.equal(periodOf("2024", "later"), undefined);
});

test("what is wrong with a period is said of the date that has to be corrected", () => {
  assert.equal(faultOf("", ""), undefined);
  assert.equal(faultOf("2024", "2024"), undefined);
  assert.deepEqual(faultOf("abc", "2024"), { at: ["from"], kind: "noDate" });
  assert.deepEqual(faultOf("", "2024-13"), { at: ["to"], kind: "noDate" });
  assert.deepEqual(faultOf("2024-02-30", "soon"), { at: ["from", "to"], kind: "noDate" });
  assert.deepEqual(faultOf("2025", "2020"), { at: ["from", "to"], kind: "reversed" });
  const words = new Words("en", { from: "From", noDate: "{field}: {date} is none.", reversed: "{from} after {to}." });
  const said = (from: string, to: string) => {
    const fault = faultOf(from, to);
    return fault && faultInWords(fault, { from, to }, words);
  };
  assert.equal(said(" abc ", ""), "From: abc is none.");
  assert.equal(said("2025", "2020"), "2025 after 2020.");
});

test("a window is written as dates that hold it, a short one with the time of day", () => {
  const day = dayNumber(2024, 7, 27);
  assert.deepEqual(datesOf(day + 0.3, day + 9.2), { from: "2024-07-27", to: "2024-08-05" });
  assert.deepEqual(datesOf(day, day + 9), { from: "2024-07-27", to: "2024-08-04" });
  assert.deepEqual(datesOf(day + 0.25, day + 1), { from: "2024-07-27T06:00", to: "2024-07-28T00:00" });
  const { from, to } = datesOf(day + 0.25, day + 0.5);
  assert.deepEqual(periodOf(from, to), { from: day + 0.25, to: day + 0.5 });
});
