/** The map that a reader moves: land, borders and marks, and what of the world is seen. */

import { type LatLng, type LatLngBounds, Map as LeafletMap } from "leaflet";
import type { Basemap } from "./basemap.ts";
import { setUseless } from "./frame.ts";
import type { Found } from "./gathering.ts";
import { giveWay, makeRest } from "./giving_way.ts";
import { addTiles, Land } from "./land.ts";
import type { MapFrame } from "./map_frame.ts";
import { type MapAction, mapActionOf } from "./map_keys.ts";
import { Marks } from "./marks.ts";
import type { Place } from "./places.ts";
import { scaleOf } from "./scale.ts";
import { prefersStillness } from "./watching.ts";
import type { Words } from "./words.ts";

export interface MapViewSettings {
  readonly frame: MapFrame;
  readonly words: Words;
  readonly basemap: Basemap;
  /** Where the world is cut open, in degrees east. */
  readonly cut: number;
  /** The address of the tiles of another background; empty for none. */
  readonly tiles: string;
  readonly signal: AbortSignal;
  /** Called when a reader opens what a mark stands for, which comes no nearer. */
  readonly onOpen: (found: readonly Found[]) => void;
  /** Called when a reader wants what is open to be closed. */
  readonly onClose: () => void;
  /** Called when a reader wants to see all. */
  readonly onWhole: () => void;
  /** Called when the map was moved. */
  readonly onMove: () => void;
}

/** How far an arrow key moves the map, in pixels. */
const STEP = 80;
const ZOOMS = { minZoom: 1, maxZoom: 12, zoomSnap: 0.5, zoomDelta: 1 };
const DEEPEST_OF_TILES = 18;
/** What is brought into sight is brought no nearer than this, and has so many pixels around it. */
const NEAREST = 9;
/** Nearer than so many metres two middles of the map are the same. */
const NEAR = 1;
const AROUND: [number, number] = [36, 36];
const STEPS: Partial<Record<MapAction, [across: number, down: number]>> = {
  left: [-STEP, 0],
  right: [STEP, 0],
  up: [0, -STEP],
  down: [0, STEP],
};

export class MapView {
  private readonly settings: MapViewSettings;
  private readonly map: LeafletMap;
  private readonly marks: Marks;
  private land: Land | null = null;
  /** What was shown when all was. */
  private whole: { readonly places: readonly Place[]; readonly zoom: number; readonly middle: LatLng } | null = null;
  /** What a mark stood for that a reader has opened with a key, and that has come nearer. */
  private awaited: readonly Found[] | null = null;

  constructor(settings: MapViewSettings) {
    const { frame, tiles, words, basemap, cut, signal } = settings;
    this.settings = settings;
    const isStill = prefersStillness();
    this.map = new LeafletMap(frame.stage, {
      ...ZOOMS,
      maxZoom: tiles ? DEEPEST_OF_TILES : ZOOMS.maxZoom,
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
      cut,
      hasTiles: Boolean(tiles),
      onOpen: (found) => this.open(found),
    });
    this.listen();
    signal.addEventListener("abort", () => this.map.remove());
  }

  /** Draw for the first time what lies below, and then what is found by then; some place is in sight already. */
  async start(found: () => readonly Found[]): Promise<void> {
    const { basemap, cut, tiles, signal, onMove } = this.settings;
    const { map } = this;
    const rest = makeRest(signal);
    const land = new Land(map);
    await land.take(basemap, cut, rest);
    await giveWay(signal);
    this.land = land.addTo(map);
    if (tiles) addTiles(map, tiles);
    await giveWay(signal);
    map.on("moveend zoomend", onMove);
    await this.marks.drawFirst(found(), rest);
    await giveWay(signal);
    this.describe();
  }

  /** Take the size of the page. Where all was shown, it still is. */
  resize(): void {
    const { map } = this;
    const before = map.getSize();
    const whole = this.isWhole ? this.whole?.places : undefined;
    this.takeSize();
    if (whole && !before.equals(map.getSize())) this.showAll(whole);
  }

  /** Take the size of the page, and show what was shown. */
  takeSize(): void {
    this.map.invalidateSize({ animate: false });
  }

  /** Take the colours of the page. */
  redrawLand(): void {
    this.land?.draw();
  }

  /** Draw the marks of what is shown; whoever had the focus on one of them keeps it, or gets that of the map. */
  draw(found: readonly Found[]): void {
    const { marks } = this;
    const hadFocus = marks.draw(found);
    this.describe();
    if (hadFocus && !(this.awaited && marks.focus(this.awaited))) {
      this.settings.frame.stage.focus({ preventScroll: true });
    }
    if (hadFocus) this.awaited = null;
  }

  /** Name what is drawn, and say how long a kilometre is and whether it can come nearer. */
  private describe(): void {
    const { map, marks } = this;
    const { buttons } = this.settings.frame;
    marks.nameThem();
    this.showScale();
    setUseless(buttons.closer, map.getZoom() >= map.getMaxZoom());
    setUseless(buttons.farther, map.getZoom() <= map.getMinZoom());
  }

  private showScale(): void {
    const { map } = this;
    const { words, frame } = this.settings;
    const scale = scaleOf(map.getCenter().lat, map.getZoom(), map.getSize().y);
    frame.scale.hidden = !scale;
    if (!scale) return;
    frame.scale.style.width = `${scale.width}px`;
    frame.scale.textContent = words.say("kilometres", { distance: words.number(scale.km) });
  }

  /** Mark the places that are open. */
  choose(found: readonly Found[]): void {
    this.marks.choose(found);
  }

  /** Give the focus to what stands for one of some places, else to the map. */
  focusOn(found: readonly Found[]): void {
    if (!this.marks.focus(found)) this.settings.frame.stage.focus({ preventScroll: true });
  }

  isAnyInSight(places: readonly Place[]): boolean {
    const bounds = this.map.getBounds();
    return places.some((place) => bounds.intersects(this.marks.boundsOf([place])));
  }

  /** Show places; whole countries only where nothing is known more closely. */
  showAll(places: readonly Place[]): void {
    const closer = places.filter((one) => one.shape !== "area");
    this.show(closer.length ? closer : places);
    this.whole = { places, zoom: this.map.getZoom(), middle: this.map.getCenter() };
  }

  /** Whether nobody has moved the map since all was shown. */
  private get isWhole(): boolean {
    const { map, whole } = this;
    return whole !== null && whole.zoom === map.getZoom() && map.distance(whole.middle, map.getCenter()) < NEAR;
  }

  show(places: readonly Place[]): void {
    const bounds = this.marks.boundsOf(places);
    if (bounds.isValid()) this.map.fitBounds(bounds, { padding: AROUND, maxZoom: NEAREST, animate: false });
  }

  /** Move the map no farther than it takes, where it has become smaller. */
  keepInSight(places: readonly Place[]): void {
    const bounds = this.marks.boundsOf(places);
    if (bounds.isValid()) this.map.panInside(bounds.getCenter(), { padding: AROUND, animate: false });
  }

  private listen(): void {
    const { map } = this;
    const { frame, signal, onWhole } = this.settings;
    const { stage, buttons } = frame;
    buttons.closer.addEventListener("click", () => map.zoomIn(), { signal });
    buttons.farther.addEventListener("click", () => map.zoomOut(), { signal });
    buttons.whole.addEventListener("click", onWhole, { signal });
    stage.addEventListener("keydown", (event) => this.press(event), { signal });
    // The wheel scrolls the page until a reader has come to the map.
    stage.addEventListener("focusin", () => map.scrollWheelZoom.enable(), { signal });
    stage.addEventListener("focusout", () => map.scrollWheelZoom.disable(), { signal });
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
    if (step) this.map.panBy(step, { animate: false });
    else if (action === "closer") this.map.zoomIn();
    else if (action === "farther") this.map.zoomOut();
    else if (action === "whole") this.settings.onWhole();
    else this.settings.onClose();
  }

  /** Open what a mark stands for: one place, or several, which come nearer as long as that tells them apart. */
  private open(found: readonly Found[]): void {
    const { map } = this;
    const bounds = this.marks.boundsOf(found.map((one) => one.place));
    if (found.length > 1 && !isPoint(bounds) && map.getZoom() < map.getMaxZoom()) {
      this.awaited = found;
      const nearer = Math.min(Math.max(map.getBoundsZoom(bounds, false), map.getZoom() + 1), map.getMaxZoom());
      map.setView(bounds.getCenter(), nearer, { animate: false });
    } else this.settings.onOpen(found);
  }
}

function isPoint(bounds: LatLngBounds): boolean {
  return bounds.getNorthEast().equals(bounds.getSouthWest());
}
