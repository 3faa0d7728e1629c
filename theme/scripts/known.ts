/** What of a page was known on a day: hides the rest, and counts. */

import { holds, type Spell, spellOf } from "./days.ts";
import type { Words } from "./words.ts";

/** What came to be known on one day: a claim, an event, or what stands for one. */
interface Item extends Spell {
  readonly element: HTMLElement;
  readonly what: "said" | "begun" | "row";
}

/** A word or a sign that holds only on some days. */
interface Mark extends Spell {
  readonly element: HTMLElement;
  /** Whether it is hidden today. */
  readonly isPast: boolean;
}

interface Group {
  readonly element: HTMLElement;
  readonly items: readonly Item[];
}

/** A number in words, and what it counts. */
interface Tally extends Group {
  readonly of: string;
  readonly written: readonly Node[];
}

/** How many claims or events of a page there are, were certainly there already, and have no date. */
export interface Count {
  readonly all: number;
  readonly known: number;
  readonly undated: number;
}

/** What counts is known since its claim is, to which it leads. */
const COUNTS = "li.tl-count, .tl-table tr:has(.tl-count__by)";
const TO_CLAIM_OF_COUNT = ".tl-count__by";
/** A tie is known since the other claim is. */
const TO_CLAIM = ":scope > a[href^='#']";
const MARKS = "[data-tl-since], [data-tl-until], .tl-tie";
const ITEMS = `[data-tl-said], [data-tl-begun], [data-tl-row], ${COUNTS}`;
/** What is of no use once all in it is hidden. */
const GROUPS = `.tl-part, .tl-part .tl-fold:not(.tl-claim), .tl-group, .tl-run, .tl-entry, .tl-lines > li, .tl-chart,
  .tl-chart__part, .tl-disputed, .tl-links__group, .tl-table tbody, .tl-list-part`;
/** What numbers count besides claims and events themselves. */
const OF_ROWS: ReadonlySet<string> = new Set(["further", "singles", "sources", "ties"]);
/** Links to parts of the page, which may be hidden. */
const WAYS = ".tl-jump a, .tl-contents a";
/** What a count in a chart looks like where a mark of these is on it. */
const LOOKS = {
  "tl-count--past": ".tl-mark--revised:not([hidden]), .tl-standing--withdrawn:not([hidden])",
  "tl-count--disputed": ".tl-standing--disputed:not([hidden])",
} as const;

export class Known {
  private readonly page: HTMLElement;
  private readonly words: Words;
  private readonly items: readonly Item[];
  private readonly marks: readonly Mark[];
  private readonly groups: readonly Group[];
  private readonly tallies: readonly Tally[];

  constructor(page: HTMLElement, words: Words) {
    this.page = page;
    this.words = words;
    this.items = all(page, ITEMS).map((element) => readItem(page, element));
    this.marks = all(page, MARKS).map((element) => ({
      element,
      isPast: Boolean(element.hidden),
      ...spellOf(element.dataset.tlSince ?? sinceOfClaim(page, element, TO_CLAIM), element.dataset.tlUntil),
    }));
    this.groups = all(page, GROUPS).map((element) => this.groupOf(element, element));
    this.tallies = all(page, "[data-tl-tally]").map((element) => ({
      ...this.groupOf(element, element.closest<HTMLElement>("details, .tl-part") ?? page),
      of: element.dataset.tlTally ?? "",
      written: [...element.childNodes],
    }));
  }

  /** All days on which a claim was made or an event began. */
  get spells(): readonly Spell[] {
    return this.items.filter((item) => item.what !== "row");
  }

  /** Show what was known on a day, or all of it. */
  show(day: number | null): void {
    for (const item of this.items) item.element.hidden = day !== null && !holds(item, day);
    for (const mark of this.marks) mark.element.hidden = day === null ? mark.isPast : !holds(mark, day);
    for (const { element, items } of this.groups) {
      if (items.length && !items.some((item) => item.element === element)) {
        element.hidden = items.every((item) => item.element.hidden);
      }
    }
    for (const tally of this.tallies) this.tell(tally);
    for (const way of all<HTMLAnchorElement>(this.page, WAYS)) {
      const isGone = this.page.querySelector(`#${CSS.escape(way.hash.slice(1))}`)?.closest("[hidden]") != null;
      (way.parentElement ?? way).hidden = isGone;
    }
    for (const count of all(this.page, ".tl-chart .tl-count")) {
      for (const [look, mark] of Object.entries(LOOKS))
        count.classList.toggle(look, count.querySelector(mark) !== null);
    }
  }

  /** How many claims or events of the page were there on a day. */
  number(what: "said" | "begun", day: number): Count {
    const items = this.items.filter((item) => item.what === what);
    const dated = items.filter((item) => Number.isFinite(item.since));
    return {
      all: items.length,
      known: dated.filter((item) => holds(item, day)).length,
      undated: items.length - dated.length,
    };
  }

  private groupOf(element: HTMLElement, around: HTMLElement): Group {
    return { element, items: this.items.filter((item) => around.contains(item.element)) };
  }

  /** Count again what a number counts, where some of that is hidden. */
  private tell({ element, items, of, written }: Tally): void {
    const counted = items.filter((item) => isCountedBy(item, of));
    const shown = counted.filter((item) => !item.element.hidden);
    if (shown.length === counted.length) element.replaceChildren(...written);
    else element.textContent = this.words.count(nameOf(of, counted), shown.length);
  }
}

function readItem(page: HTMLElement, element: HTMLElement): Item {
  const { tlSaid, tlBegun, tlRow } = element.dataset;
  const what = tlSaid !== undefined ? "said" : tlBegun !== undefined ? "begun" : "row";
  return { element, what, ...spellOf(tlSaid ?? tlBegun ?? tlRow ?? sinceOfClaim(page, element, TO_CLAIM_OF_COUNT)) };
}

/** The day of the claim on the page to which a link in an element leads. */
function sinceOfClaim(page: HTMLElement, element: HTMLElement, link: string): string | undefined {
  const id = element.querySelector<HTMLAnchorElement>(link)?.hash.slice(1);
  const claim = id ? page.querySelector(`#${CSS.escape(decodeURIComponent(id))}`) : null;
  return claim?.closest<HTMLElement>("[data-tl-said]")?.dataset.tlSaid;
}

function isCountedBy(item: Item, of: string): boolean {
  return (item.what === "row") === OF_ROWS.has(of);
}

/** The name of the words of a number: lines are events or claims. */
function nameOf(of: string, items: readonly Item[]): string {
  if (of === "ties") return "events";
  if (of !== "lines") return of;
  return items.some((item) => item.what === "begun") ? "events" : "claims";
}

function all<Kind extends HTMLElement = HTMLElement>(page: HTMLElement, selector: string): Kind[] {
  return [...page.querySelectorAll<Kind>(selector)];
}
