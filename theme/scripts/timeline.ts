/** Starts the timelines of a page, and ends them when it is left. */

import { Choosing } from "./choosing.ts";
import { type Columns, decode, type WrittenEvents } from "./columns.ts";
import { byDimension, byThread, type GroupingName, groupingNamed, USUAL, type WrittenDimension } from "./groupings.ts";
import { Instrument } from "./instrument.ts";
import { readJson } from "./texts.ts";
import { wordsOf } from "./words.ts";

/** The moment at which a timeline of a page was drawn for the first time; others measure by this name. */
const DRAWN = "timeline:drawn";

/** Starts the timelines of the page that is there now; called again, it ends those of the page before. */
function makeStarter(): () => void {
  let leaving = new AbortController();
  return () => {
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    for (const element of document.querySelectorAll<HTMLElement>('[data-tl-instrument="timeline"]')) {
      start(element, signal).catch((problem: unknown) => {
        // What the build drew says the same: a reader loses nothing but the instrument.
        if (!signal.aborted) console.error(problem);
      });
    }
  };
}

async function start(element: HTMLElement, signal: AbortSignal): Promise<void> {
  const { tlData: folder = "", tlRoot: root = "" } = element.dataset;
  const columns = decode(await readJson<WrittenEvents>(`${folder}events.json`, signal));
  const isStrip = "tlStrip" in element.dataset;
  const words = wordsOf(element);
  const setLanes = (name: GroupingName) => {
    groupingOf(name, columns, `${folder}filters.json`, signal)
      .then((grouping) => instrument.setGrouping(name, grouping))
      .catch(() => instrument.setGrouping(USUAL, byThread(columns)));
  };
  let choosing: Choosing | undefined;
  const instrument = new Instrument({
    columns,
    words,
    folder,
    root,
    signal,
    shown: null,
    isStrip,
    onWindow: (from, to) => choosing?.windowMoved(from, to),
    onFocus: (event) => choosing?.focused(event),
    onLanes: (name) => {
      setLanes(name);
      choosing?.lanesChosen(name === USUAL ? "" : name);
    },
  });
  element.append(instrument.element);
  element.classList.add("tl-timeline--drawn");
  signal.addEventListener("abort", () => {
    element.classList.remove("tl-timeline--drawn");
    instrument.element.remove();
  });
  if (!isStrip) {
    const onLanes = (name: string) => setLanes(groupingNamed(name));
    choosing = new Choosing({ place: element, instrument, columns, words, folder, root, signal, onLanes });
    instrument.setGrouping(USUAL, byThread(columns));
    await choosing.ready();
  }
  instrument.start();
  choosing?.start();
  performance.mark(DRAWN);
}

async function groupingOf(name: GroupingName, columns: Columns, filters: string, signal: AbortSignal) {
  if (name === "thread") return byThread(columns);
  const { dimensions } = await readJson<{ dimensions: WrittenDimension[] }>(filters, signal);
  const dimension = dimensions.find((one) => one.name === name);
  return dimension ? byDimension(dimension, columns.count) : null;
}

const startAll = makeStarter();
if (window.document$) window.document$.subscribe(startAll);
else startAll();
