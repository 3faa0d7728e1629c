/** Numbers as the pages write them: grouped as a language does it, and in the digits 0 to 9. */

import { once } from "./once.ts";

/** Smaller numbers have no groups: they are written without the browser's formats, of which the first one is slow. */
const SHORT = 1000;

/** How whole numbers are written in a language. */
export function numberFormat(language: string, options: Intl.NumberFormatOptions = {}): (number: number) => string {
  const format = once(() => new Intl.NumberFormat(language, { numberingSystem: "latn", ...options }));
  return (number) => (number < SHORT ? String(number) : format().format(number));
}
