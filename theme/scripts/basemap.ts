/** The outlines of the world, as the build writes them: see `site_builder/formats/columns.py`. */

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
/** Degrees north and east. */
export type Spot = [north: number, east: number];

export interface Basemap {
  readonly land: Spot[][];
  readonly borders: Spot[][];
  /** The rings of countries that stand for places, by their codes. */
  readonly areas: ReadonlyMap<string, Spot[][]>;
  readonly names: readonly CountryName[];
}

const VERSION = 1;
/** Half a turn of the world: lines have no longer steps. */
const HALF = 180;

/** Throws where the data is of another version than this script. */
export function decodeBasemap(written: WrittenBasemap): Basemap {
  if (written.version !== VERSION) throw new Error(`outlines of version ${written.version}, not ${VERSION}`);
  const lines = written.lines.map((steps) => spotsOf(steps, written));
  const ringsOf = (rings: number[][]) => rings.map((ring) => unrolled(ring.flatMap((number) => lineOf(lines, number))));
  return {
    land: ringsOf(written.land),
    borders: written.borders.map((number) => lineOf(lines, number)),
    areas: new Map(Object.entries(written.areas).map(([code, rings]) => [code, ringsOf(rings)])),
    names: written.names,
  };
}

function spotsOf(steps: readonly number[], { scale, start }: WrittenBasemap): Spot[] {
  const spots: Spot[] = [];
  let [x, y] = [0, 0];
  for (let place = 0; place < steps.length; place += 2) {
    x += steps[place] ?? 0;
    y += steps[place + 1] ?? 0;
    spots.push([y * scale[1] + start[1], x * scale[0] + start[0]]);
  }
  return spots;
}

/** A line by its number; the complement of one stands for its line backwards. */
function lineOf(lines: readonly Spot[][], number: number): Spot[] {
  return number >= 0 ? (lines[number] ?? []) : (lines[~number] ?? []).toReversed();
}

/** A ring that goes on beyond the world's back where it crosses that; around a pole it takes that in. */
export function unrolled(ring: readonly Spot[]): Spot[] {
  const [first] = ring;
  if (!first) return [];
  const spots: Spot[] = [];
  let turn = 0;
  let before = first[1];
  for (const [north, east] of [...ring, first]) {
    if (before - east > HALF) turn += 2 * HALF;
    else if (east - before > HALF) turn -= 2 * HALF;
    before = east;
    spots.push([north, east + turn]);
  }
  if (turn) {
    const pole = Math.sign(first[0]) * 90;
    spots.push([pole, first[1] + turn], [pole, first[1]]);
  }
  const [west, end] = reachOf(spots);
  const back = 2 * HALF * Math.round((west + end) / 2 / (2 * HALF));
  return back ? spots.map(([north, east]) => [north, east - back]) : spots;
}

/** How far west and east a line reaches. */
export function reachOf(line: readonly Spot[]): [west: number, east: number] {
  let [west, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, east] of line) {
    if (east < west) west = east;
    if (east > end) end = east;
  }
  return [west, end];
}
