/** Dates as readers type them: as records have them, or in words of the page's language, the month before the day or behind it. */

import { dateFormat } from "./tick_names.ts";
import { dateOf, dayNumber, isoYear } from "./time.ts";

const A_YEAR = 2024;
/** A day that is no number of a month. */
const A_DAY = 27;
/** From so many digits on a number is a year, whatever stands before it. */
const DIGITS_OF_YEARS = 3;
/** The ways in which months are named: some languages have another form of a name beside a day. */
const WAYS: readonly Intl.DateTimeFormatOptions[] = (["long", "short"] as const).flatMap((month) => [
  { month },
  { month, year: "numeric" },
  { month, year: "numeric", day: "numeric" },
]);
const MARKS_OF_LETTERS = /[\u0300-\u036f]/gu;
const DIRECTIONS = /[\u061c\u200e\u200f]/gu;
const BETWEEN = /[.,،、\s]+/gu;

export class TypedDates {
  private readonly language: string;
  private readonly digits: ReadonlyMap<string, string>;
  /** The names of months. */
  private readonly months: readonly (readonly [name: string, month: number])[];
  /** The words that dates have between their numbers. */
  private readonly between = new Set<string>();
  /** What stands before and behind a year before our era. */
  private readonly beforeOurEra: readonly string[];

  /** `beforeOurEra` is how the language writes such a year, with `{year}` in its place. */
  constructor(language: string, beforeOurEra: string) {
    this.language = language;
    const digits = new Intl.NumberFormat(language, { useGrouping: false });
    this.digits = new Map(Array.from({ length: 10 }, (_, digit) => [digits.format(digit), String(digit)]));
    this.months = this.readMonths();
    this.beforeOurEra = beforeOurEra
      .split("{year}")
      .map((part) => this.plain(part))
      .filter(Boolean);
  }

  /** A date as records have it; what cannot be read stays as it is. */
  recordOf(typed: string): string {
    const plain = this.plain(typed);
    const month = this.months.find(([name]) => without(plain, name) !== undefined);
    const dated = month ? (without(plain, month[0]) as string) : plain;
    const ofYear = this.beforeOurEra.reduce<string | undefined>((text, part) => text && without(text, part), dated);
    const isBefore = this.beforeOurEra.length > 0 && ofYear !== undefined;
    const numbers = this.numbersIn(isBefore ? ofYear : dated);
    if (!numbers) return typed.trim();
    if (!month && !isBefore) return plain;
    return written(numbers, month?.[1], isBefore) ?? typed.trim();
  }

  /** The numbers of a text that has nothing else but words which dates have; none of any other. */
  private numbersIn(text: string): readonly string[] | undefined {
    const words = text.match(/\p{L}+/gu) ?? [];
    return words.every((word) => this.between.has(word)) ? (text.match(/\d+/gu) ?? []) : undefined;
  }

  private readMonths(): [name: string, month: number][] {
    const names = new Map<string, number>();
    for (const way of WAYS) {
      const format = dateFormat(this.language, way);
      for (let month = 1; month <= 12; month++) {
        let before = "";
        for (const { type, value } of format.formatToParts(dateOf(dayNumber(A_YEAR, month, A_DAY)) ?? undefined)) {
          // What is written in one with a name belongs to it.
          const name = this.plain((/\p{L}+$/u.exec(before)?.[0] ?? "") + value);
          if (type === "month" && /\p{L}/u.test(name) && !names.has(name)) names.set(name, month);
          if (type === "literal") for (const word of this.plain(value).match(/\p{L}+/gu) ?? []) this.between.add(word);
          before = type === "literal" ? value : "";
        }
      }
    }
    return [...names];
  }

  /** A text in small letters without marks, with digits from 0 to 9. */
  private plain(text: string): string {
    const small = text.normalize("NFKC").toLocaleLowerCase(this.language).normalize("NFD");
    const simple = small.replace(MARKS_OF_LETTERS, "").replace(DIRECTIONS, "").replace(BETWEEN, " ");
    return Array.from(simple, (letter) => this.digits.get(letter) ?? letter)
      .join("")
      .trim();
  }
}

/** A text without a name that stands in it by itself; none where it does not. */
function without(text: string, name: string): string | undefined {
  for (let place = text.indexOf(name); place >= 0; place = text.indexOf(name, place + 1)) {
    const before = text.slice(0, place);
    const behind = text.slice(place + name.length);
    if (!goesOn(before, name) && !goesOn(name, behind)) return `${before} ${behind}`;
  }
  return undefined;
}

/** Whether a word or number goes on from the end of one text into the next. */
function goesOn(one: string, other: string): boolean {
  const ends = one.slice(-1) + other.slice(0, 1);
  return /^(?:\p{L}\p{L}|\d\d)$/u.test(ends);
}

function written(numbers: readonly string[], month: number | undefined, isBefore: boolean): string | undefined {
  const years = numbers.filter((number) => number.length >= DIGITS_OF_YEARS);
  const year = years[0] ?? (isBefore ? numbers.at(-1) : undefined);
  if (year === undefined || years.length > 1 || numbers.length > (month ? 2 : 1)) return undefined;
  const days = [...numbers];
  days.splice(days.lastIndexOf(year), 1);
  const parts = [month, ...days].filter((part) => part !== undefined);
  const iso = isoYear(isBefore ? 1 - Number(year) : Number(year));
  return [iso, ...parts.map((part) => String(part).padStart(2, "0"))].join("-");
}
