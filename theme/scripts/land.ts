/** What lies below the marks of the map: land, borders, the names of countries, and tiles where the site has some. */

import { type LatLngTuple, type Map as LeafletMap, Polygon, Polyline, SVG, TileLayer } from "leaflet";
import { type Basemap, reachOf, type Spot } from "./basemap.ts";
import { turnsFor } from "./turning.ts";

const PANE = "land";
/** Below Leaflet's own, of which that of tiles is the lowest, at 200. */
const LOWEST = "100";
/** How far beyond the map's edges its outlines are drawn, as a part of it, so that they are there when it is moved. */
const BEYOND = 0.4;

export function drawLand(map: LeafletMap, basemap: Basemap, cut: number): void {
  const pane = map.createPane(PANE);
  pane.style.zIndex = LOWEST;
  const shared = { pane: PANE, renderer: new SVG({ pane: PANE, padding: BEYOND }), interactive: false };
  new Polygon(everyTurn(basemap.land, cut), { ...shared, className: "tl-map__land" }).addTo(map);
  new Polyline(everyTurn(basemap.borders, cut), { ...shared, className: "tl-map__border" }).addTo(map);
}

export function addTiles(map: LeafletMap, address: string): void {
  new TileLayer(address, { noWrap: false, referrerPolicy: "no-referrer" }).addTo(map);
}

/** Lines, as often as it takes to have them all over a map that begins at a cut. */
export function everyTurn(lines: readonly Spot[][], cut: number): LatLngTuple[][] {
  return lines.flatMap((line) =>
    turnsFor(reachOf(line), cut).map((turn) => line.map(([north, east]): LatLngTuple => [north, east + turn])),
  );
}
