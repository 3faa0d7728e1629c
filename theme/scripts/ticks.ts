/** Where time is divided: a fine rail and a coarser one, from hours to as many years as there are. */

import { dayNumber, dayOf } from "./time.ts";

export type Unit = "hour" | "day" | "month" | "year";

/** A division of time: every so many of a unit. */
export interface Step {
  readonly unit: Unit;
  readonly every: number;
}

export interface Rails {
  readonly fine: Step;
  /** None where the fine one is of years: their names say it all. */
  readonly coarse: Step | null;
}

const DAYS: Record<Unit, number> = { hour: 1 / 24, day: 1, month: 30.44, year: 365.2425 };
const COARSER: Record<Unit, Step | null> = {
  hour: { unit: "day", every: 1 },
  day: { unit: "month", every: 1 },
  month: { unit: "year", every: 1 },
  year: null,
};
const SHORT_STEPS: readonly Step[] = [
  { unit: "hour", every: 1 },
  { unit: "hour", every: 3 },
  { unit: "hour", every: 6 },
  { unit: "hour", every: 12 },
  { unit: "day", every: 1 },
  { unit: "day", every: 5 },
  { unit: "month", every: 1 },
  { unit: "month", every: 3 },
];
/** The last day of a month at which a tick stands where not every day has one: one later is too close to the next. */
const LAST_FIFTH_DAY = 25;

/** The finest division whose names have room, each name as wide as `widthOf` says. */
export function railsFor(pixelsPerDay: number, widthOf: (unit: Unit) => number): Rails {
  const hasRoom = (step: Step) => DAYS[step.unit] * step.every * pixelsPerDay >= widthOf(step.unit);
  const fine = SHORT_STEPS.find(hasRoom) ?? yearsFor(pixelsPerDay, widthOf("year"));
  return { fine, coarse: COARSER[fine.unit] };
}

/** 1, 2, 5, 10, 20 … years. */
function yearsFor(pixelsPerDay: number, width: number): Step {
  const least = width / (pixelsPerDay * DAYS.year);
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  const every = [1, 2, 5, 10].map((factor) => factor * power).find((years) => years >= least) ?? 10 * power;
  return { unit: "year", every };
}

/** The moments that begin a part of time, from the last one at or before `from` up to `to`. */
export function ticks(step: Step, from: number, to: number): number[] {
  const found: number[] = [];
  const first = placeOf(step, from);
  for (let place = first; ; place++) {
    const moment = momentOf(step, place);
    if (moment > to) return found;
    if (isTick(step, moment)) {
      if (moment <= from) found.length = 0;
      found.push(moment);
    }
  }
}

/** The number of the part in which a moment is; of days, from the first of a month on, so that the last tick is found. */
function placeOf(step: Step, moment: number): number {
  const { year, month } = dayOf(moment);
  if (step.unit === "hour") return Math.floor((moment * 24) / step.every);
  if (step.unit === "day") return step.every === 1 ? Math.floor(moment) : dayNumber(year, month, 1);
  if (step.unit === "month") return Math.floor((year * 12 + month - 1) / step.every);
  return Math.floor((year - (year < 1 && step.every > 1 ? 1 : 0)) / step.every);
}

function momentOf(step: Step, place: number): number {
  if (step.unit === "hour") return (place * step.every) / 24;
  if (step.unit === "day") return place;
  if (step.unit === "month") {
    const months = place * step.every;
    return dayNumber(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1);
  }
  return dayNumber(yearAt(place, step.every), 1, 1);
}

/** Years before our era are counted away from it: 200, 100 BCE, then 1, 100, 200. */
function yearAt(place: number, every: number): number {
  const year = place * every;
  if (every === 1 || year > 0) return year;
  return year + 1;
}

function isTick(step: Step, moment: number): boolean {
  if (step.unit !== "day" || step.every === 1) return true;
  const { day } = dayOf(moment);
  return day === 1 || (day % step.every === 0 && day <= LAST_FIFTH_DAY);
}
