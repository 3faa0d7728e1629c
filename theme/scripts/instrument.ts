/** A timeline on a page: what it shows, what has the focus, and what happens when a reader moves, points or types. */

import { at, isEqual } from "./arrays.ts";
import { Caption } from "./caption.ts";
import { type Columns, isWithin } from "./columns.ts";
import { Drawing } from "./drawing.ts";
import { Focus } from "./focus.ts";
import { type Frame, makeFrame, setUseless } from "./frame.ts";
import type { GroupingName } from "./groupings.ts";
import type { Grouping } from "./lanes.ts";
import { Overview } from "./overview.ts";
import { boundsOf, type Placing, place, type Shown } from "./placing.ts";
import { keepHeight } from "./standing_in.ts";
import { Steering } from "./steering.ts";
import { EventTexts, type WrittenTitles } from "./texts.ts";
import { TickNames } from "./tick_names.ts";
import { View } from "./view.ts";
import { watchColours, watchSize } from "./watching.ts";
import type { Words } from "./words.ts";

export interface Settings {
  readonly columns: Columns;
  readonly words: Words;
  /** The addresses of the folder of data, and of the site's root relative to the page. */
  readonly folder: string;
  readonly root: string;
  /** Ends everything when the page is left. */
  readonly signal: AbortSignal;
  /** The events that are shown, and of which the period is made; null for all. */
  readonly shown: Shown;
  /** Whether it is a strip beside other things, without a choice of lanes. */
  readonly isStrip: boolean;
  /** The titles that a short account would name, for the first drawing. */
  readonly titles: Promise<WrittenTitles>;
  /** Called with the window when a reader has changed it, and whether by one step, which can be taken back. */
  readonly onWindow: (from: number, to: number, isStep: boolean) => void;
  /** Called with the event that a reader has given the focus, or -1. */
  readonly onFocus: (event: number) => void;
  /** Called when a reader wants other lanes. */
  readonly onLanes: (name: GroupingName) => void;
}

/** After so many milliseconds without a change, what the new window needs is fetched and told. */
const SETTLED = 180;
/** From how many files at most titles are fetched for one window. */
const MOST_PARTS = 3;

export class Instrument {
  readonly texts: EventTexts;
  private readonly settings: Settings;
  private readonly frame: Frame;
  private readonly caption: Caption;
  private readonly view: View;
  /** None of a strip, which has no room for it. */
  private readonly overview: Overview | null;
  private readonly drawing: Drawing;
  private readonly focused: Focus;
  private readonly steering: Steering;
  private shown: Shown;
  private placing: Placing;
  private grouping: Grouping | null = null;
  private nextFrame = 0;
  private settling = 0;

  constructor(settings: Settings) {
    const { columns, words, signal, root, onFocus, onLanes } = settings;
    this.settings = settings;
    this.shown = settings.shown;
    this.placing = place(columns, settings.shown, boundsOf(columns, settings.shown));
    this.frame = makeFrame(words, settings.isStrip);
    const names = new TickNames(words.language, (year) => words.say("before", { year }));
    this.caption = new Caption(this.frame, words, names, (id) => root + columns.page.replace("{id}", id));
    this.texts = new EventTexts(columns, settings.folder, signal, () => {
      this.focused.tell();
      this.redraw();
    });
    settings.titles.then((titles) => this.texts.takeFirst(titles));
    this.focused = new Focus(this.texts, this.caption, !settings.isStrip, () => this.redraw());
    const { low, high } = this.placing;
    const { stage, overview, canvas, lanes } = this.frame;
    const moved = () => this.steering.moved();
    this.view = new View(stage, low, high, signal, moved, () => this.windowChanged());
    this.overview = settings.isStrip ? null : new Overview(overview, signal, this.view, moved);
    this.drawing = new Drawing(canvas, columns, words, names, (event) => this.texts.titleOf(event));
    const { frame, view, drawing, focused } = this;
    const placing = () => this.placing;
    const focus = (event: number) => this.reach(event);
    this.steering = new Steering({ frame, view, drawing, focused, placing, focus, onFocus }, signal);
    lanes.addEventListener("change", () => onLanes(lanes.value as GroupingName), { signal });
    watchColours(() => this.recolour(), signal);
    signal.addEventListener("abort", () => {
      cancelAnimationFrame(this.nextFrame);
      clearTimeout(this.settling);
    });
  }

  get element(): HTMLElement {
    return this.frame.whole;
  }

  /** The window of time that is shown, the whole period, and the same with its room. */
  get window(): { from: number; to: number; first: number; last: number; low: number; high: number } {
    const { first, last, low, high } = this.placing;
    return { ...this.view.window, first, last, low, high };
  }

  /** Take the place of what the build drew, which is as high. */
  standIn(place: HTMLElement): void {
    keepHeight(place, this.frame, this.settings.signal);
  }

  /** Take the size that the element has on its page, and put the events in their places. */
  prepare(): void {
    this.focused.tell();
    this.measure();
  }

  /** Draw for the first time, unless a frame has done so since it was prepared. */
  start(): void {
    if (this.nextFrame) this.drawNow();
    watchSize(this.frame.stage, () => this.measure() && this.drawNow(), this.settings.signal);
  }

  /** Show only these events. */
  setShown(shown: Shown): void {
    if (shown === this.shown) return;
    this.shown = shown;
    const { first, last } = this.placing;
    const placing = place(this.settings.columns, shown, [first, last]);
    const isSame = isEqual(placing.order, this.placing.order);
    if (shown && this.focused.event >= 0 && !shown.has(this.focused.event)) this.focus(-1);
    this.focused.pointAt(-1);
    // Lanes that are made anew would move.
    if (isSame) return;
    this.placing = placing;
    this.arrange();
  }

  /** Put events into lanes by this; null for none. */
  setGrouping(name: GroupingName, grouping: Grouping | null): void {
    this.grouping = grouping;
    this.frame.lanes.value = name;
    this.arrange();
  }

  setWindow(from: number, to: number): void {
    this.view.jump(from, to);
    this.drawing.settle(this.view.window);
  }

  /** Say something over the drawing, which shows no event then. */
  setNote(note: HTMLElement | null): void {
    const { note: place, stage } = this.frame;
    const hadFocus = place.contains(document.activeElement);
    place.replaceChildren(...(note ? [note] : []));
    if (hadFocus) stage.focus();
  }

  /** Read something aloud to those who listen. */
  announce(text: string): void {
    this.frame.status.textContent = text;
  }

  /** Give an event the focus, where the window is; -1 for none. */
  focus(event: number): void {
    this.focused.give(event);
  }

  /** Give an event the focus and bring it into the window; -1 for none. */
  private reach(event: number): void {
    this.focus(event);
    if (event < 0) return;
    // One without a beginning is found where it ends.
    const begins = Number.isFinite(at(this.settings.columns.statedStarts, event));
    this.view.reveal(at(begins ? this.placing.from : this.placing.to, event));
  }

  /** Take the size of the page; whether it is another one. */
  private measure(): boolean {
    const { stage, overview } = this.frame;
    // All sizes before anything is changed, so that the browser works them out once.
    const [width, height] = [stage.clientWidth, stage.clientHeight];
    const [wide, tall] = [overview.clientWidth, overview.clientHeight];
    if (!this.drawing.resize(width, height, this.element)) return false;
    this.overview?.resize(wide, tall);
    this.view.resize(width);
    this.arrange();
    return true;
  }

  private arrange(): void {
    if (!this.drawing.hasSize) return;
    this.drawing.arrange(this.placing, this.grouping, this.view.window);
    this.overview?.draw(this.placing, this.drawing.style(this.element).shapes.palette);
    this.windowChanged();
  }

  private recolour(): void {
    this.drawing.forgetStyle();
    this.overview?.draw(this.placing, this.drawing.style(this.element).shapes.palette);
    this.redraw();
  }

  private windowChanged(): void {
    this.overview?.showWindow();
    const { buttons } = this.frame;
    setUseless(buttons.farther, this.view.isWhole);
    setUseless(buttons.whole, this.view.isWhole);
    setUseless(buttons.closer, this.view.isClosest);
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(), SETTLED);
    this.redraw();
  }

  private settle(): void {
    const { from, to } = this.view.window;
    if (this.drawing.settle(this.view.window)) this.drawNow();
    this.fetchTitles();
    const seen = this.placing.order.filter((event) => isWithin(this.settings.columns, event, from, to));
    this.caption.showPeriod(this.placing, from, to, seen.length);
    const { isMoved, isStep } = this.steering.takeMove();
    if (isMoved) this.caption.announcePeriod();
    this.settings.onWindow(from, to, isStep);
  }

  private fetchTitles(): void {
    const parts = new Set(this.drawing.wanted.map((event) => this.texts.partOf(event)));
    if (parts.size > MOST_PARTS) return;
    for (const part of parts) this.texts.loadPart(part).catch(ignore);
  }

  private redraw(): void {
    if (!this.nextFrame) this.nextFrame = requestAnimationFrame(() => this.drawNow());
  }

  private drawNow(): void {
    cancelAnimationFrame(this.nextFrame);
    this.nextFrame = 0;
    const { event, pointedAt, linked } = this.focused;
    this.drawing.draw(this.view.window, event, pointedAt, linked);
  }
}

/** Where texts cannot be fetched, the drawing goes without them. */
function ignore(): void {}
