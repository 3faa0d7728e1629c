/** The line below the drawing that says what a reader points at or has the focus, and leads to it. */

import { element } from "./frame.ts";
import type { EventText } from "./texts.ts";
import type { Words } from "./words.ts";

/** An event: its date, its title as a link, and in small what else a reader wants to know first. */
export function captionOf(text: EventText, href: string, words: Words): (Node | string)[] {
  const date = element("span", "tl-instrument__date", text.date);
  const link = element("a", "tl-instrument__title", text.title);
  link.href = href;
  if (text.lang) link.lang = text.lang;
  const rest = element("span", "tl-instrument__rest", restOf(text, words).join(" · "));
  return [date, " ", link, " ", rest];
}

/** The same for those who listen. */
export function announcementOf(text: EventText, words: Words): string {
  return [text.date, text.title, ...restOf(text, words)].filter(Boolean).join(". ");
}

function restOf(text: EventText, words: Words): string[] {
  return [
    text.kind,
    text.place,
    text.standing,
    text.disagree ? words.count("disagree", text.disagree) : "",
    text.links.length ? words.count("links", text.links.length) : "",
  ].filter(Boolean);
}
