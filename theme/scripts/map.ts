/** The maps of a page: the one of its own page, and the one beside the timeline. */

import { decodeBasemap, type WrittenBasemap } from "./basemap.ts";
import { listenBeside, type Told } from "./beside.ts";
import { Bits } from "./bits.ts";
import { Choosing, dressChoosing } from "./choosing.ts";
import { decode, type WrittenEvents } from "./columns.ts";
import { pageIn } from "./disk.ts";
import { makeLoader } from "./facets.ts";
import { giveWay, makeRest } from "./giving_way.ts";
import { MapInstrument, type MapSettings } from "./map_instrument.ts";
import { PlaceList } from "./place_list.ts";
import { decodePlaces, type WrittenPlaces } from "./places.ts";
import { startEach } from "./starting.ts";
import { addStyle } from "./styles.ts";
import { readJson } from "./texts.ts";
import { wordsOf } from "./words.ts";

/** The moment at which a map of a page was drawn for the first time; others measure by this name. */
const DRAWN = "map:drawn";
const STYLE = "assets/tl/map.css";
const TIMELINE = '[data-tl-instrument="timeline"]';

type Drawn = Pick<MapSettings, "columns" | "places" | "basemap" | "placePage">;

startEach("map", async (place, signal) => {
  await giveWay(signal);
  const timeline = place.closest<HTMLElement>(TIMELINE);
  const [drawn] = await Promise.all([
    load(place, signal),
    timeline ? addStyle(place, STYLE, signal) : dressChoosing(place, signal),
  ]);
  if (timeline) await startBeside(timeline, place, drawn, signal);
  else await startAlone(place, drawn, signal);
  performance.mark(DRAWN);
});

async function load(place: HTMLElement, signal: AbortSignal): Promise<Drawn> {
  const { tlData: folder = "" } = place.dataset;
  const [events, written, basemap] = await Promise.all([
    readJson<WrittenEvents>(`${folder}events.json`, signal),
    readJson<WrittenPlaces>(`${folder}places.json`, signal),
    readJson<WrittenBasemap>(`${folder}basemap.json`, signal),
  ]);
  await giveWay(signal);
  const columns = decode(events);
  const places = decodePlaces(written);
  await giveWay(signal);
  const outlines = await decodeBasemap(basemap, makeRest(signal));
  return { columns, places, basemap: outlines, placePage: pageIn(written.page) };
}

/** The map on its own page, where readers choose what it shows. */
async function startAlone(place: HTMLElement, drawn: Drawn, signal: AbortSignal): Promise<void> {
  const settings = settingsOf(place, drawn, signal);
  const { columns, words, root, folder, placePage } = settings;
  let choosing: Choosing | undefined;
  const instrument = new MapInstrument({
    ...settings,
    onWindow: (from, to, isStep) => choosing?.windowMoved(from, to, isStep),
    onOpened: () => choosing?.focused(-1),
  });
  await giveWay(signal);
  choosing = new Choosing({
    place,
    instrument,
    list: new PlaceList(drawn.places, { columns, texts: instrument.texts, words, root, placePage }, signal),
    columns,
    words,
    signal,
    loadFacets: makeLoader(folder, columns.count, signal),
    onLanes: () => {},
  });
  put(instrument, place, signal);
  await choosing.ready();
  choosing.start();
  await giveWay(signal);
  await instrument.start();
}

/** The map beside the timeline, which shows what is chosen there. */
async function startBeside(
  timeline: HTMLElement,
  place: HTMLElement,
  drawn: Drawn,
  signal: AbortSignal,
): Promise<void> {
  const instrument = new MapInstrument({ ...settingsOf(place, drawn, signal), isBeside: true });
  await new Promise<void>((told) => {
    const hear = ({ events, event }: Told) => {
      instrument.setShown(events && Bits.of(drawn.columns.count, events));
      instrument.point(event);
      told();
    };
    listenBeside(timeline, hear, signal);
  });
  // Behind what it follows, also for those who go through the page by keys.
  timeline.append(place);
  put(instrument, place, signal);
  await instrument.start();
}

function settingsOf(place: HTMLElement, drawn: Drawn, signal: AbortSignal): MapSettings {
  const { tlData: folder = "", tlRoot: root = "", tlTiles: tiles = "" } = place.dataset;
  const words = wordsOf(place);
  return {
    ...drawn,
    words,
    folder,
    root,
    // They would come from another host.
    tiles: ON_DISK ? "" : tiles,
    isBeside: false,
    signal,
    onWindow: () => {},
    onOpened: () => {},
  };
}

function put(instrument: MapInstrument, place: HTMLElement, signal: AbortSignal): void {
  place.prepend(instrument.element);
  place.classList.add("tl-map--drawn");
  signal.addEventListener("abort", () => {
    place.classList.remove("tl-map--drawn");
    instrument.element.remove();
  });
}
