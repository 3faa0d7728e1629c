/** The page around an instrument: its size, its colours, and whether anything may move by itself. */

/** Where an element has no width, nobody sees it: it keeps what it had until it has one again. */
export function watchSize(element: HTMLElement, changed: () => void, signal: AbortSignal): void {
  const observer = new ResizeObserver(() => element.clientWidth && changed());
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Whether by Material's switch of the scheme, or by the reader's system. */
export function watchColours(changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
  matchMedia("(forced-colors: active)").addEventListener("change", changed, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Whether a reader points with a finger, which cannot rest on what it points at. */
export function pointsByFinger(): boolean {
  return matchMedia("(hover: none)").matches;
}

export function prefersStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
