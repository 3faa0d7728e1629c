/** Where the world is cut open, so that what a map shows lies together and not at both of its edges. */

const WHOLE = 360;
const USUAL = -180;

/** The degrees east at which a map begins: the usual ones, unless places lie on both sides of the world's back. */
export function cutFor(easts: readonly number[]): number {
  const sorted = [...easts].sort((one, other) => one - other);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return USUAL;
  let widest = first + WHOLE - last;
  let cut = USUAL;
  for (let place = 1; place < sorted.length; place++) {
    const [before = 0, after = 0] = [sorted[place - 1], sorted[place]];
    if (after - before <= widest) continue;
    widest = after - before;
    cut = before + widest / 2;
  }
  return cut;
}

/** The same meridian on a map that begins at a cut. */
export function turned(east: number, cut: number): number {
  return east < cut ? east + WHOLE : east;
}

/** By how many degrees something between two meridians is moved, each time it is drawn, to be all over a map. */
export function turnsFor([west, east]: readonly [number, number], cut: number): number[] {
  return [-WHOLE, 0, WHOLE].filter((turn) => east + turn > cut && west + turn < cut + WHOLE);
}
