/** The two fields of a period, in which readers write dates as records have them, or in words. */

import { element } from "./frame.ts";
import { faultOf, type PeriodFault } from "./period.ts";
import { faultInWords } from "./period_fault.ts";
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

  /** The period that was shown last, and whether a reader has written another that is none. */
  private shown = { from: "", to: "" };
  private hasFault = false;

  /** `faultId` is the id of what says a fault, and else nothing; `onFault` is called with what is wrong with a period that was typed. */
  constructor(
    words: Words,
    faultId: string,
    onPeriod: (from: string, to: string) => void,
    onFault: (fault: string) => void,
  ) {
    const typed = new TypedDates(words.language, words.say("before"));
    const day = dateFormat(words.language, { dateStyle: "long" }).format(dateOf(EXAMPLE) ?? undefined);
    const hint = element("p", "tl-filters__hint", words.say("dates", { day }));
    hint.id = `tl-filters-dates-${++forms}`;
    const described = `${faultId} ${hint.id}`;
    this.fields = {
      from: this.makeField(words.say("from"), described),
      to: this.makeField(words.say("to"), described),
    };
    const go = element("button", "tl-filters__go", words.say("show"));
    this.element.append(go, hint);
    this.element.noValidate = true;
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      const [from, to] = FIELDS.map((name) => typed.recordOf(this.fields[name].value)) as [string, string];
      const fault = faultOf(from, to);
      this.mark(fault);
      this.hasFault = fault !== undefined;
      if (!fault) onPeriod(from, to);
      else {
        onFault(faultInWords(fault, { from: this.fields.from.value, to: this.fields.to.value }, words));
        this.fields[fault.at[0] ?? "from"].focus();
      }
    });
  }

  /** Show a period, unless a reader is writing one, or has to correct one; whether it is shown. */
  set(from: string, to: string): boolean {
    const focused = document.activeElement;
    if (this.element.contains(focused) && focused instanceof HTMLInputElement) return false;
    if (this.hasFault && from === this.shown.from && to === this.shown.to) return false;
    this.shown = { from, to };
    this.hasFault = false;
    for (const name of FIELDS) this.fields[name].value = this.shown[name];
    this.mark(faultOf(from, to));
    return true;
  }

  private mark(fault: PeriodFault | undefined): void {
    for (const name of FIELDS)
      this.fields[name].setAttribute("aria-invalid", String(fault?.at.includes(name) ?? false));
  }

  /** `described` are the ids of what says more about the field. */
  private makeField(name: string, described: string): HTMLInputElement {
    const label = element("label", "", name);
    const field = element("input");
    field.type = "text";
    field.size = 14;
    field.autocomplete = "off";
    field.spellcheck = false;
    field.dir = "auto";
    field.setAttribute("aria-describedby", described);
    label.append(" ", field);
    this.element.append(label);
    return field;
  }
}
