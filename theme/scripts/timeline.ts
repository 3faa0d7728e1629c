/** Starts the timelines of a page, and ends them when it is left. */

import { type Columns, decode, type WrittenEvents } from "./columns.ts";
import { Instrument } from "./instrument.ts";
import type { Grouping } from "./lanes.ts";
import { readJson } from "./texts.ts";
import { wordsOf } from "./words.ts";

/** The moment at which the first timeline of a page was drawn; others measure by this name. */
const DRAWN = "timeline:drawn";
let leaving = new AbortController();

function startAll(): void {
  leaving.abort();
  leaving = new AbortController();
  for (const element of document.querySelectorAll<HTMLElement>('[data-tl-instrument="timeline"]')) {
    start(element, leaving.signal).catch((problem: unknown) => {
      // The strip and the list say the same: a reader loses nothing but the instrument.
      if (!leaving.signal.aborted) console.error(problem);
    });
  }
}

async function start(element: HTMLElement, signal: AbortSignal): Promise<void> {
  if (element.querySelector(".tl-instrument")) return;
  const folder = element.dataset.tlData ?? "";
  const columns = decode(await readJson<WrittenEvents>(`${folder}events.json`, signal));
  const instrument = new Instrument({
    columns,
    words: wordsOf(element),
    folder,
    root: element.dataset.tlRoot ?? "",
    signal,
    shown: null,
    onWindow: () => undefined,
    onFocus: () => undefined,
  });
  element.append(instrument.element);
  element.classList.add("tl-timeline--drawn");
  signal.addEventListener("abort", () => {
    element.classList.remove("tl-timeline--drawn");
    instrument.element.remove();
  });
  instrument.setGrouping(byThread(columns));
  instrument.start();
  performance.mark(DRAWN);
}

function byThread(columns: Columns): Grouping | null {
  if (columns.threads.length < 2) return null;
  return { names: columns.threads.map(([, name]) => name), valueOf: (event) => columns.thread[event] ?? -1 };
}

if (window.document$) window.document$.subscribe(startAll);
else startAll();
