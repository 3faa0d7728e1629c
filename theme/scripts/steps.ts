/** Which event the keys lead to. */

import { at } from "./arrays.ts";
import type { Lane } from "./lanes.ts";
import type { Placing } from "./placing.ts";

/** The event so many places after another in the list, no farther than the first or last; the first after a moment without one. */
export function stepFrom(placing: Placing, event: number, by: 1 | -1, moment: number): number {
  const { listed } = placing;
  const place = listed.indexOf(event);
  if (place >= 0) return listed[place + by] ?? event;
  const next = listed.findIndex((one) => at(placing.from, one) >= moment);
  const after = next < 0 ? listed.length : next;
  return listed[by > 0 ? Math.min(after, listed.length - 1) : Math.max(after - 1, 0)] ?? -1;
}

/**
 * The event of a neighbouring lane that is nearest in time; the same one where there is no such lane.
 *
 * Where nothing has the focus, or all are in one lane, up and down are as back and forth.
 */
export function stepAcross(
  placing: Placing,
  lanes: readonly Lane[],
  event: number,
  by: 1 | -1,
  moment: number,
): number {
  if (event < 0 || lanes.length < 2) return stepFrom(placing, event, by, moment);
  const lane = lanes.findIndex((one) => one.events.includes(event));
  const others = lane < 0 ? undefined : lanes[lane + by]?.events;
  if (!others) return event;
  const begin = at(placing.from, event);
  const distance = (one: number) => Math.abs(at(placing.from, one) - begin);
  return others.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
