/** What a reader has chosen to see, by which events are narrowed down. */

export const DIMENSIONS = ["thread", "actor", "place", "kind", "standing", "importance", "question", "tag"] as const;
/** What values are chosen of: several of one mean any of them. */
export type Dimension = (typeof DIMENSIONS)[number];

export const FLAGS = ["disputed", "counts"] as const;
/** What is either asked for or not. */
export type Flag = (typeof FLAGS)[number];

export interface Selection {
  readonly values: ReadonlyMap<Dimension, readonly string[]>;
  readonly disputed: boolean;
  readonly counts: boolean;
  /** Whether an actor stands for its predecessors too. */
  readonly before: boolean;
  /** The period, as a reader writes dates; empty where it is open. */
  readonly from: string;
  readonly to: string;
  /** Words that the search has to find an event by; empty for any. */
  readonly text: string;
}

export const EVERYTHING: Selection = {
  values: new Map(),
  disputed: false,
  counts: false,
  before: false,
  from: "",
  to: "",
  text: "",
};

/** One of the things by which a selection narrows events down. */
export type Filter = Dimension | Flag | "period" | "text";

export function chosenOf(selection: Selection, dimension: Dimension): readonly string[] {
  return selection.values.get(dimension) ?? [];
}

/** The same selection with another choice in one dimension. */
export function withValues(selection: Selection, dimension: Dimension, chosen: readonly string[]): Selection {
  const values = new Map(selection.values);
  if (chosen.length) values.set(dimension, chosen);
  else values.delete(dimension);
  return { ...selection, values };
}

export function withValue(selection: Selection, dimension: Dimension, id: string, isChosen: boolean): Selection {
  const others = chosenOf(selection, dimension).filter((one) => one !== id);
  return withValues(selection, dimension, isChosen ? [...others, id] : others);
}

/** The selection without one of its filters. */
export function without(selection: Selection, filter: Filter): Selection {
  if (filter === "period") return { ...selection, from: "", to: "" };
  if (filter === "text") return { ...selection, text: "" };
  if (filter === "disputed" || filter === "counts") return { ...selection, [filter]: false };
  return withValues(selection, filter, []);
}

export function hasPeriod({ from, to }: Selection): boolean {
  return Boolean(from || to);
}

/** How many values and flags are chosen, and whether there is a text; the period is not among them. */
export function numberChosen(selection: Selection): number {
  const values = [...selection.values.values()].reduce((sum, chosen) => sum + chosen.length, 0);
  return values + FLAGS.filter((flag) => selection[flag]).length + Number(selection.text !== "");
}
