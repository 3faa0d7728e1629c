/** The places that a reader has opened on the map, each with its events. */

import { element } from "./frame.ts";
import type { Found } from "./gathering.ts";
import { factsOf, PlaceLines, type PlaceSettings } from "./place_lines.ts";

export class OpenedPlaces {
  private readonly section: HTMLElement;
  private readonly settings: PlaceSettings;
  private readonly onClose: () => void;
  private shown: readonly Found[] = [];

  /** `onClose` is called when a reader wants them closed. */
  constructor(section: HTMLElement, settings: PlaceSettings, onClose: () => void) {
    this.section = section;
    this.settings = settings;
    this.onClose = onClose;
    section.addEventListener("keydown", (event) => event.key === "Escape" && onClose());
  }

  get places(): readonly Found[] {
    return this.shown;
  }

  /** What is said of them to those who listen. */
  get inWords(): string {
    return this.shown.map((one) => `${one.place.name}: ${factsOf(one, this.settings)}`).join(". ");
  }

  show(found: readonly Found[]): void {
    this.shown = found;
    this.section.hidden = !found.length;
    const close = element("button", "tl-instrument__button tl-map__close", this.settings.words.say("close"));
    close.type = "button";
    close.addEventListener("click", this.onClose);
    this.section.replaceChildren(close, ...found.map((one) => this.partOf(one)));
  }

  private partOf(found: Found): HTMLElement {
    const head = element("h2", "tl-map__place", found.place.name);
    head.dir = "auto";
    const lines = new PlaceLines(found, this.settings);
    lines.start();
    const part = element("div");
    part.append(head, element("p", "tl-note", factsOf(found, this.settings)), lines.element);
    return part;
  }
}
