/** The timelines of a page. */

import { readState } from "./address.ts";
import { begunOf, DAY_PICKED } from "./begun.ts";
import type { Bits } from "./bits.ts";
import { Choosing, dressChoosing } from "./choosing.ts";
import { type Columns, decode, type WrittenEvents } from "./columns.ts";
import { Choice, type Facets, makeLoader } from "./facets.ts";
import { byThread, byValues, type GroupingName, groupingNamed, USUAL } from "./groupings.ts";
import { Instrument } from "./instrument.ts";
import type { Grouping } from "./lanes.ts";
import { EventList } from "./list.ts";
import { numberChosen } from "./selection.ts";
import { STANDING_IN } from "./standing_in.ts";
import { startEach } from "./starting.ts";
import { readJson } from "./texts.ts";
import { wordsOf } from "./words.ts";

/** The moment at which a timeline of a page was drawn for the first time; others measure by this name. */
const DRAWN = "timeline:drawn";

async function start(element: HTMLElement, signal: AbortSignal): Promise<void> {
  const { tlData: folder = "", tlRoot: root = "" } = element.dataset;
  const isStrip = "tlStrip" in element.dataset;
  const [events] = await Promise.all([
    readJson<WrittenEvents>(`${folder}events.json`, signal),
    isStrip || dressChoosing(element, signal),
  ]);
  const columns = decode(events);
  const words = wordsOf(element);
  const loadFacets = makeLoader(folder, columns.count, signal);
  const own = isStrip ? await eventsOf(element, loadFacets) : null;
  const setLanes = (name: GroupingName) => {
    groupingOf(name, columns, loadFacets)
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
    shown: own,
    isStrip,
    onWindow: (from, to, isStep) => choosing?.windowMoved(from, to, isStep),
    onFocus: (event) => choosing?.focused(event),
    onLanes: (name) => {
      setLanes(name);
      choosing?.lanesChosen(name === USUAL ? "" : name);
    },
  });
  element.append(instrument.element);
  element.classList.add(STANDING_IN);
  signal.addEventListener("abort", () => {
    element.classList.remove(STANDING_IN);
    instrument.element.remove();
  });
  if (!isStrip) {
    const onLanes = (name: string) => setLanes(groupingNamed(name));
    const list = new EventList(element, { columns, texts: instrument.texts, words, root, signal });
    choosing = new Choosing({ place: element, instrument, list, columns, words, signal, loadFacets, onLanes });
    instrument.setGrouping(USUAL, byThread(columns));
    await choosing.ready();
  }
  if (isStrip) instrument.standIn(element);
  instrument.start();
  const showBegun = () => instrument.setShown(begunOf(element, columns, own));
  element.addEventListener(DAY_PICKED, showBegun, { signal });
  if ("tlDay" in element.dataset) showBegun();
  choosing?.start();
  performance.mark(DRAWN);
}

/** The events that a strip is of; null for all. */
async function eventsOf(element: HTMLElement, loadFacets: () => Promise<Facets>): Promise<Bits | null> {
  const { selection } = readState(element.dataset.tlSelect ?? "");
  return numberChosen(selection) ? new Choice(await loadFacets(), selection, null).events : null;
}

async function groupingOf(
  name: GroupingName,
  columns: Columns,
  loadFacets: () => Promise<Facets>,
): Promise<Grouping | null> {
  if (name === "none") return null;
  if (name === "thread") return byThread(columns);
  return byValues((await loadFacets()).values[name], columns.count);
}

startEach("timeline", start);
