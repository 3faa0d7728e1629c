import assert from "node:assert/strict";
import { test } from "node:test";
import { TickNames } from "../tick_names.ts";
import { dayNumber, isoOf } from "../time.ts";
import { TypedDates } from "../typed_dates.ts";

const ENGLISH = new TypedDates("en", "{year} BCE");

test("a date in words is read with the month before the day or behind it", () => {
  for (const typed of ["27 July 2024", "July 27, 2024", "27. jul 2024", " 2024 JULY 27 ", "27 July, 2024"]) {
    assert.equal(ENGLISH.recordOf(typed), "2024-07-27", typed);
  }
  for (const typed of ["July 2024", "2024 jul.", "Jul, 2024"]) assert.equal(ENGLISH.recordOf(typed), "2024-07", typed);
  assert.equal(ENGLISH.recordOf("3 May 2024"), "2024-05-03");
});

test("years before our era and far ones are read", () => {
  assert.equal(ENGLISH.recordOf("44 BCE"), "-0043");
  assert.equal(ENGLISH.recordOf("15 March 44 bce"), "-0043-03-15");
  assert.equal(ENGLISH.recordOf("July 12024"), "12024-07");
  const german = new TypedDates("de", "{year} v. Chr.");
  assert.equal(german.recordOf("15. März 44 v. Chr."), "-0043-03-15");
  assert.equal(german.recordOf("1 v.Chr"), "0000");
});

test("what is written as in records, or is no date, stays as it is", () => {
  for (const typed of ["2024", "2024-07", "2024-07-27", "-0043", "2024-07-27T08:30", "", "soon", "27 July"]) {
    assert.equal(ENGLISH.recordOf(typed), typed);
  }
  for (const typed of ["Julyish 2024", "1 2 July 2024", "2023 July 2024", "27 July 24", "July", "mayor 2024"]) {
    assert.equal(ENGLISH.recordOf(typed), typed);
  }
  assert.equal(new TypedDates("ar-EG", "{year} ق.م").recordOf("٢٠٢٤-٠٧"), "2024-07");
});

test("each language reads the days and months that it writes", () => {
  for (const language of [
    "en",
    "fr",
    "de",
    "ru",
    "es",
    "pl",
    "tr",
    "hu",
    "ar",
    "fa",
    "he",
    "hi",
    "th",
    "vi",
    "ja",
    "zh",
  ]) {
    const names = new TickNames(language, (year) => `${year} BCE`);
    const typed = new TypedDates(language, "{year} BCE");
    for (let month = 1; month <= 12; month++) {
      const day = dayNumber(2024, month, 27);
      assert.equal(typed.recordOf(names.dayName(day)), isoOf(day), names.dayName(day));
      const name = names.nameOf("month", day, true);
      assert.equal(typed.recordOf(name), isoOf(day).slice(0, 7), name);
    }
  }
});

test("accents and capital letters are not needed", () => {
  assert.equal(new TypedDates("fr", "{year} av. J.-C.").recordOf("1 FEVRIER 2024"), "2024-02-01");
  assert.equal(new TypedDates("fr", "{year} av. J.-C.").recordOf("14 déc. 2024"), "2024-12-14");
});
