/** The value at a place that is known to be there. */
export function at(values: ArrayLike<number>, place: number): number {
  return values[place] as number;
}

export function isEqual(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((number, place) => number === at(other, place));
}

/** Numbers of which each is given as how much more it is than the one before it. */
export function numbersFrom(differences: readonly number[]): Uint32Array {
  let number = 0;
  return Uint32Array.from(differences, (difference) => {
    number += difference;
    return number;
  });
}
