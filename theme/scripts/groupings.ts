/** The ways to put events into lanes. */

import { at } from "./arrays.ts";
import type { Columns } from "./columns.ts";
import type { Value } from "./facets.ts";
import type { Grouping } from "./lanes.ts";

export type GroupingName = "thread" | "actor" | "kind" | "none";

/** The names, each with that of the text that says it. */
export const GROUPINGS: Readonly<Record<GroupingName, string>> = {
  thread: "byThread",
  actor: "byActor",
  kind: "byKind",
  none: "byNone",
};

export const USUAL: GroupingName = "thread";

/** The way that an address asks for by its name, or the usual one. */
export function groupingNamed(name: string): GroupingName {
  return Object.hasOwn(GROUPINGS, name) ? (name as GroupingName) : USUAL;
}

/** By the main thread; none where there is only one. */
export function byThread(columns: Columns): Grouping | null {
  if (columns.threads.length < 2) return null;
  return { names: columns.threads.map(([, name]) => name), valueOf: (event) => at(columns.thread, event) };
}

/** By values of which an event can have several: the first of them, which has the most events. */
export function byValues(values: readonly Value[], count: number): Grouping {
  const first = new Int32Array(count).fill(-1);
  values.forEach(({ events }, value) => {
    for (const event of events) if (at(first, event) < 0) first[event] = value;
  });
  return { names: values.map(({ name }) => name), valueOf: (event) => at(first, event), isAskedFor: true };
}
