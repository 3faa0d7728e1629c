/** The events of one place in words: its name, how closely it is known, and its events, the latest first. */

import { element } from "./frame.ts";
import type { Found } from "./gathering.ts";
import { type LineSettings, makeLine } from "./list.ts";

export interface PlaceSettings extends LineSettings {
  /** The address of a place's page from the root of the site, with `{id}`. */
  readonly placePage: string;
}

/** So many events at first, and again whenever a reader asks for more. */
const AT_ONCE = 5;
const MORE_AT_ONCE = 50;

export class PlaceLines {
  readonly element = element("div", "tl-placed__lines");
  private readonly settings: PlaceSettings;
  private readonly lines = element("ol", "tl-events");
  private readonly more: HTMLButtonElement;
  /** The latest first. */
  private readonly events: Uint32Array;
  private readonly found: Found;
  private listed = 0;

  constructor(found: Found, settings: PlaceSettings) {
    const { words, root, placePage } = settings;
    this.settings = settings;
    this.found = found;
    this.events = found.events.toReversed();
    this.more = element("button", "tl-twin__more", words.say("more"));
    this.more.type = "button";
    this.more.addEventListener("click", () => this.showMore());
    const link = element("a", "", words.say("placePage"));
    link.href = root + placePage.replace("{id}", found.place.id);
    const way = element("p", "tl-note");
    way.append(link);
    this.element.append(this.lines, this.more, way);
  }

  /** List the first ones. */
  async start(): Promise<void> {
    if (!this.listed) await this.list(AT_ONCE);
  }

  private async showMore(): Promise<void> {
    const first = this.listed;
    await this.list(first + MORE_AT_ONCE);
    this.lines.children[first]?.querySelector("a")?.focus();
  }

  private async list(number: number): Promise<void> {
    const { texts, words } = this.settings;
    const wanted = this.events.slice(this.listed, number);
    this.lines.setAttribute("aria-busy", "true");
    try {
      await Promise.all(
        [...new Set([...wanted].map((event) => texts.partOf(event)))].map((part) => texts.loadPart(part)),
      );
    } catch {
      this.lines.replaceChildren(element("li", "", words.say("failed")));
      return;
    } finally {
      this.lines.setAttribute("aria-busy", "false");
    }
    this.lines.append(...[...wanted].flatMap((event) => this.lineOf(event) ?? []));
    this.listed += wanted.length;
    this.more.hidden = this.listed >= this.events.length;
  }

  private lineOf(event: number): HTMLElement | undefined {
    const { texts, words } = this.settings;
    const text = texts.of(event);
    if (!text) return undefined;
    // Where it was is what the line stands below.
    const line = makeLine(event, { ...text, place: "" }, this.settings);
    if (this.found.place.unsure.has(event)) {
      line.querySelector(".tl-event__facts")?.append(" ", element("span", "", words.say("unsure")));
    }
    return line;
  }
}

/** What stands beside the name of a place. */
export function factsOf({ place, events }: Found, { words }: PlaceSettings): string {
  return [words.count("events", events.length), place.how].filter(Boolean).join(" · ");
}
