/** The field in which a reader writes the words by which events are to be found. */

import { element } from "./frame.ts";
import { isEnough, wordsIn } from "./spelling.ts";
import type { Words } from "./words.ts";

/** Milliseconds within which somebody who types goes on. */
const PAUSE = 200;

export class TextField {
  readonly element = element("input", "tl-filters__text");
  private readonly onText: (text: string) => void;
  /** The text that events are chosen by, which may be shorter than what is being typed. */
  private text = "";
  private waiting = 0;

  constructor(words: Words, onText: (text: string) => void) {
    this.onText = onText;
    this.element.type = "search";
    this.element.placeholder = words.say("findEvents");
    this.element.setAttribute("aria-label", words.say("findEvents"));
    this.element.autocomplete = "off";
    this.element.spellcheck = false;
    this.element.dir = "auto";
    this.element.addEventListener("change", () => this.take());
    this.element.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => this.take(), PAUSE);
    });
  }

  set(text: string): void {
    if (text === this.text) return;
    clearTimeout(this.waiting);
    this.text = this.element.value = text;
  }

  private take(): void {
    clearTimeout(this.waiting);
    const text = this.element.value.trim();
    if (text === this.text || (text && !isEnough(wordsIn(text)))) return;
    this.text = text;
    this.onText(text);
  }
}
