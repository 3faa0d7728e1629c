import assert from "node:assert/strict";
import { test } from "node:test";

type Script = { src: string; integrity: string };

test("each page gets the scripts that its instruments name, each script once", async () => {
  const scripts: Script[] = [];
  const instrument = (tlScript: string) => ({ dataset: { tlScript, tlIntegrity: `hash of ${tlScript}`, tlNow: "" } });
  const pages = [[instrument("a.js"), instrument("a.js")], [instrument("a.js"), instrument("b.js")], []];
  const document = {
    scripts,
    body: { append: (script: Script) => scripts.push(script) },
    createElement: () => ({}),
    querySelector: () => null,
    querySelectorAll: () => pages.shift(),
  };
  let show = () => {};
  const subscribe = (next: () => void) => {
    show = next;
    next();
  };
  Object.assign(globalThis, { document, window: { document$: { subscribe } } });

  await import("../start.ts");
  assert.deepEqual(
    scripts.map((one) => [one.src, one.integrity]),
    [["a.js", "hash of a.js"]],
  );
  show();
  show();
  assert.deepEqual(
    scripts.map((one) => one.src),
    ["a.js", "b.js"],
  );
});
