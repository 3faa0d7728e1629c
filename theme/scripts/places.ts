/** Where events were, as the build writes it: its form is defined in `site_builder/formats/columns.py`. */

import { numbersFrom } from "./arrays.ts";
import type { Bits } from "./bits.ts";

export interface WrittenPlaces {
  version: number;
  page: string;
  places: WrittenPlace[];
}

interface WrittenPlace {
  id: string;
  name: string;
  how: string;
  shape: Shape;
  lat: number;
  lon: number;
  km: number;
  country: string;
  events: number[];
  unsure: number[];
}

/** How a place is drawn: never more exactly than it is known. */
export type Shape = "point" | "disc" | "circle" | "area";

export interface Place {
  readonly id: string;
  readonly name: string;
  /** How closely it is known, in words; may be empty. */
  readonly how: string;
  readonly shape: Shape;
  /** Degrees north and east; of a country where its name may stand. */
  readonly lat: number;
  readonly lon: number;
  /** The radius of a circle. */
  readonly km: number;
  /** The code of a country that stands for it; else empty. */
  readonly country: string;
  readonly events: Uint32Array;
  /** The events of which it is not established that this place is meant. */
  readonly unsure: ReadonlySet<number>;
}

const VERSION = 1;

/** Throws where the data is of another version than this script, as after an update while a page was open. */
export function decodePlaces(written: WrittenPlaces): Place[] {
  if (written.version !== VERSION) throw new Error(`places of version ${written.version}, not ${VERSION}`);
  return written.places.map((place) => ({
    ...place,
    events: numbersFrom(place.events),
    unsure: new Set(numbersFrom(place.unsure)),
  }));
}

/** The events of a place that are shown; all of them where `shown` is null. */
export function eventsShown(place: Place, shown: Bits | null): Uint32Array {
  return shown ? place.events.filter((event) => shown.has(event)) : place.events;
}
