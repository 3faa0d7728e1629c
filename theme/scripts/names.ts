/** The names of filters and of their values, as readers see them. */

import type { Facets } from "./facets.ts";
import type { Dimension, Filter } from "./selection.ts";
import type { Words } from "./words.ts";

const OTHERS: Partial<Record<Filter, string>> = {
  disputed: "disputedOnly",
  counts: "hasCounts",
  period: "periodFilter",
  text: "text",
};

export function nameOfFilter(filter: Filter, words: Words): string {
  const text = OTHERS[filter];
  return text ? words.say(text) : (words.group("dimensions")[filter] ?? filter);
}

/** The name of a value; its id where the names have not come yet, and with a word where no event has it. */
export function nameOf(facets: Facets | null, dimension: Dimension, id: string, words: Words): string {
  const name = facets ? facets.values[dimension].find((value) => value.id === id)?.name : id;
  return name ?? words.say("unknownValue", { id });
}
