/** What a selection leaves of all events, and how many each further value would leave of those. */

import { at, numbersFrom } from "./arrays.ts";
import { Bits } from "./bits.ts";
import { chosenOf, DIMENSIONS, type Dimension, type Filter, FLAGS, type Flag, type Selection } from "./selection.ts";
import { readJson } from "./texts.ts";

/** `filters.json` as it is written; its form is defined in `site_builder/formats/columns.py`. */
export interface WrittenFilters {
  version: number;
  dimensions: { name: Dimension; label: string; values: WrittenValue[] }[];
  disputed: number[];
  counts: number[];
}

interface WrittenValue {
  id: string;
  name: string;
  events: number[];
  before: number[];
  level: number;
}

export interface Value {
  readonly id: string;
  readonly name: string;
  readonly events: Uint32Array;
  /** The numbers of the values that it came out of. */
  readonly before: readonly number[];
  /** How many values it is part of. */
  readonly level: number;
}

export interface Facets {
  readonly count: number;
  readonly values: Readonly<Record<Dimension, readonly Value[]>>;
  readonly flags: Readonly<Record<Flag, Bits>>;
}

/** Filters, and how many events there would be without them. */
export interface Tightest {
  readonly filters: readonly Filter[];
  readonly count: number;
}

const VERSION = 1;

/** Throws where the data is of another version than this script, as after an update while a page was open. */
export function decodeFilters(written: WrittenFilters, count: number): Facets {
  if (written.version !== VERSION) throw new Error(`filters of version ${written.version}, not ${VERSION}`);
  const values = Object.fromEntries(DIMENSIONS.map((name) => [name, [] as Value[]])) as Record<Dimension, Value[]>;
  for (const dimension of written.dimensions) {
    values[dimension.name] = dimension.values.map((value) => ({ ...value, events: numbersFrom(value.events) }));
  }
  return {
    count,
    values,
    flags: {
      disputed: Bits.of(count, numbersFrom(written.disputed)),
      counts: Bits.of(count, numbersFrom(written.counts)),
    },
  };
}

/** What brings the filters of a folder of data: fetched when they are first asked for, and once. */
export function makeLoader(folder: string, count: number, signal: AbortSignal): () => Promise<Facets> {
  let asked: Promise<Facets> | undefined;
  return () => {
    asked ??= readJson<WrittenFilters>(`${folder}filters.json`, signal).then((written) =>
      decodeFilters(written, count),
    );
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };
}

/** What a selection leaves. */
export class Choice {
  private readonly facets: Facets;
  private readonly before: boolean;
  private readonly kept: ReadonlyMap<Filter, Bits>;

  /** `inPeriod` are the events of the selection's period, `found` those that its text finds; null where it has none. */
  constructor(facets: Facets, selection: Selection, inPeriod: Bits | null, found: Bits | null = null) {
    this.facets = facets;
    this.before = selection.before;
    const kept = new Map<Filter, Bits>();
    for (const dimension of DIMENSIONS) {
      const chosen = chosenOf(selection, dimension);
      if (chosen.length) kept.set(dimension, this.eventsOfAny(dimension, chosen));
    }
    for (const flag of FLAGS) {
      if (selection[flag]) kept.set(flag, facets.flags[flag]);
    }
    if (found) kept.set("text", found);
    if (inPeriod) kept.set("period", inPeriod);
    this.kept = kept;
  }

  /** The events that fit all filters. */
  get events(): Bits {
    return this.eventsWithout();
  }

  /** The events that fit all filters but these. */
  eventsWithout(...filters: readonly Filter[]): Bits {
    let left = Bits.all(this.facets.count);
    for (const [by, events] of this.kept) {
      if (!filters.includes(by)) left = left.and(events);
    }
    return left;
  }

  /** Of each value how many events it has among those that fit the other filters. */
  countsOf(dimension: Dimension): Uint32Array {
    const left = this.eventsWithout(dimension);
    return Uint32Array.from(this.facets.values[dimension], (value) => {
      if (this.before && value.before.length) return this.eventsOf(dimension, value).and(left).count;
      let count = 0;
      for (let place = 0; place < value.events.length; place++) {
        if (left.has(at(value.events, place))) count++;
      }
      return count;
    });
  }

  countOfFlag(flag: Flag): number {
    return this.events.and(this.facets.flags[flag]).count;
  }

  /** The filter without which most events are left; where no single one is in the way, as few together as there can be. */
  get tightest(): Tightest | undefined {
    for (let number = 1; number <= this.kept.size; number++) {
      const tightest = this.tightestOf(number);
      if (tightest) return tightest;
    }
    return undefined;
  }

  /** So many filters without which most events are left; none where there are no events without any so many. */
  private tightestOf(number: number): Tightest | undefined {
    let found: Tightest | undefined;
    for (const filters of someOf([...this.kept.keys()], number)) {
      const { count } = this.eventsWithout(...filters);
      if (count > (found?.count ?? 0)) found = { filters, count };
    }
    return found;
  }

  private eventsOfAny(dimension: Dimension, chosen: readonly string[]): Bits {
    const events = Bits.none(this.facets.count);
    for (const value of this.facets.values[dimension]) {
      if (chosen.includes(value.id)) this.addEvents(events, dimension, value);
    }
    return events;
  }

  private eventsOf(dimension: Dimension, value: Value): Bits {
    const events = Bits.none(this.facets.count);
    this.addEvents(events, dimension, value);
    return events;
  }

  private addEvents(events: Bits, dimension: Dimension, value: Value): void {
    const all = this.facets.values[dimension];
    const counted = this.before ? [value, ...value.before.flatMap((number) => all[number] ?? [])] : [value];
    for (const { events: numbers } of counted) {
      for (let place = 0; place < numbers.length; place++) events.add(at(numbers, place));
    }
  }
}

/** Each way to take so many of a list, in its order. */
function* someOf<One>(list: readonly One[], number: number): Generator<One[]> {
  if (number === 0) yield [];
  else {
    for (const [place, one] of list.entries()) {
      for (const others of someOf(list.slice(place + 1), number - 1)) yield [one, ...others];
    }
  }
}
