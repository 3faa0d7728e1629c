/** Invented events for tests: the same ones at every run. */

import type { WrittenEvents } from "../columns.ts";
import { decode } from "../columns.ts";
import { measuresFor } from "../measures.ts";

export const STANDINGS = ["established", "claimed", "disputed", "withdrawn", "unreviewed", "planned"];
export const NORMAL = 1 << 3;
export const MAJOR = 1 << 4;
export const FADES = (1 << 5) | (1 << 6);
export const ONE_OF = 1 << 7;
export const STATED = 1 << 10;
export const MEASURES = measuresFor(12);

/** An event: its first day and how many more it has. */
export interface Invented {
  readonly start: number | null;
  readonly length?: number | null;
  readonly marks?: number;
  readonly lane?: number;
  readonly minute?: number;
  readonly end?: number;
  /** How many days its date alone reaches beyond its start and its end. */
  readonly stated?: readonly [before: number | null, after: number | null];
}

export function written(events: readonly Invented[]): WrittenEvents {
  let known = 0;
  const start = events.map((event) => {
    if (event.start === null) return null;
    const difference = event.start - known;
    known = event.start;
    return difference;
  });
  const numbered = [...events.entries()];
  return {
    version: 1,
    count: events.length,
    start,
    length: events.map((event) => (event.start === null || event.length === null ? null : (event.length ?? 0))),
    ends: numbered.flatMap(([number, { end }]): [number, number][] => (end === undefined ? [] : [[number, end]])),
    stated: numbered.flatMap(([number, { stated }]): [number, number | null, number | null][] =>
      stated ? [[number, ...stated]] : [],
    ),
    marks: events.map((event) => event.marks ?? NORMAL | STATED),
    lane: events.map((event) => event.lane ?? -1),
    lanes: ["one", "two", "three", "four"].map((name) => [name, `Thread ${name}`]),
    times: numbered.flatMap(([number, { minute }]): [number, number][] =>
      minute === undefined ? [] : [[number, minute]],
    ),
    parts: [["all", 0]],
    standings: STANDINGS,
    page: "events/{id}/",
  };
}

export function columnsOf(events: readonly Invented[]) {
  return decode(written(events));
}

/** Numbers from 0 up to 1 that look like chance and are not. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Many events: days, months, long times, some at the same moment. */
export function many(number: number, seed = 1): Invented[] {
  const next = chance(seed);
  const starts = Array.from({ length: number }, () => Math.floor(730_000 + next() * next() * 4000));
  return starts
    .sort((a, b) => a - b)
    .map((start) => {
      const kind = next();
      const size = next() < 0.1 ? MAJOR : next() < 0.7 ? NORMAL : 0;
      const lane = Math.floor(next() * 5) - 1;
      if (kind < 0.7) return { start, marks: size | STATED, lane };
      if (kind < 0.9) return { start, length: 29, marks: size | FADES, lane };
      return { start, length: Math.floor(next() * 900), marks: size | STATED, lane };
    });
}
