/** The whole period in a narrow strip: how many events there are in each part of it, and a brush over the window. */

import { brushX, type D3BrushEvent } from "d3-brush";
import { pointer, select } from "d3-selection";
import { at } from "./arrays.ts";
import type { Palette } from "./palette.ts";
import type { Placing } from "./placing.ts";

/** The width of a column in pixels. */
const COLUMN = 3;
/** The ends of the brush are as wide as a fingertip needs. */
const HANDLE = 24;
/** A window that would be too thin for a finger is drawn so many pixels wide, and can only be moved. */
const THINNEST = 24;
const THIN_HANDLE = 2;
const SVG = "http://www.w3.org/2000/svg";

/** What has a window of time that a reader can move. */
export interface Movable {
  readonly window: { readonly from: number; readonly to: number };
  /** Move there at once. */
  jump(from: number, to: number): void;
  /** Move there as gently as it can. */
  show(from: number, to: number): void;
}

export class Overview {
  private readonly canvas: HTMLCanvasElement;
  private readonly layer: SVGSVGElement;
  private readonly brush = brushX<unknown>();
  private readonly view: Movable;
  private readonly moved: () => void;
  private isHeld = false;
  private placing: Placing | null = null;
  private width = 1;
  private height = 1;

  /** An overview in which a reader draws or moves the window of a view; `moved` is called when one does. */
  constructor(element: HTMLElement, signal: AbortSignal, view: Movable, moved: () => void) {
    this.view = view;
    this.moved = moved;
    this.canvas = document.createElement("canvas");
    this.layer = document.createElementNS(SVG, "svg");
    element.append(this.canvas, this.layer);
    this.brush.on("start brush end", (event: D3BrushEvent<unknown>) => {
      // An event without a source is the answer to what `showWindow` does.
      if (event.sourceEvent) this.follow(event);
    });
    signal.addEventListener("abort", () => select(this.layer).on(".brush", null));
  }

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.brush.extent([
      [0, 0],
      [width, height],
    ]);
    select<SVGSVGElement, unknown>(this.layer).call(this.brush as never);
  }

  /** Draw the columns of the events that are shown. */
  draw(placing: Placing, palette: Palette): void {
    this.placing = placing;
    const density = devicePixelRatio || 1;
    this.canvas.width = Math.round(this.width * density);
    this.canvas.height = Math.round(this.height * density);
    const context = this.canvas.getContext("2d");
    if (!context) return;
    context.scale(density, density);
    const columns = this.columnsOf(placing);
    const most = Math.max(1, ...columns);
    context.fillStyle = palette.muted;
    columns.forEach((events, column) => {
      if (!events) return;
      const tall = Math.max(2, Math.sqrt(events / most) * (this.height - 6));
      context.fillRect(column * COLUMN, this.height - tall, COLUMN - 1, tall);
    });
  }

  /** Show where the window is, unless a reader is just about to say so. */
  showWindow(): void {
    if (!this.placing || this.isHeld) return;
    const { window } = this.view;
    const { low, high } = this.placing;
    const scale = this.width / (high - low);
    const left = Math.max((window.from - low) * scale, 0);
    const right = Math.min((window.to - low) * scale, this.width);
    const aside = Math.max(THINNEST - (right - left), 0) / 2;
    const ends: [number, number] = [Math.max(left - aside, 0), Math.min(right + aside, this.width)];
    this.brush.handleSize(Math.min(Math.max(ends[1] - ends[0] - THINNEST, THIN_HANDLE), HANDLE));
    this.brush.move(select<SVGSVGElement, unknown>(this.layer) as never, ends);
  }

  private columnsOf(placing: Placing): Float64Array {
    const columns = new Float64Array(Math.ceil(this.width / COLUMN));
    const scale = this.width / COLUMN / (placing.high - placing.low);
    for (const event of placing.order) {
      const column = Math.min(Math.floor((at(placing.from, event) - placing.low) * scale), columns.length - 1);
      columns[column] = at(columns, column) + 1;
    }
    return columns;
  }

  private follow({ type, mode, selection, sourceEvent }: D3BrushEvent<unknown>): void {
    if (!this.placing) return;
    this.isHeld = type !== "end";
    this.moved();
    const { low, high } = this.placing;
    const days = (high - low) / this.width;
    const [left, right] = (selection ?? [0, 0]) as [number, number];
    if (mode === "drag") this.view.jump(...this.around(low + ((left + right) / 2) * days));
    else if (right > left) this.view.jump(low + left * days, low + right * days);
    // A tap beside the brush, which selects nothing, brings the window there.
    else if (type === "end") this.view.show(...this.around(low + pointer(touchOf(sourceEvent), this.layer)[0] * days));
    if (type === "end") this.showWindow();
  }

  /** The window around a moment, as long as it is now: a thin one is drawn longer than that. */
  private around(moment: number): [number, number] {
    const { from, to } = this.view.window;
    const half = (to - from) / 2;
    return [moment - half, moment + half];
  }
}

/** The finger that was lifted, or the mouse. */
function touchOf(event: TouchEvent | MouseEvent): Touch | MouseEvent {
  return ("changedTouches" in event && event.changedTouches[0]) || (event as MouseEvent);
}
