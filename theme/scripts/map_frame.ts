/** The elements of the map: those of each instrument, and what a reader has opened on it. */

import { type Controls, element, makeControls } from "./frame.ts";
import type { Words } from "./words.ts";

export interface MapFrame extends Controls {
  /** The places that a reader has opened. */
  readonly opened: HTMLElement;
  /** As long as it says in kilometres. */
  readonly scale: HTMLElement;
}

export function makeMapFrame(words: Words): MapFrame {
  const controls = makeControls(words, { stage: "map", keys: "mapKeys", whole: "wholeMap" });
  controls.whole.classList.add("tl-map__whole");
  controls.stage.className = "tl-map__stage";
  const opened = element("section", "tl-map__opened");
  opened.setAttribute("aria-label", words.say("opened"));
  opened.tabIndex = -1;
  opened.hidden = true;
  controls.overview.after(opened);
  const scale = element("div", "tl-map__scale");
  controls.stage.append(scale);
  return { ...controls, opened, scale };
}
