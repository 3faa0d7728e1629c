/** The elements of the map: its buttons, the map, the period below it, and what a reader has opened on it. */

import { button, element } from "./frame.ts";
import type { Words } from "./words.ts";

export interface MapFrame {
  readonly whole: HTMLElement;
  /** Takes the focus and all gestures. */
  readonly stage: HTMLElement;
  readonly overview: HTMLElement;
  readonly buttons: Readonly<Record<"closer" | "farther" | "whole", HTMLButtonElement>>;
  /** What is shown, in words. */
  readonly summary: HTMLElement;
  /** Stands over the map where that shows nothing. */
  readonly note: HTMLElement;
  /** The places that a reader has opened. */
  readonly opened: HTMLElement;
  /** Is read aloud whenever it changes; not to be seen. */
  readonly status: HTMLElement;
}

let frames = 0;

export function makeMapFrame(words: Words): MapFrame {
  const whole = element("div", "tl-instrument tl-map__whole");
  const bar = element("div", "tl-instrument__bar");
  const summary = element("p", "tl-instrument__period");
  const tools = element("div", "tl-instrument__tools");
  const buttons = {
    closer: button("+", words.say("closer")),
    farther: button("−", words.say("farther")),
    whole: button(words.say("wholeMap"), ""),
  };
  tools.append(...Object.values(buttons));
  bar.append(summary, tools);
  const note = element("div", "tl-instrument__note");
  const stage = element("div", "tl-map__stage");
  stage.tabIndex = 0;
  stage.setAttribute("role", "application");
  stage.setAttribute("aria-label", words.say("map"));
  const keys = element("p", "tl-aside", words.say("mapKeys"));
  keys.id = `tl-map-keys-${++frames}`;
  stage.setAttribute("aria-describedby", keys.id);
  const overview = element("div", "tl-instrument__overview");
  overview.setAttribute("aria-hidden", "true");
  const opened = element("section", "tl-map__opened");
  opened.setAttribute("aria-label", words.say("opened"));
  opened.tabIndex = -1;
  opened.hidden = true;
  const status = element("p", "tl-aside");
  status.setAttribute("role", "status");
  whole.append(bar, note, stage, overview, opened, keys, status);
  return { whole, stage, overview, buttons, summary, note, opened, status };
}
