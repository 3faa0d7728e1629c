/** The maps of a page. */

import { decodeBasemap, type WrittenBasemap } from "./basemap.ts";
import { Choosing, dressChoosing } from "./choosing.ts";
import { decode, type WrittenEvents } from "./columns.ts";
import { pageIn } from "./disk.ts";
import { makeLoader } from "./facets.ts";
import { giveWay } from "./giving_way.ts";
import { MapInstrument } from "./map_instrument.ts";
import { PlaceList } from "./place_list.ts";
import { decodePlaces, type WrittenPlaces } from "./places.ts";
import { startEach } from "./starting.ts";
import { readJson } from "./texts.ts";
import { wordsOf } from "./words.ts";

/** The moment at which a map of a page was drawn for the first time; others measure by this name. */
const DRAWN = "map:drawn";

startEach("map", async (place, signal) => {
  const { tlData: folder = "", tlRoot: root = "", tlTiles: tiles = "" } = place.dataset;
  const [events, written, basemap] = await Promise.all([
    readJson<WrittenEvents>(`${folder}events.json`, signal),
    readJson<WrittenPlaces>(`${folder}places.json`, signal),
    readJson<WrittenBasemap>(`${folder}basemap.json`, signal),
    dressChoosing(place, signal),
  ]);
  await giveWay(signal);
  const columns = decode(events);
  const places = decodePlaces(written);
  const placePage = ON_DISK ? pageIn(written.page) : written.page;
  const words = wordsOf(place);
  await giveWay(signal);
  const outlines = await decodeBasemap(basemap, () => giveWay(signal));
  let choosing: Choosing | undefined;
  const instrument = new MapInstrument({
    columns,
    places,
    basemap: outlines,
    words,
    folder,
    root,
    placePage,
    // They would come from another host.
    tiles: ON_DISK ? "" : tiles,
    signal,
    onWindow: (from, to, isStep) => choosing?.windowMoved(from, to, isStep),
    onOpened: () => choosing?.focused(-1),
  });
  const settings = { columns, texts: instrument.texts, words, root, placePage };
  await giveWay(signal);
  choosing = new Choosing({
    place,
    instrument,
    list: new PlaceList(places, settings, signal),
    columns,
    words,
    signal,
    loadFacets: makeLoader(folder, columns.count, signal),
    onLanes: () => {},
  });
  place.append(instrument.element);
  place.classList.add("tl-map--drawn");
  signal.addEventListener("abort", () => {
    place.classList.remove("tl-map--drawn");
    instrument.element.remove();
  });
  await choosing.ready();
  choosing.start();
  await giveWay(signal);
  await instrument.start();
  performance.mark(DRAWN);
});
