/** What a result says, apart from how it looks. */

import { pageIn } from "./disk.ts";
import type { Fragment } from "./pagefind.ts";
import { wordsIn } from "./spelling.ts";

/** Parts what a result is about from its other names, and those from spellings that nobody reads. */
const SEPARATOR = "⁂";
const BETWEEN_NAMES = " · ";
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Of a long text, about as much as is shown, in characters. */
const SHOWN = 180;
const BEFORE = 40;

export interface Result {
  readonly address: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly about: string;
  readonly names: readonly string[];
}

export function resultOf(fragment: Fragment): Result {
  const [about = "", names = ""] = fragment.content.split(SEPARATOR).map((text) => text.trim());
  return {
    address: pageIn(fragment.raw_url.replace(/^\//, "")),
    title: fragment.meta.title ?? "",
    meta: fragment.meta,
    about,
    names: names ? names.split(BETWEEN_NAMES) : [],
  };
}

/** What bears exactly the name that was typed comes first. */
export function exactFirst(results: readonly Result[], words: readonly string[]): Result[] {
  const typed = words.join(" ");
  const bears = (result: Result) => [result.title, ...result.names].some((name) => wordsIn(name).join(" ") === typed);
  return [...results.filter(bears), ...results.filter((result) => !bears(result))];
}

/** A text in pieces, every second of which is a word that was looked for. */
export function marked(text: string, words: readonly string[]): string[] {
  const pieces: string[] = [""];
  let end = 0;
  for (const found of text.matchAll(WORD)) {
    if (!isLookedFor(found[0], words)) continue;
    pieces[pieces.length - 1] += text.slice(end, found.index);
    pieces.push(found[0], "");
    end = found.index + found[0].length;
  }
  pieces[pieces.length - 1] += text.slice(end);
  return pieces;
}

/** The part of a text that has what was looked for. */
export function excerpt(text: string, words: readonly string[]): string {
  if (text.length <= SHOWN) return text;
  const first = [...text.matchAll(WORD)].find((found) => isLookedFor(found[0], words))?.index ?? 0;
  if (first + BEFORE < SHOWN) return `${text.slice(0, text.lastIndexOf(" ", SHOWN))} …`;
  const begin = text.indexOf(" ", first - BEFORE) + 1;
  const end = text.lastIndexOf(" ", begin + SHOWN);
  return `… ${text.slice(begin, end > first ? end : undefined)} …`;
}

/** The names of a result by which it was found, where neither its title nor its text says why. */
export function namesThatSayWhy(result: Result, words: readonly string[]): string[] {
  const said = wordsIn(`${result.title} ${result.about}`);
  const missing = words.filter((word) => !said.some((one) => one.startsWith(word)));
  if (!missing.length) return [];
  const says = (name: string) => {
    const spelled = wordsIn(name);
    return missing.some((word) => [...spelled, spelled.join("")].some((one) => one.startsWith(word)));
  };
  return result.names.filter(says).slice(0, 3);
}

function isLookedFor(written: string, words: readonly string[]): boolean {
  return wordsIn(written).some((one) => words.some((word) => one.startsWith(word)));
}
