/** Lets readers of a page pick a day, shows what was known then, and keeps the day in the address. */

import { addressWith } from "./address.ts";
import { tellDay } from "./begun.ts";
import { Carried } from "./carried.ts";
import { dayIn, placeOf, stepsOf, wordsOfDay } from "./days.ts";
import { type Count, Known } from "./known.ts";
import { foldLater } from "./later.ts";
import { startEach } from "./starting.ts";
import { addStyle } from "./styles.ts";
import { readJson } from "./texts.ts";
import { isoOf } from "./time.ts";
import { TypedDates } from "./typed_dates.ts";
import { type Texts, Words } from "./words.ts";

const KEY = "as-of";
const DRAWINGS = '[data-tl-instrument="timeline"]';
const STYLE = "assets/tl/asof.css";

class Choice {
  private readonly element: HTMLElement;
  private readonly page: HTMLElement;
  private readonly words: Words;
  private readonly typed: TypedDates;
  private readonly known: Known;
  private readonly carried: Carried;
  private readonly steps: readonly number[];
  private readonly field: HTMLInputElement;
  private readonly slider: HTMLInputElement;
  private readonly button: HTMLButtonElement;
  private readonly state: HTMLElement;
  private unfold: (() => void) | null = null;

  constructor(element: HTMLElement, words: Words, folders: readonly string[], signal: AbortSignal) {
    this.element = element;
    this.page = element.parentElement ?? element;
    this.words = words;
    this.typed = new TypedDates(words.language, words.say("before"));
    part(element, ".tl-note span").textContent = words.say("dayHint");
    this.known = new Known(this.page, this.words);
    this.carried = new Carried(this.page, KEY, element.dataset.tlRoot ?? "", folders);
    this.steps = stepsOf(this.known.spells);
    this.field = part(element, "input[name]");
    this.slider = part(element, "input[type=range]");
    this.button = part(element, ".tl-asof__state button");
    this.state = part(element, "[role=status]");
    this.slider.min = "0";
    this.slider.max = String(Math.max(this.steps.length - 1, 0));
    this.listen(signal);
    this.takeAddress();
  }

  private listen(signal: AbortSignal): void {
    const stepOfSlider = () => this.steps[Number(this.slider.value)] ?? null;
    this.slider.addEventListener("input", () => this.show(stepOfSlider()), { signal });
    this.slider.addEventListener("change", () => this.write(stepOfSlider(), "replace"), { signal });
    this.button.addEventListener(
      "click",
      () => {
        this.show(null);
        this.write(null, "push");
        part(this.element, "summary").focus();
      },
      { signal },
    );
    part(this.element, "form").addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        this.takeField();
      },
      { signal },
    );
    addEventListener("popstate", () => this.takeAddress(), { signal });
    signal.addEventListener("abort", () => this.show(null));
  }

  private takeField(): void {
    const { value } = this.field;
    const day = value.trim() ? dayIn(this.typed.recordOf(value)) : null;
    if (day === undefined) {
      this.refuse();
      return;
    }
    this.show(day);
    this.write(day, "push");
  }

  private refuse(): void {
    this.field.setAttribute("aria-invalid", "true");
    this.state.textContent = this.words.say("noDay");
    this.field.focus();
  }

  /** Show the day of the address; where that is none, a reader can correct it. */
  private takeAddress(): void {
    const written = new URLSearchParams(location.search).get(KEY) ?? "";
    const day = dayIn(written);
    this.show(day ?? null);
    if (day !== undefined || !written.trim()) return;
    part<HTMLDetailsElement>(this.element, "details").open = true;
    this.field.value = written;
    this.refuse();
  }

  private write(day: number | null, how: "push" | "replace"): void {
    const address = addressWith(KEY, day === null ? "" : isoOf(day));
    if (how === "push") history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  }

  /** Show what was known on a day; null for all that is known now. */
  private show(day: number | null): void {
    this.element.classList.toggle("tl-asof--on", day !== null);
    if (day === null) {
      this.unfold?.();
      this.unfold = null;
    }
    this.known.show(day);
    this.carried.lead(day === null ? "" : isoOf(day));
    for (const drawing of this.page.querySelectorAll<HTMLElement>(DRAWINGS)) tellDay(drawing, day);
    if (day !== null) this.unfold ??= foldLater(this.page, this.words);
    const words = day === null ? "" : wordsOfDay(day, this.words.language);
    this.slider.value = String(day === null ? this.steps.length - 1 : placeOf(day, this.steps));
    this.slider.setAttribute("aria-valuetext", words || wordsOfDay(this.steps.at(-1) ?? 1, this.words.language));
    this.field.removeAttribute("aria-invalid");
    this.field.value = day === null ? "" : isoOf(day);
    this.button.hidden = day === null;
    this.state.textContent = day === null ? "" : this.words.say("state", { day: words, known: this.tell(day) });
  }

  private tell(day: number): string {
    const { words } = this;
    const counts = [
      ["claimsKnown", this.known.number("said", day)],
      ["eventsKnown", this.known.number("begun", day)],
    ] as const;
    const sentences = counts.filter(([, count]) => count.all).map(([name, count]) => tellOne(words, name, count));
    const undated = counts[0][1].undated;
    if (undated) sentences.push(words.count("undated", undated));
    return sentences.join(" ");
  }
}

function tellOne(words: Words, name: string, { all, known, undated }: Count): string {
  const later = all - known - undated;
  const sentence = words.count(name, all, { known: words.number(known) });
  return later ? `${sentence} ${words.count("later", later)}` : sentence;
}

function part<Kind extends HTMLElement>(element: HTMLElement, selector: string): Kind {
  const found = element.querySelector<Kind>(selector);
  if (!found) throw new Error(`the choice of a day has no ${selector}`);
  return found;
}

startEach("asof", async (element, signal) => {
  const { tlData = "" } = element.dataset;
  const [{ words, folders }] = await Promise.all([
    readJson<{ words: Texts; folders: string[] }>(`${tlData}as-of.json`, signal),
    addStyle(element, STYLE, signal),
  ]);
  new Choice(element, new Words(document.documentElement.lang || "en", words), folders, signal);
});
