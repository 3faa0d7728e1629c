/** Periods as readers write them: `2024`, `2024-07`, `2024-07-27`, in years of astronomers as records have them. */

import { dayNumber, dayOf, isoOf } from "./time.ts";

/** Moments, counted in days; infinite where a period is open. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const WRITTEN = /^([-−]?\d{1,9})(?:-(\d{1,2})(?:-(\d{1,2})(?:T(\d{2}):(\d{2}))?)?)?$/;
const MINUTES_OF_DAY = 1440;
/** Shorter periods than this many days are written with the time of day. */
const TO_THE_DAY = 3;

/** Between two dates as they were written, each of which may be empty; undefined where one is none or they are reversed. */
export function periodOf(from: string, to: string): Period | undefined {
  const first = from.trim() ? spanOf(from) : { from: Number.NEGATIVE_INFINITY, to: 0 };
  const last = to.trim() ? spanOf(to) : { from: 0, to: Number.POSITIVE_INFINITY };
  if (!first || !last || first.from >= last.to) return undefined;
  return { from: first.from, to: last.to };
}

/** What is wrong with a period as it was written. */
export interface PeriodFault {
  /** Where something has to be corrected. */
  readonly at: readonly ("from" | "to")[];
  readonly kind: "noDate" | "reversed";
}

/** What is wrong with a period, of which each date may be empty; undefined where nothing is. */
export function faultOf(from: string, to: string): PeriodFault | undefined {
  if (periodOf(from, to)) return undefined;
  const written = { from, to };
  const at = (["from", "to"] as const).filter((name) => written[name].trim() && !spanOf(written[name]));
  return at.length ? { at, kind: "noDate" } : { at: ["from", "to"], kind: "reversed" };
}

/** When a date begins and when it is over. */
export function spanOf(written: string): Period | undefined {
  const found = WRITTEN.exec(written.trim());
  if (!found) return undefined;
  const year = Number(found[1]?.replace("−", "-"));
  const [month, day, hour, minute] = found.slice(2).map((part) => (part === undefined ? undefined : Number(part)));
  if (month === undefined) return { from: dayNumber(year, 1, 1), to: dayNumber(year + 1, 1, 1) };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { from: dayNumber(year, month, 1), to: dayNumber(year, month + 1, 1) };
  const number = dayNumber(year, month, day);
  if (dayOf(number).month !== month) return undefined;
  if (hour === undefined || minute === undefined) return { from: number, to: number + 1 };
  if (hour > 23 || minute > 59) return undefined;
  const moment = number + (hour * 60 + minute) / MINUTES_OF_DAY;
  return { from: moment, to: moment };
}

/** A window of time as dates that hold it. */
export function datesOf(from: number, to: number): { from: string; to: string } {
  if (to - from < TO_THE_DAY) return { from: minuteOf(from), to: minuteOf(to) };
  return { from: isoOf(Math.floor(from)), to: isoOf(Math.ceil(to) - 1) };
}

function minuteOf(moment: number): string {
  const minutes = Math.round(moment * MINUTES_OF_DAY);
  const day = Math.floor(minutes / MINUTES_OF_DAY);
  const rest = minutes - day * MINUTES_OF_DAY;
  const two = (number: number) => String(number).padStart(2, "0");
  return `${isoOf(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
