import assert from "node:assert/strict";
import { test } from "node:test";
import { hasWords } from "../looking.ts";
import { exactFirst, excerpt, marked, namesThatSayWhy, resultOf } from "../results.ts";

const TOWN = resultOf({
  raw_url: "/places/tin/",
  content: "A town by the border. ⁂ Tin-Zaouatène · تين زواتين ⁂ tin zaouatene tinzaouatene",
  meta: { title: "Tin Zaouatine", kind: "place" },
});
const EVENT = resultOf({ raw_url: "/events/a/", content: "It was. ⁂ ⁂", meta: { title: "Attack at Tin Zaouatine" } });

test("a word that nothing has finds nothing, unless it is a form of one that something has", () => {
  const town = { content: "A town. ⁂ Кідаль ⁂ kidal kidalsmet", meta: { title: "Kidal", kind: "place" } };
  assert.ok(hasWords(town, ["kidal"]));
  assert.ok(hasWords(town, ["kid", "town"]));
  assert.ok(hasWords(town, ["kidals"]));
  assert.ok(hasWords(town, ["кідаль".normalize("NFKD").replace(/\p{M}/gu, "")]));
  assert.ok(hasWords(town, ["kidalos"]), "a word that is misspelled near its end");
  assert.ok(!hasWords(town, ["kidnapping"]));
  assert.ok(!hasWords(town, ["azzzz"]));
  assert.ok(!hasWords(town, ["kidal", "azzzz"]));
});

test("a result has an address below the root, and names that are not its spellings", () => {
  assert.equal(TOWN.address, "places/tin/");
  assert.equal(TOWN.about, "A town by the border.");
  assert.deepEqual(TOWN.names, ["Tin-Zaouatène", "تين زواتين"]);
  assert.deepEqual(EVENT.names, []);
});

test("what bears exactly the name that was typed comes first", () => {
  assert.deepEqual(exactFirst([EVENT, TOWN], ["tin", "zaouatine"]), [TOWN, EVENT]);
  assert.deepEqual(exactFirst([EVENT, TOWN], ["tin"]), [EVENT, TOWN]);
});

test("words that were looked for are marked, with their own letters", () => {
  assert.deepEqual(marked("At Tin-Zaouatène.", ["zaou"]), ["At Tin-", "Zaouatène", "."]);
  assert.deepEqual(marked("Nothing here", ["zaou"]), ["Nothing here"]);
});

test("a name says why it was found where nothing else does", () => {
  assert.deepEqual(namesThatSayWhy(TOWN, ["tin", "zaouatene"]), ["Tin-Zaouatène"]);
  assert.deepEqual(namesThatSayWhy(TOWN, ["tin", "zaouatine"]), []);
});

test("of a long text the part is shown that has what was looked for", () => {
  const text = `${"word ".repeat(100)}target ${"more ".repeat(100)}`.trim();
  const shown = excerpt(text, ["target"]);
  assert.match(shown, /^… .*target.* …$/);
  assert.ok(shown.length < 200);
  assert.ok(excerpt(text, ["word"]).startsWith("word word"));
  assert.equal(excerpt("Short.", ["x"]), "Short.");
});
