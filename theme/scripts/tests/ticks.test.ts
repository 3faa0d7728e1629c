import assert from "node:assert/strict";
import { test } from "node:test";
import { TickNames } from "../tick_names.ts";
import { railsFor, type Step, ticks } from "../ticks.ts";
import { dayNumber } from "../time.ts";

const names = new TickNames("en-GB", (year) => `${year} BCE`);
const WIDTHS = { hour: 46, day: 24, month: 38, year: 40 };

function named(step: Step, from: number, to: number): string[] {
  return ticks(step, from, to).map((moment) => names.nameOf(step.unit, moment, false));
}

test("the closer the window, the finer the division", () => {
  const widthOf = (unit: keyof typeof WIDTHS) => WIDTHS[unit];
  const days = [100_000, 4000, 400, 30, 3, 0.25];
  const rails = days.map((length) => railsFor(363 / length, widthOf));
  assert.deepEqual(
    rails.map(({ fine, coarse }) => [fine.every, fine.unit, coarse?.unit]),
    [
      [50, "year", undefined],
      [2, "year", undefined],
      [3, "month", "year"],
      [5, "day", "month"],
      [12, "hour", "day"],
      [1, "hour", "day"],
    ],
  );
});

test("no name of a division is wider than the division, at any scale", () => {
  for (let scale = 1e-9; scale < 1e4; scale *= 1.7) {
    const { fine } = railsFor(scale, (unit) => WIDTHS[unit]);
    const from = 738_000;
    const found = ticks(fine, from, from + 400 / scale);
    for (const [place, moment] of found.slice(1).entries()) {
      const width = (moment - (found[place] ?? 0)) * scale;
      assert.ok(width >= WIDTHS[fine.unit] * 0.9, `${fine.every} ${fine.unit} at ${scale}: ${width}`);
    }
    assert.ok(found.length < 30);
  }
});

test("the first tick is at or before the window, the others are in it", () => {
  const steps: Step[] = [
    { unit: "hour", every: 6 },
    { unit: "day", every: 5 },
    { unit: "month", every: 3 },
    { unit: "year", every: 20 },
  ];
  for (const step of steps) {
    const [from, to] = [dayNumber(2023, 11, 14) + 0.3, dayNumber(2024, 8, 2)];
    const [first = 0, ...others] = ticks(step, from, to);
    assert.ok(first <= from);
    for (const moment of others) assert.ok(moment > from && moment <= to);
  }
});

test("days of a month are counted anew in each month", () => {
  const found = named({ unit: "day", every: 5 }, dayNumber(2024, 2, 20), dayNumber(2024, 3, 12));
  assert.deepEqual(found, ["20", "25", "1", "5", "10"]);
});

test("years before our era are counted away from it, and there is no year 0", () => {
  const found = named({ unit: "year", every: 100 }, dayNumber(-250, 1, 1), dayNumber(210, 1, 1));
  assert.deepEqual(found, ["300 BCE", "200 BCE", "100 BCE", "1", "100", "200"]);
  const each = named({ unit: "year", every: 1 }, dayNumber(-1, 1, 1), dayNumber(2, 1, 1));
  assert.deepEqual(each, ["2 BCE", "1 BCE", "1", "2"]);
});

test("years far beyond those of JavaScript have names", () => {
  const found = named({ unit: "year", every: 1e8 }, dayNumber(1e8, 1, 1), dayNumber(3.5e8, 1, 1));
  assert.deepEqual(found, ["100,000,000", "200,000,000", "300,000,000"]);
});

test("a window is named by years, months or days, as long as it is", () => {
  const day = (year: number, month: number) => dayNumber(year, month, 3);
  assert.deepEqual(names.periodOf(day(-99, 1), day(2026, 3)), ["100 BCE", "2026"]);
  assert.deepEqual(names.periodOf(day(2023, 11), day(2024, 8)), ["November 2023", "August 2024"]);
  assert.deepEqual(names.periodOf(day(2024, 7), day(2024, 8)), ["3 July 2024", "3 August 2024"]);
  assert.deepEqual(names.periodOf(day(-43, 3), day(-43, 4)), ["3 March 44 BCE", "3 April 44 BCE"]);
});
