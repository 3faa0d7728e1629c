/** The elements of an instrument: its buttons, the drawing, the overview, and the line that says what has the focus. */

import { GROUPINGS } from "./groupings.ts";
import type { Words } from "./words.ts";

/** What each instrument has, whatever it draws. */
export interface Controls {
  readonly whole: HTMLElement;
  /** Takes the focus and all gestures. */
  readonly stage: HTMLElement;
  readonly overview: HTMLElement;
  readonly tools: HTMLElement;
  readonly buttons: Readonly<Record<"closer" | "farther" | "whole", HTMLButtonElement>>;
  /** What is shown, in words. */
  readonly period: HTMLElement;
  /** Stands over the drawing where that shows nothing. */
  readonly note: HTMLElement;
  /** Is read aloud whenever it changes; not to be seen. */
  readonly status: HTMLElement;
}

export interface Frame extends Controls {
  readonly canvas: HTMLCanvasElement;
  /** Chooses by what events are put into lanes. */
  readonly lanes: HTMLSelectElement;
  readonly caption: HTMLElement;
}

/** The names of texts: what the drawing is, what keys do on it, and what shows it whole. */
export type NamesOfControls = Readonly<Record<"stage" | "keys" | "whole", string>>;

let frames = 0;

export function makeControls(words: Words, names: NamesOfControls): Controls {
  const whole = element("div", "tl-instrument");
  const bar = element("div", "tl-instrument__bar");
  const period = element("p", "tl-instrument__period");
  const tools = element("div", "tl-instrument__tools");
  const buttons = {
    closer: button("+", words.say("closer")),
    farther: button("−", words.say("farther")),
    whole: button(words.say(names.whole), ""),
  };
  tools.append(...Object.values(buttons));
  bar.append(period, tools);
  const note = element("div", "tl-instrument__note");
  const stage = element("div");
  stage.tabIndex = 0;
  stage.setAttribute("role", "application");
  stage.setAttribute("aria-label", words.say(names.stage));
  const keys = element("p", "tl-aside", words.say(names.keys));
  keys.id = `tl-instrument-keys-${++frames}`;
  stage.setAttribute("aria-describedby", keys.id);
  const overview = element("div", "tl-instrument__overview");
  overview.setAttribute("aria-hidden", "true");
  const status = element("p", "tl-aside");
  status.setAttribute("role", "status");
  whole.append(bar, note, stage, overview, keys, status);
  return { whole, stage, overview, tools, buttons, period, note, status };
}

/** The elements of the timeline; a strip has no choice of lanes. */
export function makeFrame(words: Words, isStrip: boolean): Frame {
  const controls = makeControls(words, { stage: "stage", keys: "keys", whole: "whole" });
  controls.stage.className = "tl-instrument__stage";
  const canvas = document.createElement("canvas");
  controls.stage.append(canvas);
  const lanes = chooser(words);
  if (!isStrip) controls.tools.prepend(lanes);
  const caption = element("p", "tl-instrument__caption");
  controls.overview.after(caption);
  return { ...controls, canvas, lanes, caption };
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
