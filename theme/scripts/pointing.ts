/** Mouse, pen and fingertip on a drawing: what they point at, and what they choose. */

import type { Hit } from "./hit.ts";
import type { Stretch } from "./layout.ts";

/** How near, in pixels, a click or tap has to be: half of a target that a fingertip hits. */
const REACH = 12;

export interface Pointed {
  /** What is at a point of the drawing. */
  hitAt(x: number, y: number, reach: number): Hit;
  /** A reader points at an event, or at none: -1. */
  pointAt(event: number): void;
  /** A reader chooses an event, or none: -1. */
  choose(event: number): void;
  /** A reader opens a count. */
  open(stretch: Stretch): void;
}

export function listenToPointing(stage: HTMLElement, pointed: Pointed, signal: AbortSignal): void {
  const hit = (event: MouseEvent) => {
    const { left, top } = stage.getBoundingClientRect();
    return pointed.hitAt(event.clientX - left, event.clientY - top, REACH);
  };
  const move = (event: PointerEvent) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const found = hit(event);
    stage.style.cursor = found ? "pointer" : "";
    pointed.pointAt(found && "event" in found ? found.event : -1);
  };
  const choose = (event: MouseEvent) => {
    const found = hit(event);
    if (found && "block" in found) pointed.open(found.block.stretch);
    else pointed.choose(found?.event ?? -1);
  };
  stage.addEventListener("pointermove", move, { signal });
  stage.addEventListener("pointerleave", () => pointed.pointAt(-1), { signal });
  stage.addEventListener("click", choose, { signal });
}
