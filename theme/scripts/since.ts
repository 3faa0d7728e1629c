/** Says on the home page what was added and corrected since a day, or since a reader's last visit. */

import { addressWith } from "./address.ts";
import { dayIn, wordsOfDay } from "./days.ts";
import { pageIn } from "./disk.ts";
import { element } from "./frame.ts";
import { startEach } from "./starting.ts";
import { addStyle } from "./styles.ts";
import { readJson } from "./texts.ts";
import { isoOf } from "./time.ts";
import { visitBefore } from "./visits.ts";
import { type Words, wordsOf } from "./words.ts";

/** `additions.json`, whose form is defined in `site_builder/formats/additions.py`. */
export interface Additions {
  readonly version: number;
  readonly days: readonly (readonly [day: string, added: number, corrected: number])[];
  readonly changes: readonly (readonly [day: string, address: string, title: string, words: string])[];
}

const KEY = "since";
const STYLE = "assets/tl/asof.css";
const MOST = 20;

/** What there is from a day on; days that are written alike come in the order of their letters. */
export function changesSince({ days, changes }: Additions, day: string) {
  const later = days.filter(([one]) => one >= day);
  const sum = (place: 1 | 2) => later.reduce((total, one) => total + one[place], 0);
  return { added: sum(1), corrected: sum(2), changes: changes.filter(([one]) => one >= day).slice(0, MOST) };
}

class Since {
  private readonly place: HTMLElement;
  private readonly words: Words;
  private readonly additions: Additions;
  private readonly field: HTMLInputElement | null;

  constructor(place: HTMLElement, additions: Additions, signal: AbortSignal) {
    this.place = place;
    this.words = wordsOf(place);
    this.additions = additions;
    this.field = place.querySelector("input");
    place.querySelector("form")?.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        this.takeField();
      },
      { signal },
    );
    addEventListener("popstate", () => this.takeAddress(), { signal });
    this.takeAddress();
  }

  private takeField(): void {
    history.pushState(null, "", addressWith(KEY, this.field?.value.trim() ?? ""));
    this.takeAddress();
  }

  private takeAddress(): void {
    const written = new URLSearchParams(location.search).get(KEY)?.trim() ?? "";
    const day = dayIn(written);
    const visited = this.place.dataset.tlVisited;
    this.field?.setAttribute("aria-invalid", String(written !== "" && day === undefined));
    if (day !== undefined) this.show("sinceDay", isoOf(day));
    else if (written) this.say(this.words.say("noDay"));
    else if (visited && this.additions.days.some(([one]) => one >= visited)) this.show("sinceVisit", visited);
    else this.say("");
    if (written && this.field) this.field.value = written;
  }

  private show(name: "sinceDay" | "sinceVisit", day: string): void {
    const { words } = this;
    const { added, corrected, changes } = changesSince(this.additions, day);
    const parts = [
      added ? words.count("added", added) : "",
      corrected ? words.count("corrected", corrected) : "",
      added + corrected ? "" : words.say("nothingNew"),
    ].filter(Boolean);
    const list = new Intl.ListFormat(words.language, { type: "unit", style: "short" }).format(parts);
    const dayWords = wordsOfDay(dayIn(day) ?? 1, words.language);
    const sentence =
      name === "sinceVisit" ? words.say("sinceVisit", { day: dayWords }) : words.say("sinceDay", { day: dayWords });
    this.say(
      `${sentence} ${list}`,
      changes.map(([, address, title, words]) => this.line(address, title, words)),
    );
    const more = added + corrected - changes.length;
    if (more > 0) this.list?.append(element("li", "", words.count("andMore", more)));
  }

  private get list(): HTMLElement | null {
    return this.place.querySelector("ul");
  }

  private say(sentence: string, lines: readonly HTMLElement[] = []): void {
    const state = this.place.querySelector("[role=status]");
    if (state) state.textContent = sentence;
    this.list?.replaceChildren(...lines);
  }

  private line(address: string, title: string, words: string): HTMLElement {
    const line = element("li");
    const link = element("a", "", title);
    link.href = (this.place.dataset.tlRoot ?? "") + pageIn(address);
    link.dir = "auto";
    line.append(link);
    if (words) line.append(" ", element("span", "tl-changes__what", words));
    return line;
  }
}

/** When the reader was here before, if their browser remembers that. */
function remember({ dataset }: HTMLElement): string {
  try {
    const site = new URL(dataset.tlSite ?? "", location.href).pathname;
    return visitBefore(localStorage, `tl-visits ${site}`, new Date().toISOString().slice(0, 10));
  } catch {
    return "";
  }
}

/** Say what is new at once where there is something since the last visit, or the address asks; else when a reader does. */
async function start(place: HTMLElement, signal: AbortSignal): Promise<void> {
  const visited = remember(place);
  place.dataset.tlVisited = visited;
  const { tlData = "", tlLatest = "" } = place.dataset;
  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    Promise.all([readJson<Additions>(`${tlData}additions.json`, signal), addStyle(place, STYLE, signal)]).then(
      ([additions]) => new Since(place, additions, signal),
      // What the build wrote stands there all the same.
      () => {},
    );
  };
  if ((visited && visited <= tlLatest) || new URLSearchParams(location.search).has(KEY)) ask();
  for (const type of ["pointerdown", "focusin"]) place.addEventListener(type, ask, { signal });
}

if (typeof window !== "undefined") startEach("since", start);
