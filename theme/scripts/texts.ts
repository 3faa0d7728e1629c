/** The titles and other texts of events, which come in parts when they are needed. */

import type { Columns } from "./columns.ts";
import { readFile } from "./disk.ts";

/** What `parts/….json` says of an event. */
export interface EventText {
  readonly id: string;
  readonly title: string;
  readonly lang?: string;
  readonly date: string;
  /** The day and the time of day for machines, where the time is known. */
  readonly time?: string;
  /** Of a date that is not sure: its bounds, in per cent of what is around them, and which of its ends fade. */
  readonly bar?: readonly [left: number, width: number, fades: string];
  readonly inferred?: string;
  readonly place: string;
  readonly kind: string;
  /** Empty where it is established. */
  readonly standing: string;
  readonly claims: number;
  readonly disagree: number;
  readonly links: readonly (readonly [relation: string, event: number])[];
  /** The headings that it stands below in a list; that of the month may be empty. */
  readonly year: string;
  readonly month: string;
}

/** `first.json` as it is written. */
export interface WrittenTitles {
  readonly titles: readonly (readonly [event: number, title: string])[];
}

interface WrittenPart {
  readonly first: number;
  readonly events: readonly Omit<EventText, "year" | "month">[];
  /** Each from the event on that it is given with. */
  readonly headings: readonly (readonly [event: number, year: string, month: string])[];
}

export class EventTexts {
  private readonly columns: Columns;
  private readonly folder: string;
  private readonly signal: AbortSignal;
  private readonly arrived: () => void;
  private readonly texts = new Map<number, EventText>();
  private readonly titles = new Map<number, string>();
  private readonly asked = new Map<string, Promise<void>>();

  /** Texts from a folder of data; `arrived` is called whenever there are more of them. */
  constructor(columns: Columns, folder: string, signal: AbortSignal, arrived: () => void) {
    this.columns = columns;
    this.folder = folder;
    this.signal = signal;
    this.arrived = arrived;
  }

  /** What is known of an event by now. */
  of(event: number): EventText | undefined {
    return this.texts.get(event);
  }

  titleOf(event: number): string | undefined {
    return this.texts.get(event)?.title ?? this.titles.get(event);
  }

  /** Take the titles that a short account would name. */
  takeFirst({ titles }: WrittenTitles): void {
    for (const [event, title] of titles) this.titles.set(event, title);
    this.arrived();
  }

  /** The texts of an event, once they are there. */
  async load(event: number): Promise<EventText | undefined> {
    await this.loadPart(this.partOf(event));
    return this.texts.get(event);
  }

  /** The name of the part that an event is in. */
  partOf(event: number): string {
    return this.columns.parts.findLast(([, first]) => first <= event)?.[0] ?? "";
  }

  /** The number of an event, of which the id mostly begins with its year; -1 where there is none. */
  async numberOf(id: string): Promise<number> {
    const year = /^-?\d+/.exec(id)?.[0] ?? "";
    const names = this.columns.parts.map(([name]) => name);
    const isLikely = (name: string) => name.split("/")[0] === year;
    for (const name of [...names.filter(isLikely), ...names.filter((one) => !isLikely(one))]) {
      await this.loadPart(name);
      for (const [event, text] of this.texts) if (text.id === id) return event;
    }
    return -1;
  }

  loadPart(name: string): Promise<void> {
    let part = this.asked.get(name);
    if (!part) {
      part = this.fetchPart(name);
      part.catch(() => this.asked.delete(name));
      this.asked.set(name, part);
    }
    return part;
  }

  private async fetchPart(name: string): Promise<void> {
    const part = await readJson<WrittenPart>(`${this.folder}parts/${name}.json`, this.signal);
    part.events.forEach((text, place) => {
      const event = part.first + place;
      const [, year = "", month = ""] = part.headings.findLast(([first]) => first <= event) ?? [];
      this.texts.set(event, { ...text, year, month });
    });
    this.arrived();
  }
}

export async function readJson<Content>(address: string, signal: AbortSignal): Promise<Content> {
  const answer = await (ON_DISK ? readFile(address) : fetch(address, { signal }));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
