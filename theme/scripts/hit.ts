/** What of a drawing is at a point. */

import type { Extent } from "./labels.ts";
import type { Picture } from "./paint.ts";
import type { Block } from "./scene.ts";

export type Hit = { readonly event: number } | { readonly block: Block } | null;

/** The event or count at a point, or the event nearest to it within `reach` pixels. */
export function hitAt(
  picture: Picture,
  titles: ReadonlyMap<number, Extent>,
  x: number,
  y: number,
  row: number,
  reach: number,
): Hit {
  let nearest: Hit = null;
  let least = reach;
  for (const [number, scene] of picture.scene.entries()) {
    const top = picture.places[number]?.rows ?? 0;
    const bottom = top + (picture.lanes[number]?.rows ?? 0) * row;
    if (y < top - reach || y > bottom + reach) continue;
    const block = y >= top && y <= bottom && scene.blocks.find((one) => x >= one.left && x <= one.right);
    if (block) return { block };
    for (const one of scene.found) {
      const title = titles.get(one.event) ?? one;
      const across = Math.max(Math.min(one.left, title.left) - x, x - Math.max(one.right, title.right), 0);
      const along = Math.max(Math.abs(y - (top + (one.row + 0.5) * row)) - row / 2, 0);
      const distance = Math.hypot(across, along);
      if (distance < least) {
        least = distance;
        nearest = { event: one.event };
      }
    }
  }
  return nearest;
}
