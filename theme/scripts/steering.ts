/** What readers do with keys, buttons, mouse and fingers: it moves the window, and gives events the focus. */

import { at } from "./arrays.ts";
import type { Drawing } from "./drawing.ts";
import type { Focus } from "./focus.ts";
import type { Frame } from "./frame.ts";
import { type Action, actionOf } from "./keys.ts";
import type { Stretch } from "./layout.ts";
import type { Placing } from "./placing.ts";
import { listenToPointing } from "./pointing.ts";
import { stepAcross, stepFrom } from "./steps.ts";
import { letPageScroll } from "./touch.ts";
import type { View } from "./view.ts";

export interface Steered {
  readonly frame: Frame;
  readonly view: View;
  readonly drawing: Drawing;
  readonly focused: Focus;
  placing(): Placing;
  /** Give an event the focus and bring it into the window; -1 for none. */
  focus(event: number): void;
  /** Called with the event that a reader has given the focus, or -1. */
  readonly onFocus: (event: number) => void;
}

const CLOSER = 2;
/** Free space around what a count opens to, as a part of it. */
const AROUND = 8;

export class Steering {
  private readonly steered: Steered;
  private isMoved = false;
  private isStep = false;

  constructor(steered: Steered, signal: AbortSignal) {
    this.steered = steered;
    const { frame, drawing, focused } = steered;
    const { stage, buttons } = frame;
    const zoom = (factor: number) => () => this.zoom(factor);
    buttons.closer.addEventListener("click", zoom(CLOSER), { signal });
    buttons.farther.addEventListener("click", zoom(1 / CLOSER), { signal });
    buttons.whole.addEventListener("click", zoom(0), { signal });
    stage.addEventListener("keydown", (event) => this.press(event), { signal });
    letPageScroll(stage, signal);
    listenToPointing(
      stage,
      {
        hitAt: (x, y, reach) => drawing.hitAt(x, y, reach),
        pointAt: (event) => focused.pointAt(event),
        choose: (event) => this.choose(event),
        open: (stretch) => this.openStretch(stretch),
      },
      signal,
    );
  }

  /** A reader has moved the window. */
  moved(): void {
    this.isMoved = true;
  }

  /** Whether a reader has moved the window since this was asked last, and whether by one step, which can be taken back. */
  takeMove(): { isMoved: boolean; isStep: boolean } {
    const { isMoved, isStep } = this;
    this.isMoved = this.isStep = false;
    return { isMoved, isStep };
  }

  private press(event: KeyboardEvent): void {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    const { focused } = this.steered;
    const { listed } = this.steered.placing();
    const actions: Record<Action, () => void> = {
      next: () => this.step(1),
      previous: () => this.step(-1),
      above: () => this.cross(-1),
      below: () => this.cross(1),
      closer: () => this.zoom(CLOSER),
      farther: () => this.zoom(1 / CLOSER),
      first: () => this.reach(listed[0] ?? -1),
      last: () => this.reach(listed.at(-1) ?? -1),
      open: () => focused.open(),
      leave: () => this.leave(),
    };
    actions[action]();
  }

  private step(by: 1 | -1): void {
    const { focused, placing } = this.steered;
    this.reach(stepFrom(placing(), focused.event, by, this.edge(by)));
  }

  private cross(by: 1 | -1): void {
    const { focused, drawing, placing } = this.steered;
    this.reach(stepAcross(placing(), drawing.lanes, focused.event, by, this.edge(by)));
  }

  /** The end of the window at which a way in this direction begins. */
  private edge(by: 1 | -1): number {
    const { from, to } = this.steered.view.window;
    return by > 0 ? from : to;
  }

  /** Show so many times less time, around the focus where it is in sight; 0 for the whole period. */
  private zoom(factor: number): void {
    const { view, focused, placing } = this.steered;
    const { window } = view;
    const { event } = focused;
    const from = event < 0 ? Number.NaN : Math.max(at(placing().from, event), window.from);
    const to = Math.min(at(placing().to, event), window.to);
    this.isMoved = true;
    this.isStep = factor === 0;
    if (factor === 0) view.showWhole();
    else view.zoomBy(factor, from <= to ? (from + to) / 2 : undefined);
  }

  /** Where the keys lead no farther, nothing is said again. */
  private reach(event: number): void {
    if (event === this.steered.focused.event) this.steered.focus(event);
    else this.choose(event);
  }

  /** A reader gives an event the focus, and hears of it rather than of the window. */
  private choose(event: number): void {
    const { focus, onFocus, focused } = this.steered;
    if (event >= 0) this.isMoved = false;
    focus(event);
    onFocus(event);
    focused.announce();
  }

  private leave(): void {
    if (this.steered.focused.event >= 0) this.choose(-1);
    this.steered.frame.stage.blur();
  }

  /** Come so close to a count that it falls apart; where it cannot, its first event gets the focus. */
  private openStretch({ from, to, events }: Stretch): void {
    const { view, placing } = this.steered;
    if (view.isClosest) {
      this.choose(events[0] ?? -1);
      return;
    }
    const moments = events.map((event) => at(placing().from, event));
    const [begin = from, end = to] = [moments[0], moments.at(-1)];
    const room = Math.max((end - begin) / AROUND, (to - from) / AROUND);
    this.isMoved = true;
    view.show(begin - room, end + room);
  }
}
