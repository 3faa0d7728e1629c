import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Bits } from "../bits.ts";
import { Choice, decodeFilters, type Facets, makeLoader } from "../facets.ts";
import { DIMENSIONS, type Dimension, EVERYTHING, type Filter, FLAGS, type Selection } from "../selection.ts";
import { chance } from "./invented.ts";

const COUNT = 300;

function differences(numbers: readonly number[]): number[] {
  return numbers.map((number, place) => number - (numbers[place - 1] ?? 0));
}

/** Filters with a few values each, some of which came out of others. */
function invent(next: () => number): Facets {
  const some = (part: number) => differences([...Array(COUNT).keys()].filter(() => next() < part));
  const dimensions = DIMENSIONS.slice(0, 4).map((name) => ({
    name,
    label: name,
    values: ["a", "b", "c", "d"].map((id, number) => ({
      id,
      name: id,
      events: some(0.1 + next() / 3),
      before: number > 1 ? [number - 1, number - 2] : [],
      level: 0,
    })),
  }));
  return decodeFilters({ version: 1, dimensions, disputed: some(0.5), counts: some(0.5) }, COUNT);
}

function choose(next: () => number): Selection {
  const values = new Map<Dimension, string[]>();
  for (const dimension of DIMENSIONS.slice(0, 4)) {
    const chosen = ["a", "b", "c", "d", "no-such-value"].filter(() => next() < 0.2);
    if (chosen.length) values.set(dimension, chosen);
  }
  return { ...EVERYTHING, values, disputed: next() < 0.3, counts: next() < 0.3, before: next() < 0.5 };
}

/** Whether an event has a value, told one event and one value at a time. */
function has(facets: Facets, dimension: Dimension, id: string, before: boolean, event: number): boolean {
  const all = facets.values[dimension];
  const value = all.find((one) => one.id === id);
  if (!value) return false;
  const counted = [value, ...(before ? value.before.map((number) => all[number]) : [])];
  return counted.some((one) => one?.events.includes(event));
}

interface Besides {
  readonly inPeriod: Bits | null;
  readonly found: Bits | null;
}

function fits(facets: Facets, selection: Selection, also: Besides, event: number, besides?: Filter): boolean {
  for (const [dimension, chosen] of selection.values) {
    const isAny = chosen.some((id) => has(facets, dimension, id, selection.before, event));
    if (dimension !== besides && !isAny) return false;
  }
  for (const flag of FLAGS) {
    if (flag !== besides && selection[flag] && !facets.flags[flag].has(event)) return false;
  }
  if (besides !== "text" && also.found && !also.found.has(event)) return false;
  return besides === "period" || !also.inPeriod || also.inPeriod.has(event);
}

test("events fit all filters and any value of each, and numbers follow the other filters", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const next = chance(seed);
    const facets = invent(next);
    const selection = choose(next);
    const inPeriod = next() < 0.5 ? Bits.of(COUNT, [...Array(200).keys()]) : null;
    const found =
      next() < 0.5
        ? Bits.of(
            COUNT,
            [...Array(COUNT).keys()].filter(() => next() < 0.7),
          )
        : null;
    const choice = new Choice(facets, selection, inPeriod, found);
    const events = [...Array(COUNT).keys()];
    const fitting = (besides?: Filter) =>
      events.filter((event) => fits(facets, selection, { inPeriod, found }, event, besides));
    assert.deepEqual([...choice.events.numbers()], fitting());
    for (const dimension of DIMENSIONS) {
      const left = fitting(dimension);
      const counts = facets.values[dimension].map(
        ({ id }) => left.filter((event) => has(facets, dimension, id, selection.before, event)).length,
      );
      assert.deepEqual([...choice.countsOf(dimension)], counts);
    }
    for (const flag of FLAGS) {
      const count = fitting(flag).filter((event) => facets.flags[flag].has(event)).length;
      assert.equal(choice.countOfFlag(flag), count);
    }
  }
});

test("the tightest filter is the one without which most events are left", () => {
  const facets = decodeFilters(
    {
      version: 1,
      dimensions: [
        { name: "actor", label: "", values: [{ id: "a", name: "a", events: [0, 1, 1], before: [], level: 0 }] },
        { name: "place", label: "", values: [{ id: "p", name: "p", events: [5, 1], before: [], level: 0 }] },
      ],
      disputed: [0, 5],
      counts: [],
    },
    10,
  );
  const values = new Map<Dimension, string[]>([
    ["actor", ["a"]],
    ["place", ["p"]],
  ]);
  const tightest = (selection: Partial<Selection>, inPeriod: Bits | null = null, found: Bits | null = null) =>
    new Choice(facets, { ...EVERYTHING, ...selection }, inPeriod, found).tightest;
  assert.deepEqual(tightest({ values }), { filters: ["place"], count: 3 });
  assert.deepEqual(tightest({ values, disputed: true }), { filters: ["actor"], count: 1 });
  assert.deepEqual(tightest({ values: new Map([["actor", ["a"]]]) }, Bits.of(10, [9])), {
    filters: ["period"],
    count: 3,
  });
  assert.deepEqual(tightest({ disputed: true }, null, Bits.of(10, [1])), { filters: ["text"], count: 2 });
  assert.equal(tightest({}), undefined);
});

test("where no single filter helps, as few as can be are let go together", () => {
  const actor = { id: "a", name: "a", events: [0, 1, 1, 1], before: [], level: 0 };
  const kind = { id: "k", name: "k", events: [5, 1], before: [], level: 0 };
  const written = [
    { name: "actor" as const, label: "", values: [actor] },
    { name: "kind" as const, label: "", values: [kind] },
  ];
  const facets = decodeFilters({ version: 1, dimensions: written, disputed: [], counts: [0, 1, 4] }, 10);
  const values = new Map<Dimension, string[]>([
    ["actor", ["a"]],
    ["kind", ["k"]],
  ]);
  const tightest = (selection: Partial<Selection>, inPeriod: Bits) =>
    new Choice(facets, { ...EVERYTHING, values, ...selection }, inPeriod).tightest;
  assert.deepEqual(tightest({}, Bits.of(10, [9])), { filters: ["kind", "period"], count: 4 });
  assert.deepEqual(tightest({}, Bits.of(10, [5, 9])), { filters: ["actor"], count: 1 });
  assert.deepEqual(tightest({ counts: true }, Bits.of(10, [9])), { filters: ["kind", "period"], count: 2 });
  assert.deepEqual(tightest({ disputed: true, counts: true }, Bits.of(10, [9])), {
    filters: ["kind", "disputed", "period"],
    count: 2,
  });
});

test("what is written as differences is read as numbers of events", () => {
  const value = { id: "a", name: "A", events: [2, 3], before: [], level: 1 };
  const dimensions = [{ name: "actor" as const, label: "Actor", values: [value] }];
  const facets = decodeFilters({ version: 1, dimensions, disputed: [1, 2], counts: [4, 1] }, 6);
  assert.deepEqual([...(facets.values.actor[0]?.events ?? [])], [2, 5]);
  assert.deepEqual([...facets.flags.disputed.numbers()], [1, 3]);
  assert.deepEqual([...facets.flags.counts.numbers()], [4, 5]);
  assert.deepEqual(facets.values.tag, []);
});

test("filters are fetched once, and again where that failed", async () => {
  const answers = [
    new Response("", { status: 404 }),
    Response.json({ version: 1, dimensions: [], disputed: [], counts: [] }),
  ];
  const fetched: string[] = [];
  mock.method(globalThis, "fetch", async (address: string) => {
    fetched.push(address);
    return answers.shift();
  });
  const load = makeLoader("data/", 3, new AbortController().signal);
  await assert.rejects(load(), /404/);
  const facets = await load();
  assert.equal(await load(), facets);
  assert.equal(facets.count, 3);
  assert.deepEqual(fetched, ["data/filters.json", "data/filters.json"]);
});

test("filters of another version are refused", () => {
  assert.throws(() => decodeFilters({ version: 2, dimensions: [], disputed: [], counts: [] }, 0), /version 2/);
});
