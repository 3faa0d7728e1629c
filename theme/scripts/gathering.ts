/** What of the places is drawn at a zoom: those that would lie on each other are gathered into a number. */

import Supercluster from "supercluster";
import type { Bits } from "./bits.ts";
import { eventsShown, type Place } from "./places.ts";

/** What the map shows of one place. */
export interface Found {
  readonly place: Place;
  /** Its events that are shown. */
  readonly events: Uint32Array;
}

/** Places that are too near to each other to be told apart, or one. */
export interface Gathered {
  /** What tells it from others at the same zoom. */
  readonly key: string;
  readonly lat: number;
  readonly lon: number;
  readonly found: readonly Found[];
}

type Box = [west: number, south: number, east: number, north: number];

/** Nearer than so many pixels places are gathered. */
const RADIUS = 38;
export const TILE = 256;
/** A circle of so many pixels or more is told apart from all that lies in it. */
const LARGE = 26;
export const KM_AROUND_THE_WORLD = 40_075;

/** The places that have an event that is shown; all where `shown` is null. */
export function findShown(places: readonly Place[], shown: Bits | null): Found[] {
  return places.map((place) => ({ place, events: eventsShown(place, shown) })).filter(({ events }) => events.length);
}

/** Whether a place is drawn by itself: a country, or a circle that is large enough at a zoom. */
export function isByItself(place: Place, zoom: number): boolean {
  return place.shape === "area" || (place.shape === "circle" && radiusInPixels(place, zoom) >= LARGE);
}

export function radiusInPixels({ km, lat }: Place, zoom: number): number {
  const across = KM_AROUND_THE_WORLD * Math.cos((lat * Math.PI) / 180);
  return (km / across) * TILE * 2 ** zoom;
}

/** Gathers places anew for each zoom, because which of them are circles of their own depends on it. */
export class Gathering {
  private readonly others: readonly Found[];
  private readonly index: Supercluster<{ at: number }>;
  private readonly zoom: number;

  /** The zoom may be between two whole ones. */
  constructor(found: readonly Found[], zoom: number) {
    this.zoom = Math.floor(zoom);
    this.others = found.filter(({ place }) => !isByItself(place, zoom));
    const radius = RADIUS / 2 ** (zoom - this.zoom);
    this.index = new Supercluster({ radius, extent: TILE, minZoom: this.zoom, maxZoom: this.zoom });
    this.index.load(
      this.others.map(({ place }, at) => ({
        type: "Feature",
        properties: { at },
        geometry: { type: "Point", coordinates: [place.lon, place.lat] },
      })),
    );
  }

  within(box: Box): Gathered[] {
    return this.index.getClusters(box, this.zoom).map(({ properties, geometry }) => {
      const [lon = 0, lat = 0] = geometry.coordinates;
      const ats =
        "cluster_id" in properties
          ? this.index.getLeaves(properties.cluster_id, Number.POSITIVE_INFINITY).map((leaf) => leaf.properties.at)
          : [properties.at];
      const found = ats.flatMap((at) => this.others[at] ?? []);
      return { key: keyOf(found), lat, lon, found };
    });
  }
}

/** How many different events some places have together. */
export function countEvents(found: readonly Found[]): number {
  if (found.length === 1) return found[0]?.events.length ?? 0;
  return new Set(found.flatMap(({ events }) => [...events])).size;
}

export function keyOf(found: readonly Found[]): string {
  return found.map(({ place }) => `${place.id} ${place.lat} ${place.lon}`).join("|");
}
