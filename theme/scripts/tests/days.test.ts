import assert from "node:assert/strict";
import { test } from "node:test";
import { dayIn, holds, placeOf, spellOf, stepsOf, wordsOfDay } from "../days.ts";
import { dayNumber } from "../time.ts";

const july = (day: number) => dayNumber(2024, 7, day);

test("a date that is not a day means its last one", () => {
  assert.equal(dayIn("2024-07-30"), july(30));
  assert.equal(dayIn(" 2024-07 "), july(31));
  assert.equal(dayIn("2024"), dayNumber(2024, 12, 31));
  assert.equal(dayIn("-0043"), dayNumber(-43, 12, 31));
  assert.equal(dayIn("2024-07-30T18:00"), july(30));
  for (const none of ["", "   ", "yesterday", "2024-02-30", "30.7.2024", undefined])
    assert.equal(dayIn(none), undefined);
});

test("something holds from its day on, and no longer on the day that ends it", () => {
  const spell = spellOf("2024-07-30", "2024-08-01");
  assert.deepEqual(
    [july(29), july(30), july(31), july(32)].map((day) => holds(spell, day)),
    [false, true, true, false],
  );
  assert.ok(holds(spellOf(""), dayNumber(-4000, 1, 1)), "what has no day is always known");
  assert.ok(holds(spellOf("2024-07-30"), dayNumber(9999, 1, 1)));
});

test("steps are the days on which something changed, after one on which nothing had", () => {
  const spells = ["2024-07-30", "", "2024-07-28", "2024-07-30"].map((since) => spellOf(since));
  const steps = stepsOf(spells);
  assert.deepEqual(steps, [july(27), july(28), july(30)]);
  assert.deepEqual(
    [july(1), july(27), july(29), july(30), july(99)].map((day) => placeOf(day, steps)),
    [0, 0, 1, 2, 2],
  );
  assert.deepEqual(stepsOf([spellOf("")]), []);
  assert.equal(placeOf(july(1), []), 0);
});

test("a day is said in the language of the page, by the calendar of the records", () => {
  assert.equal(wordsOfDay(july(30), "en"), "30 July 2024");
  assert.equal(wordsOfDay(july(30), "fr"), "30 juillet 2024");
  assert.match(wordsOfDay(july(30), "fa"), /۲۰۲۴/);
  assert.equal(wordsOfDay(dayNumber(-43, 3, 15), "en"), "-0043-03-15");
});
