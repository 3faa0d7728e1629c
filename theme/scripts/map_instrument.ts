/** The map on a page: which events it shows, at which places, and what a reader has opened on it. */

import type { Basemap } from "./basemap.ts";
import type { Bits } from "./bits.ts";
import type { Narrowed } from "./choosing.ts";
import type { Columns } from "./columns.ts";
import { type Found, findShown } from "./gathering.ts";
import { giveWay } from "./giving_way.ts";
import { type MapFrame, makeMapFrame } from "./map_frame.ts";
import { MapPeriod } from "./map_period.ts";
import { MapView } from "./map_view.ts";
import { OpenedPlaces } from "./opened_places.ts";
import type { Place } from "./places.ts";
import { EventTexts } from "./texts.ts";
import { TickNames } from "./tick_names.ts";
import { cutFor, turned } from "./turning.ts";
import { watchColours, watchSize } from "./watching.ts";
import type { Words } from "./words.ts";

export interface MapSettings {
  readonly columns: Columns;
  readonly places: readonly Place[];
  readonly basemap: Basemap;
  readonly words: Words;
  /** The addresses of the folder of data, and of the site's root relative to the page. */
  readonly folder: string;
  readonly root: string;
  /** The address of a place's page from the root of the site, with `{id}`. */
  readonly placePage: string;
  /** The address of the tiles of another background; empty for none. */
  readonly tiles: string;
  /** Whether it stands beside the timeline, which has the period. */
  readonly isBeside: boolean;
  readonly signal: AbortSignal;
  /** Called with the window of time when a reader has changed it. */
  readonly onWindow: (from: number, to: number, isStep: boolean) => void;
  /** Called when a reader opens or closes places, so that no event of the address has the focus any longer. */
  readonly onOpened: () => void;
}

/** As a part of a day: a period is over just before the day begins that follows it. */
const A_MOMENT = 1e-4;

export class MapInstrument implements Narrowed {
  readonly texts: EventTexts;
  private readonly settings: MapSettings;
  private readonly frame: MapFrame;
  private readonly places: readonly Place[];
  private readonly cut: number;
  private readonly names: TickNames;
  private readonly period: MapPeriod;
  private readonly opened: OpenedPlaces;
  /** From the first drawing on. */
  private view: MapView | null = null;
  /** What a selection leaves, at any time; null for all. */
  private shown: Bits | null = null;
  /** What is on the map. */
  private found: readonly Found[] = [];
  /** The event whose places are marked; -1 for none. */
  private pointed = -1;
  private nextFrame = 0;

  constructor(settings: MapSettings) {
    const { columns, words, folder, root, placePage, signal, places } = settings;
    this.settings = settings;
    this.frame = makeMapFrame(words);
    this.cut = cutFor(places.map(({ lon }) => lon));
    this.places = places.map((one) => ({ ...one, lon: turned(one.lon, this.cut) }));
    this.names = new TickNames(words.language, (year) => words.say("before", { year }));
    this.texts = new EventTexts(columns, folder, signal, () => {});
    this.period = new MapPeriod(
      this.frame.overview,
      columns,
      signal,
      () => this.redraw(),
      (isMoved) => this.settle(isMoved),
    );
    const lines = { columns, texts: this.texts, words, root, placePage };
    this.opened = new OpenedPlaces(this.frame.opened, lines, () => this.close());
    if (settings.isBeside) this.frame.overview.remove();
    signal.addEventListener("abort", () => cancelAnimationFrame(this.nextFrame));
  }

  get element(): HTMLElement {
    return this.frame.whole;
  }

  get window(): Readonly<Record<"from" | "to" | "first" | "last" | "low" | "high", number>> {
    return this.period.window;
  }

  /** Draw for the first time, once the element is on its page and what is shown is known. */
  async start(): Promise<void> {
    const { basemap, tiles, words, signal } = this.settings;
    const view = new MapView({
      frame: this.frame,
      words,
      basemap,
      cut: this.cut,
      tiles,
      signal,
      onOpen: (found) => this.open(found),
      onClose: () => this.close(),
      onWhole: () => this.showWhole(),
      onMove: () => this.redraw(),
    });
    this.view = view;
    this.showWhole();
    await giveWay(signal);
    this.resize();
    await giveWay(signal);
    await view.start(() => this.found);
    this.point(this.pointed);
    watchSize(this.frame.stage, () => this.resize(), signal);
    watchColours(() => this.takeColours(), signal);
  }

  setShown(shown: Bits | null): void {
    this.shown = shown;
    this.period.setShown(shown);
    this.drawPeriod();
    this.drawNow();
    const places = this.found.map(({ place }) => place);
    if (places.length && this.view && !this.view.isAnyInSight(places)) this.showWhole();
  }

  setWindow(from: number, to: number): void {
    this.period.setWindow(from, to);
  }

  setNote(note: HTMLElement | null): void {
    const hadFocus = this.frame.note.contains(document.activeElement);
    this.frame.note.replaceChildren(...(note ? [note] : []));
    if (hadFocus) this.frame.stage.focus();
  }

  announce(text: string): void {
    this.frame.status.textContent = text;
  }

  /** Open where an event was and bring it into sight; -1 for none. */
  focus(event: number): void {
    const found = this.foundOf(event);
    if (found.length) {
      this.view?.show(found.map((one) => one.place));
      this.showOpened(found);
    } else if (this.opened.places.length) this.showOpened([]);
  }

  /** Mark where an event was, in sight, and leave open what a reader has opened; -1 for none. */
  point(event: number): void {
    this.pointed = event;
    const found = this.foundOf(event);
    const places = found.map(({ place }) => place);
    if (places.length && this.view && !this.view.isAnyInSight(places)) this.view.show(places);
    this.view?.choose(found.length ? found : this.opened.places);
  }

  private foundOf(event: number): readonly Found[] {
    return event < 0 ? [] : this.found.filter((one) => one.events.includes(event));
  }

  private resize(): void {
    this.view?.resize();
    if (!this.settings.isBeside) this.period.resize();
  }

  private takeColours(): void {
    this.view?.redrawLand();
    this.drawPeriod();
  }

  private drawPeriod(): void {
    if (this.view && !this.settings.isBeside) this.period.draw();
  }

  private settle(isMoved: boolean): void {
    const { from, to } = this.period.window;
    this.settings.onWindow(from, to, false);
    if (isMoved) this.announce(this.frame.period.textContent ?? "");
  }

  private redraw(): void {
    if (!this.nextFrame) this.nextFrame = requestAnimationFrame(() => this.drawNow());
  }

  private drawNow(): void {
    cancelAnimationFrame(this.nextFrame);
    this.nextFrame = 0;
    const events = this.period.narrowed(this.shown);
    this.found = findShown(this.places, events);
    this.summarize(events);
    this.view?.draw(this.found);
  }

  /** Say the period, how many events are at how many places, and how many are at none. */
  private summarize(events: Bits | null): void {
    const { columns, words, isBeside } = this.settings;
    const located = new Set(this.found.flatMap((one) => [...one.events]));
    const left = (events?.count ?? columns.count) - located.size;
    const said = [
      isBeside ? "" : this.periodInWords,
      words.say("at", {
        events: words.count("events", located.size),
        places: words.count("places", new Set(this.found.map((one) => one.place.id)).size),
      }),
      left ? words.count("elsewhere", left) : "",
    ];
    this.frame.period.textContent = said.filter(Boolean).join(" · ");
  }

  private get periodInWords(): string {
    const { from, to, first, last } = this.period.window;
    const [start, end] = this.names.periodOf(Math.max(from, first), Math.min(to, last) - A_MOMENT);
    return start === end ? start : this.settings.words.say("period", { from: start, to: end });
  }

  /** Show all that is on the map. */
  private showWhole(): void {
    this.view?.showAll(this.found.length ? this.found.map((one) => one.place) : this.places);
  }

  private open(found: readonly Found[]): void {
    this.showOpened(found);
    this.settings.onOpened();
    this.view?.takeSize();
    this.view?.keepInSight(found.map((one) => one.place));
    this.frame.opened.focus();
  }

  private close(): void {
    const { places } = this.opened;
    if (!places.length) return;
    this.showOpened([]);
    this.settings.onOpened();
    this.view?.focusOn(places);
  }

  private showOpened(found: readonly Found[]): void {
    this.opened.show(found);
    this.view?.choose(found);
    if (found.length) this.announce(this.opened.inWords);
  }
}
