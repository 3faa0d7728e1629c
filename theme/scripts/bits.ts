/** Sets of events, a bit each: ten thousand are a kilobyte, and what two have in common is found 32 at a time. */

import { at } from "./arrays.ts";

export class Bits {
  readonly size: number;
  private readonly words: Uint32Array;

  private constructor(size: number, words: Uint32Array) {
    this.size = size;
    this.words = words;
  }

  static none(size: number): Bits {
    return new Bits(size, new Uint32Array(Math.ceil(size / 32)));
  }

  static all(size: number): Bits {
    const bits = Bits.none(size);
    bits.words.fill(0xffff_ffff);
    if (size % 32) bits.words[bits.words.length - 1] = 2 ** (size % 32) - 1;
    return bits;
  }

  static of(size: number, numbers: Iterable<number>): Bits {
    const bits = Bits.none(size);
    for (const number of numbers) bits.add(number);
    return bits;
  }

  add(number: number): void {
    this.words[number >>> 5] = at(this.words, number >>> 5) | (1 << (number & 31));
  }

  has(number: number): boolean {
    return (at(this.words, number >>> 5) & (1 << (number & 31))) !== 0;
  }

  /** What is in both. */
  and(other: Bits): Bits {
    return new Bits(
      this.size,
      this.words.map((word, place) => word & at(other.words, place)),
    );
  }

  get count(): number {
    return this.words.reduce((sum, word) => sum + bitsIn(word), 0);
  }

  /** The numbers in it, in order. */
  numbers(): Uint32Array {
    const found = new Uint32Array(this.count);
    let place = 0;
    for (let number = 0; number < this.size; number++) {
      if (this.has(number)) found[place++] = number;
    }
    return found;
  }
}

/** How many bits of a word are set: counted in pairs, in fours and in bytes, which a product adds up. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
