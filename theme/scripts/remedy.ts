/** What to do where no event fits all filters: which of them to let go, and how many events there are then. */

import type { Tightest } from "./facets.ts";
import { element } from "./frame.ts";
import { nameOfFilter } from "./names.ts";
import { EVERYTHING, numberChosen, type Selection, without } from "./selection.ts";
import type { Words } from "./words.ts";

/** A sentence, and a button that does it. */
export function makeRemedy(
  tightest: Tightest | undefined,
  selection: Selection,
  words: Words,
  onChange: (selection: Selection) => void,
): HTMLElement {
  const other = tightest ? tightest.filters.reduce(without, selection) : EVERYTHING;
  const button = element("button", "", tightest ? loosened(tightest, words) : words.say("clearAll"));
  button.type = "button";
  button.addEventListener("click", () => onChange(other));
  const note = element("p", "", emptyInWords(selection, words));
  note.append(" ", button);
  return note;
}

export function remedyInWords(tightest: Tightest | undefined, selection: Selection, words: Words): string {
  const empty = emptyInWords(selection, words);
  return tightest ? `${empty} ${loosened(tightest, words)}` : empty;
}

/** A reader who has only moved to a time without events has chosen no filter. */
function emptyInWords(selection: Selection, words: Words): string {
  return words.say(numberChosen(selection) ? "nothing" : "nothingThen");
}

function loosened({ filters, count }: Tightest, words: Words): string {
  const names = new Intl.ListFormat(words.language).format(filters.map((filter) => nameOfFilter(filter, words)));
  return words.say("loosen", { filter: names, events: words.count("events", count) });
}
