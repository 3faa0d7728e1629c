import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeBasemap, reachOf, unrolled, type WrittenBasemap } from "../basemap.ts";
import { Bits } from "../bits.ts";
import { countEvents, findShown, Gathering, isByItself, keyOf, radiusInPixels } from "../gathering.ts";
import { PeriodWindow } from "../period_window.ts";
import { decodePlaces, type Place, type Shape, type WrittenPlaces } from "../places.ts";
import { boxAround, Room } from "../rooms.ts";
import { scaleOf } from "../scale.ts";
import { cutFor, turned, turnsFor } from "../turning.ts";

const WORLD: [number, number, number, number] = [-180, -85, 180, 85];

function place(id: string, lat: number, lon: number, events: number[], shape: Shape = "disc", km = 0): Place {
  return {
    id,
    name: id,
    how: "",
    shape,
    lat,
    lon,
    km,
    country: "",
    events: Uint32Array.from(events),
    unsure: new Set(),
  };
}

test("places are read with their events and those that are not sure", () => {
  const written: WrittenPlaces = {
    version: 1,
    page: "places/{id}/",
    places: [
      { id: "a", name: "A", how: "", shape: "disc", lat: 1, lon: 2, km: 0, country: "", events: [2, 3], unsure: [5] },
    ],
  };
  const [found] = decodePlaces(written);
  assert.deepEqual([...(found?.events ?? [])], [2, 5]);
  assert.deepEqual([...(found?.unsure ?? [])], [5]);
  assert.throws(() => decodePlaces({ ...written, version: 2 }), /version 2/);
});

test("only places with an event that is shown are found", () => {
  const places = [place("a", 0, 0, [0, 1]), place("b", 0, 0, [2])];
  const found = findShown(places, Bits.of(3, [1]));
  assert.deepEqual(
    found.map((one) => [one.place.id, ...one.events]),
    [["a", 1]],
  );
  assert.equal(findShown(places, null).length, 2);
});

test("near places are one number from afar and fall apart from near, each event counted once", () => {
  const found = findShown([place("a", 18, 1, [0, 1]), place("b", 18.5, 1.2, [1]), place("c", 50, 30, [2])], null);
  const [far, near] = [2, 10].map((zoom) => new Gathering(found, zoom).within(WORLD));
  assert.deepEqual(far?.map((one) => one.found.length).sort(), [1, 2]);
  assert.deepEqual(far?.map((one) => countEvents(one.found)).sort(), [1, 2]);
  assert.deepEqual(
    near?.map((one) => one.found.length),
    [1, 1, 1],
  );
  assert.equal(new Set(near?.map(({ key }) => key)).size, 3);
});

test("half a zoom nearer, as far apart as half a zoom makes them", () => {
  const found = findShown([place("a", 0, 0, [0]), place("b", 0, 11, [1])], null);
  const numbers = [2, 2.5].map((zoom) => new Gathering(found, zoom).within(WORLD).length);
  assert.deepEqual(numbers, [1, 2]);
});

test("a circle is gathered with others until it is large enough, a country never", () => {
  const wells = place("wells", 20, 2, [0], "circle", 30);
  assert.equal(isByItself(wells, 4), false);
  assert.equal(isByItself(wells, 8), true);
  assert.equal(isByItself(place("mali", 17, -4, [0], "area"), 0), true);
  const found = findShown([wells, place("town", 20, 2, [1])], null);
  assert.deepEqual(
    new Gathering(found, 8).within(WORLD).map(({ key }) => key),
    [keyOf(found.slice(1))],
  );
});

test("a circle is as large in pixels as it is on the ground", () => {
  const equator = radiusInPixels(place("a", 0, 0, [], "circle", 40_075 / 4), 0);
  assert.ok(Math.abs(equator - 64) < 1e-6);
  assert.ok(Math.abs(radiusInPixels(place("a", 60, 0, [], "circle", 40_075 / 4), 0) - 128) < 1e-6);
});

test("the scale is the longest round distance that has room, and none where it would be true only in the middle", () => {
  const near = scaleOf(18, 8, 360);
  assert.equal(near?.km, 20);
  assert.ok(near && near.width > 34 && near.width < 36);
  assert.equal(scaleOf(0, 8, 360)?.km, 20);
  assert.equal(scaleOf(60, 8, 360)?.km, 20);
  assert.equal(scaleOf(18, 12, 360)?.km, 2);
  assert.equal(scaleOf(18, 3, 360), null);
});

test("the world is cut open where no places are", () => {
  assert.equal(cutFor([-8, 2, 30]), -180);
  assert.equal(cutFor([]), -180);
  const cut = cutFor([175, -178, 160]);
  assert.ok(cut > -178 && cut < 160);
  assert.deepEqual(
    [175, -178, 160].map((east) => turned(east, cut)),
    [175, 182, 160],
  );
});

test("lines are drawn again wherever the map shows them a second time", () => {
  assert.deepEqual(turnsFor([-10, 10], -180), [0]);
  assert.deepEqual(turnsFor([170, 190], -180), [-360, 0]);
  assert.deepEqual(turnsFor([-170, -60], 0), [360]);
});

test("a ring across the back of the world goes on there, and one around a pole takes that in", () => {
  const across = Float64Array.of(160, 60, -170, 60, -170, 70, 160, 70);
  assert.deepEqual(reachOf(unrolled(across)), [160, 190]);
  const around = unrolled(Float64Array.of(-120, -70, 0, -70, 120, -70));
  assert.ok(around.includes(-90));
  assert.equal(
    reachOf(around).reduce((west, east) => east - west),
    360,
  );
  const plain = [0, 0, 1, 0, 1, 1];
  assert.deepEqual([...unrolled(Float64Array.from(plain))], [...plain, 0, 0]);
});

test("outlines are read in degrees, and lines backwards where a ring passes them so", async () => {
  const written: WrittenBasemap = {
    version: 1,
    scale: [0.5, 0.5],
    start: [-10, 0],
    lines: [
      [0, 0, 2, 0],
      [2, 0, 0, 2, -2, 0],
      [0, 0, 0, 2],
    ],
    land: [[0, 1, ~2]],
    borders: [1],
    areas: { ML: [[0, 1, ~2]] },
    names: [["ML", "Mali", 17, -4, 16]],
  };
  const rest = async () => {};
  const { land, borders, ringsOf } = await decodeBasemap(written, rest);
  const square = Float64Array.of(-10, 0, -9, 0, -9, 0, -9, 1, -10, 1, -10, 1, -10, 0, -10, 0);
  assert.deepEqual(land, [square]);
  assert.deepEqual(ringsOf("ML"), [square]);
  assert.deepEqual(borders, [Float64Array.of(-9, 0, -9, 1, -10, 1)]);
  assert.deepEqual(ringsOf("DZ"), []);
  await assert.rejects(decodeBasemap({ ...written, version: 2 }, rest), /version 2/);
});

test("a window of time stays in the whole period and keeps its length", () => {
  let changes = 0;
  const period = new PeriodWindow(0, 100, () => changes++);
  assert.ok(period.isWhole);
  period.jump(90, 110);
  assert.deepEqual(period.window, { from: 80, to: 100 });
  period.show(-50, 10);
  assert.deepEqual(period.window, { from: 0, to: 60 });
  assert.equal(period.isWhole, false);
  period.jump(Number.NEGATIVE_INFINITY, 400);
  assert.equal(changes, 3);
});

test("a name takes a place only where nothing is yet", () => {
  const room = new Room();
  room.take(boxAround(0, 0, 10, 10));
  assert.equal(room.takeIfFree(boxAround(8, 0, 10, 10)), false);
  assert.equal(room.takeIfFree(boxAround(10, 0, 10, 10)), true);
  assert.equal(room.takeIfFree(boxAround(10, 2, 4, 4)), false);
});
