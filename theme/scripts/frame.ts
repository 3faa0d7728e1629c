/** The elements of an instrument: its buttons, the drawing, the overview, and the line that says what has the focus. */

import { GROUPINGS } from "./groupings.ts";
import type { Words } from "./words.ts";

export interface Frame {
  readonly whole: HTMLElement;
  /** Takes the focus and all gestures. */
  readonly stage: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly overview: HTMLElement;
  readonly buttons: Readonly<Record<"closer" | "farther" | "whole", HTMLButtonElement>>;
  /** Chooses by what events are put into lanes. */
  readonly lanes: HTMLSelectElement;
  /** What is in the window, in words. */
  readonly period: HTMLElement;
  /** Stands over the drawing where that shows nothing. */
  readonly note: HTMLElement;
  readonly caption: HTMLElement;
  /** Is read aloud whenever it changes; not to be seen. */
  readonly status: HTMLElement;
}

let frames = 0;

/** The elements; a strip has no choice of lanes. */
export function makeFrame(words: Words, isStrip: boolean): Frame {
  const whole = element("div", "tl-instrument");
  const bar = element("div", "tl-instrument__bar");
  const period = element("p", "tl-instrument__period");
  const tools = element("div", "tl-instrument__tools");
  const buttons = {
    closer: button("+", words.say("closer")),
    farther: button("−", words.say("farther")),
    whole: button(words.say("whole"), ""),
  };
  const lanes = chooser(words);
  tools.append(...(isStrip ? [] : [lanes]), ...Object.values(buttons));
  bar.append(period, tools);
  const note = element("div", "tl-instrument__note");
  const stage = element("div", "tl-instrument__stage");
  const canvas = document.createElement("canvas");
  stage.append(canvas);
  stage.tabIndex = 0;
  stage.setAttribute("role", "application");
  stage.setAttribute("aria-label", words.say("stage"));
  const keys = element("p", "tl-aside");
  keys.id = `tl-instrument-keys-${++frames}`;
  keys.textContent = words.say("keys");
  stage.setAttribute("aria-describedby", keys.id);
  const overview = element("div", "tl-instrument__overview");
  overview.setAttribute("aria-hidden", "true");
  const caption = element("p", "tl-instrument__caption");
  const status = element("p", "tl-aside");
  status.setAttribute("role", "status");
  whole.append(bar, note, stage, overview, caption, keys, status);
  return { whole, stage, canvas, overview, buttons, lanes, period, note, caption, status };
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  style = "",
  text = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (style) made.className = style;
  if (text) made.textContent = text;
  return made;
}

function chooser(words: Words): HTMLSelectElement {
  const made = element("select", "tl-instrument__button tl-instrument__lanes");
  made.setAttribute("aria-label", words.say("lanes"));
  made.append(...Object.entries(GROUPINGS).map(([name, text]) => new Option(words.say(text), name)));
  return made;
}

export function button(sign: string, label: string): HTMLButtonElement {
  const made = element("button", "tl-instrument__button", sign);
  made.type = "button";
  if (label) {
    made.setAttribute("aria-label", label);
    made.title = label;
  }
  return made;
}

/** Say that a button does nothing now. It stays a button, so that the focus stays on it. */
export function setUseless(button: HTMLButtonElement, isUseless: boolean): void {
  button.setAttribute("aria-disabled", String(isUseless));
}
