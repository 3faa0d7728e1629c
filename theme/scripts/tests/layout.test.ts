import assert from "node:assert/strict";
import { test } from "node:test";
import { importanceOf, marksOf } from "../columns.ts";
import { cut, placeNames, roomsBefore, roomsFor } from "../labels.ts";
import { type Lane, makeLanes, shareRows } from "../lanes.ts";
import { layOut, NO_ROW, stepOfScale } from "../layout.ts";
import { boundsOf, place } from "../placing.ts";
import { sceneOf } from "../scene.ts";
import { columnsOf, type Invented, MEASURES, many, NORMAL, STATED } from "./invented.ts";

const WIDTH = 363;

/** All that is drawn of events at a scale, in a window that begins at a moment. */
function drawn(events: readonly Invented[], rows: number, scale: number, from?: number) {
  const columns = columnsOf(events);
  const placing = place(columns, null, boundsOf(columns, null));
  const grouping = {
    names: columns.threads.map(([, name]) => name),
    valueOf: (event: number) => columns.thread[event] ?? -1,
  };
  const lanes: Lane[] = makeLanes(placing, grouping, 5, "others");
  shareRows(lanes, rows);
  const importance = (event: number) => importanceOf(marksOf(columns, event));
  const layout = layOut(placing, lanes, importance, stepOfScale(scale), MEASURES);
  const begin = from ?? placing.low;
  const window = { from: begin, to: begin + WIDTH / scale, width: WIDTH };
  return { placing, lanes, layout, scene: sceneOf(placing, layout, window, importance, MEASURES) };
}

const SCALES = [0.05, 0.09, 0.4, 1.3, 7, 60];

test("every event is drawn once, or counted once, or is a long bar without a row", () => {
  const events = many(800);
  for (const scale of SCALES) {
    const { layout, placing } = drawn(events, 14, scale);
    const found = layout.lanes.flatMap((lane) => [
      ...lane.short,
      ...lane.long,
      ...lane.left,
      ...lane.stretches.flatMap((stretch) => stretch.events),
    ]);
    assert.deepEqual(
      found.sort((a, b) => a - b),
      [...placing.order].sort((a, b) => a - b),
    );
    for (const lane of layout.lanes) {
      for (const event of [...lane.short, ...lane.long]) assert.notEqual(layout.rows[event], NO_ROW);
      for (const event of lane.left) assert.equal(layout.rows[event], NO_ROW);
    }
  }
});

test("what stands in a row never overlaps, at any scale and anywhere", () => {
  const events = many(800, 7);
  for (const scale of SCALES) {
    for (const from of [undefined, 730_100, 731_000]) {
      for (const { found } of drawn(events, 14, scale, from).scene) {
        const next = new Map<number, number>();
        for (const one of found) {
          assert.ok(one.right <= (next.get(one.row) ?? Number.POSITIVE_INFINITY) + 0.001);
          next.set(one.row, one.left);
        }
      }
    }
  }
});

test("titles overlap neither each other nor marks, bars or counts", () => {
  const events = many(800, 3);
  for (const scale of SCALES) {
    const { scene, lanes } = drawn(events, 14, scale, 730_050);
    for (const [lane, { found, blocks }] of scene.entries()) {
      const labels = roomsFor(found, blocks, lanes[lane]?.rows ?? 0, WIDTH, 3).filter(({ room }) => room > 20);
      for (const { event, row, x, room } of labels) {
        const isClear = (left: number, right: number) => right <= x || left >= x + room;
        assert.ok(x >= 0 && x + room <= WIDTH);
        for (const other of labels) {
          assert.ok(other.event === event || other.row !== row || isClear(other.x, other.x + other.room));
        }
        for (const other of found) {
          assert.ok(other.event === event || other.row !== row || isClear(other.left, other.right));
        }
        for (const block of blocks) assert.ok(isClear(block.left, block.right));
      }
    }
  }
});

test("no count hides a mark or a bar that began before it", () => {
  const events = many(800, 5);
  for (const scale of SCALES) {
    for (const { found, blocks } of drawn(events, 14, scale, 730_050).scene) {
      const short = found.filter((one) => !one.isLong);
      for (const block of blocks) {
        for (const one of short) assert.ok(one.right <= block.left + 0.001 || one.left >= block.right - 0.001);
      }
    }
  }
});

test("a dense stretch becomes a count, which falls apart from near", () => {
  const events = Array.from({ length: 40 }, (_, day) => ({ start: 1000 + day }));
  const far = drawn([...events, { start: 9000 }], 2, 0.04);
  assert.deepEqual(
    far.layout.lanes.flatMap((lane) => lane.stretches.map((one) => one.events.length)),
    [40],
  );
  const near = drawn([...events, { start: 9000 }], 2, 14);
  assert.deepEqual(
    near.layout.lanes.flatMap((lane) => lane.stretches),
    [],
  );
});

test("many events of one day can be told apart from near", () => {
  const events = Array.from({ length: 30 }, () => ({ start: 1000 }));
  assert.deepEqual(
    drawn(events, 3, 360).layout.lanes.flatMap((lane) => lane.stretches),
    [],
  );
});

test("long bars leave rows to what is short", () => {
  const bars = Array.from({ length: 5 }, (_, day) => ({ start: 1000 + day, length: 500 }));
  const { layout } = drawn([...bars, { start: 1200 }], 4, 2);
  assert.equal(layout.lanes[0]?.long.length, 3);
  assert.equal(layout.lanes[0]?.left.length, 2);
  assert.equal(layout.rows[5], 3);
});

test("what is more important has room for its title first", () => {
  const important = { start: 1000, marks: (2 << 3) | STATED };
  const { layout } = drawn([important, { start: 1030, marks: NORMAL | STATED }], 2, 1);
  assert.deepEqual([...layout.rows], [0, 1]);
});

test("events that follow each other soon stand in several rows, so that their titles have room", () => {
  const rows = (apart: number) => [...drawn([{ start: 1000 }, { start: 1000 + apart }], 4, 1).layout.rows];
  assert.deepEqual(rows(200), [0, 1]);
  assert.deepEqual(rows(500), [0, 0]);
});

test("there is space between counts", () => {
  for (const scale of SCALES) {
    for (const { blocks } of drawn(many(800, 5), 14, scale, 730_050).scene) {
      for (const [number, block] of blocks.entries()) {
        const before = blocks[number + 1];
        assert.ok(!before || block.left - before.right >= MEASURES.beside * 2 - 0.001);
      }
    }
  }
});

test("a title is cut between words, and whole where it fits", () => {
  const widthOf = (text: string) => text.length * 6;
  assert.equal(cut("Kidal is taken", 100, 20, widthOf), "Kidal is taken");
  assert.equal(cut("Kidal is taken by the army", 100, 20, widthOf), "Kidal is taken…");
  assert.equal(cut("Kidalistakenbythearmy", 60, 20, widthOf), "Kidalista…");
  assert.equal(cut("Kidal is taken", 19, 20, widthOf), "");
  assert.equal(
    cut("🜁🜁🜁🜁🜁🜁🜁🜁🜁🜁", 40, 20, (text) => [...text].length * 6),
    "🜁🜁🜁🜁🜁…",
  );
});

test("the last name of a tick is moved into sight by half its width at most", () => {
  assert.deepEqual(placeNames([-20, 60, 120], [30, 30, 30], 200, 3), [3, 63, 123]);
  assert.deepEqual(placeNames([0, 60, 120], [30, 30, 30], 140, 3), [3, 63, 110]);
  assert.deepEqual(placeNames([0, 60, 120], [30, 30, 30], 130, 3), [3, 63, undefined]);
  assert.deepEqual(placeNames([0, 60, 128], [30, 30, 20], 130, 3), [3, 63, 105]);
  assert.deepEqual(placeNames([10], [30], 12, 3), [undefined]);
  assert.deepEqual(placeNames([0, 60, 100], [30, 38, 30], 120, 3), [3, undefined, 90]);
  assert.deepEqual(placeNames([0, 60, 100], [30, 36, 30], 120, 3), [3, 63, undefined]);
});

test("a title stands before its mark where there is room only there, apart from what is before it", () => {
  const mark = (event: number, left: number, row = 0) => ({
    event,
    row,
    left,
    right: left + 10,
    isMark: true,
    isLong: false,
  });
  const found = [mark(3, 290), mark(2, 200, 1), mark(1, 100)];
  const titles = new Map([[1, { left: 113, right: 180 }]]);
  const rooms = roomsBefore(found, [{ left: 20, right: 50 }], titles, 3, 12);
  assert.deepEqual(
    rooms.map(({ event, x, room }) => [event, x, x + room]),
    [
      [2, 53, 197],
      [3, 192, 287],
    ],
  );
});
