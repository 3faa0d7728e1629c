/** The marks of the map: one for each place or number of places, drawn no more exactly than it is known. */

import {
  Circle,
  DivIcon,
  LatLngBounds,
  type LatLngTuple,
  type Map as LeafletMap,
  Marker,
  type Path,
  type Point,
  Polygon,
} from "leaflet";
import { at } from "./arrays.ts";
import { type Basemap, type Line, reachOf } from "./basemap.ts";
import { element } from "./frame.ts";
import {
  countEvents,
  type Found,
  type Gathered,
  Gathering,
  isByItself,
  keyOf,
  radiusInPixels,
  TILE,
} from "./gathering.ts";
import { type Box, boxAround, Room } from "./rooms.ts";
import { LONGEST_SCALE } from "./scale.ts";
import { turned, turnsFor } from "./turning.ts";
import type { Words } from "./words.ts";

export interface MarksSettings {
  readonly map: LeafletMap;
  readonly words: Words;
  readonly basemap: Basemap;
  /** Where the world is cut open, in degrees east. */
  readonly cut: number;
  /** Whether the names of countries are on tiles already. */
  readonly hasTiles: boolean;
  /** Called when a reader opens what a mark stands for. */
  readonly onOpen: (found: readonly Found[]) => void;
}

/** A mark as it is drawn now. */
interface Mark {
  readonly marker: Marker;
  readonly button: HTMLButtonElement;
  /** What is drawn to scale: a circle or an area. */
  readonly path: Path | null;
  found: readonly Found[];
}

/** What is to be drawn. */
interface Wanted extends Gathered {
  /** Whether it is a place that is drawn to scale. */
  readonly isAlone: boolean;
}

const KM_PER_DEGREE = 111.195;
const METRES = 1000;
/** As wide and high as a fingertip needs. */
const TARGET = 24;
const SMALLEST = 9;
const NUMBERED = { least: 22, most: 36, growth: 3 };
/** Room for a letter of a name, and around a name, in pixels. */
const LETTER = 6.4;
const LINE = 16;
/** A name is so many pixels from its own mark: rounded numbers would have some overlap, and be left out. */
const APART = 0.1;
/** A country has its name where it is so many times wider than that. */
const ROOMY = 1.2;
/** How far the pointer may move, in pixels, and still click. */
const CLICK_DISTANCE = 5;
/** How much more of the world than is seen has marks, as a part of it. */
const BEYOND = 0.15;

export class Marks {
  private readonly settings: MarksSettings;
  private readonly marks = new Map<string, Mark>();
  private readonly names: Marker[] = [];
  /** Measures texts. */
  private readonly ink = document.createElement("canvas").getContext("2d");
  private readonly countries = new Map<string, LatLngBounds>();
  private chosen = new Set<string>();
  /** What is drawn, the largest first. */
  private wanted: readonly Wanted[] = [];

  constructor(settings: MarksSettings) {
    this.settings = settings;
    settings.map.createPane("names");
  }

  /** Draw marks for what is shown for the first time, in pieces, between which it may rest. */
  async drawFirst(found: readonly Found[], rest: () => Promise<void>): Promise<void> {
    const wanted = this.wantedOf(found);
    this.wanted = wanted;
    for (const one of wanted) {
      await rest();
      // Something else may be shown by now.
      if (this.wanted !== wanted) return;
      this.show(one);
    }
  }

  /** Draw marks for what is shown; whether one of those that are gone had the focus. */
  draw(found: readonly Found[]): boolean {
    const wanted = this.wantedOf(found);
    const hadFocus = this.removeOthers(new Set(wanted.map(({ key }) => key)));
    this.wanted = wanted;
    for (const one of wanted) this.show(one);
    return hadFocus;
  }

  /** What there is to be drawn of what is shown, the largest first. */
  private wantedOf(found: readonly Found[]): Wanted[] {
    const { map } = this.settings;
    const zoom = map.getZoom();
    const seen = map.getBounds().pad(BEYOND);
    const alone = found.filter(({ place }) => isByItself(place, zoom) && seen.intersects(this.boundsOf([place])));
    alone.sort((one, other) => other.place.km - one.place.km);
    const box = [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()] as const;
    const gathered = new Gathering(found, zoom).within([...box]);
    const sized = gathered.map((one) => ({ ...one, isAlone: false, events: countEvents(one.found) }));
    return [
      ...alone.map((one) => {
        const { lat, lon } = one.place;
        return { key: `alone ${keyOf([one])}`, lat, lon, found: [one], isAlone: true };
      }),
      ...sized.sort((one, other) => other.events - one.events),
    ];
  }

  /** Mark the places that are open. */
  choose(found: readonly Found[]): void {
    this.chosen = new Set(found.map((one) => keyOf([one])));
    for (const mark of this.marks.values()) this.showChosen(mark);
  }

  /** Give the focus to a mark that stands for one of some places; whether there is one. */
  focus(found: readonly Found[]): boolean {
    const keys = new Set(found.map((one) => keyOf([one])));
    for (const { button, found: stands } of this.marks.values()) {
      if (!stands.some((one) => keys.has(keyOf([one])))) continue;
      button.focus({ preventScroll: true });
      return true;
    }
    return false;
  }

  /** All of where places may be. */
  boundsOf(places: readonly Found["place"][]): LatLngBounds {
    const bounds = new LatLngBounds([]);
    for (const place of places) {
      if (place.shape === "area") bounds.extend(this.boundsOfCountry(place.country));
      const up = place.shape === "circle" ? place.km / KM_PER_DEGREE : 0;
      const across = up / Math.max(Math.cos((place.lat * Math.PI) / 180), 0.1);
      bounds.extend([place.lat - up, place.lon - across]).extend([place.lat + up, place.lon + across]);
    }
    return bounds;
  }

  /** Where the largest part of a country is: others may be anywhere in the world. */
  private boundsOfCountry(country: string): LatLngBounds {
    let bounds = this.countries.get(country);
    if (!bounds) {
      const { basemap, cut } = this.settings;
      const [largest] = basemap.ringsOf(country).toSorted((one, other) => other.length - one.length);
      const [west, end] = largest ? reachOf(largest) : [0, 0];
      const middle = (west + end) / 2;
      bounds = new LatLngBounds(largest ? spotsOf(largest, turned(middle, cut) - middle) : []);
      this.countries.set(country, bounds);
    }
    return bounds;
  }

  private removeOthers(wanted: ReadonlySet<string>): boolean {
    let hadFocus = false;
    for (const [key, { marker, path, button }] of this.marks) {
      if (wanted.has(key)) continue;
      hadFocus ||= button === document.activeElement;
      marker.remove();
      path?.remove();
      this.marks.delete(key);
    }
    return hadFocus;
  }

  private show({ key, lat, lon, found, isAlone }: Wanted): void {
    let mark = this.marks.get(key);
    if (!mark) {
      mark = this.make(found, lat, lon, isAlone);
      this.marks.set(key, mark);
    }
    mark.found = found;
    this.describe(mark, isAlone);
    this.showChosen(mark);
  }

  private make(found: readonly Found[], lat: number, lon: number, isAlone: boolean): Mark {
    const { map } = this.settings;
    const [first] = found;
    const button = element("button", "tl-spot");
    button.type = "button";
    const path = isAlone && first ? this.pathOf(first).addTo(map) : null;
    const top = isAlone && first?.place.shape === "circle" ? first.place.km / KM_PER_DEGREE : 0;
    const icon = new DivIcon({ html: button, className: "tl-map__at", iconSize: [0, 0] });
    const marker = new Marker([lat + top, lon], { icon, keyboard: false, interactive: false }).addTo(map);
    const mark: Mark = { marker, button, path, found };
    listenToClick(button, () => this.settings.onOpen(mark.found));
    path?.on("click", () => this.settings.onOpen(mark.found));
    return mark;
  }

  private pathOf({ place }: Found): Path {
    const shared = { className: "tl-map__area", bubblingMouseEvents: false };
    if (place.shape === "circle") return new Circle([place.lat, place.lon], { ...shared, radius: place.km * METRES });
    const { basemap, cut } = this.settings;
    const rings = basemap.ringsOf(place.country);
    return new Polygon(
      rings.flatMap((ring) => turnsFor(reachOf(ring), cut).map((turn) => spotsOf(ring, turn))),
      shared,
    );
  }

  /** How a mark looks, and what it says. */
  private describe({ button, path, found, marker }: Mark, isAlone: boolean): void {
    const { words, map } = this.settings;
    const [first] = found;
    if (!first) return;
    const { place } = first;
    const events = countEvents(found);
    const isUnsure = found.every((one) => one.events.every((event) => one.place.unsure.has(event)));
    const shape = isAlone ? "named" : found.length > 1 ? "number" : place.shape;
    button.className = `tl-spot tl-spot--${shape}`;
    button.classList.toggle("tl-spot--unsure", isUnsure);
    path?.getElement()?.classList.toggle("tl-map__area--unsure", isUnsure);
    button.style.setProperty("--tl-size", `${sizeOf(found, map.getZoom())}px`);
    const name = element("span", "tl-spot__name", place.name);
    name.dir = "auto";
    const number = element("span", "tl-spot__events", words.shortNumber(events));
    button.replaceChildren(...(found.length > 1 ? [number] : [name, ...(events > 1 ? [" ", number] : [])]));
    const said =
      found.length > 1
        ? words.say("several", {
            places: words.count("places", new Set(found.map((one) => one.place.id)).size),
            events: words.count("events", events),
          })
        : words.say("onePlace", { place: place.name, events: words.count("events", events) });
    const more = [found.length === 1 ? place.how : "", isUnsure ? words.say("unsure") : ""].filter(Boolean);
    button.setAttribute("aria-label", [said, ...more].join(", "));
    button.title = [said, ...more].join(", ");
    marker.setZIndexOffset(Math.min(events, METRES));
  }

  private isChosen({ found }: Mark): boolean {
    return found.some((one) => this.chosen.has(keyOf([one])));
  }

  private showChosen(mark: Mark): void {
    const { button, path } = mark;
    const isChosen = this.isChosen(mark);
    button.classList.toggle("tl-spot--chosen", isChosen);
    path?.getElement()?.classList.toggle("tl-map__area--chosen", isChosen);
    if (isChosen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }

  /** The room for a text, in pixels: letters are as wide as most are, or as wide as they are where that is more. */
  private widthOf(text: string): number {
    return Math.max(text.length * LETTER, this.ink?.measureText(text).width ?? 0);
  }

  /** Give names to the marks and countries for whose names there is room. */
  nameThem(): void {
    const { wanted } = this;
    const { map } = this.settings;
    if (this.ink) this.ink.font = getComputedStyle(map.getContainer()).font;
    const room = new Room();
    const size = map.getSize();
    room.take({ left: 0, top: size.y - LINE - TARGET, right: LONGEST_SCALE + TARGET, bottom: size.y });
    const placed = wanted.flatMap(({ key }) => this.marks.get(key) ?? []);
    // What is open is named first.
    placed.sort((one, other) => Number(this.isChosen(other)) - Number(this.isChosen(one)));
    const at = ({ marker }: Mark) => map.latLngToContainerPoint(marker.getLatLng());
    for (const mark of placed) {
      const wide = mark.path ? 0 : sizeOf(mark.found, map.getZoom());
      const target = Math.max(wide, TARGET);
      if (wide) room.take(boxAround(at(mark).x, at(mark).y, target, target));
    }
    for (const mark of placed) {
      const [first] = mark.found;
      if (!first || mark.found.length > 1) continue;
      const { x, y } = at(mark);
      const events = first.events.length > 1 ? ` ${first.events.length}` : "";
      const width = this.widthOf(`${first.place.name}${events}`) + LETTER;
      const beside = (width + Math.max(TARGET, sizeOf(mark.found, map.getZoom()))) / 2 + APART;
      const fits = (middle: number) => {
        const box = boxAround(middle, y, width, TARGET);
        return isWithin(box, size) && room.takeIfFree(box);
      };
      const isRight = fits(mark.path ? x : x + beside);
      const isLeft = !isRight && !mark.path && fits(x - beside);
      mark.button.classList.toggle("tl-spot--bare", !isRight && !isLeft);
      mark.button.classList.toggle("tl-spot--before", isLeft);
    }
    this.nameCountries(room, new Set(wanted.flatMap(({ found }) => found.map(({ place }) => place.country))));
  }

  private nameCountries(room: Room, already: ReadonlySet<string>): void {
    for (const name of this.names.splice(0)) name.remove();
    const { map, basemap, cut, hasTiles } = this.settings;
    if (hasTiles) return;
    const seen = map.getBounds();
    const pixelsPerDegree = (TILE * 2 ** map.getZoom()) / 360;
    for (const [code, name, north, east, degreesWide] of basemap.names) {
      const width = this.widthOf(name);
      const spot: [number, number] = [north, turned(east, cut)];
      if (already.has(code) || degreesWide * pixelsPerDegree < width * ROOMY || !seen.contains(spot)) continue;
      const { x, y } = map.latLngToContainerPoint(spot);
      const box = boxAround(x, y, width, LINE);
      if (!isWithin(box, map.getSize()) || !room.takeIfFree(box)) continue;
      const html = element("span", "tl-map__country", name);
      html.dir = "auto";
      const icon = new DivIcon({ html, className: "tl-map__at", iconSize: [0, 0] });
      this.names.push(new Marker(spot, { icon, pane: "names", keyboard: false, interactive: false }).addTo(map));
    }
  }
}

/** The points of a line, moved to the east by so many degrees. */
function spotsOf(line: Line, turn: number): LatLngTuple[] {
  return Array.from({ length: line.length / 2 }, (_, point) => [at(line, 2 * point + 1), at(line, 2 * point) + turn]);
}

/** How wide the shape of a mark is, in pixels. */
function sizeOf(found: readonly Found[], zoom: number): number {
  const [first] = found;
  if (found.length > 1) {
    const grown = NUMBERED.least + NUMBERED.growth * Math.log2(countEvents(found));
    return Math.round(Math.min(grown, NUMBERED.most));
  }
  if (first?.place.shape !== "circle") return SMALLEST;
  return Math.max(Math.round(2 * radiusInPixels(first.place, zoom)), SMALLEST);
}

/** A click that does not end a movement of the map. */
function listenToClick(button: HTMLElement, onClick: () => void): void {
  let begun: PointerEvent | undefined;
  button.addEventListener("pointerdown", (event) => {
    begun = event;
  });
  button.addEventListener("click", (event) => {
    const isMoved =
      begun &&
      event.detail > 0 &&
      Math.hypot(event.clientX - begun.clientX, event.clientY - begun.clientY) > CLICK_DISTANCE;
    begun = undefined;
    if (!isMoved) onClick();
  });
}

function isWithin({ left, right, top, bottom }: Box, { x, y }: Point): boolean {
  return left >= 0 && top >= 0 && right <= x && bottom <= y;
}
