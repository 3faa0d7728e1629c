/** A box to tick, with a name and how many events it would leave. */

import { element } from "./frame.ts";
import type { Words } from "./words.ts";

export interface Check {
  readonly label: HTMLLabelElement;
  /** Take whether it is ticked, and the number; none where that is not known. */
  set(isTicked: boolean, count?: number): void;
}

export function makeCheck(name: string, words: Words, onTick: (isTicked: boolean) => void): Check {
  const label = element("label", "tl-filters__check");
  const box = element("input");
  box.type = "checkbox";
  box.addEventListener("change", () => onTick(box.checked));
  const number = element("span", "tl-filters__count");
  label.append(box, " ", element("span", "tl-filters__name", name), " ", number);
  return {
    label,
    set(isTicked, count) {
      box.checked = isTicked;
      number.textContent = count === undefined ? "" : words.number(count);
      label.classList.toggle("tl-filters__check--none", count === 0);
    },
  };
}
