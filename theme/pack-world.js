/**
 * Packs the outlines of the world's land and countries (Natural Earth, 1:10m) into a file that the build of a site
 * reads in no time: `node pack-world.js <file>`. Its form: see `site_builder/geography/world.py`.
 *
 * Each point is marked with how much its line would change without it, so that whoever draws a line leaves out what is
 * too small to be seen; lines that countries share stay shared.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { presimplify } from "topojson-simplify";

const OUTLINES = "node_modules/world-atlas/countries-10m.json";
const KM_PER_DEGREE = 111.195;
/** What changes a line by less is left out. */
const FINEST_KM = 0.4;
const LEVELS_PER_DOUBLING = 16;
/** The level of the ends of a line, where others meet it. */
const ALWAYS = 255;

/** The area of a triangle of degrees in square kilometres. */
function areaOf([[east1, north1], [east2, north2], [east3, north3]]) {
  const across = Math.cos((north2 * Math.PI) / 180);
  const twice = (east1 - east3) * (north2 - north1) - (east1 - east2) * (north3 - north1);
  return (Math.abs(twice * across) * KM_PER_DEGREE ** 2) / 2;
}

function levelOf(area) {
  if (area === Number.POSITIVE_INFINITY) return ALWAYS;
  return Math.min(Math.round(Math.log2(Math.sqrt(area) / FINEST_KM) * LEVELS_PER_DOUBLING), ALWAYS - 1);
}

/** The numbers of the lines of each ring; one that is passed backwards is the complement of its number. */
function ringsOf({ type, arcs = [] }) {
  return type === "Polygon" ? arcs : arcs.flat();
}

const topology = JSON.parse(readFileSync(OUTLINES, "utf8"));
const { land, countries } = topology.objects;
const { scale, translate } = topology.transform;
const lines = presimplify(topology, areaOf).arcs.map((arc) =>
  arc
    .filter(([, , area]) => area >= FINEST_KM ** 2)
    .map(([east, north, area]) => [
      Math.round((east - translate[0]) / scale[0]),
      Math.round((north - translate[1]) / scale[1]),
      levelOf(area),
    ]),
);
const levels = lines.flatMap((line) => line.map(([, , level]) => level));
/** One coordinate of all points, each but the first of a line as what it is more than the one before it. */
const steps = (place) =>
  lines.flatMap((line) => line.map((point, at) => point[place] - (at > 0 ? line[at - 1][place] : 0)));
const boxes = lines.map((line) =>
  [Math.min, Math.max].flatMap((end) => [0, 1].map((place) => end(...line.map((point) => point[place])))),
);
const header = {
  scale,
  translate,
  finest_km: FINEST_KM,
  levels_per_doubling: LEVELS_PER_DOUBLING,
  lengths: lines.map((line) => line.length),
  boxes,
  land: land.geometries.flatMap(ringsOf),
  countries: countries.geometries.map((one) => ({ id: one.id ?? "", name: one.properties.name, rings: ringsOf(one) })),
};
const content = [
  Buffer.from(`${JSON.stringify(header)}\n`),
  Buffer.from(Int32Array.from(steps(0)).buffer),
  Buffer.from(Int32Array.from(steps(1)).buffer),
  Buffer.from(Uint8Array.from(levels).buffer),
];
writeFileSync(process.argv[2], gzipSync(Buffer.concat(content), { level: 9 }));
