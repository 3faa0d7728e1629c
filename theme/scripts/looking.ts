/** Looks for words in an index, and says that there is nothing where there is nothing. */

import type { Answer, Choice, Engine, Fragment } from "./pagefind.ts";
import { wordsIn } from "./spelling.ts";

const NOTHING: Answer = { results: [], totalFilters: {} };
/** So many of the first results are looked at. */
const LOOKED_AT = 10;
/** Of a word that nothing has, so much has to be how a word begins that something has: `Kidals` finds `Kidal`. */
const ENOUGH = 2 / 3;

/** What an index finds. Of a word that nothing has, Pagefind looks for what that begins with, be it one letter. */
export async function lookFor(engine: Engine, words: readonly string[], filters: Choice = {}): Promise<Answer> {
  const answer = await engine.search(words.join(" "), { filters });
  const first = await Promise.all(answer.results.slice(0, LOOKED_AT).map((one) => one.data()));
  return first.some((fragment) => hasWords(fragment, words)) ? answer : NOTHING;
}

/** Whether all words are in a result, or words that they are forms of. */
export function hasWords({ content, meta }: Pick<Fragment, "content" | "meta">, words: readonly string[]): boolean {
  const there = wordsIn([content, ...Object.values(meta)].join(" "));
  const whole = there.join(" ");
  const isForm = (word: string, other: string) => other.startsWith(word.slice(0, Math.ceil(word.length * ENOUGH)));
  return words.every((word) => whole.includes(word) || there.some((other) => isForm(word, other)));
}
