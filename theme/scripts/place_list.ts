/** The places of a selection below the map, each with its events: in the place of the page's own list. */

import { Bits } from "./bits.ts";
import type { Listing } from "./choosing.ts";
import { element } from "./frame.ts";
import { type Found, findShown } from "./gathering.ts";
import { factsOf, PlaceLines, type PlaceSettings } from "./place_lines.ts";
import type { Place } from "./places.ts";

/** So many places at first, and again whenever a reader asks for more. */
const AT_ONCE = 50;
/** What of the page is the list that ours stands for. */
const OWN = ".tl-places";

export class PlaceList implements Listing {
  private readonly places: readonly Place[];
  private readonly settings: PlaceSettings;
  private readonly own: HTMLElement | null;
  private readonly whole = element("div", "tl-twin");
  private readonly list = element("ul", "tl-placed");
  private readonly more: HTMLButtonElement;
  private shown: readonly Found[] = [];

  constructor(places: readonly Place[], settings: PlaceSettings, signal: AbortSignal) {
    this.places = places;
    this.settings = settings;
    this.own = document.querySelector<HTMLElement>(OWN);
    this.more = element("button", "tl-twin__more", settings.words.say("more"));
    this.more.type = "button";
    this.more.addEventListener("click", () => this.showMore());
    this.whole.hidden = true;
    this.whole.append(this.list, this.more);
    this.own?.after(this.whole);
    signal.addEventListener("abort", () => {
      this.whole.remove();
      if (this.own) this.own.hidden = false;
    });
  }

  showOwn(): void {
    this.shown = [];
    this.whole.hidden = true;
    if (this.own) this.own.hidden = false;
  }

  show(events: Uint32Array): void {
    const { columns } = this.settings;
    this.shown = findShown(this.places, Bits.of(columns.count, events)).sort(
      (one, other) => other.events.length - one.events.length,
    );
    if (this.own) this.own.hidden = true;
    this.whole.hidden = false;
    this.list.replaceChildren(...this.shown.slice(0, AT_ONCE).map((one) => this.makeItem(one)));
    this.more.hidden = this.shown.length <= AT_ONCE;
  }

  private showMore(): void {
    const first = this.list.children.length;
    this.list.append(...this.shown.slice(first, first + AT_ONCE).map((one) => this.makeItem(one)));
    this.more.hidden = this.shown.length <= this.list.children.length;
    this.list.children[first]?.querySelector("summary")?.focus();
  }

  private makeItem(found: Found): HTMLElement {
    const item = element("li");
    const fold = element("details", "tl-fold");
    const head = element("summary", "", found.place.name);
    head.append(" ", element("span", "tl-placed__facts", factsOf(found, this.settings)));
    const body = element("div", "tl-fold__body");
    const lines = new PlaceLines(found, this.settings);
    body.append(lines.element);
    fold.append(head, body);
    fold.addEventListener("toggle", () => {
      if (fold.open) lines.start();
    });
    item.append(fold);
    return item;
  }
}
