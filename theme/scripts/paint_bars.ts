/** Draws bars: a longer time, or a date that is not known to the day, each as sure as it is. */

import {
  areBoundsStated,
  fadesAtEnd,
  fadesAtStart,
  importanceOf,
  isEndInferred,
  isOneOf,
  isStartInferred,
} from "./columns.ts";
import type { Ink } from "./ink.ts";

/** How strong a bar is up to a bound that is only inferred, and one of a time in which it happened at some point. */
const INFERRED = 0.45;
const SOME_TIME_IN_IT = 0.6;
/** The part of a bar that fades, at each end. */
const FADE = 0.45;

export function paintBar(ink: Ink, marks: number, left: number, right: number, middle: number): void {
  const thick = Math.max(2, Math.round(ink.measures.bars[importanceOf(marks)] ?? 0));
  const top = Math.round(middle - thick / 2);
  // On whole pixels its parts meet without a seam.
  const paint = isOneOf(marks) ? paintOutline : paintSpan;
  paint(ink, marks, Math.round(left), Math.round(right), top, thick);
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
  const half = Math.round((right - left) / 2);
  const fading = Math.round((right - left) * FADE);
  const fadeLeft = fadesAtStart(marks) ? fading : 0;
  const fadeRight = fadesAtEnd(marks) ? fading : 0;
  const sure = areBoundsStated(marks) ? 1 : SOME_TIME_IN_IT;
  context.fillStyle = shapes.palette.accent;
  context.globalAlpha = sure * (isStartInferred(marks) ? INFERRED : 1);
  if (fadeLeft) shapes.fade(context, "left", left, top, fadeLeft, thick);
  context.fillRect(left + fadeLeft, top, half - fadeLeft, thick);
  context.globalAlpha = sure * (isEndInferred(marks) ? INFERRED : 1);
  context.fillRect(left + half, top, right - left - half - fadeRight, thick);
  if (fadeRight) shapes.fade(context, "right", right - fadeRight, top, fadeRight, thick);
  context.globalAlpha = 1;
}
