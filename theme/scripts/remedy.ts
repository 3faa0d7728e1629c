/** What to do where no event fits all filters: which of them to let go, and how many events there are then. */

import type { Tightest } from "./facets.ts";
import { element } from "./frame.ts";
import { nameOfFilter } from "./names.ts";
import { EVERYTHING, type Selection, without } from "./selection.ts";
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
  const note = element("p", "", words.say("nothing"));
  note.append(" ", button);
  return note;
}

export function remedyInWords(tightest: Tightest | undefined, words: Words): string {
  return tightest ? `${words.say("nothing")} ${loosened(tightest, words)}` : words.say("nothing");
}

function loosened({ filters, count }: Tightest, words: Words): string {
  const names = new Intl.ListFormat(words.language).format(filters.map((filter) => nameOfFilter(filter, words)));
  return words.say("loosen", { filter: names, events: words.count("events", count) });
}
