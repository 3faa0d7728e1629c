/** Which events had begun by a day, for drawings on pages where a reader picks one. */

import { at } from "./arrays.ts";
import { Bits } from "./bits.ts";
import { type Columns, fadesAtStart, isOneOf, marksOf } from "./columns.ts";

/** The event by which a drawing hears that another day is picked; the day is in the data of its element. */
export const DAY_PICKED = "tl-day-picked";

/** Tell a drawing the day that is picked; null for none. */
export function tellDay(drawing: HTMLElement, day: number | null): void {
  if (day === null) delete drawing.dataset.tlDay;
  else drawing.dataset.tlDay = String(day);
  drawing.dispatchEvent(new Event(DAY_PICKED));
}

/** Of some events, or all, those that have begun by the day that is picked; the same ones where none is. */
export function begunOf(drawing: HTMLElement, columns: Columns, events: Bits | null): Bits | null {
  const day = drawing.dataset.tlDay;
  if (day === undefined) return events;
  const begun = begunBy(columns, Number(day));
  return events ? events.and(begun) : begun;
}

/** The events that have certainly begun by a day, and those of which nothing is known. */
export function begunBy(columns: Columns, day: number): Bits {
  const begun = Bits.none(columns.count);
  for (let event = 0; event < columns.count; event++) if (firstSureDay(columns, event) <= day) begun.add(event);
  return begun;
}

function firstSureDay(columns: Columns, event: number): number {
  const start = at(columns.starts, event);
  const end = at(columns.ends, event);
  const marks = marksOf(columns, event);
  const isSure = Number.isFinite(start) && !fadesAtStart(marks) && !isOneOf(marks);
  return isSure || !Number.isFinite(end) ? start : end - 1;
}
