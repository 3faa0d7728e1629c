/** The form of the filters: a button for each, which opens what can be chosen of it. */

import { type Check, makeCheck } from "./check.ts";
import { ChosenLine } from "./chosen.ts";
import { DateFields } from "./dates.ts";
import type { Choice, Facets } from "./facets.ts";
import { element } from "./frame.ts";
import { nameOfFilter } from "./names.ts";
import { faultOf } from "./period.ts";
import { faultInWords } from "./period_fault.ts";
import {
  chosenOf,
  DIMENSIONS,
  type Dimension,
  FLAGS,
  type Flag,
  hasPeriod,
  numberChosen,
  type Selection,
  withValue,
} from "./selection.ts";
import { TextField } from "./text_field.ts";
import { ValueList } from "./values.ts";
import type { Words } from "./words.ts";

type Opened = Dimension | "period";

export interface PanelSettings {
  readonly words: Words;
  readonly onChange: (selection: Selection) => void;
  /** Whether events can be found by a text. */
  readonly hasText: boolean;
  /** Brings the values of all filters; the panel is updated once they are there. */
  readonly load: () => Promise<void>;
  /** Read something aloud to those who listen. */
  readonly announce: (text: string) => void;
}

let panels = 0;

export class Panel {
  readonly element = element("div", "tl-filters tl-timeline__beside");
  private readonly settings: PanelSettings;
  private readonly toggle = element("button", "tl-filters__toggle");
  private readonly panel = element("div", "tl-filters__panel");
  private readonly row = element("div", "tl-filters__row");
  private readonly sheet = element("fieldset", "tl-filters__sheet");
  private readonly buttons = new Map<Opened, HTMLButtonElement>();
  private readonly flags: ReadonlyMap<Flag, Check>;
  private readonly chosen: ChosenLine;
  /** Only while the period is open: not many readers write dates. */
  private dates: DateFields | null = null;
  /** What is wrong with the period, whether it was typed or came with the address. */
  private readonly fault = element("p", "tl-filters__fault");
  private readonly text: TextField;
  private readonly before: Check;
  private selection: Selection;
  private facets: Facets | null = null;
  private choice: Choice | null = null;
  private opened: Opened | null = null;
  private values: ValueList | null = null;

  constructor(settings: PanelSettings, selection: Selection) {
    const { words, onChange } = settings;
    this.settings = settings;
    this.selection = selection;
    this.text = new TextField(words, (text) => onChange({ ...this.selection, text }));
    this.before = makeCheck(words.say("withPredecessors"), words, (before) => onChange({ ...this.selection, before }));
    this.flags = new Map(FLAGS.map((flag) => [flag, this.makeFlag(flag)]));
    this.chosen = new ChosenLine(words, onChange, () => this.takeFocus());
    this.build();
    this.update(selection, null, null);
  }

  /** Show what is chosen, and the numbers that follow from it; before the values have come there are none. */
  update(selection: Selection, facets: Facets | null, choice: Choice | null): void {
    const { words } = this.settings;
    this.selection = selection;
    this.choice = choice;
    if (facets !== this.facets) this.takeFacets(facets);
    const number = numberChosen(selection) + Number(hasPeriod(selection));
    this.toggle.textContent = words.say("filters") + (number ? ` (${words.number(number)})` : "");
    for (const [name, button] of this.buttons) {
      const chosen = name === "period" ? Number(hasPeriod(selection)) : chosenOf(selection, name).length;
      button.classList.toggle("tl-filters__button--on", chosen > 0);
    }
    for (const [flag, check] of this.flags) check.set(selection[flag], choice?.countOfFlag(flag));
    this.before.set(selection.before);
    this.showPeriod();
    this.text.set(selection.text);
    this.chosen.show(selection, facets);
    this.updateValues();
  }

  /** Show the period of the selection, unless a reader is writing another one. */
  private showPeriod(): void {
    const { from, to } = this.selection;
    if (this.dates && !this.dates.set(from, to)) return;
    const fault = faultOf(from, to);
    this.showFault(fault ? faultInWords(fault, { from, to }, this.settings.words) : "");
  }

  /** What was written and not taken goes with the form. */
  private forgetDates(): void {
    this.dates = null;
    this.showPeriod();
  }

  private showFault(fault: string): void {
    this.fault.textContent = fault;
    this.fault.hidden = !fault;
  }

  private build(): void {
    const { words } = this.settings;
    const id = `tl-filters-${++panels}`;
    this.panel.id = id;
    this.sheet.id = `${id}-sheet`;
    this.fault.id = `${id}-fault`;
    this.sheet.hidden = true;
    this.toggle.type = "button";
    this.toggle.setAttribute("aria-controls", id);
    this.toggle.setAttribute("aria-expanded", "false");
    this.toggle.addEventListener("click", () => {
      const isOpen = this.element.classList.toggle("tl-filters--open");
      this.toggle.setAttribute("aria-expanded", String(isOpen));
    });
    this.row.setAttribute("role", "group");
    this.row.setAttribute("aria-label", words.say("filters"));
    if (this.settings.hasText) this.row.append(this.text.element);
    const offered = words.group("dimensions");
    for (const name of [...DIMENSIONS.filter((one) => one in offered), "period" as const]) {
      this.row.append(this.makeButton(name));
    }
    for (const { label } of this.flags.values()) this.row.append(label);
    this.panel.append(this.row, this.sheet);
    this.element.append(this.toggle, this.panel, this.fault, this.chosen.element);
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.opened) this.open(null);
    });
  }

  private makeButton(name: Opened): HTMLButtonElement {
    const button = element("button", "tl-filters__button", nameOfFilter(name, this.settings.words));
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", this.sheet.id);
    button.addEventListener("click", () => this.open(this.opened === name ? null : name));
    this.buttons.set(name, button);
    return button;
  }

  private makeFlag(flag: Flag): Check {
    const { words, onChange } = this.settings;
    return makeCheck(nameOfFilter(flag, words), words, (isTicked) => onChange({ ...this.selection, [flag]: isTicked }));
  }

  /** Open what can be chosen of one filter, and close that of any other. */
  private open(name: Opened | null): void {
    const closed = this.opened;
    this.opened = name;
    if (name !== "period") this.forgetDates();
    for (const [one, button] of this.buttons) button.setAttribute("aria-expanded", String(one === name));
    this.sheet.hidden = name === null;
    if (name === null) {
      const hadFocus = this.sheet.contains(document.activeElement) || document.activeElement === document.body;
      if (closed && hadFocus) this.buttons.get(closed)?.focus();
      return;
    }
    this.fillSheet(name);
    if (name !== "period" && !this.facets) {
      this.settings.load().catch(() => this.sheet.replaceChildren(this.settings.words.say("failed")));
    }
  }

  private fillSheet(name: Opened): void {
    const { words, onChange } = this.settings;
    const legend = element("legend", "tl-aside", nameOfFilter(name, words));
    this.values = null;
    if (name === "period") {
      this.dates ??= this.makeDates();
      this.showPeriod();
      this.sheet.replaceChildren(legend, this.dates.element);
      return;
    }
    const values = this.facets?.values[name];
    this.sheet.setAttribute("aria-busy", String(!values));
    if (!values) {
      this.sheet.replaceChildren(legend);
      return;
    }
    const also = values.some(({ before }) => before.length) ? [this.before.label] : [];
    const tick = (id: string, isTicked: boolean) => onChange(withValue(this.selection, name, id, isTicked));
    this.values = new ValueList(values, nameOfFilter(name, words), words, tick, also);
    this.updateValues();
    this.sheet.replaceChildren(legend, this.values.element);
  }

  private makeDates(): DateFields {
    const { words, onChange, announce } = this.settings;
    return new DateFields(
      words,
      this.fault.id,
      (from, to) => {
        this.showFault("");
        onChange({ ...this.selection, from, to });
      },
      (fault) => {
        this.showFault(fault);
        announce(fault);
      },
    );
  }

  private updateValues(): void {
    if (!this.opened || this.opened === "period" || !this.choice) return;
    this.values?.update(chosenOf(this.selection, this.opened), this.choice.countsOf(this.opened));
  }

  private takeFacets(facets: Facets | null): void {
    this.facets = facets;
    if (this.opened) this.fillSheet(this.opened);
  }

  /** Give the focus to what opens the filters. */
  private takeFocus(): void {
    const isToggleShown = this.toggle.offsetParent !== null;
    (isToggleShown ? this.toggle : this.buttons.values().next().value)?.focus();
  }
}
