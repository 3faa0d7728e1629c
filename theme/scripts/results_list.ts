/** The list of results, and the choice among them by kind and year. */

import { excerpt, marked, namesThatSayWhy, type Result } from "./results.ts";
import type { Words } from "./words.ts";

export interface SearchWords {
  readonly words: Words;
  /** What each kind of record is called, in the order in which readers meet them. */
  readonly groups: Readonly<Record<string, string>>;
  readonly standings: Readonly<Record<string, string>>;
}

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** One result: what it is, when, how sure that is, its title and what it is about. */
export function itemOf(result: Result, root: string, typed: readonly string[], said: SearchWords): HTMLLIElement {
  const { title, meta, about } = result;
  const what = meta.what || (said.groups[meta.kind ?? ""] ?? "");
  const kicker = make("span", "tl-found__kicker", make("span", "tl-found__what", what));
  if (meta.date) kicker.append(make("span", "tl-found__date", meta.date));
  if (meta.standing) {
    kicker.append(
      make("span", `tl-mark tl-standing--${meta.standing}`, said.standings[meta.standing] ?? meta.standing),
    );
  }
  const heading = make("span", "tl-found__title", ...withMarks(title, typed));
  if (meta.lang) heading.lang = meta.lang;
  const link = make("a", "md-search-result__link tl-found", kicker, heading);
  link.href = root + result.address;
  const why = namesThatSayWhy(result, typed);
  if (why.length) link.append(make("span", "tl-found__names", said.words.say("also", { names: why.join(", ") })));
  if (about) link.append(make("span", "tl-found__about", ...withMarks(excerpt(about, typed), typed)));
  return make("li", "md-search-result__item", link);
}

function withMarks(text: string, typed: readonly string[]): (Node | string)[] {
  return marked(text, typed).map((piece, place) => (place % 2 ? make("mark", "", piece) : piece));
}
