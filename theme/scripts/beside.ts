/** What the timeline tells a map that stands beside it: which events a reader has chosen there, and which has the focus. */

import { awaitPause } from "./giving_way.ts";

export interface Told {
  /** The events of the selection and the period; null for all. */
  readonly events: Uint32Array | null;
  /** -1 for none. */
  readonly event: number;
}

/** Sent to the timeline's place. The map is code of its own: no module of one knows what the other has. */
const CHOSEN = "tl:chosen";
const ASKED = "tl:asked";

/** Tells whoever listens beside an instrument, and again whoever comes later. */
export class Telling {
  private readonly place: HTMLElement;
  private readonly signal: AbortSignal;
  private last: Told | null = null;
  private told = 0;

  constructor(place: HTMLElement, signal: AbortSignal) {
    this.place = place;
    this.signal = signal;
    place.addEventListener(ASKED, () => this.send(), { signal });
  }

  /** Tell the latest, once the instrument itself has been drawn and its reader does nothing more. */
  tell(told: Told): void {
    this.last = told;
    const turn = ++this.told;
    awaitPause(this.signal).then(
      () => {
        if (turn === this.told) this.send();
      },
      () => {},
    );
  }

  private send(): void {
    if (this.last) this.place.dispatchEvent(new CustomEvent<Told>(CHOSEN, { detail: this.last }));
  }
}

/** Hear what is chosen on the timeline in a place, now and whenever that changes. */
export function listenBeside(place: HTMLElement, hear: (told: Told) => void, signal: AbortSignal): void {
  place.addEventListener(CHOSEN, (event) => hear((event as CustomEvent<Told>).detail), { signal });
  place.dispatchEvent(new Event(ASKED));
}
