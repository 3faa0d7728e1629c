import assert from "node:assert/strict";
import { test } from "node:test";
import { changesSince } from "../since.ts";
import { visitBefore } from "../visits.ts";

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test("a visit is remembered until another day, and the one before it as long", () => {
  const browser = storage();
  const visit = (day: string) => visitBefore(browser, "visits", day);
  assert.equal(visit("2026-11-20"), "", "nothing is known of a first visit");
  assert.equal(visit("2026-11-20"), "");
  assert.equal(visit("2026-11-25"), "2026-11-20");
  assert.equal(visit("2026-11-25"), "2026-11-20", "what was new stays so for the day");
  assert.equal(visit("2026-11-28"), "2026-11-25");
  assert.equal(browser.kept.get("visits"), "2026-11-28 2026-11-25");
});

test("what is new since a day is that day's too", () => {
  const additions = {
    version: 1,
    days: [
      ["2026-11-27", 70, 43],
      ["2026-11-22", 22, 0],
    ],
    changes: [
      ["2026-11-27", "events/b/", "B", "error"],
      ["2026-11-27", "questions/b/", "B", "Question"],
      ["2026-11-22", "events/a/", "A", ""],
    ],
  } as const;
  assert.deepEqual(changesSince(additions, "2026-11-27"), {
    added: 70,
    corrected: 43,
    changes: additions.changes.slice(0, 2),
  });
  assert.equal(changesSince(additions, "2026-11-22").added, 92);
  assert.deepEqual(changesSince(additions, "2026-11-28"), { added: 0, corrected: 0, changes: [] });
});
