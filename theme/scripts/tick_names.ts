/** The names of ticks and days, in the page's language. */

import { numberFormat } from "./numbers.ts";
import { once } from "./once.ts";
import type { Unit } from "./ticks.ts";
import { dateOf, dayOf } from "./time.ts";

const MOST_REMEMBERED = 2000;
/** From here on the digits of a year are in groups. */
const LONG_YEAR = 10_000;
const YEARS_OF_A_LONG_PERIOD = 3;
const DAYS_OF_MONTHS = 100;
/** The English in which the pages write their dates: 27 July 2024. */
const DAY_FIRST = "en-GB";

type Format = () => Intl.DateTimeFormat;

export class TickNames {
  private readonly remembered = new Map<string, string>();
  private readonly formats: Record<"hour" | "day" | "month", Format>;
  private readonly whole: Record<"day" | "month", Format>;
  private readonly withoutYear: Record<"day" | "month", Format>;
  private readonly longYear: (year: number) => string;

  private readonly beforeOurEra: (year: string) => string;

  /** `beforeOurEra` puts a year of it into words. */
  constructor(language: string, beforeOurEra: (year: string) => string) {
    this.beforeOurEra = beforeOurEra;
    const format = (options: Intl.DateTimeFormatOptions) => once(() => dateFormat(language, options));
    this.formats = {
      hour: format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
      day: format({ day: "numeric" }),
      month: format({ month: "short" }),
    };
    this.whole = {
      day: format({ day: "numeric", month: "long", year: "numeric" }),
      month: format({ month: "long", year: "numeric" }),
    };
    this.withoutYear = { day: format({ day: "numeric", month: "long" }), month: format({ month: "long" }) };
    this.longYear = numberFormat(language);
  }

  /** The name of a part of time that begins at a moment: whole on the coarse rail, short below it. */
  nameOf(unit: Unit, moment: number, isCoarse: boolean): string {
    const key = `${unit}${isCoarse}${moment}`;
    let name = this.remembered.get(key);
    if (name === undefined) {
      if (this.remembered.size > MOST_REMEMBERED) this.remembered.clear();
      name = this.makeName(unit, moment, isCoarse);
      this.remembered.set(key, name);
    }
    return name;
  }

  yearName(year: number): string {
    const digits = year < 1 ? 1 - year : year;
    const words = digits < LONG_YEAR ? String(digits) : this.longYear(digits);
    return year < 1 ? this.beforeOurEra(words) : words;
  }

  /** A day in words: `27 July 2024`. */
  dayName(moment: number): string {
    return this.wholeName("day", moment);
  }

  /** The bounds of a window in words: years where it is of years, days where it is of days. */
  periodOf(from: number, to: number): [from: string, to: string] {
    const days = to - from;
    if (days > YEARS_OF_A_LONG_PERIOD * 366) return [this.yearName(dayOf(from).year), this.yearName(dayOf(to).year)];
    const unit = days > DAYS_OF_MONTHS ? "month" : "day";
    return [this.wholeName(unit, from), this.wholeName(unit, to)];
  }

  private makeName(unit: Unit, moment: number, isCoarse: boolean): string {
    const date = dateOf(moment);
    if (unit === "year" || date === null) return this.yearName(dayOf(moment).year);
    if (!isCoarse) return this.formats[unit]().format(date);
    return this.wholeName(unit === "day" ? "day" : "month", moment);
  }

  private wholeName(unit: "day" | "month", moment: number): string {
    const date = dateOf(moment);
    const { year } = dayOf(moment);
    if (date === null) return this.yearName(year);
    if (year > 0 && year < LONG_YEAR) return this.whole[unit]().format(date);
    return `${this.withoutYear[unit]().format(date)} ${this.yearName(year)}`;
  }
}

/** How days are written in a language, in our calendar and in the digits of the pages. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = language === "en" ? DAY_FIRST : language;
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
    ...options,
  });
}
