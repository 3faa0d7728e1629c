/** The window of time that is shown: moved and widened by wheel, fingers and mouse, or by whoever asks for another. */

import { type ScaleLinear, scaleLinear } from "d3-scale";
import { pointer, select } from "d3-selection";
import { type ZoomTransform, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import type { Window } from "./scene.ts";
import { prefersStillness } from "./watching.ts";

/** The shortest window: six hours. */
const SHORTEST_IN_DAYS = 0.25;
const GLIDE_IN_MILLISECONDS = 220;
/** A turn of the wheel belongs to the scrolling of the page before it if it follows within so many milliseconds. */
const ONE_TURN_IN_MILLISECONDS = 250;
/** How many times less time two clicks show. */
const TWICE = 2;
/** How far the mouse may move, in pixels, and still click. */
const CLICK_DISTANCE = 4;
const PIXELS_PER_LINE = 16;
/** A window that would be longer or shorter by no more than this part is there already. */
const SAME = 1e-6;

export class View {
  private readonly stage: HTMLElement;
  private readonly low: number;
  private readonly high: number;
  private readonly behaviour = zoom<HTMLElement, unknown>();
  /** From the moments of the whole period to pixels. */
  private readonly whole: ScaleLinear<number, number>;
  private width = 1;
  private glide = 0;
  /** Where a glide leads; none while the window rests. */
  private goal: { from: number; to: number } | null = null;
  private lastTurnElsewhere = Number.NEGATIVE_INFINITY;

  /**
   * A view of the time between two moments, by gestures on `stage`; `changed` is called when the window is another, and
   * `moved` before it when a gesture is why.
   */
  constructor(
    stage: HTMLElement,
    low: number,
    high: number,
    signal: AbortSignal,
    moved: () => void,
    changed: () => void,
  ) {
    this.stage = stage;
    this.low = low;
    this.high = high;
    this.whole = scaleLinear([low, high], [0, this.width]);
    const longest = high - low;
    this.behaviour
      .scaleExtent([1, Math.max(1, longest / SHORTEST_IN_DAYS)])
      .clickDistance(CLICK_DISTANCE)
      .filter((event) => this.isOurs(event))
      .on("zoom", (event) => {
        if (event.sourceEvent) {
          this.stop();
          moved();
        }
        changed();
      });
    select(stage).call(this.behaviour);
    // In the place of d3's own, which would need transitions; two taps of a finger come here too.
    select(stage).on("dblclick.zoom", (event: MouseEvent | TouchEvent) => this.zoomTwice(event, moved));
    this.listenToWheel(signal, moved);
    signal.addEventListener("abort", () => {
      this.stop();
      select(stage).on(".zoom", null);
    });
  }

  get window(): Window {
    const { x, k } = this.transform;
    const momentAt = (pixel: number) => this.whole.invert((pixel - x) / k);
    return { from: momentAt(0), to: momentAt(this.width), width: this.width };
  }

  get isWhole(): boolean {
    return this.transform.k <= 1;
  }

  get isClosest(): boolean {
    return this.transform.k >= this.behaviour.scaleExtent()[1];
  }

  /** Take another width; the window stays. */
  resize(width: number): void {
    const { from, to } = this.window;
    this.width = width;
    this.whole.range([0, width]);
    const corner: [number, number] = [width, 1];
    this.behaviour.extent([[0, 0], corner]).translateExtent([[0, 0], corner]);
    this.place(from, to);
  }

  /** Show a window as wide as this, or as near to it as there is, gliding to it where readers like that. */
  show(from: number, to: number): void {
    this.stop();
    if (prefersStillness()) {
      this.place(from, to);
      return;
    }
    this.goal = { from, to };
    const start = this.window;
    const begun = performance.now();
    const step = (now: number) => {
      const part = Math.min((now - begun) / GLIDE_IN_MILLISECONDS, 1);
      const eased = 1 - (1 - part) ** 3;
      this.place(start.from + (from - start.from) * eased, start.to + (to - start.to) * eased);
      if (part < 1) this.glide = requestAnimationFrame(step);
      else this.goal = null;
    };
    this.glide = requestAnimationFrame(step);
  }

  /** Show a window at once. */
  jump(from: number, to: number): void {
    this.stop();
    this.place(from, to);
  }

  private place(from: number, to: number): void {
    const middle = (from + to) / 2;
    const [, closest] = this.behaviour.scaleExtent();
    const scale = Math.min(Math.max((this.high - this.low) / (to - from), 1), closest);
    const left = this.width / 2 - this.whole(middle) * scale;
    const farthest = this.width * (1 - scale);
    this.behaviour.transform(
      select(this.stage),
      zoomIdentity.translate(Math.min(Math.max(left, farthest), 0), 0).scale(scale),
    );
  }

  showWhole(): void {
    this.show(this.low, this.high);
  }

  /** Show so many times less time than where a glide leads, around a moment that stays where it is. */
  zoomBy(factor: number, around?: number): void {
    const { from, to } = this.goal ?? this.window;
    const length = Math.min(Math.max((to - from) / factor, SHORTEST_IN_DAYS), this.high - this.low);
    const part = length / (to - from);
    if (Math.abs(part - 1) < SAME) return;
    const still = around ?? (from + to) / 2;
    this.show(still - (still - from) * part, still + (to - still) * part);
  }

  /** Move the window only as far as it takes to have a moment well within it. */
  reveal(moment: number): void {
    const { from, to } = this.goal ?? this.window;
    const margin = (to - from) / 8;
    if (moment < from + margin && from > this.low) this.show(moment - margin * 2, moment - margin * 2 + to - from);
    else if (moment > to - margin && to < this.high) this.show(moment + margin * 2 - (to - from), moment + margin * 2);
  }

  /** Zoom in to where a reader has clicked or tapped twice, or out while the shift key is held. */
  private zoomTwice(event: MouseEvent | TouchEvent, moved: () => void): void {
    if (!this.isOurs(event)) return;
    event.preventDefault();
    moved();
    const [x] = pointer("changedTouches" in event ? event.changedTouches[0] : event, this.stage);
    const { from, to, width } = this.window;
    this.zoomBy(event.shiftKey ? 1 / TWICE : TWICE, from + ((to - from) * x) / width);
  }

  private stop(): void {
    cancelAnimationFrame(this.glide);
    this.goal = null;
  }

  private get transform(): ZoomTransform {
    return zoomTransform(this.stage);
  }

  private isOurs(event: MouseEvent | WheelEvent | TouchEvent): boolean {
    if (event instanceof WheelEvent) return !isSideways(event) && !this.belongsToPage(event);
    return !event.ctrlKey && !("button" in event && event.button);
  }

  /** Whether a turn of the wheel began elsewhere on the page, which it goes on scrolling. */
  private belongsToPage(event: WheelEvent): boolean {
    const belongs = !event.ctrlKey && event.timeStamp - this.lastTurnElsewhere < ONE_TURN_IN_MILLISECONDS;
    if (belongs) this.lastTurnElsewhere = event.timeStamp;
    return belongs;
  }

  private listenToWheel(signal: AbortSignal, moved: () => void): void {
    const remember = (event: WheelEvent) => {
      if (!this.stage.contains(event.target as Node)) this.lastTurnElsewhere = event.timeStamp;
    };
    const move = (event: WheelEvent) => {
      if (!isSideways(event)) return;
      event.preventDefault();
      moved();
      const pixels = event.deltaX * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_LINE : 1);
      this.behaviour.translateBy(select(this.stage), -pixels / this.transform.k, 0);
    };
    addEventListener("wheel", remember, { capture: true, passive: true, signal });
    this.stage.addEventListener("wheel", move, { passive: false, signal });
  }
}

function isSideways(event: WheelEvent): boolean {
  return !event.ctrlKey && Math.abs(event.deltaX) > Math.abs(event.deltaY);
}
