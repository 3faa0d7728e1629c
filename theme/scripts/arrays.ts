/** The value at a place that is known to be there. */
export function at(values: ArrayLike<number>, place: number): number {
  return values[place] as number;
}
