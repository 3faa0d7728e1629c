/** The two fields of a period, in which readers write dates as records have them. */

import { element } from "./frame.ts";
import { periodOf } from "./period.ts";
import type { Words } from "./words.ts";

const FIELDS = ["from", "to"] as const;
let forms = 0;

export class DateFields {
  readonly element = element("form", "tl-filters__dates");
  private readonly fields: Readonly<Record<(typeof FIELDS)[number], HTMLInputElement>>;

  constructor(words: Words, onPeriod: (from: string, to: string) => void) {
    const hint = element("p", "tl-filters__hint", words.say("dates"));
    hint.id = `tl-filters-dates-${++forms}`;
    this.fields = { from: this.makeField(words.say("from"), hint), to: this.makeField(words.say("to"), hint) };
    const go = element("button", "tl-filters__go", words.say("show"));
    this.element.append(go, hint);
    this.element.noValidate = true;
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      const { from, to } = this.fields;
      const isPeriod = periodOf(from.value, to.value) !== undefined;
      for (const name of FIELDS) this.fields[name].setAttribute("aria-invalid", String(!isPeriod));
      if (isPeriod) onPeriod(from.value.trim(), to.value.trim());
      else from.focus();
    });
  }

  /** Show a period, unless a reader is writing one. */
  set(from: string, to: string): void {
    if (this.element.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement) return;
    const written = { from, to };
    const isWrong = periodOf(from, to) === undefined;
    for (const name of FIELDS) {
      this.fields[name].value = written[name];
      this.fields[name].setAttribute("aria-invalid", String(isWrong));
    }
  }

  private makeField(name: string, hint: HTMLElement): HTMLInputElement {
    const label = element("label", "", name);
    const field = element("input");
    field.type = "text";
    field.size = 10;
    field.autocomplete = "off";
    field.spellcheck = false;
    field.dir = "ltr";
    field.setAttribute("aria-describedby", hint.id);
    label.append(" ", field);
    this.element.append(label);
    return field;
  }
}
