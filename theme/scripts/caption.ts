/** What an instrument says in words: the period of its window, and what a reader points at or gives the focus. */

import { element, type Frame } from "./frame.ts";
import type { Placing } from "./placing.ts";
import type { EventText } from "./texts.ts";
import type { TickNames } from "./tick_names.ts";
import { pointsByFinger } from "./watching.ts";
import type { Words } from "./words.ts";

/** As a part of a day: a period is over just before the day begins that follows it. */
const A_MOMENT = 1e-4;

export class Caption {
  private readonly frame: Frame;
  private readonly words: Words;
  private readonly names: TickNames;
  /** The address of an event's page. */
  private readonly addressOf: (id: string) => string;

  constructor(frame: Frame, words: Words, names: TickNames, addressOf: (id: string) => string) {
    this.frame = frame;
    this.words = words;
    this.names = names;
    this.addressOf = addressOf;
  }

  /** Say nothing, or what a reader can do. */
  clear(isHinting: boolean): void {
    this.frame.caption.textContent = isHinting ? this.words.say(pointsByFinger() ? "hintTouch" : "hint") : "";
  }

  /** Show an event: its date, its title as a link, and in small what else a reader wants to know first. */
  showEvent(text: EventText): void {
    const date = element("span", "tl-instrument__date", text.date);
    const link = element("a", "tl-instrument__title", text.title);
    const rest = element("span", "tl-instrument__rest", this.restOf(text).join(" · "));
    date.dir = link.dir = "auto";
    link.href = this.addressOf(text.id);
    if (text.lang) link.lang = text.lang;
    this.frame.caption.replaceChildren(date, " ", link, " ", rest);
  }

  /** Go to the page of the event that is shown. */
  open(): void {
    this.frame.caption.querySelector("a")?.click();
  }

  /** Say a window in words, with how many events can have been going on in it. */
  showPeriod(placing: Placing, from: number, to: number, events: number): void {
    const lastMoment = Math.min(to, placing.last) - A_MOMENT;
    const [first, last] = this.names.periodOf(Math.max(from, placing.first), lastMoment);
    const period = first === last ? first : this.words.say("period", { from: first, to: last });
    this.frame.period.textContent = `${period} · ${this.words.count("events", events)}`;
  }

  /** Read an event aloud to those who listen. */
  announceEvent(text: EventText): void {
    this.frame.status.textContent = [text.date, text.title, ...this.restOf(text)].join(". ");
  }

  /** Leave nothing to be read aloud. */
  silence(): void {
    this.frame.status.textContent = "";
  }

  /** Read aloud what the window is. */
  announcePeriod(): void {
    this.frame.status.textContent = this.frame.period.textContent;
  }

  private restOf(text: EventText): string[] {
    return [
      text.inferred ?? "",
      text.kind,
      text.place,
      text.standing,
      text.disagree ? this.words.count("disagree", text.disagree) : "",
      text.links.length ? this.words.count("links", text.links.length) : "",
    ].filter(Boolean);
  }
}
