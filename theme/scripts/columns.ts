/**
 * The columns that the build writes for scripts, decoded into arrays: what of each event is needed to draw it.
 *
 * Their form is defined in one place, `site_builder/formats/columns.py`.
 */

import { pageIn } from "./disk.ts";

/** `events.json` as it is written. */
export interface WrittenEvents {
  version: number;
  count: number;
  start: (number | null)[];
  length: (number | null)[];
  ends?: [number, number][];
  stated?: [number, number | null, number | null][];
  marks: number[];
  lane: number[];
  lanes: [string, string][];
  times: [number, number][];
  parts: [string, number][];
  standings: string[];
  page: string;
}

export interface Columns {
  readonly count: number;
  /** The first day on which an event can have been going on; -Infinity where that is open or not known. */
  readonly starts: Float64Array;
  /** The day after the last one; Infinity where that is open or not known. */
  readonly ends: Float64Array;
  /** The same by the date alone, which links to other events may have narrowed. */
  readonly statedStarts: Float64Array;
  readonly statedEnds: Float64Array;
  readonly marks: Uint16Array;
  /** The number of the main thread in `threads`, or -1. */
  readonly thread: Int32Array;
  readonly threads: readonly (readonly [id: string, name: string])[];
  /** Minutes of the day, of events whose time is known. */
  readonly minutes: ReadonlyMap<number, number>;
  /** The files with titles, each with the number of its first event. */
  readonly parts: readonly (readonly [name: string, first: number])[];
  readonly standings: readonly string[];
  /** The address of an event's page from the root of the site, with `{id}`. */
  readonly page: string;
}

const VERSION = 1;
const FADES_AT_START = 1 << 5;
const FADES_AT_END = 1 << 6;
const ONE_OF = 1 << 7;
const BOUNDS_STATED = 1 << 10;

/** Throws where the data is of another version than this script, as after an update while a page was open. */
export function decode(written: WrittenEvents): Columns {
  if (written.version !== VERSION) throw new Error(`timeline data of version ${written.version}, not ${VERSION}`);
  const starts = new Float64Array(written.count).fill(Number.NEGATIVE_INFINITY);
  const ends = new Float64Array(written.count).fill(Number.POSITIVE_INFINITY);
  let known = 0;
  written.start.forEach((difference, event) => {
    if (difference === null) return;
    known += difference;
    starts[event] = known;
    const length = written.length[event];
    if (typeof length === "number") ends[event] = known + length + 1;
  });
  for (const [event, last] of written.ends ?? []) ends[event] = last + 1;
  const [statedStarts, statedEnds] = [starts.slice(), ends.slice()];
  for (const [event, before, after] of written.stated ?? []) {
    statedStarts[event] = before === null ? Number.NEGATIVE_INFINITY : (starts[event] as number) - before;
    statedEnds[event] = after === null ? Number.POSITIVE_INFINITY : (ends[event] as number) + after;
  }
  return {
    count: written.count,
    starts,
    ends,
    statedStarts,
    statedEnds,
    marks: Uint16Array.from(written.marks),
    thread: Int32Array.from(written.lane),
    threads: written.lanes,
    minutes: new Map(written.times),
    parts: written.parts,
    standings: written.standings,
    page: pageIn(written.page),
  };
}

export function marksOf(columns: Columns, event: number): number {
  return columns.marks[event] as number;
}

/** The place of an event's standing in the list of standings. */
export function standingOf(marks: number): number {
  return marks & 7;
}

/** 0 minor, 1 normal, 2 major. */
export function importanceOf(marks: number): number {
  return (marks >> 3) & 3;
}

export function fadesAtStart(marks: number): boolean {
  return (marks & FADES_AT_START) !== 0;
}

export function fadesAtEnd(marks: number): boolean {
  return (marks & FADES_AT_END) !== 0;
}

export function isOneOf(marks: number): boolean {
  return (marks & ONE_OF) !== 0;
}

/** Whether the bounds are those of a stated day or interval, and not of a time in which it happened at some point. */
export function areBoundsStated(marks: number): boolean {
  return (marks & BOUNDS_STATED) !== 0;
}

/** Whether an event was on one day that its date says, so that a mark may stand for it. */
export function isKnownDay(columns: Columns, event: number): boolean {
  const marks = marksOf(columns, event);
  const days = (columns.statedEnds[event] as number) - (columns.statedStarts[event] as number);
  return days === 1 && areBoundsStated(marks) && (marks & (FADES_AT_START | FADES_AT_END | ONE_OF)) === 0;
}

/** Whether anything of when it was is known. */
export function isDated(columns: Columns, event: number): boolean {
  return Number.isFinite(columns.starts[event]) || Number.isFinite(columns.ends[event]);
}

/** Whether an event can have been going on at some moment of a period; one of which nothing is known is in none. */
export function isWithin(columns: Columns, event: number, from: number, to: number): boolean {
  return isDated(columns, event) && (columns.starts[event] as number) < to && (columns.ends[event] as number) > from;
}
