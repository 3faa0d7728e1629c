/** What lies below the marks of the map: land and borders in a canvas, and tiles where the site has some. */

import {
  DomUtil,
  Layer,
  type LeafletEventHandlerFn,
  type Map as LeafletMap,
  point,
  TileLayer,
  type ZoomAnimEvent,
} from "leaflet";
import { at } from "./arrays.ts";
import { type Basemap, type Line, reachOf } from "./basemap.ts";
import { TILE } from "./gathering.ts";
import { inPieces } from "./giving_way.ts";
import { turnsFor } from "./turning.ts";

/** A line on a map of the world that is one unit wide and high, as often as it takes to have it all over the map. */
interface Outline {
  /** Of each point, in turn, how far right and down. */
  readonly points: Float64Array;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** By how much it is moved to the right, each time it is drawn. */
  readonly turns: readonly number[];
}

const PANE = "land";
/** Below Leaflet's own, of which that of tiles is the lowest, at 200. */
const LOWEST = "100";
/** How far beyond the edges of a map that is moved its outlines are drawn, as a part of it, so that they are there then. */
const BEYOND = 0.4;
/** Farther north and south, Mercator's map does not go. */
const NORTHERNMOST = 85.0511287798;
/** Points that are nearer to each other than so many pixels cannot be told apart. */
const FINEST = 0.7;
/** Farther from a sheet than so many pixels a line does not reach onto it by its width. */
const EDGE = 4;

export class Land extends Layer {
  private readonly canvas: HTMLCanvasElement;
  private land: readonly Outline[] = [];
  private borders: readonly Outline[] = [];
  private readonly map: LeafletMap;
  /** Where its upper left corner was put. */
  private corner = { lat: 0, lng: 0 };
  private zoom = 0;
  /** How far beyond the map's edges its outlines are drawn: no farther than is seen until somebody moves it. */
  private beyond = 0;

  constructor(map: LeafletMap) {
    super();
    this.options.pane = PANE;
    this.map = map;
    this.canvas = DomUtil.create("canvas", "tl-map__land leaflet-zoom-animated") as HTMLCanvasElement;
    map.createPane(PANE).style.zIndex = LOWEST;
  }

  /** Take what is to be drawn, on a map that begins at a cut; in pieces, between which it may rest. */
  async take({ land, borders }: Basemap, cut: number, rest: () => Promise<void>): Promise<void> {
    this.land = await inPieces(land, (line) => outlineOf(line, cut), rest);
    this.borders = await inPieces(borders, (line) => outlineOf(line, cut), rest);
  }

  override onAdd(): this {
    this.getPane()?.append(this.canvas);
    this.draw();
    return this;
  }

  override onRemove(): this {
    this.canvas.remove();
    return this;
  }

  override getEvents(): Record<string, LeafletEventHandlerFn> {
    return {
      movestart: () => this.reachOut(),
      moveend: () => this.draw(),
      zoom: () => this.draw(),
      resize: () => this.draw(),
      zoomanim: (event) => this.follow(event as ZoomAnimEvent),
    };
  }

  private reachOut(): void {
    if (this.beyond) return;
    this.beyond = BEYOND;
    this.draw();
  }

  draw(): void {
    const { map, canvas, beyond } = this;
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint(size.multiplyBy(-beyond)).round();
    const density = devicePixelRatio || 1;
    const [width, height] = [size.x * (1 + 2 * beyond), size.y * (1 + 2 * beyond)];
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    DomUtil.setPosition(canvas, corner);
    this.corner = map.layerPointToLatLng(corner);
    this.zoom = map.getZoom();
    const context = canvas.getContext("2d");
    if (!context) return;
    context.scale(density, density);
    const origin = map.getPixelOrigin().add(corner);
    const sheet = { x: origin.x, y: origin.y, width, height, world: TILE * 2 ** this.zoom };
    const { fill, stroke } = getComputedStyle(canvas);
    context.fillStyle = fill;
    context.strokeStyle = stroke;
    trace(context, this.land, sheet);
    context.fill("evenodd");
    // Where the reader's own colours are used, land and sea have the same.
    if (matchMedia("(forced-colors: active)").matches) context.stroke();
    trace(context, this.borders, sheet);
    context.stroke();
  }

  /** Grow or shrink with the map while that zooms; it is drawn anew at the end. */
  private follow({ center, zoom }: ZoomAnimEvent): void {
    const { map } = this;
    const pane = map.getPane("mapPane");
    const shift = pane ? DomUtil.getPosition(pane) : point(0, 0);
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(shift).round();
    DomUtil.setTransform(
      this.canvas,
      map.project(this.corner, zoom).subtract(origin),
      map.getZoomScale(zoom, this.zoom),
    );
  }
}

export function addTiles(map: LeafletMap, address: string): void {
  new TileLayer(address, { noWrap: false, referrerPolicy: "no-referrer" }).addTo(map);
}

function outlineOf(line: Line, cut: number): Outline {
  const points = new Float64Array(line.length);
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let place = 0; place < line.length; place += 2) {
    const down = downTo(at(line, place + 1));
    points[place] = rightTo(at(line, place));
    points[place + 1] = down;
    if (down < top) top = down;
    if (down > bottom) bottom = down;
  }
  const reach = reachOf(line);
  const turns = turnsFor(reach, cut).map((turn) => turn / 360);
  return { points, left: rightTo(reach[0]), right: rightTo(reach[1]), top, bottom, turns };
}

function rightTo(east: number): number {
  return east / 360 + 0.5;
}

function downTo(north: number): number {
  const sine = Math.sin((Math.min(Math.max(north, -NORTHERNMOST), NORTHERNMOST) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

interface Sheet {
  /** Where it begins on a map of the world that is so many pixels wide. */
  readonly x: number;
  readonly y: number;
  readonly world: number;
  readonly width: number;
  readonly height: number;
}

/** Make a path of the outlines of which a part may be on a sheet. */
function trace(context: CanvasRenderingContext2D, outlines: readonly Outline[], sheet: Sheet): void {
  const { x, y, world, width, height } = sheet;
  context.beginPath();
  for (const outline of outlines) {
    const { left, right, top, bottom, turns } = outline;
    if (bottom * world < y || top * world > y + height) continue;
    for (const turn of turns) {
      if ((right + turn) * world < x || (left + turn) * world > x + width) continue;
      traceOne(context, outline, turn, sheet);
    }
  }
}

/** Lines that are beyond one side of the sheet all the while become one line there: nobody sees the difference. */
function traceOne(context: CanvasRenderingContext2D, outline: Outline, turn: number, sheet: Sheet): void {
  const { points } = outline;
  const { world } = sheet;
  const [right, down] = [turn * world - sheet.x, -sheet.y];
  const last = points.length - 2;
  let [x, y] = [at(points, 0) * world + right, at(points, 1) * world + down];
  let sides = sidesOf(x, y, sheet);
  let isLeftOut = false;
  context.moveTo(x, y);
  for (let place = 2; place <= last; place += 2) {
    const [nextX, nextY] = [at(points, place) * world + right, at(points, place + 1) * world + down];
    if (place < last && Math.abs(nextX - x) + Math.abs(nextY - y) < FINEST) continue;
    const nextSides = sidesOf(nextX, nextY, sheet);
    const shared = sides & nextSides;
    if (isLeftOut && !shared) context.lineTo(x, y);
    isLeftOut = shared > 0 && place < last;
    if (!isLeftOut) context.lineTo(nextX, nextY);
    sides = isLeftOut ? shared : nextSides;
    [x, y] = [nextX, nextY];
  }
}

/** The sides of a sheet, as bits, that a point lies beyond. */
function sidesOf(x: number, y: number, { width, height }: Sheet): number {
  const across = x < -EDGE ? 1 : x > width + EDGE ? 2 : 0;
  const along = y < -EDGE ? 4 : y > height + EDGE ? 8 : 0;
  return across | along;
}
