/** Days from which something is known, as pages have them, and the days that readers write. */

import { spanOf } from "./period.ts";
import { dateOf, isoOf } from "./time.ts";

/** From when on something holds, and from when on it no longer does; infinite where that is not known. */
export interface Spell {
  readonly since: number;
  readonly until: number;
}

/** The spell of an element's data: `2024-07-30`, or nothing. */
export function spellOf(since: string | undefined, until?: string): Spell {
  return {
    since: dayIn(since) ?? Number.NEGATIVE_INFINITY,
    until: dayIn(until) ?? Number.POSITIVE_INFINITY,
  };
}

export function holds({ since, until }: Spell, day: number): boolean {
  return since <= day && day < until;
}

/** The last day of a date as readers write it: `2024-07-30`, `2024-07`, `2024`; undefined where it is none. */
export function dayIn(written: string | undefined): number | undefined {
  const span = written?.trim() ? spanOf(written) : undefined;
  return span && Math.max(Math.ceil(span.to) - 1, Math.floor(span.from));
}

/** The days on which something changed, in order, after one on which nothing had yet; none where nothing ever did. */
export function stepsOf(spells: readonly Spell[]): number[] {
  const days = [...new Set(spells.map((one) => one.since))].filter(Number.isFinite).sort((one, other) => one - other);
  const [first] = days;
  return first === undefined ? [] : [first - 1, ...days];
}

/** The place of a day among steps: of the last one that is not later, else of the first. */
export function placeOf(day: number, steps: readonly number[]): number {
  return Math.max(
    steps.findLastIndex((one) => one <= day),
    0,
  );
}

/** A day in the words of a language. */
export function wordsOfDay(day: number, language: string): string {
  const date = dateOf(day);
  if (!date || date.getUTCFullYear() < 1) return isoOf(day);
  // Pages in English write the day before the month.
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeZone: "UTC",
    calendar: "gregory",
  }).format(date);
}
