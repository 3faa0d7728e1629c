/** Draws how time is divided: lines behind the events, and below them names on a coarse and a fine rail. */

import { type Ink, line, setFont } from "./ink.ts";
import { placeNames } from "./labels.ts";
import { widthOfTick } from "./measures.ts";
import { pixelsPerDay, type Window } from "./scene.ts";
import type { TickNames } from "./tick_names.ts";
import { railsFor, type Step, ticks } from "./ticks.ts";

const FAINT = 0.5;
const SIZE_IN_EMS = 0.94;

/** Draw both rails at the foot of a drawing of this height, of a period whose years have names up to this long. */
export function paintRails(ink: Ink, names: TickNames, window: Window, height: number, longestYear: string): void {
  const { em, rail } = ink.measures;
  const { fine, coarse } = railsFor(pixelsPerDay(window), (unit) => widthOfTick(em, unit, longestYear));
  const foot = height - rail * 2;
  setFont(ink, em * SIZE_IN_EMS);
  ink.context.direction = "ltr";
  ink.context.textAlign = "left";
  const middle = height - (coarse ? rail / 2 : rail);
  paintRail(ink, names, window, fine, false, foot, middle);
  if (coarse) paintRail(ink, names, window, coarse, true, foot, height - rail * 1.5);
  ink.context.fillStyle = ink.shapes.palette.line;
  line(ink, 0, foot, window.width, 1);
}

/**
 * Lines at the ticks, and their names beside them. The first name stays in sight while its part of time does, and the last
 * one is moved to be in sight.
 */
function paintRail(
  ink: Ink,
  names: TickNames,
  window: Window,
  step: Step,
  isCoarse: boolean,
  foot: number,
  middle: number,
): void {
  const { context, measures, shapes } = ink;
  const scale = pixelsPerDay(window);
  const moments = ticks(step, window.from, window.to);
  const lefts = moments.map((moment) => Math.round((moment - window.from) * scale));
  context.fillStyle = shapes.palette.line;
  context.globalAlpha = isCoarse ? 1 : FAINT;
  for (const left of lefts) line(ink, left, 0, 1, foot);
  context.globalAlpha = 1;
  const texts = moments.map((moment) => names.nameOf(step.unit, moment, isCoarse));
  const widths = texts.map((text) => context.measureText(text).width);
  const places = placeNames(lefts, widths, window.width, measures.gap);
  const top = isCoarse ? foot : middle - measures.rail / 2;
  lefts.forEach((left, place) => {
    const x = places[place] ?? left;
    // A name that is moved stands upon its line.
    const isUnderName = x < left && x + (widths[place] ?? 0) > left;
    if (!isUnderName) line(ink, left, top, 1, measures.rail);
  });
  context.fillStyle = isCoarse ? shapes.palette.ink : shapes.palette.muted;
  texts.forEach((text, place) => {
    const x = places[place];
    if (x !== undefined) context.fillText(text, x, middle + 0.5);
  });
}
