/** Searches the site in Material's box. The box is there already; this comes when a reader first works with it. */

import { lookFor } from "./looking.ts";
import { type Answer, addSources, type Engine, type Found, loadEngine } from "./pagefind.ts";
import { exactFirst, type Result, resultOf } from "./results.ts";
import { ResultsChoice } from "./results_choice.ts";
import { itemOf, make, type SearchWords } from "./results_list.ts";
import { isEnough, wordsIn } from "./spelling.ts";
import { type Texts, Words } from "./words.ts";

/** The moment at which results were shown for the first time; others measure by this name. */
const SHOWN = "search:results";
const STYLES = "assets/tl/search.css";
/** Results that are shown at first, each of which is fetched by itself, and how many come when more are asked for. */
const AT_FIRST = 10;
const MORE = 20;
/** Milliseconds within which somebody who types goes on. */
const PAUSE = 80;

class SearchBox {
  private readonly box: HTMLElement;
  private readonly isOpen: HTMLInputElement;
  private readonly input: HTMLInputElement;
  private readonly said: SearchWords;
  private readonly choice: ResultsChoice;
  private readonly status = make("p", "md-search-result__meta");
  private readonly list = make("ol", "md-search-result__list");
  private readonly more: HTMLButtonElement;
  private engine: Promise<Engine> | null = null;
  private isWhole = false;
  /** The number of the last search: an answer to one before it is too late. */
  private asked = 0;
  private words: readonly string[] = [];
  /** How many results are to be shown. */
  private wanted = AT_FIRST;
  /** The place in the list of the first result that somebody asked for more to see, until it is there. */
  private next: number | null = null;

  constructor(box: HTMLElement) {
    this.box = box;
    this.isOpen = document.querySelector('[data-md-toggle="search"]') as HTMLInputElement;
    this.input = box.querySelector(".md-search__input") as HTMLInputElement;
    this.said = saidBeside(box);
    this.choice = new ResultsChoice(this.said, () => this.search());
    this.more = make("button", "tl-found__more", this.say("more"));
    this.more.type = "button";
    this.more.hidden = true;
    this.status.setAttribute("role", "status");
    const results = make("div", "md-search-result", this.status, this.choice.element, this.list, this.more);
    box.querySelector(".md-search__scrollwrap")?.replaceChildren(results);
    dress(box);
    this.listen();
  }

  private say(name: string, values?: Record<string, string>): string {
    return this.said.words.say(name, values);
  }

  private listen(): void {
    this.input.addEventListener("input", () => this.search());
    this.input.addEventListener("focus", () => this.open());
    this.more.addEventListener("click", () => this.showMore().catch(() => this.fail()));
    this.box.addEventListener("keydown", (event) => this.onKey(event));
    this.box.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.box.contains(relatedTarget)) this.close();
    });
    const form = this.box.querySelector("form");
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.list.querySelector("a")?.click();
    });
    form?.addEventListener("reset", () => {
      this.input.focus();
      setTimeout(() => this.search());
    });
    this.isOpen.addEventListener("change", () => {
      if (!this.isOpen.checked) this.input.blur();
    });
    // On the way to a result by instant navigation the header stays.
    this.list.addEventListener("click", () => this.close());
    if (this.box.contains(document.activeElement)) this.open();
  }

  private open(): void {
    if (!this.isOpen.checked) this.isOpen.click();
    this.load().catch(() => this.fail());
    if (this.input.value && !this.list.childElementCount) this.search();
    else if (!this.input.value) this.status.textContent = this.say("hint");
  }

  private close(): void {
    if (this.isOpen.checked) this.isOpen.click();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
      (document.activeElement as HTMLElement | null)?.blur();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target instanceof HTMLSelectElement) return;
    const stops = [
      this.input,
      ...this.list.querySelectorAll<HTMLElement>("a"),
      ...(this.more.hidden ? [] : [this.more]),
    ];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    stops[Math.min(Math.max(here + step, 0), stops.length - 1)]?.focus();
  }

  private load(): Promise<Engine> {
    if (!this.engine) {
      const { tlData = "", tlPagefindIntegrity = "" } = this.box.dataset;
      this.engine = loadEngine(tlData, tlPagefindIntegrity);
      this.engine.catch(() => {
        this.engine = null;
      });
    }
    return this.engine;
  }

  private search(): void {
    this.wanted = AT_FIRST;
    this.next = null;
    this.answer().catch(() => this.fail());
  }

  /** Look for what stands in the box, unless somebody goes on typing. */
  private async answer(): Promise<void> {
    this.asked += 1;
    const asked = this.asked;
    const words = wordsIn(this.input.value);
    if (!isEnough(words)) {
      this.clear();
      return;
    }
    const [engine] = await Promise.all([this.load(), pause(PAUSE)]);
    if (asked !== this.asked) return;
    const answer = await lookFor(engine, words, this.choice.choice);
    if (asked !== this.asked) return;
    const first = exactFirst((await loadAll(answer.results.slice(0, this.wanted))).map(resultOf), words);
    if (asked !== this.asked) return;
    this.words = words;
    this.put(first);
    this.show(answer);
    if (!this.isWhole) await this.loadRest(engine);
  }

  private show(answer: Answer): void {
    const { words } = this.said;
    const typed = this.input.value.trim();
    const count = answer.results.length;
    this.status.replaceChildren(count ? words.count("results", count) : this.say("nothing", { words: typed }));
    if (!count) this.status.append(" ", this.lists());
    this.more.hidden = count <= this.wanted;
    this.choice.offer(answer.totalFilters, count);
    performance.mark(SHOWN);
  }

  /** What the first results need not wait for: sources, and what results can be chosen by. */
  private async loadRest(engine: Engine): Promise<void> {
    this.isWhole = true;
    const { tlData = "", tlSources } = this.box.dataset;
    if (tlSources !== undefined) await addSources(engine, tlData).catch(() => undefined);
    await engine.filters();
    // A list that somebody is in does not change under their hands.
    if (!this.list.contains(document.activeElement)) await this.answer();
  }

  private async showMore(): Promise<void> {
    this.next = this.list.childElementCount;
    this.wanted += MORE;
    await this.answer();
  }

  /**
   * Put results into the list. Those that stand there already stay, as somebody may be about to follow one; who was at
   * one of them still is, and who asked for more is at the first of them.
   */
  private put(results: readonly Result[]): void {
    const { activeElement } = document;
    const at = this.list.contains(activeElement) ? (activeElement as HTMLAnchorElement).href : "";
    const root = this.box.dataset.tlRoot ?? "";
    const items = results.map((result) => itemOf(result, root, this.words, this.said));
    const there = [...this.list.children];
    const changed = items.findIndex((item, at) => item.outerHTML !== there[at]?.outerHTML);
    const stay = changed < 0 ? items.length : changed;
    for (const old of there.slice(stay)) old.remove();
    this.list.append(...items.slice(stay));
    const links = [...this.list.querySelectorAll("a")];
    const next = this.next === null ? undefined : links[this.next];
    if (next) this.next = null;
    (next ?? links.find((link) => link.href === at))?.focus();
  }

  private clear(): void {
    this.list.replaceChildren();
    this.more.hidden = this.choice.element.hidden = true;
    this.status.textContent = this.say("hint");
  }

  private fail(): void {
    this.clear();
    this.status.replaceChildren(this.say("failed"), " ", this.lists());
  }

  private lists(): HTMLAnchorElement {
    const link = make("a", "", this.say("lists"));
    link.href = this.box.dataset.tlLists ?? "";
    return link;
  }
}

/** The styles of what is found, which no page needs before. */
function dress(box: HTMLElement): void {
  const link = make("link", "");
  link.rel = "stylesheet";
  link.href = `${box.dataset.tlRoot}${STYLES}`;
  document.head.append(link);
}

function saidBeside(box: Element): SearchWords {
  const written = box.querySelector<HTMLTemplateElement>(".tl-search__words");
  const texts = JSON.parse(written?.content.textContent || "{}");
  const { groups = {}, standings = {} } = texts;
  return { words: new Words(document.documentElement.lang || "en", texts as Texts), groups, standings };
}

function loadAll(found: readonly Found[]) {
  return Promise.all(found.map((one) => one.data()));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const box = document.querySelector<HTMLElement>('[data-tl-instrument="search"]');
if (box) new SearchBox(box);
