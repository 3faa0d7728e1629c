/**
 * Days as numbers, in the Gregorian calendar extended both ways: 1 is 0001-01-01, as `edtf.day_number` counts.
 *
 * Years are those of astronomers: 0 is 1 BCE. JavaScript's own dates end in the year 275760, events do not.
 */

export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const CYCLE_YEARS = 400;
const CYCLE_DAYS = 146_097;
/** From 0000-03-01, on which the years of the calculation begin so that a leap day ends one, to the day 0. */
const BEFORE_DAY_ZERO = 305;
/** The number of 1970-01-01. */
const UNIX_DAY = 719_163;
const DAY_IN_MILLISECONDS = 86_400_000;
const LAST_DATE_IN_DAYS = 100_000_000;

export function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(marchYear / CYCLE_YEARS);
  const yearOfCycle = marchYear - cycle * CYCLE_YEARS;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  return cycle * CYCLE_DAYS + yearOfCycle * 365 + leapDays + dayOfYear - BEFORE_DAY_ZERO;
}

/** The day of a number; what is behind a decimal point is the time of day. */
export function dayOf(number: number): Day {
  const days = Math.floor(number) + BEFORE_DAY_ZERO;
  const cycle = Math.floor(days / CYCLE_DAYS);
  const dayOfCycle = days - cycle * CYCLE_DAYS;
  const leapDays =
    Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / (CYCLE_DAYS - 1));
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfCycle + cycle * CYCLE_YEARS + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** The same moment as JavaScript's own date; null where that has none. */
export function dateOf(number: number): Date | null {
  const days = number - UNIX_DAY;
  return Math.abs(days) <= LAST_DATE_IN_DAYS ? new Date(Math.round(days * DAY_IN_MILLISECONDS)) : null;
}

/** A day as the address has it: `2024-07-27`, of years with more or fewer than four digits too. */
export function isoOf(number: number): string {
  const { year, month, day } = dayOf(number);
  return `${isoYear(year)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function isoYear(year: number): string {
  return (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
}
