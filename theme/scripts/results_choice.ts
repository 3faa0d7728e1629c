/** The choice among results: by what they are, and by year. */

import type { Choice, Counts } from "./pagefind.ts";
import { make, type SearchWords } from "./results_list.ts";
import { TickNames } from "./tick_names.ts";

export class ResultsChoice {
  readonly element: HTMLElement;
  private readonly said: SearchWords;
  private readonly chosen: () => void;
  private readonly kinds: HTMLElement;
  private readonly years: HTMLSelectElement;
  private readonly yearNames: TickNames;
  private kind = "";

  /** `chosen` is called when the reader has chosen something else. */
  constructor(said: SearchWords, chosen: () => void) {
    this.said = said;
    this.chosen = chosen;
    this.yearNames = new TickNames(said.words.language, (year) => said.words.say("before", { year }));
    this.kinds = make("div", "tl-choice__kinds");
    this.kinds.addEventListener("click", (event) => {
      const button = (event.target as Element).closest("button");
      if (button) this.choose(button.value);
    });
    this.years = make("select", "tl-choice__years");
    this.years.setAttribute("aria-label", said.words.say("year"));
    this.years.addEventListener("change", chosen);
    this.element = make("div", "tl-choice", this.kinds, this.years);
    this.element.hidden = true;
  }

  /** What is chosen, as the engine takes it. */
  get choice(): Choice {
    return { ...(this.kind ? { kind: this.kind } : {}), ...(this.years.value ? { year: this.years.value } : {}) };
  }

  /**
   * Offer what some of the results has, and what is chosen. Where there is a choice its line is there before the counts
   * are, so that results do not move under a hand.
   */
  offer(counts: Counts, results: number): void {
    const kinds = counts.kind ?? {};
    const offered = Object.keys(this.said.groups).filter((kind) => kinds[kind] || kind === this.kind);
    const hadFocus = this.kinds.contains(document.activeElement);
    this.kinds.replaceChildren(
      this.button("", this.said.words.say("all")),
      ...offered.map((kind) => this.button(kind, this.said.groups[kind] ?? kind, kinds[kind] ?? 0)),
    );
    if (hadFocus) this.kinds.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
    this.offerYears(counts.year ?? {});
    this.element.hidden = results < 2 && !this.kind && !this.years.value;
  }

  private offerYears(counts: Readonly<Record<string, number>>): void {
    const { value } = this.years;
    const years = Object.keys(counts).filter((year) => counts[year] || year === value);
    const options = years
      .sort((one, other) => Number(other) - Number(one))
      .map(
        (year) =>
          new Option(`${this.yearNames.yearName(Number(year))} (${this.said.words.number(counts[year] ?? 0)})`, year),
      );
    this.years.replaceChildren(new Option(this.said.words.say("anyYear"), ""), ...options);
    this.years.value = value;
    this.years.hidden = !years.length;
  }

  private button(kind: string, name: string, count?: number): HTMLButtonElement {
    const button = make("button", "tl-choice__kind", name);
    if (count !== undefined) button.append(" ", make("span", "tl-choice__count", this.said.words.number(count)));
    button.type = "button";
    button.value = kind;
    button.setAttribute("aria-pressed", String(kind === this.kind));
    return button;
  }

  private choose(kind: string): void {
    this.kind = kind;
    this.chosen();
  }
}
