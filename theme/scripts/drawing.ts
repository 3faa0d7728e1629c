/** The canvas: how its height is shared among lanes, the layouts of all scales that were seen, and what is drawn. */

import { at } from "./arrays.ts";
import { type Columns, importanceOf, marksOf } from "./columns.ts";
import { type Hit, hitAt } from "./hit.ts";
import type { Ink } from "./ink.ts";
import { type Grouping, type Lane, makeLanes } from "./lanes.ts";
import { type Layout, layOut, NO_ROW, stepOfScale } from "./layout.ts";
import { measuresFor } from "./measures.ts";
import { Painter, type Picture, type Point } from "./paint.ts";
import { paintRails } from "./paint_rails.ts";
import { readPalette } from "./palette.ts";
import type { Placing } from "./placing.ts";
import { boxOf, pixelsPerDay, sceneOf, type Window } from "./scene.ts";
import { Shapes } from "./shapes.ts";
import { countInSight, isOtherSight, type LanePlace, placeLanes, takeSight } from "./sharing.ts";
import type { TickNames } from "./tick_names.ts";
import type { Words } from "./words.ts";

/** As many rows a lane should have on average; where there is no room for that, there are fewer lanes. */
const ROWS_OF_LANE = 2.5;
const MOST_LAYOUTS = 12;

export class Drawing {
  lanes: readonly Lane[] = [];
  private readonly canvas: HTMLCanvasElement;
  private readonly columns: Columns;
  private readonly words: Words;
  private readonly names: TickNames;
  private readonly titleOf: (event: number) => string | undefined;
  private readonly importance = (event: number) => importanceOf(marksOf(this.columns, event));
  private readonly layouts = new Map<number, Layout>();
  private ink: Ink | null = null;
  private painter: Painter | null = null;
  private picture: Picture | null = null;
  private placing: Placing | null = null;
  private places: readonly LanePlace[] = [];
  private longestYear = "";
  private width = 0;
  private height = 0;

  constructor(
    canvas: HTMLCanvasElement,
    columns: Columns,
    words: Words,
    names: TickNames,
    titleOf: (event: number) => string | undefined,
  ) {
    this.canvas = canvas;
    this.columns = columns;
    this.words = words;
    this.names = names;
    this.titleOf = titleOf;
  }

  get hasSize(): boolean {
    return this.width > 0;
  }

  /** The events whose titles had room in the last drawing but are not there yet. */
  get wanted(): readonly number[] {
    return this.painter?.wanted ?? [];
  }

  /** Take another size; whether it, or the density of the screen, is another one. */
  resize(width: number, height: number, element: HTMLElement): boolean {
    const density = devicePixelRatio || 1;
    const pixels = [Math.round(width * density), Math.round(height * density)] as const;
    if (this.canvas.width === pixels[0] && this.canvas.height === pixels[1]) return false;
    [this.canvas.width, this.canvas.height] = pixels;
    this.width = width;
    this.height = height;
    this.forgetStyle();
    this.style(element);
    return true;
  }

  /** Read colours and type anew before the next drawing. */
  forgetStyle(): void {
    this.ink = this.painter = null;
  }

  style(element: HTMLElement): Ink {
    if (this.ink) return this.ink;
    const context = this.canvas.getContext("2d");
    if (!context) throw new Error("this browser draws nothing");
    const density = devicePixelRatio || 1;
    context.setTransform(density, 0, 0, density, 0, 0);
    context.textBaseline = "middle";
    const style = getComputedStyle(this.canvas);
    this.ink = {
      context,
      measures: measuresFor(Number.parseFloat(style.fontSize)),
      shapes: new Shapes(readPalette(element), density, this.columns.standings),
      family: style.fontFamily,
      isRightToLeft: getComputedStyle(element).direction === "rtl",
    };
    this.painter = new Painter(this.ink, this.columns, this.titleOf, this.words);
    return this.ink;
  }

  /** Put the events into lanes, of which there are as many as have room, and share that by what is in a window. */
  arrange(placing: Placing, grouping: Grouping | null, window: Window): void {
    if (!this.ink) return;
    const { name, row } = this.ink.measures;
    const most = Math.max(2, Math.floor(this.room / (name + ROWS_OF_LANE * row)));
    const years = [placing.low, placing.high].map((moment) => this.names.nameOf("year", moment, false));
    this.longestYear = years.reduce((a, b) => (a.length > b.length ? a : b));
    this.placing = placing;
    this.lanes = makeLanes(placing, grouping, most, this.words.say("others"));
    this.share(countInSight(this.lanes, placing, window));
  }

  /** Share the height anew where a window asks for it; whether it did. */
  settle(window: Window): boolean {
    if (!this.placing) return false;
    const counts = countInSight(this.lanes, this.placing, window);
    const isOther = isOtherSight(this.lanes, counts);
    if (isOther) this.share(counts);
    return isOther;
  }

  private share(counts: readonly number[]): void {
    if (!this.ink) return;
    takeSight(this.lanes, counts);
    this.places = placeLanes(this.lanes, this.room, this.ink.measures);
    this.layouts.clear();
  }

  /** The height that lanes have. */
  private get room(): number {
    return this.height - (this.ink?.measures.rail ?? 0) * 2;
  }

  draw(window: Window, focused: number, pointed: number, linked: readonly number[]): void {
    const { ink, painter, placing } = this;
    if (!ink || !painter || !placing) return;
    const layout = this.layoutFor(pixelsPerDay(window), placing, ink);
    const scene = sceneOf(placing, layout, window, this.importance, ink.measures);
    const hasLinks = focused >= 0 && linked.length > 0;
    const picture = { window, lanes: this.lanes, scene, places: this.places, hasLinks };
    this.picture = picture;
    ink.context.clearRect(0, 0, this.width, this.height);
    paintRails(ink, this.names, window, this.height, this.longestYear);
    const from = this.boxAround(focused, layout, window, placing, ink);
    // Under the events: what they are called has to be read.
    for (const event of from ? linked : []) {
      const to = this.boxAround(event, layout, window, placing, ink);
      if (from && to) painter.paintLink(middle(from), middle(to));
    }
    painter.paint(picture);
    for (const box of [from, this.boxAround(pointed, layout, window, placing, ink)]) {
      if (box) painter.paintFocus(box.left, box.right, box.y);
    }
  }

  hitAt(x: number, y: number, reach: number): Hit {
    if (!this.picture || !this.painter || !this.ink) return null;
    return hitAt(this.picture, this.painter.titles, x, y, this.ink.measures.row, reach);
  }

  private layoutFor(scale: number, placing: Placing, ink: Ink): Layout {
    const step = stepOfScale(scale);
    let layout = this.layouts.get(step);
    if (!layout) {
      if (this.layouts.size >= MOST_LAYOUTS) this.layouts.clear();
      layout = layOut(placing, this.lanes, this.importance, step, ink.measures);
      this.layouts.set(step, layout);
    }
    return layout;
  }

  /** The edges of an event, or of the count that it is in, and the height of its middle. */
  private boxAround(event: number, layout: Layout, window: Window, placing: Placing, ink: Ink): Box | null {
    const lane = event < 0 ? -1 : this.lanes.findIndex((one) => one.events.includes(event));
    if (lane < 0) return null;
    const { row } = ink.measures;
    const top = this.places[lane]?.rows ?? 0;
    const box = boxOf(placing, layout, window, event, this.importance(event), ink.measures);
    if (at(layout.rows, event) !== NO_ROW) return { ...box, y: top + (box.row + 0.5) * row };
    const stretch = layout.lanes[lane]?.stretches.find((one) => one.events.includes(event));
    const rows = this.lanes[lane]?.rows ?? 1;
    if (!stretch) return { left: box.left, right: box.right, y: top + 0.5 * row };
    const scale = pixelsPerDay(window);
    return {
      left: (stretch.from - window.from) * scale,
      right: (stretch.to - window.from) * scale,
      y: top + (rows - 0.5) * row,
    };
  }
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

function middle({ left, right, y }: Box): Point {
  return { x: (left + right) / 2, y };
}
