/** What the editors wrote later than the day that a reader looks at: it is folded up, or hidden within a line. */

import { element } from "./frame.ts";
import type { Words } from "./words.ts";

const WRITTEN = "data-tl-later";

/** Fold up all that was written later; gives what unfolds it. */
export function foldLater(page: HTMLElement, words: Words): () => void {
  const undo: (() => void)[] = [];
  const found = [...page.querySelectorAll<HTMLElement>(`[${WRITTEN}]`)].filter(
    (one) => !one.parentElement?.closest(`[${WRITTEN}]`),
  );
  for (const block of found.filter((one) => !isInLine(one))) undo.push(wrap(block, words));
  for (const part of found.filter(isInLine)) undo.push(putAway(part, words));
  return () => {
    for (const back of undo.reverse()) back();
  };
}

function isInLine(part: HTMLElement): boolean {
  return part.localName === "span";
}

function wrap(block: HTMLElement, words: Words): () => void {
  const { fold, body } = makeFold(block.getAttribute(WRITTEN) || block.querySelector("h2")?.textContent || "", words);
  block.before(fold);
  body.append(block);
  return () => fold.replaceWith(block);
}

/** Hide a part of a line, and give what it says a fold where there is room for one. */
function putAway(part: HTMLElement, words: Words): () => void {
  part.hidden = true;
  const remove = copyTo(part, words);
  return () => {
    remove();
    part.hidden = false;
  };
}

function copyTo(part: HTMLElement, words: Words): () => void {
  const copy = part.cloneNode(true) as HTMLElement;
  copy.hidden = false;
  const head = part.closest(".tl-kicker")?.parentElement?.querySelector(".tl-later > .tl-fold__body");
  if (head) {
    head.prepend(copy);
    return () => copy.remove();
  }
  const claim = part.closest("summary")?.parentElement?.querySelector(".tl-fold__body");
  if (claim?.querySelector(":scope > .tl-later")) return () => {};
  const note = part.closest(".tl-note");
  if (!claim && !note) return () => {};
  const { fold, body } = makeFold("", words);
  body.append(copy);
  if (claim) claim.append(fold);
  else note?.after(fold);
  return () => fold.remove();
}

function makeFold(what: string, words: Words): { fold: HTMLElement; body: HTMLElement } {
  const fold = element("details", "tl-fold tl-later");
  const body = element("div", "tl-fold__body");
  fold.append(element("summary", "", what ? words.say("writtenLaterOf", { what }) : words.say("writtenLater")), body);
  return { fold, body };
}
