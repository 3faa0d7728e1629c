import assert from "node:assert/strict";
import { test } from "node:test";
import { dateOf, dayNumber, dayOf, isoOf } from "../time.ts";

test("a day has the number that the build gives it", () => {
  // As Python's `datetime.date.toordinal` and `edtf.day_number` count.
  assert.equal(dayNumber(1, 1, 1), 1);
  assert.equal(dayNumber(2024, 7, 27), 739_094);
  assert.equal(dayNumber(0, 12, 31), 0);
  assert.equal(dayNumber(-43, 3, 15), -15_997);
});

test("a number leads back to its day, in any year", () => {
  for (const year of [-4_000_000, -400, -43, -1, 0, 1, 4, 1900, 2000, 2024, 275_761, 170_000_002]) {
    for (const [month, day] of [
      [1, 1],
      [2, 28],
      [3, 1],
      [12, 31],
    ] as const) {
      assert.deepEqual(dayOf(dayNumber(year, month, day)), { year, month, day });
    }
  }
});

test("days follow each other without a gap over leap years and centuries", () => {
  const first = dayNumber(1899, 12, 1);
  for (let number = first; number < first + 1000; number++) {
    const { year, month, day } = dayOf(number);
    const date = dateOf(number);
    assert.deepEqual([date?.getUTCFullYear(), (date?.getUTCMonth() ?? 0) + 1, date?.getUTCDate()], [year, month, day]);
  }
});

test("a time of day belongs to its day", () => {
  assert.deepEqual(dayOf(dayNumber(2024, 7, 27) + 0.99), { year: 2024, month: 7, day: 27 });
  assert.equal(dateOf(dayNumber(2024, 7, 27) + 0.25)?.toISOString(), "2024-07-27T06:00:00.000Z");
});

test("no date of JavaScript is made where there is none", () => {
  assert.equal(dateOf(dayNumber(300_000, 1, 1)), null);
  assert.equal(dateOf(dayNumber(-300_000, 1, 1)), null);
});

test("an address has days of four digits or more to the year", () => {
  assert.equal(isoOf(dayNumber(2024, 7, 27)), "2024-07-27");
  assert.equal(isoOf(dayNumber(-43, 3, 15)), "-0043-03-15");
});
