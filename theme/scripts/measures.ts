/** How large everything in the drawing is, by the size of its type, so that it grows with a reader's text. */

import type { Sizes } from "./layout.ts";
import type { Unit } from "./ticks.ts";

export interface Measures extends Sizes {
  /** The size of type. */
  readonly em: number;
  /** From row to row. */
  readonly row: number;
  /** The line of a lane's name. */
  readonly name: number;
  /** The height of each of the two rails. */
  readonly rail: number;
  /** How thick bars are, by importance. */
  readonly bars: readonly number[];
  /** The least of a title that is shown, by importance. */
  readonly leastTitles: readonly number[];
  /** From a mark or bar to a title beside it, which has room for a ring around the mark. */
  readonly gap: number;
}

/** How many letters the name of a tick has at most. */
const LETTERS: Readonly<Record<Unit, number>> = { hour: 5, day: 2, month: 4, year: 4 };
const LETTER_IN_EMS = 0.6;
const AROUND_NAME_IN_EMS = 0.8;

export function measuresFor(em: number): Measures {
  return {
    em,
    row: Math.round(em * 1.3),
    name: Math.round(em * 1.4),
    rail: Math.round(em * 1.5),
    radii: [em * 0.25, em * 0.33, em * 0.44],
    bars: [em * 0.17, em * 0.25, em * 0.36],
    bar: em * 0.7,
    titles: [0, em * 6, em * 11],
    longTitle: em * 24,
    leastTitles: [em * 9, em * 5, em * 4],
    stretch: em * 2.4,
    beside: em / 6,
    gap: em * 0.4,
  };
}

/** The room that the name of a tick takes; `year` is the longest name of a year. */
export function widthOfTick(em: number, unit: Unit, year: string): number {
  const letters = unit === "year" ? year.length : LETTERS[unit];
  return em * (letters * LETTER_IN_EMS + AROUND_NAME_IN_EMS);
}
