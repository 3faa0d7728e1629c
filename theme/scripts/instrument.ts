/** A timeline on a page: what it shows, what has the focus, and what happens when a reader moves, points or types. */

import { at } from "./arrays.ts";
import { announcementOf, captionOf } from "./caption.ts";
import { type Columns, importanceOf, marksOf } from "./columns.ts";
import { Drawing } from "./drawing.ts";
import { type Frame, makeFrame } from "./frame.ts";
import { type Action, actionOf } from "./keys.ts";
import type { Grouping } from "./lanes.ts";
import type { Stretch } from "./layout.ts";
import { Overview } from "./overview.ts";
import { boundsOf, type Placing, place, type Shown } from "./placing.ts";
import { stepAcross, stepFrom } from "./steps.ts";
import { EventTexts } from "./texts.ts";
import { TickNames } from "./tick_names.ts";
import { letPageScroll } from "./touch.ts";
import { View } from "./view.ts";
import type { Words } from "./words.ts";

export interface Settings {
  readonly columns: Columns;
  readonly words: Words;
  /** The addresses, relative to the page, of the folder of data and of the site's root. */
  readonly folder: string;
  readonly root: string;
  /** Ends everything when the page is left. */
  readonly signal: AbortSignal;
  /** The events of which the period is made, where that is not all. */
  readonly shown: Shown;
  /** Called with the window when a reader has changed it, and with the event that has the focus, or -1. */
  readonly onWindow: (from: number, to: number) => void;
  readonly onFocus: (event: number) => void;
}

/** How near, in pixels, a click or tap has to be: half of a target that a fingertip hits. */
const REACH = 12;
const CLOSER = 2;
/** After so many milliseconds without a change, what the new window needs is fetched and told. */
const SETTLED = 180;
/** From how many files at most titles are fetched for one window. */
const MOST_PARTS = 3;

export class Instrument {
  readonly element: HTMLElement;
  readonly texts: EventTexts;
  private readonly settings: Settings;
  private readonly frame: Frame;
  private readonly names: TickNames;
  private readonly view: View;
  private readonly overview: Overview;
  private readonly drawing: Drawing;
  private placing: Placing;
  private shown: Shown;
  private grouping: Grouping | null = null;
  private focused = -1;
  private pointed = -1;
  private nextFrame = 0;
  private settling = 0;

  constructor(settings: Settings) {
    const { columns, words, signal } = settings;
    this.settings = settings;
    this.shown = settings.shown;
    this.placing = place(columns, this.shown, boundsOf(columns, this.shown));
    this.frame = makeFrame(words);
    this.element = this.frame.whole;
    this.names = new TickNames(words.language, (year) => words.say("before", { year }));
    this.texts = new EventTexts(columns, settings.folder, signal, () => {
      this.redraw();
      this.tell();
    });
    const { low, high } = this.placing;
    this.view = new View(this.frame.stage, low, high, signal, () => this.windowChanged());
    this.overview = new Overview(this.frame.overview, signal, (from, to) => this.view.jump(from, to));
    this.drawing = new Drawing(this.frame.canvas, columns, words, this.names, (event) => this.texts.titleOf(event));
    letPageScroll(this.frame.stage, signal);
    this.listen();
    signal.addEventListener("abort", () => {
      cancelAnimationFrame(this.nextFrame);
      clearTimeout(this.settling);
    });
  }

  /** The window of time that is shown. */
  get window(): { from: number; to: number } {
    return this.view.window;
  }

  /** Draw for the first time, once the element is on its page. */
  start(): void {
    this.measure();
    this.drawNow();
    this.texts.loadFirst().catch(() => undefined);
  }

  /** Show only these events. */
  setShown(shown: Shown): void {
    this.shown = shown;
    const { low, high } = this.placing;
    this.placing = place(this.settings.columns, shown, [low, high]);
    if (shown && this.focused >= 0 && !shown.has(this.focused)) this.focus(-1);
    this.pointed = -1;
    this.arrange();
  }

  /** Put events into lanes by this; null for none. */
  setGrouping(grouping: Grouping | null): void {
    this.grouping = grouping;
    this.arrange();
  }

  setWindow(from: number, to: number): void {
    this.view.jump(from, to);
  }

  /** Give an event the focus and bring it into the window; -1 for none. */
  focus(event: number, isTold = false): void {
    if (event !== this.focused) this.settings.onFocus(event);
    this.focused = event;
    this.pointed = -1;
    if (event >= 0) {
      const moment = Math.max(at(this.placing.from, event), this.placing.low);
      this.view.reveal(moment);
      this.texts.load(event).then(
        (text) => {
          if (!text || event !== this.focused) return;
          if (isTold) this.frame.status.textContent = announcementOf(text, this.settings.words);
        },
        () => undefined,
      );
    }
    this.tell();
    this.redraw();
  }

  private listen(): void {
    const { stage, canvas, buttons } = this.frame;
    const { signal } = this.settings;
    buttons.closer.addEventListener("click", () => this.view.zoomBy(CLOSER), { signal });
    buttons.farther.addEventListener("click", () => this.view.zoomBy(1 / CLOSER), { signal });
    buttons.all.addEventListener("click", () => this.view.showWhole(), { signal });
    stage.addEventListener("keydown", (event) => this.press(event), { signal });
    stage.addEventListener("click", (event) => this.choose(event), { signal });
    stage.addEventListener("pointermove", (event) => this.point(event), { signal });
    stage.addEventListener("pointerleave", () => this.pointAt(-1), { signal });
    const resized = new ResizeObserver(() => {
      if (this.measure()) this.drawNow();
    });
    resized.observe(stage);
    const recoloured = () => {
      this.drawing.forgetStyle();
      this.overview.draw(this.placing, this.drawing.style(this.element).shapes.palette);
      this.redraw();
    };
    const scheme = new MutationObserver(recoloured);
    scheme.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    matchMedia("(forced-colors: active)").addEventListener("change", recoloured, { signal });
    signal.addEventListener("abort", () => {
      resized.disconnect();
      scheme.disconnect();
      canvas.width = 0;
    });
  }

  /** Take the size of the page; whether it is another one. */
  private measure(): boolean {
    const { stage, overview } = this.frame;
    if (!this.drawing.resize(stage.clientWidth, stage.clientHeight, this.element)) return false;
    this.overview.resize(overview.clientWidth, overview.clientHeight);
    this.view.resize(stage.clientWidth);
    this.arrange();
    return true;
  }

  private arrange(): void {
    if (!this.drawing.hasSize) return;
    this.drawing.arrange(this.placing, this.grouping);
    this.overview.draw(this.placing, this.drawing.style(this.element).shapes.palette);
    this.windowChanged();
    this.tell();
  }

  private windowChanged(): void {
    const { from, to } = this.view.window;
    this.overview.showWindow(this.view.window);
    this.frame.buttons.farther.disabled = this.frame.buttons.all.disabled = this.view.isWhole;
    this.frame.buttons.closer.disabled = this.view.isClosest;
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.fetchTitles();
      this.tellPeriod();
      this.settings.onWindow(from, to);
    }, SETTLED);
    this.redraw();
  }

  private redraw(): void {
    if (!this.nextFrame) this.nextFrame = requestAnimationFrame(() => this.drawNow());
  }

  private drawNow(): void {
    cancelAnimationFrame(this.nextFrame);
    this.nextFrame = 0;
    const links = this.texts.of(this.focused)?.links ?? [];
    this.drawing.draw(
      this.view.window,
      this.focused,
      this.pointed,
      links.map(([, event]) => event),
    );
  }

  private fetchTitles(): void {
    const parts = new Set(this.drawing.wanted.map((event) => this.texts.partOf(event)));
    if (parts.size > MOST_PARTS) return;
    for (const part of parts) this.texts.loadPart(part).catch(() => undefined);
  }

  private press(event: KeyboardEvent): void {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    const actions: Record<Action, () => void> = {
      next: () => this.step(1),
      previous: () => this.step(-1),
      above: () => this.focus(stepAcross(this.placing, this.drawing.lanes, this.focused, -1), true),
      below: () => this.focus(stepAcross(this.placing, this.drawing.lanes, this.focused, 1), true),
      closer: () => this.view.zoomBy(CLOSER, this.momentOfFocus()),
      farther: () => this.view.zoomBy(1 / CLOSER, this.momentOfFocus()),
      first: () => this.focus(this.placing.order[0] ?? -1, true),
      last: () => this.focus(this.placing.order.at(-1) ?? -1, true),
      open: () => this.open(),
      leave: () => this.leave(),
    };
    actions[action]();
  }

  private step(by: 1 | -1): void {
    const { from, to } = this.view.window;
    this.focus(stepFrom(this.placing, this.focused, by, by > 0 ? from : to), true);
  }

  private momentOfFocus(): number | undefined {
    const { from, to } = this.view.window;
    const moment = at(this.placing.from, this.focused);
    return this.focused >= 0 && moment >= from && moment <= to ? moment : undefined;
  }

  private open(): void {
    this.texts.load(this.focused).then(
      () => this.frame.caption.querySelector("a")?.click(),
      () => undefined,
    );
  }

  private leave(): void {
    this.focus(-1);
    this.frame.stage.blur();
  }

  private choose(event: MouseEvent): void {
    const hit = this.hit(event);
    if (hit && "block" in hit) this.openStretch(hit.block.stretch);
    else this.focus(hit?.event ?? -1, true);
  }

  /** Come so close to a count that it falls apart; where it cannot, its first event gets the focus. */
  private openStretch({ from, to, events }: Stretch): void {
    const first = events[0] ?? -1;
    const begin = at(this.placing.from, first);
    const end = at(this.placing.from, events.at(-1) ?? first);
    const room = Math.max((end - begin) / 8, (to - from) / 50);
    if (this.view.isClosest) this.focus(first, true);
    else this.view.show(begin - room, end + room);
  }

  private point(event: PointerEvent): void {
    if (event.pointerType === "touch" || event.buttons) return;
    const hit = this.hit(event);
    this.frame.stage.style.cursor = hit ? "pointer" : "";
    this.pointAt(hit && "event" in hit ? hit.event : -1);
  }

  private pointAt(event: number): void {
    if (event === this.pointed) return;
    this.pointed = event;
    if (event >= 0) this.texts.load(event).catch(() => undefined);
    this.tell();
    this.redraw();
  }

  private hit(event: MouseEvent) {
    const { left, top } = this.frame.stage.getBoundingClientRect();
    return this.drawing.hitAt(event.clientX - left, event.clientY - top, REACH);
  }

  private tellPeriod(): void {
    const { from, to } = this.view.window;
    const { words } = this.settings;
    const inWindow = this.placing.order.reduce((count, event) => {
      const isSeen = at(this.placing.from, event) < to && at(this.placing.to, event) >= from;
      return isSeen ? count + 1 : count;
    }, 0);
    const [first, last] = this.names.periodOf(from, to);
    const period = first === last ? first : words.say("period", { from: first, to: last });
    this.frame.period.textContent = `${period} · ${words.count("events", inWindow)}`;
  }

  /** Say what is pointed at, or has the focus, or what a reader can do. */
  private tell(): void {
    const event = this.pointed >= 0 ? this.pointed : this.focused;
    const text = event < 0 ? undefined : this.texts.of(event);
    const { words, root, columns } = this.settings;
    const shown = text ? captionOf(text, root + columns.page.replace("{id}", text.id), words) : [words.say("hint")];
    this.frame.caption.replaceChildren(...shown);
  }

  /** How large events are drawn. */
  importance(event: number): number {
    return importanceOf(marksOf(this.settings.columns, event));
  }
}
