/** How long a number of kilometres is on the map: the longest round one for which there is room. */

import { KM_AROUND_THE_WORLD, TILE } from "./gathering.ts";

export interface Scale {
  readonly km: number;
  /** In pixels. */
  readonly width: number;
}

export const LONGEST_SCALE = 80;
const ROUND = [5, 2, 1];
/** Of what is higher than so many kilometres there is no scale: it would be true only in the middle. */
const FARTHEST = 3000;

/** The scale in the middle of a map that is so many pixels high; null where there is none. */
export function scaleOf(north: number, zoom: number, height: number): Scale | null {
  const kmPerPixel = (KM_AROUND_THE_WORLD * Math.cos((north * Math.PI) / 180)) / (TILE * 2 ** zoom);
  if (height * kmPerPixel > FARTHEST) return null;
  const most = LONGEST_SCALE * kmPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = power * (ROUND.find((one) => one * power <= most) ?? 1);
  return { km, width: km / kmPerPixel };
}
