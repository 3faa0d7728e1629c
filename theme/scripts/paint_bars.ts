/** Draws bars: a longer time, or a date that is not known to the day, each as sure as it is. */

import { areBoundsStated, fadesAtEnd, fadesAtStart, importanceOf, isOneOf } from "./columns.ts";
import type { Ink } from "./ink.ts";
import type { Extent } from "./labels.ts";

/** How strong a bar is where it was not by the order of events, and one of a time in which it happened at some point. */
const RULED_OUT = 0.3;
const SOME_TIME_IN_IT = 0.6;
/** The part of a bar that fades, at each end. */
const FADE = 0.45;
/** How thick the lines of an outline are, in pixels. */
const LINE = 1;

/** What links to other events leave of a bar, which may go on without an end. */
export interface Left extends Extent {
  readonly isOpenAtStart: boolean;
  readonly isOpenAtEnd: boolean;
}

/** Where a bar begins and ends, and whether it fades there. */
interface Span {
  readonly left: number;
  readonly right: number;
  readonly fadesLeft: boolean;
  readonly fadesRight: boolean;
}

/** Draw a bar of a date by itself, of which links to other events may leave only a part. */
export function paintBar(ink: Ink, marks: number, whole: Extent, narrowed: Left, middle: number): void {
  const { context, measures, shapes } = ink;
  const thick = Math.max(2, Math.round(measures.bars[importanceOf(marks)] ?? 0));
  const top = Math.round(middle - thick / 2);
  // On whole pixels its parts meet without a seam.
  const [begin, end] = [Math.round(whole.left), Math.round(whole.right)];
  const left = Math.min(Math.max(Math.round(narrowed.left), begin), end - 2);
  const right = Math.max(Math.min(Math.round(narrowed.right), end), left + 2);
  context.fillStyle = shapes.palette.accent;
  context.globalAlpha = RULED_OUT;
  context.fillRect(begin, top, left - begin, thick);
  context.fillRect(right, top, end - right, thick);
  context.globalAlpha = 1;
  if (isOneOf(marks)) {
    // Each end of such a date is unsure, and only one that is open fades.
    const { isOpenAtStart: fadesLeft, isOpenAtEnd: fadesRight } = narrowed;
    paintOutline(ink, { left, right, fadesLeft, fadesRight }, top, thick);
    return;
  }
  context.globalAlpha = areBoundsStated(marks) ? 1 : SOME_TIME_IN_IT;
  paintSpan(ink, { left, right, fadesLeft: fadesAtStart(marks), fadesRight: fadesAtEnd(marks) }, top, thick);
  context.globalAlpha = 1;
}

/** One day of those between, and nobody knows which. Where it fades it has no edge. */
function paintOutline(ink: Ink, span: Span, top: number, thick: number): void {
  const { context, shapes } = ink;
  const { left, right, fadesLeft, fadesRight } = span;
  context.fillStyle = shapes.palette.paper;
  context.fillRect(left, top - 1, right - left, thick + 2);
  paintSpan(ink, span, top - 1, LINE);
  paintSpan(ink, span, top + thick, LINE);
  if (!fadesLeft) context.fillRect(left, top, LINE, thick);
  if (!fadesRight) context.fillRect(right - LINE, top, LINE, thick);
}

function paintSpan(ink: Ink, { left, right, fadesLeft, fadesRight }: Span, top: number, thick: number): void {
  const { context, shapes } = ink;
  const fading = Math.round((right - left) * FADE);
  const fadeLeft = fadesLeft ? fading : 0;
  const fadeRight = fadesRight ? fading : 0;
  context.fillStyle = shapes.palette.accent;
  if (fadeLeft) shapes.fade(context, "left", left, top, fadeLeft, thick);
  context.fillRect(left + fadeLeft, top, right - left - fadeLeft - fadeRight, thick);
  if (fadeRight) shapes.fade(context, "right", right - fadeRight, top, fadeRight, thick);
}
