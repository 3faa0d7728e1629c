/** The values of one dimension: a box to tick each, with how many events it would leave. */

import { at } from "./arrays.ts";
import { type Check, makeCheck } from "./check.ts";
import type { Value } from "./facets.ts";
import { element } from "./frame.ts";
import type { Words } from "./words.ts";

/** So many are listed at once; readers ask for more, or find one by its name. */
const AT_ONCE = 40;
/** From so many values on there is a field to find one in. */
const WORTH_FINDING = 20;

export class ValueList {
  readonly element: HTMLElement;
  private readonly values: readonly Value[];
  private readonly words: Words;
  private readonly onTick: (id: string, isTicked: boolean) => void;
  private readonly list = element("ul", "tl-filters__values");
  private readonly find = element("input", "tl-filters__find");
  private readonly none: HTMLElement;
  private readonly more: HTMLButtonElement;
  private readonly rows = new Map<number, Check>();
  private chosen: readonly string[] = [];
  private counts: Uint32Array = new Uint32Array();
  private most = AT_ONCE;

  constructor(
    values: readonly Value[],
    name: string,
    words: Words,
    onTick: (id: string, isTicked: boolean) => void,
    also: Node[],
  ) {
    this.values = values;
    this.words = words;
    this.onTick = onTick;
    this.more = element("button", "tl-filters__more", words.say("more"));
    this.more.type = "button";
    this.more.addEventListener("click", () => this.showMore());
    this.find.type = "search";
    this.find.placeholder = words.say("find", { list: name });
    this.find.setAttribute("aria-label", this.find.placeholder);
    this.find.addEventListener("input", () => this.listAnew());
    const head = element("div", "tl-filters__top");
    head.append(this.find, ...also);
    this.element = element("div");
    this.none = element("p", "tl-filters__none", words.say("noValue"));
    this.element.append(head, this.list, this.none, this.more);
  }

  /** Take what is chosen and the number of events of each value: numbers change where they stand. */
  update(chosen: readonly string[], counts: Uint32Array): void {
    this.chosen = chosen;
    this.counts = counts;
    const listed = this.listed();
    const isSame = listed.length === this.rows.size && listed.every((number) => this.rows.has(number));
    if (isSame) for (const [number, row] of this.rows) this.fill(row, number);
    else this.list.replaceChildren(...this.makeRows(listed));
  }

  /** The numbers of the values to list: of those that leave no event only the chosen ones. */
  private listed(): number[] {
    const wanted = this.find.value.trim().toLocaleLowerCase();
    const isListed = ({ id, name }: Value, number: number) =>
      (at(this.counts, number) > 0 || this.chosen.includes(id)) && name.toLocaleLowerCase().includes(wanted);
    const all = [...this.values.keys()].filter((number) => isListed(this.values[number] as Value, number));
    this.more.hidden = all.length <= this.most;
    this.find.hidden = all.length < WORTH_FINDING && !wanted;
    this.none.hidden = all.length > 0;
    return all.slice(0, this.most);
  }

  private listAnew(): void {
    this.most = AT_ONCE;
    this.list.replaceChildren(...this.makeRows(this.listed()));
  }

  private showMore(): void {
    const first = this.most;
    this.most += AT_ONCE;
    this.list.replaceChildren(...this.makeRows(this.listed()));
    this.list.children[first]?.querySelector("input")?.focus();
  }

  private makeRows(listed: readonly number[]): HTMLElement[] {
    this.rows.clear();
    return listed.map((number) => {
      const { id, name, level } = this.values[number] as Value;
      const row = makeCheck(name, this.words, (isTicked) => this.onTick(id, isTicked));
      this.rows.set(number, row);
      this.fill(row, number);
      const item = element("li");
      if (level && !this.find.value) item.style.setProperty("--tl-level", String(level));
      item.append(row.label);
      return item;
    });
  }

  private fill(row: Check, number: number): void {
    row.set(this.chosen.includes(this.values[number]?.id ?? ""), at(this.counts, number));
  }
}
