/** The value at a place that is known to be there. */
export function at(values: ArrayLike<number>, place: number): number {
  return values[place] as number;
}

export function isEqual(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((number, place) => number === at(other, place));
}
