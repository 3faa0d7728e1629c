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
  for (const blocks of inRows(found.filter((one) => !isInLine(one)))) undo.push(wrap(blocks, words));
  for (const part of found.filter(isInLine)) undo.push(putAway(part, words));
  return () => {
    for (const back of undo.reverse()) back();
  };
}

function isInLine(part: HTMLElement): boolean {
  return part.localName === "span";
}

/** Blocks by which of them follow each other directly. */
function inRows(blocks: readonly HTMLElement[]): HTMLElement[][] {
  const rows: HTMLElement[][] = [];
  for (const block of blocks) {
    const row = rows.at(-1);
    if (row && row.at(-1) === block.previousElementSibling) row.push(block);
    else rows.push([block]);
  }
  return rows;
}

function wrap(blocks: readonly HTMLElement[], words: Words): () => void {
  const names = blocks.map((block) => block.getAttribute(WRITTEN) || block.querySelector("h2")?.textContent || "");
  const list = new Intl.ListFormat(words.language, { type: "unit", style: "short" });
  const { fold, body } = makeFold(list.format(names.filter(Boolean)), words);
  blocks[0]?.before(fold);
  body.append(...blocks);
  return () => fold.replaceWith(...blocks);
}

/** Hide a part of a line, and give what it says a fold where there is room for one. */
function putAway(part: HTMLElement, words: Words): () => void {
  const summary = part.closest("summary");
  part.hidden = true;
  const remove = summary?.textContent === part.textContent ? nameLater(summary, part, words) : copyTo(part, words);
  return () => {
    remove();
    part.hidden = false;
  };
}

/** Where a fold's line is nothing but what was written later, it says that, and the words stand within. */
function nameLater(summary: HTMLElement, part: HTMLElement, words: Words): () => void {
  const name = element("span", "", words.say("writtenLater"));
  const copy = element("p");
  copy.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
  summary.append(name);
  summary.parentElement?.querySelector(".tl-fold__body")?.prepend(copy);
  return () => {
    name.remove();
    copy.remove();
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
