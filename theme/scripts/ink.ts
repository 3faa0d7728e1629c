/** What drawings are made with: a canvas, sizes, shapes in the colours of the page, and its type. */

import type { Measures } from "./measures.ts";
import type { Shapes } from "./shapes.ts";

export interface Ink {
  readonly context: CanvasRenderingContext2D;
  readonly measures: Measures;
  readonly shapes: Shapes;
  /** The family of type. */
  readonly family: string;
  /** Whether texts go from right to left; time does not. */
  readonly isRightToLeft: boolean;
}

export function setFont(ink: Ink, size: number, weight: 400 | 600 = 400): void {
  ink.context.font = `${weight} ${size}px ${ink.family}`;
}

/** A line of one pixel, across or along. */
export function line(ink: Ink, x: number, y: number, width: number, height: number): void {
  ink.context.fillRect(Math.round(x), Math.round(y), width, height);
}
