/** One finger that moves up or down over an instrument scrolls the page; all other touches are the instrument's. */

/** How far a finger moves, in pixels, before its direction is known. */
const UNDECIDED = 6;

export function letPageScroll(stage: HTMLElement, signal: AbortSignal): void {
  let begun: Touch | undefined;
  let isOurs = false;
  const begin = (event: TouchEvent) => {
    begun = event.touches[0];
    isOurs = event.touches.length > 1;
  };
  const move = (event: TouchEvent) => {
    const touch = event.touches[0];
    if (isOurs || !touch || !begun) return;
    const across = Math.abs(touch.clientX - begun.clientX);
    const along = Math.abs(touch.clientY - begun.clientY);
    if (across > UNDECIDED && across > along) isOurs = true;
    // The zoom behaviour would keep the browser from scrolling.
    else event.stopImmediatePropagation();
  };
  stage.addEventListener("touchstart", begin, { capture: true, passive: true, signal });
  stage.addEventListener("touchmove", move, { capture: true, passive: true, signal });
}
