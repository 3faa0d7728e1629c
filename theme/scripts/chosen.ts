/** What is chosen, in a line above the timeline: a tap clears one, or all. */

import type { Facets } from "./facets.ts";
import { element } from "./frame.ts";
import { nameOf, nameOfFilter } from "./names.ts";
import {
  DIMENSIONS,
  EVERYTHING,
  FLAGS,
  type Flag,
  hasPeriod,
  type Selection,
  without,
  withValue,
} from "./selection.ts";
import type { Words } from "./words.ts";

/** In the place of a date that a period does not have. */
const OPEN = "…";

export class ChosenLine {
  readonly element = element("ul", "tl-chosen");
  private readonly words: Words;
  private readonly onChange: (selection: Selection) => void;
  private readonly onLeft: () => void;

  /** `onLeft` is called when the line that had the focus has nothing left to give it to. */
  constructor(words: Words, onChange: (selection: Selection) => void, onLeft: () => void) {
    this.words = words;
    this.onChange = onChange;
    this.onLeft = onLeft;
    this.element.setAttribute("aria-label", words.say("chosen"));
  }

  show(selection: Selection, facets: Facets | null): void {
    const place = [...this.element.children].findIndex((item) => item.contains(document.activeElement));
    const items = [
      ...this.text(selection),
      ...this.values(selection, facets),
      ...this.flags(selection),
      ...this.period(selection),
    ];
    if (items.length > 1) {
      items.push(this.item(this.words.say("clearAll"), "", EVERYTHING));
    }
    this.element.replaceChildren(...items);
    if (place < 0) return;
    const next = items[Math.min(place, items.length - 1)]?.querySelector("button");
    if (next) next.focus();
    else this.onLeft();
  }

  private text(selection: Selection): HTMLElement[] {
    if (!selection.text) return [];
    return [this.item(selection.text, nameOfFilter("text", this.words), without(selection, "text"))];
  }

  private values(selection: Selection, facets: Facets | null): HTMLElement[] {
    return DIMENSIONS.flatMap((dimension) =>
      (selection.values.get(dimension) ?? []).map((id) =>
        this.item(
          nameOf(facets, dimension, id, this.words),
          nameOfFilter(dimension, this.words),
          withValue(selection, dimension, id, false),
        ),
      ),
    );
  }

  private flags(selection: Selection): HTMLElement[] {
    return FLAGS.filter((flag) => selection[flag]).map((flag: Flag) =>
      this.item(nameOfFilter(flag, this.words), nameOfFilter(flag, this.words), without(selection, flag)),
    );
  }

  private period(selection: Selection): HTMLElement[] {
    if (!hasPeriod(selection)) return [];
    const { from, to } = selection;
    const name = from === to ? from : this.words.say("period", { from: from || OPEN, to: to || OPEN });
    const item = this.item(name, nameOfFilter("period", this.words), without(selection, "period"));
    item.firstElementChild?.classList.add("tl-chosen__one--period");
    return [item];
  }

  /** A button that leads to another selection; `of` is the filter of which it clears a value, empty for all. */
  private item(name: string, of: string, selection: Selection): HTMLElement {
    const button = element("button", of ? "tl-chosen__one" : "tl-chosen__all");
    button.type = "button";
    if (of && of !== name) button.append(element("span", "tl-chosen__filter", of), " ");
    button.append(element("span", "tl-chosen__name", name));
    if (of)
      button.setAttribute("aria-label", this.words.say("clearOne", { filter: of === name ? name : `${of}, ${name}` }));
    button.addEventListener("click", () => this.onChange(selection));
    const item = element("li");
    item.append(button);
    return item;
  }
}
