/** Says in words what is wrong with a period as a reader has written it. */

import type { PeriodFault } from "./period.ts";
import type { Words } from "./words.ts";

/** `written` is what stands in each field. */
export function faultInWords(
  { at, kind }: PeriodFault,
  written: Readonly<Record<"from" | "to", string>>,
  words: Words,
): string {
  if (kind === "reversed") return words.say("reversed", written);
  return at.map((name) => words.say("noDate", { field: words.say(name), date: written[name].trim() })).join(" ");
}
