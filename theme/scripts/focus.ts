/** Which event has the focus and which one is pointed at, and what is said of it as soon as its text is there. */

import type { Caption } from "./caption.ts";
import type { EventTexts } from "./texts.ts";

export class Focus {
  private readonly texts: EventTexts;
  private readonly caption: Caption;
  /** Whether a reader is told what to do where no event is shown. */
  private readonly isHinting: boolean;
  private readonly changed: () => void;
  private focused = -1;
  private pointed = -1;

  /** `changed` is called whenever something else is to be drawn. */
  constructor(texts: EventTexts, caption: Caption, isHinting: boolean, changed: () => void) {
    this.texts = texts;
    this.caption = caption;
    this.isHinting = isHinting;
    this.changed = changed;
  }

  /** The event that has the focus, or -1. */
  get event(): number {
    return this.focused;
  }

  /** The event that is pointed at, or -1. */
  get pointedAt(): number {
    return this.pointed;
  }

  /** The events that the one with the focus is linked with. */
  get linked(): number[] {
    return (this.texts.of(this.focused)?.links ?? []).map(([, event]) => event);
  }

  /** Give an event the focus; -1 for none. */
  give(event: number): void {
    this.focused = event;
    this.pointed = -1;
    this.show(event);
  }

  pointAt(event: number): void {
    if (event === this.pointed) return;
    this.pointed = event;
    this.show(event);
  }

  /** Say what is pointed at, or has the focus. */
  tell(): void {
    const event = this.pointed >= 0 ? this.pointed : this.focused;
    const text = this.texts.of(event);
    if (text) this.caption.showEvent(text);
    else if (event < 0) this.caption.clear(this.isHinting);
  }

  /** Read the event with the focus aloud; where there is none, nothing is left to be read. */
  announce(): void {
    const event = this.focused;
    if (event < 0) this.caption.silence();
    else
      this.texts.load(event).then((text) => {
        if (text && event === this.focused) this.caption.announceEvent(text);
      }, ignore);
  }

  /** Go to the page of the event with the focus. */
  open(): void {
    if (this.focused >= 0) this.texts.load(this.focused).then(() => this.caption.open(), ignore);
  }

  private show(event: number): void {
    if (event >= 0) this.texts.load(event).catch(ignore);
    this.tell();
    this.changed();
  }
}

/** Where texts cannot be fetched, nothing is said of an event; the list has them all the same. */
function ignore(): void {}
