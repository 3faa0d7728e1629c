/** The timelines of a page. */

import { numbersFrom } from "./arrays.ts";
import { begunOf, DAY_PICKED } from "./begun.ts";
import { Bits } from "./bits.ts";
import { Choosing, dressChoosing } from "./choosing.ts";
import { type Columns, decode, type WrittenEvents } from "./columns.ts";
import { type Facets, makeLoader } from "./facets.ts";
import { giveWay } from "./giving_way.ts";
import { byThread, byValues, type GroupingName, groupingNamed, USUAL } from "./groupings.ts";
import { Instrument, type Settings } from "./instrument.ts";
import type { Grouping } from "./lanes.ts";
import { EventList } from "./list.ts";
import { STANDING_IN } from "./standing_in.ts";
import { startEach } from "./starting.ts";
import { readJson, type WrittenTitles } from "./texts.ts";
import { wordsOf } from "./words.ts";

/** The class of a place whose instrument is on the page but not to be seen before it is drawn. */
const COMING = "tl-timeline--coming";
/** The moment at which a timeline of a page was drawn for the first time; others measure by this name. */
const DRAWN = "timeline:drawn";

/** What every instrument is made of. */
type Given = Pick<Settings, "columns" | "words" | "folder" | "root" | "signal" | "titles">;

async function start(element: HTMLElement, signal: AbortSignal): Promise<void> {
  const { tlData: folder = "", tlRoot: root = "" } = element.dataset;
  const isStrip = "tlStrip" in element.dataset;
  const titles = readJson<WrittenTitles>(`${folder}first.json`, signal).catch(() => ({ titles: [] }));
  const [events] = await Promise.all([
    readJson<WrittenEvents>(`${folder}events.json`, signal),
    isStrip || dressChoosing(element, signal),
  ]);
  const columns = decode(events);
  const given = { columns, words: wordsOf(element), folder, root, signal, titles };
  const own = isStrip ? await eventsOf(element, folder, columns, signal) : null;
  const instrument = isStrip ? await placeStrip(element, given, own) : await placeWhole(element, given);
  const showBegun = () => instrument.setShown(begunOf(element, columns, own));
  element.addEventListener(DAY_PICKED, showBegun, { signal });
  if ("tlDay" in element.dataset) showBegun();
  instrument.start();
  performance.mark(DRAWN);
}

/** Put a strip in the place of the build's, as high as that is. */
async function placeStrip(element: HTMLElement, given: Given, shown: Bits | null): Promise<Instrument> {
  const ignore = () => {};
  const events = { onWindow: ignore, onFocus: ignore, onLanes: ignore };
  const instrument = new Instrument({ ...given, ...events, shown, isStrip: true });
  await giveWay(given.signal);
  putOn(element, instrument, given.signal);
  instrument.standIn(element);
  instrument.prepare();
  return instrument;
}

/** Put the timeline in its place, with what readers choose. The build's drawing is seen until all is ready to be drawn. */
async function placeWhole(element: HTMLElement, given: Given): Promise<Instrument> {
  const { columns, words, folder, root, signal } = given;
  const loadFacets = makeLoader(folder, columns.count, signal);
  const setLanes = (name: GroupingName) => {
    groupingOf(name, columns, loadFacets)
      .then((grouping) => instrument.setGrouping(name, grouping))
      .catch(() => instrument.setGrouping(USUAL, byThread(columns)));
  };
  const instrument = new Instrument({
    ...given,
    shown: null,
    isStrip: false,
    onWindow: (from, to, isStep) => choosing.windowMoved(from, to, isStep),
    onFocus: (event) => choosing.focused(event),
    onLanes: (name) => {
      setLanes(name);
      choosing.lanesChosen(name === USUAL ? "" : name);
    },
  });
  await giveWay(signal);
  element.classList.add(COMING);
  putOn(element, instrument, signal);
  const list = new EventList(element, { columns, texts: instrument.texts, words, root, signal });
  const onLanes = (name: string) => setLanes(groupingNamed(name));
  const choosing = new Choosing({ place: element, instrument, list, columns, words, signal, loadFacets, onLanes });
  instrument.setGrouping(USUAL, byThread(columns));
  await choosing.ready();
  await giveWay(signal);
  instrument.prepare();
  choosing.start();
  await giveWay(signal);
  element.classList.replace(COMING, STANDING_IN);
  foldReading(element);
  return instrument;
}

function putOn(element: HTMLElement, instrument: Instrument, signal: AbortSignal): void {
  element.append(instrument.element);
  signal.addEventListener("abort", () => {
    element.classList.remove(STANDING_IN, COMING);
    instrument.element.remove();
  });
}

/** What the page says of its drawing is folded up below it. */
function foldReading(element: HTMLElement): void {
  const reading = element.querySelector("details");
  if (!reading) return;
  reading.open = false;
  element.append(reading);
}

/** The events that a strip is of; null for all. The build writes those of each record into a file of its own. */
async function eventsOf(element: HTMLElement, folder: string, { count }: Columns, signal: AbortSignal) {
  const { tlSelect = "" } = element.dataset;
  if (!tlSelect) return null;
  const { events } = await readJson<{ events: number[] }>(`${folder}of/${tlSelect.replace("=", "/")}.json`, signal);
  return Bits.of(count, numbersFrom(events));
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
