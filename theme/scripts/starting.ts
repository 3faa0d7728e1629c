/** Starts the instruments of each page that a reader comes to, and ends them when it is left. */

/** Starts one; the signal says when its page is left. */
export type Start = (element: HTMLElement, signal: AbortSignal) => Promise<void>;

export function startEach(name: string, start: Start): void {
  const startAll = makeStarter(name, start);
  if (window.document$) window.document$.subscribe(startAll);
  else startAll();
}

/** Starts those of the page that is there now; called again, it ends those of the page before. */
function makeStarter(name: string, start: Start): () => void {
  let leaving = new AbortController();
  return () => {
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    for (const element of document.querySelectorAll<HTMLElement>(`[data-tl-instrument="${name}"]`)) {
      start(element, signal).catch((problem: unknown) => {
        // What the build drew says the same: a reader loses nothing but the instrument.
        if (!signal.aborted) console.error(problem);
      });
    }
  };
}
