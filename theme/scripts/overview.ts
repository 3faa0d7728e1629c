/** The whole period in a narrow strip: how many events there are in each part of it, and a brush over the window. */

import { brushX, type D3BrushEvent } from "d3-brush";
import { pointer, select } from "d3-selection";
import { at } from "./arrays.ts";
import type { Palette } from "./palette.ts";
import type { Placing } from "./placing.ts";

/** The width of a column in pixels. */
const COLUMN = 3;
/** The ends of the brush are as wide as a fingertip needs, half of each within it. */
const HANDLE = 24;
/** What is taken hold of is at least this wide, so that there is room for a fingertip between the ends. */
const NARROWEST = HANDLE * 2;
/** The least width in which a window is drawn. */
const THINNEST = 2;
const SVG = "http://www.w3.org/2000/svg";

/** From where to where something reaches, in pixels. */
type Ends = [left: number, right: number];

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
  /** What is seen of the window, however thin that is. */
  private readonly seen: SVGRectElement;
  private isHeld = false;
  /** How far the ends of the window are from those that a reader has taken hold of; none where it is drawn anew. */
  private apart: Ends = [0, 0];
  private placing: Placing | null = null;
  private width = 1;
  private height = 1;

  /** An overview in which a reader draws or moves the window of a view; `moved` is called when one does. */
  constructor(element: HTMLElement, signal: AbortSignal, view: Movable, moved: () => void) {
    this.view = view;
    this.moved = moved;
    this.canvas = document.createElement("canvas");
    this.layer = document.createElementNS(SVG, "svg");
    this.seen = document.createElementNS(SVG, "rect");
    this.seen.classList.add("tl-instrument__window");
    this.layer.append(this.seen);
    element.append(this.canvas, this.layer);
    this.brush.handleSize(HANDLE);
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

  /** Show where the window is; what a reader has hold of stays in their hand. */
  showWindow(): void {
    if (!this.placing) return;
    const [left, right] = this.ends(this.placing);
    const { seen, width, height } = this;
    const shown = { x: Math.min(left, width - THINNEST), width: Math.max(right - left, THINNEST), height };
    for (const [name, value] of Object.entries(shown)) seen.setAttribute(name, String(value));
    if (!this.isHeld) this.brush.move(select<SVGSVGElement, unknown>(this.layer) as never, this.hold(left, right));
  }

  /** Where the window begins and ends. */
  private ends({ low, high }: Placing): Ends {
    const { from, to } = this.view.window;
    const scale = this.width / (high - low);
    return [(from - low) * scale, (to - low) * scale];
  }

  /** What is taken hold of: the window, or where that is too thin for fingers more around it, up to the edges. */
  private hold(left: number, right: number): Ends {
    const long = right - left;
    if (long >= NARROWEST) return [left, right];
    const begin = (left / (this.width - long)) * (this.width - NARROWEST);
    return [begin, begin + NARROWEST];
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

  private follow({ type, selection, sourceEvent }: D3BrushEvent<unknown>): void {
    if (!this.placing) return;
    if (type === "start") this.takeHold(this.placing, sourceEvent.target);
    this.isHeld = type !== "end";
    this.moved();
    const { low, high } = this.placing;
    const days = (high - low) / this.width;
    const [left, right] = (selection ?? [0, 0]) as Ends;
    const begin = left + this.apart[0];
    const end = right + this.apart[1];
    if (end > begin) this.view.jump(low + begin * days, low + end * days);
    // A tap beside the brush, which selects nothing, brings the window there.
    else if (!selection) {
      const { from, to } = this.view.window;
      const moment = low + pointer(touchOf(sourceEvent), this.layer)[0] * days;
      this.view.show(moment - (to - from) / 2, moment + (to - from) / 2);
    }
    if (type === "end") this.showWindow();
  }

  private takeHold(placing: Placing, target: Element): void {
    const [left, right] = this.ends(placing);
    const [begin, end] = this.hold(left, right);
    this.apart = target.classList.contains("overlay") ? [0, 0] : [left - begin, right - end];
  }
}

/** The finger that was lifted, or the mouse. */
function touchOf(event: TouchEvent | MouseEvent): Touch | MouseEvent {
  return ("changedTouches" in event && event.changedTouches[0]) || (event as MouseEvent);
}
