/** The events of a selection and a window as a list below the timeline, in the place of the page's own. */

import { at, isEqual } from "./arrays.ts";
import { type Columns, importanceOf, isKnownDay, marksOf, standingOf } from "./columns.ts";
import { element } from "./frame.ts";
import { awaitPause } from "./giving_way.ts";
import type { EventText, EventTexts } from "./texts.ts";
import { isoOf } from "./time.ts";
import type { Words } from "./words.ts";

/** So many events at first, and again whenever a reader asks for more. */
const AT_ONCE = 50;
const IMPORTANCES = ["minor", "normal", "major"];
/** What of the page is the list that ours stands for. */
const OWN = ".tl-part--years, .tl-year, .tl-neighbours";

/** What the lines of a list are made of. */
export interface LineSettings {
  readonly columns: Columns;
  readonly texts: EventTexts;
  readonly words: Words;
  /** The address of the site's root, relative to the page. */
  readonly root: string;
}

export interface ListSettings extends LineSettings {
  readonly signal: AbortSignal;
}

export class EventList {
  private readonly settings: ListSettings;
  private readonly own: readonly HTMLElement[];
  private readonly whole = element("div", "tl-twin");
  private readonly found = element("p", "tl-twin__found");
  private readonly years = element("div");
  private readonly more: HTMLButtonElement;
  /** What is listed, or will be as soon as its texts are there; null for the page's own list. */
  private events: Uint32Array | null = null;
  private listed = 0;

  /** A list for the timeline in `instrument`, whose page has its own below it. */
  constructor(instrument: HTMLElement, settings: ListSettings) {
    this.settings = settings;
    this.own = [...(instrument.parentElement?.querySelectorAll<HTMLElement>(OWN) ?? [])];
    this.more = element("button", "tl-twin__more", settings.words.say("more"));
    this.more.type = "button";
    this.more.addEventListener("click", () => this.showMore());
    this.whole.hidden = true;
    this.whole.append(this.found, this.years, this.more);
    instrument.after(this.whole);
    settings.signal.addEventListener("abort", () => this.remove());
  }

  /** Show the page's own list. */
  showOwn(): void {
    if (this.events) this.turnTo(null, () => this.putOn(false));
  }

  show(events: Uint32Array): void {
    if (this.events && isEqual(events, this.events)) return;
    const { words, columns } = this.settings;
    this.turnTo(events, () => {
      const all = words.count("events", columns.count);
      this.found.textContent = words.say("shown", { n: words.number(events.length), all });
      this.fill(events, Math.min(AT_ONCE, events.length));
      this.putOn(true);
    });
  }

  /** Take what is to be listed. The drawing answers first: what is seen changes once it has, and all at once. */
  private turnTo(events: Uint32Array | null, change: () => void): void {
    const { signal, words } = this.settings;
    this.events = events;
    this.whole.setAttribute("aria-busy", "true");
    const listed = events?.subarray(0, AT_ONCE) ?? [];
    Promise.all([this.load(listed), awaitPause(signal)]).then(
      () => {
        if (events === this.events) change();
      },
      () => {
        if (signal.aborted || events !== this.events) return;
        this.years.replaceChildren(words.say("failed"));
        this.putOn(true);
      },
    );
  }

  /** Put this list in the place of the page's own, or that in the place of this one. */
  private putOn(isOurs: boolean): void {
    for (const part of this.own) part.hidden = isOurs;
    this.whole.hidden = !isOurs;
    this.whole.setAttribute("aria-busy", "false");
  }

  /** Bring the texts of some events. */
  private load(events: Iterable<number>): Promise<unknown> {
    const { texts } = this.settings;
    const parts = new Set([...events].map((event) => texts.partOf(event)));
    return Promise.all([...parts].map((part) => texts.loadPart(part)));
  }

  /** List the first events, whose texts are there. */
  private fill(events: Uint32Array, number: number): void {
    this.listed = number;
    this.years.replaceChildren(...this.makeYears(events.subarray(0, number)));
    this.more.hidden = number === events.length;
  }

  private async listMore(): Promise<void> {
    const { events, listed: first } = this;
    if (!events) return;
    const number = Math.min(first + AT_ONCE, events.length);
    await this.load(events.subarray(0, number));
    if (events !== this.events) return;
    this.fill(events, number);
    this.years.querySelectorAll<HTMLElement>(".tl-event__title a")[first]?.focus();
  }

  private showMore(): void {
    this.listMore().catch(() => this.years.replaceChildren(this.settings.words.say("failed")));
  }

  private makeYears(events: Uint32Array): HTMLElement[] {
    const years: HTMLElement[] = [];
    let last: EventText | undefined;
    let months: HTMLElement | undefined;
    let lines: HTMLElement | undefined;
    for (const event of events) {
      const text = this.settings.texts.of(event);
      if (!text) continue;
      const isNewYear = text.year !== last?.year;
      if (!months || isNewYear) {
        const [year, body] = makeYear(text.year);
        years.push(year);
        months = body;
      }
      if (!lines || isNewYear || text.month !== last?.month) {
        const [month, body] = makeMonth(text.month);
        months.append(month);
        lines = body;
      }
      lines.append(makeLine(event, text, this.settings));
      last = text;
    }
    return years;
  }

  private remove(): void {
    this.whole.remove();
    for (const part of this.own) part.hidden = false;
  }
}

/** The bar of a date, as the build draws it. */
function makeBar(left: number, width: number, fades: string): SVGElement {
  const bar = svg("svg", { class: "tl-bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" });
  bar.append(
    svg("rect", { class: "tl-bar__track", x: 0, y: 1.5, width: 100, height: 1 }),
    svg("rect", { class: `tl-bar__span tl-bar__span--${fades}`, x: left, y: 0, width, height: 4 }),
  );
  return bar;
}

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made as SVGElement;
}

/** An event as a line of a list. */
export function makeLine(event: number, text: EventText, { columns, words, root }: LineSettings): HTMLElement {
  const marks = marksOf(columns, event);
  const standing = columns.standings[standingOf(marks)] ?? "";
  const line = element("li", `tl-event tl-event--${IMPORTANCES[importanceOf(marks)]} tl-event--${standing}`);
  const date = element("p", "tl-event__date");
  date.append(makeTime(text, columns, event));
  if (text.bar) date.append(" ", makeBar(...text.bar));
  if (text.inferred) {
    date.append(" ", element("span", "tl-event__inferred", words.say("inferred", { bounds: text.inferred })));
  }
  const link = element("a", "", text.title);
  link.href = root + columns.page.replace("{id}", text.id);
  if (text.lang) link.lang = text.lang;
  const title = element("p", "tl-event__title");
  title.append(link);
  const facts = element("p", "tl-event__facts");
  for (const fact of [text.place, text.kind]) if (fact) facts.append(element("span", "", fact), " ");
  if (text.standing) facts.append(element("span", `tl-mark tl-standing--${standing}`, text.standing), " ");
  if (text.disagree) {
    facts.append(element("span", "tl-mark tl-standing--disputed", words.count("disagree", text.disagree)));
  }
  line.append(date, title, facts);
  return line;
}

/** A date in words, which machines can read where it is one sure day that HTML's element for it can say. */
function makeTime({ date, time }: EventText, columns: Columns, event: number): Node {
  const day = at(columns.statedStarts, event);
  const machine = time ?? (isKnownDay(columns, event) && day > 0 ? isoOf(day) : "");
  if (!machine) return document.createTextNode(date);
  const made = element("time", "", date);
  made.dateTime = machine;
  return made;
}

function makeYear(name: string): [year: HTMLElement, months: HTMLElement] {
  const year = element("section", "tl-part tl-year");
  const head = element("div", "tl-part__head");
  head.append(element("h2", "tl-year__name", name));
  const body = element("div", "tl-part__body");
  year.append(head, body);
  return [year, body];
}

function makeMonth(name: string): [month: HTMLElement, lines: HTMLElement] {
  const month = element("div", "tl-month");
  if (name) month.append(element("h3", "", name));
  const lines = element("ol", "tl-events");
  month.append(lines);
  return [month, lines];
}
