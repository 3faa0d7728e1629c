/** Draws bars: a longer time, or a date that is not known to the day, each as sure as it is. */

import { areBoundsStated, fadesAtEnd, fadesAtStart, importanceOf, isOneOf } from "./columns.ts";
import type { Ink } from "./ink.ts";
import type { Extent } from "./labels.ts";

/** How strong a bar is where it was not by the order of events, and one of a time in which it happened at some point. */
const RULED_OUT = 0.3;
const SOME_TIME_IN_IT = 0.6;
/** The part of a bar that fades, at each end. */
const FADE = 0.45;

/** Draw a bar of a date by itself, of which links to other events may leave only a part. */
export function paintBar(ink: Ink, marks: number, whole: Extent, narrowed: Extent, middle: number): void {
  const { context, measures, shapes } = ink;
  const thick = Math.max(2, Math.round(measures.bars[importanceOf(marks)] ?? 0));
  const top = Math.round(middle - thick / 2);
  // On whole pixels its parts meet without a seam.
  const [left, right] = [Math.round(whole.left), Math.round(whole.right)];
  const from = Math.min(Math.max(Math.round(narrowed.left), left), right - 2);
  const to = Math.max(Math.min(Math.round(narrowed.right), right), from + 2);
  context.fillStyle = shapes.palette.accent;
  context.globalAlpha = RULED_OUT;
  context.fillRect(left, top, from - left, thick);
  context.fillRect(to, top, right - to, thick);
  context.globalAlpha = 1;
  const paint = isOneOf(marks) ? paintOutline : paintSpan;
  paint(ink, marks, from, to, top, thick);
}

/** One day of those between, and nobody knows which. */
function paintOutline(ink: Ink, _marks: number, left: number, right: number, top: number, thick: number): void {
  const { context, shapes } = ink;
  context.fillStyle = shapes.palette.paper;
  context.fillRect(left, top - 1, right - left, thick + 2);
  context.strokeStyle = shapes.palette.accent;
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top - 0.5, right - left - 1, thick + 1);
}

function paintSpan(ink: Ink, marks: number, left: number, right: number, top: number, thick: number): void {
  const { context, shapes } = ink;
  const fading = Math.round((right - left) * FADE);
  const fadeLeft = fadesAtStart(marks) ? fading : 0;
  const fadeRight = fadesAtEnd(marks) ? fading : 0;
  context.fillStyle = shapes.palette.accent;
  context.globalAlpha = areBoundsStated(marks) ? 1 : SOME_TIME_IN_IT;
  if (fadeLeft) shapes.fade(context, "left", left, top, fadeLeft, thick);
  context.fillRect(left + fadeLeft, top, right - left - fadeLeft - fadeRight, thick);
  if (fadeRight) shapes.fade(context, "right", right - fadeRight, top, fadeRight, thick);
  context.globalAlpha = 1;
}
