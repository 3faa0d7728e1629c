/** The two fields of a period, in which readers write dates as records have them, or in words. */

import { element } from "./frame.ts";
import { periodOf } from "./period.ts";
import { dateFormat } from "./tick_names.ts";
import { dateOf, dayNumber } from "./time.ts";
import { TypedDates } from "./typed_dates.ts";
import type { Words } from "./words.ts";

const EXAMPLE = dayNumber(2024, 7, 27);
const FIELDS = ["from", "to"] as const;
let forms = 0;

export class DateFields {
  readonly element = element("form", "tl-filters__dates");
  private readonly fields: Readonly<Record<(typeof FIELDS)[number], HTMLInputElement>>;

  constructor(words: Words, onPeriod: (from: string, to: string) => void) {
    const typed = new TypedDates(words.language, words.say("before"));
    const day = dateFormat(words.language, { dateStyle: "long" }).format(dateOf(EXAMPLE) ?? undefined);
    const hint = element("p", "tl-filters__hint", words.say("dates", { day }));
    hint.id = `tl-filters-dates-${++forms}`;
    this.fields = { from: this.makeField(words.say("from"), hint), to: this.makeField(words.say("to"), hint) };
    const go = element("button", "tl-filters__go", words.say("show"));
    this.element.append(go, hint);
    this.element.noValidate = true;
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      const [from, to] = FIELDS.map((name) => typed.recordOf(this.fields[name].value)) as [string, string];
      const isPeriod = periodOf(from, to) !== undefined;
      for (const name of FIELDS) this.fields[name].setAttribute("aria-invalid", String(!isPeriod));
      if (isPeriod) onPeriod(from, to);
      else this.fields.from.focus();
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
    field.size = 14;
    field.autocomplete = "off";
    field.spellcheck = false;
    field.dir = "auto";
    field.setAttribute("aria-describedby", hint.id);
    label.append(" ", field);
    this.element.append(label);
    return field;
  }
}
