import assert from "node:assert/strict";
import { test } from "node:test";

type Script = { src: string; integrity: string };
type Data = Record<string, string>;

const scripts: Script[] = [];
const pages: unknown[][] = [];
const SITE = "https://example.org/site/";
let at = SITE;
let query = "";
let show = () => {};
let awaited: string[] = [];

const document = {
  scripts,
  body: { append: (script: Script) => scripts.push(script) },
  createElement: () => ({}),
  querySelector: () => null,
  querySelectorAll: () => pages.shift() ?? [],
};
const subscribe = (next: () => void) => {
  show = next;
};
const location = {
  get href() {
    return at + query;
  },
  get search() {
    return query;
  },
};

function instrument(name: string, data: Data = {}) {
  const dataset: Data = { tlScript: name, tlIntegrity: `hash of ${name}`, ...data };
  return { dataset, hidden: true, addEventListener: (type: string) => awaited.push(`${name} ${type}`) };
}

function sources(): string[] {
  return scripts.map((one) => one.src.replace(SITE, ""));
}

class IntersectionObserver {
  observe({ dataset }: { dataset: Data }): void {
    awaited.push(`${dataset.tlScript?.replace(SITE, "")} seen`);
  }
}

Object.assign(globalThis, { document, location, IntersectionObserver, window: { document$: { subscribe } } });
await import("../start.ts");

test("each page gets the scripts that its instruments name, each script once", () => {
  const now = (name: string) => instrument(name, { tlNow: "" });
  pages.push([now("a.js"), now("a.js")], [now("a.js"), now("b.js")], []);
  show();
  assert.deepEqual(
    scripts.map((one) => [one.src, one.integrity]),
    [[`${SITE}a.js`, "hash of a.js"]],
  );
  show();
  show();
  assert.deepEqual(sources(), ["a.js", "b.js"]);
});

test("an instrument is shown, and its script waits until a reader comes to it", () => {
  const one = instrument("c.js");
  pages.push([one]);
  awaited = [];
  show();
  assert.equal(one.hidden, false);
  assert.deepEqual(awaited, ["c.js seen", "c.js pointerdown", "c.js focusin"]);
  assert.ok(!sources().includes("c.js"));
});

test("an instrument with a key waits for a touch, or for that key in the address", () => {
  awaited = [];
  pages.push([instrument("d.js", { tlKey: "as-of" })], [instrument("d.js", { tlKey: "as-of" })]);
  show();
  assert.deepEqual(awaited, ["d.js pointerdown", "d.js focusin"]);
  assert.ok(!sources().includes("d.js"));
  query = "?actor=a&as-of=2024-07-30";
  show();
  assert.ok(sources().includes("d.js"));
});

test("an instrument keeps its addresses when the browser has gone to the next page's", () => {
  const home = instrument("e.js", { tlRoot: "", tlData: "data/timeline/" });
  const event = instrument("../../e.js", { tlRoot: "../../", tlData: "../../data/timeline/" });
  pages.push([home], [home, event]);
  query = "?since=2024-07-30";
  show();
  at = `${SITE}events/ambush/`;
  show();
  for (const { dataset } of [home, event]) {
    const { tlScript, tlData, tlSite } = dataset;
    assert.deepEqual([tlScript, tlData, tlSite], [`${SITE}e.js`, `${SITE}data/timeline/`, SITE]);
  }
});
