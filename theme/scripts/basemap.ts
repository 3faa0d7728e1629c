/** The outlines of the world, as the build writes them: see `site_builder/formats/columns.py`. */

import { at } from "./arrays.ts";
import { inPieces } from "./giving_way.ts";

export interface WrittenBasemap {
  version: number;
  scale: [number, number];
  start: [number, number];
  lines: number[][];
  land: number[][];
  borders: number[];
  areas: Record<string, number[][]>;
  names: CountryName[];
}

export type CountryName = [code: string, name: string, north: number, east: number, degreesWide: number];
/** Of each point of a line, in turn, the degrees east and north. There are so many that objects would take long. */
export type Line = Float64Array;

export interface Basemap {
  readonly land: readonly Line[];
  readonly borders: readonly Line[];
  /** The rings of a country that stands for a place, by its code. */
  readonly ringsOf: (country: string) => readonly Line[];
  readonly names: readonly CountryName[];
}

const VERSION = 1;
/** Half a turn of the world: lines have no longer steps. */
const HALF = 180;

/** In pieces, between which it may rest. Throws where the data is of another version than this script. */
export async function decodeBasemap(written: WrittenBasemap, rest: () => Promise<void>): Promise<Basemap> {
  if (written.version !== VERSION) throw new Error(`outlines of version ${written.version}, not ${VERSION}`);
  const lines = await inPieces(written.lines, (steps) => lineFrom(steps, written), rest);
  const ringFrom = (ring: readonly number[]) => unrolled(joined(lines, ring));
  const land = await inPieces(written.land, ringFrom, rest);
  return {
    land,
    borders: written.borders.flatMap((number) => lines[number] ?? []),
    ringsOf: (country) => (written.areas[country] ?? []).map(ringFrom),
    names: written.names,
  };
}

function lineFrom(steps: readonly number[], { scale, start }: WrittenBasemap): Line {
  const line = new Float64Array(steps.length);
  let [x, y] = [0, 0];
  for (let place = 0; place < steps.length; place += 2) {
    x += steps[place] ?? 0;
    y += steps[place + 1] ?? 0;
    line[place] = x * scale[0] + start[0];
    line[place + 1] = y * scale[1] + start[1];
  }
  return line;
}

/** The lines of a ring by their numbers; the complement of one stands for its line backwards. */
function joined(lines: readonly Line[], numbers: readonly number[]): Line {
  const passed = numbers.flatMap((number) => lines[number >= 0 ? number : ~number] ?? []);
  const ring = new Float64Array(passed.reduce((length, line) => length + line.length, 0));
  let place = 0;
  passed.forEach((line, nth) => {
    ring.set((numbers[nth] as number) >= 0 ? line : backwards(line), place);
    place += line.length;
  });
  return ring;
}

function backwards(line: Line): Line {
  const turned = new Float64Array(line.length);
  for (let place = 0; place < line.length; place += 2) {
    turned[line.length - 2 - place] = at(line, place);
    turned[line.length - 1 - place] = at(line, place + 1);
  }
  return turned;
}

/** A closed ring that goes on beyond the world's back where it crosses that; around a pole it takes that in. */
export function unrolled(ring: Line): Line {
  if (!ring.length) return ring;
  const closed = new Float64Array(ring.length + 2);
  closed.set(ring);
  closed.set(ring.subarray(0, 2), ring.length);
  let turn = 0;
  let before = at(ring, 0);
  for (let place = 0; place < closed.length; place += 2) {
    const east = at(closed, place);
    if (before - east > HALF) turn += 2 * HALF;
    else if (east - before > HALF) turn -= 2 * HALF;
    before = east;
    closed[place] = east + turn;
  }
  const pole = Math.sign(at(ring, 1)) * 90;
  const whole = turn ? Float64Array.of(...closed, at(ring, 0) + turn, pole, at(ring, 0), pole) : closed;
  const [west, end] = reachOf(whole);
  const back = 2 * HALF * Math.round((west + end) / 2 / (2 * HALF));
  if (back) for (let place = 0; place < whole.length; place += 2) whole[place] = at(whole, place) - back;
  return whole;
}

/** How far west and east a line reaches. */
export function reachOf(line: Line): [west: number, east: number] {
  let [west, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let place = 0; place < line.length; place += 2) {
    const east = at(line, place);
    if (east < west) west = east;
    if (east > end) end = east;
  }
  return [west, end];
}
