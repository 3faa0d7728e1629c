/** The map on a page: what it shows, what a reader has opened on it, and what happens when one moves or types. */

import { type LatLngBounds, Map as LeafletMap } from "leaflet";
import type { Basemap } from "./basemap.ts";
import type { Bits } from "./bits.ts";
import { eventsWithin, type Narrowed } from "./choosing.ts";
import type { Columns } from "./columns.ts";
import { element, setUseless } from "./frame.ts";
import { type Found, findShown } from "./gathering.ts";
import { giveWay } from "./giving_way.ts";
import { addTiles, Land } from "./land.ts";
import { type MapFrame, makeMapFrame } from "./map_frame.ts";
import { type MapAction, mapActionOf } from "./map_keys.ts";
import { Marks } from "./marks.ts";
import { Overview } from "./overview.ts";
import { readPalette } from "./palette.ts";
import { PeriodWindow } from "./period_window.ts";
import { factsOf, PlaceLines } from "./place_lines.ts";
import type { Place } from "./places.ts";
import { boundsOf, type Placing, place } from "./placing.ts";
import { EventTexts } from "./texts.ts";
import { TickNames } from "./tick_names.ts";
import { cutFor, turned } from "./turning.ts";
import { prefersStillness, watchColours, watchSize } from "./watching.ts";
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
  readonly signal: AbortSignal;
  /** Called with the window of time when a reader has changed it. */
  readonly onWindow: (from: number, to: number, isStep: boolean) => void;
  /** Called when a reader opens or closes places, so that no event of the address has the focus any longer. */
  readonly onOpened: () => void;
}

/** After so many milliseconds without a change, a new period is told. */
const SETTLED = 180;
/** How far an arrow key moves the map, in pixels. */
const STEP = 80;
const ZOOMS = { minZoom: 1, maxZoom: 12, zoomSnap: 0.5, zoomDelta: 1 };
/** What is brought into sight is brought no nearer than this, and has so many pixels around it. */
const NEAREST = 9;
const AROUND: [number, number] = [36, 36];
/** As a part of a day: a period is over just before the day begins that follows it. */
const A_MOMENT = 1e-4;
const STEPS: Partial<Record<MapAction, [across: number, down: number]>> = {
  left: [-STEP, 0],
  right: [STEP, 0],
  up: [0, -STEP],
  down: [0, STEP],
};

export class MapInstrument implements Narrowed {
  readonly texts: EventTexts;
  private readonly settings: MapSettings;
  private readonly frame: MapFrame;
  private readonly places: readonly Place[];
  private readonly names: TickNames;
  private readonly overview: Overview;
  private readonly period: PeriodWindow;
  private readonly cut: number;
  /** From the first drawing on. */
  private map: LeafletMap | null = null;
  private marks: Marks | null = null;
  private placing: Placing;
  /** What a selection leaves, at any time; null for all. */
  private shown: Bits | null = null;
  /** What is on the map. */
  private found: readonly Found[] = [];
  private opened: readonly Found[] = [];
  /** What a mark stood for that a reader has opened with a key, and that has come nearer. */
  private awaited: readonly Found[] | null = null;
  private nextFrame = 0;
  private settling = 0;
  /** Whether a reader has moved the period, and is to hear of it. */
  private isPeriodMoved = false;

  constructor(settings: MapSettings) {
    const { columns, words, folder, signal, places } = settings;
    this.settings = settings;
    this.frame = makeMapFrame(words);
    this.cut = cutFor(places.map(({ lon }) => lon));
    this.places = places.map((one) => ({ ...one, lon: turned(one.lon, this.cut) }));
    this.names = new TickNames(words.language, (year) => words.say("before", { year }));
    this.placing = place(columns, null, boundsOf(columns, null));
    this.period = new PeriodWindow(this.placing.low, this.placing.high, () => this.periodChanged());
    this.overview = new Overview(this.frame.overview, signal, this.period, () => {
      this.isPeriodMoved = true;
    });
    this.texts = new EventTexts(columns, folder, signal, () => {});
    this.listen();
    signal.addEventListener("abort", () => {
      cancelAnimationFrame(this.nextFrame);
      clearTimeout(this.settling);
      this.map?.remove();
    });
  }

  get element(): HTMLElement {
    return this.frame.whole;
  }

  get window(): { from: number; to: number; first: number; last: number; low: number; high: number } {
    const { first, last, low, high } = this.placing;
    return { ...this.period.window, first, last, low, high };
  }

  /** Draw for the first time, once the element is on its page and what is shown is known. */
  async start(): Promise<void> {
    const { basemap, tiles, words, signal } = this.settings;
    const isStill = prefersStillness();
    this.map = new LeafletMap(this.frame.stage, {
      ...ZOOMS,
      maxZoom: tiles ? 18 : ZOOMS.maxZoom,
      attributionControl: false,
      zoomControl: false,
      keyboard: false,
      scrollWheelZoom: false,
      zoomAnimation: !isStill,
      inertia: !isStill,
    });
    this.marks = new Marks({
      map: this.map,
      words,
      basemap,
      cut: this.cut,
      hasTiles: Boolean(tiles),
      onOpen: (found) => this.open(found),
    });
    this.showWhole();
    await giveWay(signal);
    const land = new Land(this.map, basemap, this.cut);
    await giveWay(signal);
    land.addTo(this.map);
    if (tiles) addTiles(this.map, tiles);
    this.map.on("moveend zoomend", () => this.redraw());
    this.resize();
    await giveWay(signal);
    this.drawNow();
    watchSize(this.frame.stage, () => this.resize(), signal);
    watchColours(() => {
      land.draw();
      this.drawOverview();
    }, signal);
  }

  setShown(shown: Bits | null): void {
    const { columns } = this.settings;
    const { first, last } = this.placing;
    this.shown = shown;
    this.placing = place(columns, shown, [first, last]);
    this.drawOverview();
    this.drawNow();
    if (this.found.length && !this.isAnyInSight) this.showWhole();
  }

  setWindow(from: number, to: number): void {
    this.period.jump(from, to);
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
    const found = this.found.filter((one) => one.events.includes(event));
    if (event >= 0 && found.length) {
      this.show(this.marks?.boundsOf(found.map((one) => one.place)));
      this.showOpened(found);
    } else if (this.opened.length) this.showOpened([]);
  }

  private listen(): void {
    const { stage, buttons, opened } = this.frame;
    const { signal } = this.settings;
    buttons.closer.addEventListener("click", () => this.map?.zoomIn(), { signal });
    buttons.farther.addEventListener("click", () => this.map?.zoomOut(), { signal });
    buttons.whole.addEventListener("click", () => this.showWhole(), { signal });
    stage.addEventListener("keydown", (event) => this.press(event), { signal });
    opened.addEventListener("keydown", (event) => event.key === "Escape" && this.close(), { signal });
    // The wheel scrolls the page until a reader has come to the map.
    stage.addEventListener("focusin", () => this.map?.scrollWheelZoom.enable(), { signal });
    stage.addEventListener("focusout", () => this.map?.scrollWheelZoom.disable(), { signal });
    stage.addEventListener(
      "pointerdown",
      (event) => {
        if (!(event.target instanceof HTMLButtonElement)) stage.focus({ preventScroll: true });
      },
      { signal },
    );
  }

  private press(event: KeyboardEvent): void {
    const action = mapActionOf(event);
    if (!action) return;
    event.preventDefault();
    const step = STEPS[action];
    if (step) this.map?.panBy(step, { animate: false });
    else if (action === "closer") this.map?.zoomIn();
    else if (action === "farther") this.map?.zoomOut();
    else if (action === "whole") this.showWhole();
    else this.close();
  }

  private resize(): void {
    const { overview } = this.frame;
    this.map?.invalidateSize({ animate: false });
    this.overview.resize(overview.clientWidth, overview.clientHeight);
    this.drawOverview();
  }

  private drawOverview(): void {
    if (!this.map) return;
    this.overview.draw(this.placing, readPalette(this.element));
    this.overview.showWindow();
  }

  private periodChanged(): void {
    this.overview.showWindow();
    this.redraw();
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(), SETTLED);
  }

  private settle(): void {
    const { from, to } = this.period.window;
    this.settings.onWindow(from, to, false);
    if (this.isPeriodMoved) this.announce(this.frame.summary.textContent ?? "");
    this.isPeriodMoved = false;
  }

  private redraw(): void {
    if (!this.nextFrame) this.nextFrame = requestAnimationFrame(() => this.drawNow());
  }

  private drawNow(): void {
    cancelAnimationFrame(this.nextFrame);
    this.nextFrame = 0;
    const events = this.events;
    this.found = findShown(this.places, events);
    this.summarize(events);
    if (!this.map || !this.marks) return;
    const hadFocus = this.marks.draw(this.found);
    const { buttons } = this.frame;
    setUseless(buttons.closer, this.map.getZoom() >= this.map.getMaxZoom());
    setUseless(buttons.farther, this.map.getZoom() <= this.map.getMinZoom());
    if (hadFocus && !(this.awaited && this.marks.focus(this.awaited))) this.frame.stage.focus({ preventScroll: true });
    if (hadFocus) this.awaited = null;
  }

  /** The events of the selection and the period; null for all. */
  private get events(): Bits | null {
    if (this.period.isWhole) return this.shown;
    const inPeriod = eventsWithin(this.settings.columns, this.period.window);
    return this.shown ? this.shown.and(inPeriod) : inPeriod;
  }

  /** Say the period, how many events are at how many places, and how many are at none. */
  private summarize(events: Bits | null): void {
    const { columns, words } = this.settings;
    const { first, last } = this.placing;
    const { from, to } = this.period.window;
    const [start, end] = this.names.periodOf(Math.max(from, first), Math.min(to, last) - A_MOMENT);
    const located = new Set(this.found.flatMap((one) => [...one.events]));
    const left = (events?.count ?? columns.count) - located.size;
    const said = [
      start === end ? start : words.say("period", { from: start, to: end }),
      words.say("at", {
        events: words.count("events", located.size),
        places: words.count("places", new Set(this.found.map((one) => one.place.id)).size),
      }),
      left ? words.count("elsewhere", left) : "",
    ];
    this.frame.summary.textContent = said.filter(Boolean).join(" · ");
  }

  private get isAnyInSight(): boolean {
    const bounds = this.map?.getBounds();
    if (!bounds) return true;
    return this.found.some(({ place }) => this.marks && bounds.intersects(this.marks.boundsOf([place])));
  }

  /** Show all that is on the map; whole countries only where nothing is known more closely. */
  private showWhole(): void {
    const places = (this.found.length ? this.found.map((one) => one.place) : this.places) as readonly Place[];
    const closer = places.filter((one) => one.shape !== "area");
    this.show(this.marks?.boundsOf(closer.length ? closer : places));
  }

  private show(bounds: LatLngBounds | undefined): void {
    if (bounds?.isValid()) this.map?.fitBounds(bounds, { padding: AROUND, maxZoom: NEAREST, animate: false });
  }

  /** Open what a mark stands for: one place, or several, which come nearer as long as that tells them apart. */
  private open(found: readonly Found[]): void {
    const { map, marks } = this;
    if (!map || !marks) return;
    const bounds = marks.boundsOf(found.map((one) => one.place));
    const isPoint = bounds.getNorthEast().equals(bounds.getSouthWest());
    if (found.length > 1 && !isPoint && map.getZoom() < map.getMaxZoom()) {
      this.awaited = found;
      const nearer = Math.min(Math.max(map.getBoundsZoom(bounds, false), map.getZoom() + 1), map.getMaxZoom());
      map.setView(bounds.getCenter(), nearer, { animate: false });
      return;
    }
    this.showOpened(found);
    this.settings.onOpened();
    this.frame.opened.focus();
  }

  private close(): void {
    const { opened } = this;
    if (!opened.length) return;
    this.showOpened([]);
    this.settings.onOpened();
    if (!this.marks?.focus(opened)) this.frame.stage.focus({ preventScroll: true });
  }

  private showOpened(found: readonly Found[]): void {
    const { words, signal, columns, root, placePage } = this.settings;
    this.opened = found;
    this.marks?.choose(found);
    const { opened } = this.frame;
    opened.hidden = !found.length;
    const settings = { columns, texts: this.texts, words, root, placePage };
    const parts = found.map((one) => {
      const head = element("h2", "tl-map__place", one.place.name);
      head.dir = "auto";
      const lines = new PlaceLines(one, settings);
      lines.start();
      const part = element("div");
      part.append(head, element("p", "tl-note", factsOf(one, settings)), lines.element);
      return part;
    });
    const close = element("button", "tl-instrument__button tl-map__close", words.say("close"));
    close.type = "button";
    close.addEventListener("click", () => this.close(), { signal });
    opened.replaceChildren(close, ...parts);
    if (found.length) this.announce(found.map((one) => `${one.place.name}: ${factsOf(one, settings)}`).join(". "));
  }
}
