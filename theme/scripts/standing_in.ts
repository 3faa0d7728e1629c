/** Keeps a strip as high as what the build drew in its place, so that nothing below it moves, at every width of the page. */

import type { Frame } from "./frame.ts";
import { watchSize } from "./watching.ts";

/** The class of a place in which an instrument stands for what the build drew there. */
export const STANDING_IN = "tl-timeline--drawn";

export function keepHeight(place: HTMLElement, frame: Frame, signal: AbortSignal): void {
  let width = 0;
  const keep = () => {
    if (place.clientWidth === width) return;
    width = place.clientWidth;
    takeHeight(place, frame, heightWithout(place, frame));
  };
  keep();
  watchSize(place, keep, signal);
}

/** How high the place is with what the build drew. */
function heightWithout(place: HTMLElement, { whole }: Frame): number {
  place.classList.remove(STANDING_IN);
  // Out of the way but not hidden, which would take the focus from it.
  whole.style.position = "absolute";
  const height = place.offsetHeight;
  whole.style.position = "";
  place.classList.add(STANDING_IN);
  return height;
}

/** Make the drawing as high as it takes; what is said of an event comes and goes below it. */
function takeHeight(place: HTMLElement, { stage, caption }: Frame, height: number): void {
  place.style.minHeight = "0";
  stage.style.height = "";
  caption.style.display = "none";
  const spare = height - place.offsetHeight;
  caption.style.display = "";
  place.style.minHeight = "";
  if (spare > 0) stage.style.height = `${stage.offsetHeight + spare}px`;
}
