/** What readers choose on a page: it narrows the drawing and the list, and stands in the address. */

import { readState, START, type State, writeState } from "./address.ts";
import { Telling } from "./beside.ts";
import { Bits } from "./bits.ts";
import { type Columns, isWithin } from "./columns.ts";
import { Choice, type Facets, type Tightest } from "./facets.ts";
import { type Find, makeFind } from "./finding.ts";
import { element } from "./frame.ts";
import { awaitFrame } from "./giving_way.ts";
import { Panel } from "./panel.ts";
import { datesOf, faultOf, type Period, periodOf } from "./period.ts";
import { faultInWords } from "./period_fault.ts";
import { makeRemedy, remedyInWords } from "./remedy.ts";
import { numberChosen, type Selection, without } from "./selection.ts";
import { addStyle } from "./styles.ts";
import type { EventTexts } from "./texts.ts";
import type { Words } from "./words.ts";

/** The instrument whose events are chosen. */
export interface Narrowed {
  readonly element: HTMLElement;
  readonly texts: EventTexts;
  /** The window of time that is shown, the whole period, and the same with its room. */
  readonly window: Readonly<Record<"from" | "to" | "first" | "last" | "low" | "high", number>>;
  setWindow(from: number, to: number): void;
  /** Show only these events; all of them for null. */
  setShown(shown: Bits | null): void;
  /** Say something over the drawing, which shows no event then. */
  setNote(note: HTMLElement | null): void;
  /** Give an event the focus, and leave the window as it is; -1 for none. */
  focus(event: number): void;
  /** Read something aloud to those who listen. */
  announce(text: string): void;
}

/** The same events in words. */
export interface Listing {
  show(events: Uint32Array): void;
  /** Show the page's own list, of all events. */
  showOwn(): void;
}

export interface ChoosingSettings {
  /** The instrument's place on the page, before the page's list. */
  readonly place: HTMLElement;
  readonly instrument: Narrowed;
  readonly list: Listing;
  readonly columns: Columns;
  readonly words: Words;
  readonly loadFacets: () => Promise<Facets>;
  readonly signal: AbortSignal;
  /** Called when the address asks for other lanes. */
  readonly onLanes: (name: string) => void;
}

/** What is read aloud of what a selection leaves. */
type Told = "nothing" | "trouble" | "result";

const STYLE = "assets/tl/filters.css";
const OTHERS = "a.tl-same";
/** Windows that differ by less than this part of their length are the same. */
const SAME = 1e-3;

/** Fetch the styles of what is only where events are chosen, before anything of it is on the page. */
export function dressChoosing(place: HTMLElement, signal: AbortSignal): Promise<void> {
  return addStyle(place, STYLE, signal);
}

export class Choosing {
  private readonly settings: ChoosingSettings;
  private readonly panel: Panel;
  private state: State = START;
  private facets: Facets | null = null;
  private readonly find: Find | null;
  private readonly beside: Telling;
  /** The text that was looked for last, and the events that it found; null for any. */
  private found: { text: string; events: Bits | null } = { text: "", events: null };
  /** The events that are drawn; null for all. */
  private shown: Bits | null = null;
  /** Those of them that are in the period; null for all. */
  private left: Uint32Array | null = null;
  /** The event that has the focus; -1 for none. */
  private event = -1;
  /** The period that events have to be in; null for any time. */
  private period: Period | null = null;
  /** The window that was set last, not by a reader's gesture. */
  private windowSet: Period | null = null;

  constructor(settings: ChoosingSettings) {
    const { words, signal } = settings;
    this.settings = settings;
    this.find = makeFind(settings.columns.count, signal);
    this.beside = new Telling(settings.place, signal);
    this.state = this.readAddress();
    this.panel = new Panel(
      {
        words,
        hasText: this.find !== null,
        onChange: (selection) => this.choose(selection),
        load: () => this.load().then(() => this.showChoice()),
        announce: (text) => settings.instrument.announce(text),
      },
      this.state.selection,
    );
    signal.addEventListener("abort", () => this.panel.element.remove());
    addEventListener("popstate", () => this.takeAddress(), { signal });
  }

  /** What the first drawing needs to be the right one. */
  async ready(): Promise<void> {
    this.settings.instrument.element.before(this.panel.element);
    await this.loadIfNeeded();
  }

  private async loadIfNeeded(): Promise<void> {
    if (numberChosen(this.state.selection)) await this.load().catch(() => this.fail());
  }

  /** Show the state of the address, once the drawing has its size. */
  start(): void {
    if (this.state.lanes) this.settings.onLanes(this.state.lanes);
    this.showState("trouble");
    this.showFocus();
    this.carry();
  }

  /** The ways to other drawings of the same events take what is chosen with them. */
  private carry(): void {
    for (const way of document.querySelectorAll<HTMLAnchorElement>(OTHERS)) way.search = location.search;
  }

  /** A gesture has moved the window: the address follows, and what the period narrows. */
  windowMoved(from: number, to: number, isStep: boolean): void {
    const { first, last } = this.settings.instrument.window;
    if (this.windowSet && isSame(this.windowSet, { from, to })) return;
    this.windowSet = { from, to };
    const isFirst = from <= first;
    const isLast = to >= last;
    this.period = isFirst && isLast ? null : { from, to };
    const dates = datesOf(from, to);
    const period = { from: isFirst ? "" : dates.from, to: isLast ? "" : dates.to };
    this.state = { ...this.state, selection: { ...this.state.selection, ...period } };
    this.writeAddress(isStep ? "push" : "replace");
    this.showChoice();
  }

  /** An event has the focus, or none: -1. */
  focused(event: number): void {
    this.event = event;
    this.tell();
    if (event < 0) this.takeEvent("");
    else this.settings.instrument.texts.load(event).then((text) => this.takeEvent(text?.id ?? ""), ignore);
  }

  lanesChosen(name: string): void {
    this.state = { ...this.state, lanes: name };
    this.writeAddress("push");
  }

  private choose(selection: Selection): void {
    const { text } = this.state.selection;
    const isTypedOn = text !== "" && selection.text !== "" && text !== selection.text;
    this.state = { ...this.state, selection };
    const address = this.address;
    // The drawing answers first: what browsers do for another address takes them milliseconds.
    awaitFrame(this.settings.signal).then(() => this.goTo(address, isTypedOn ? "replace" : "push"), ignore);
    if (this.isLoaded) {
      this.showState("result");
      return;
    }
    this.panel.update(selection, this.facets, null);
    this.load().then(
      () => this.showState("result"),
      () => this.fail(),
    );
  }

  /** Where data cannot be fetched, the page's own list is still there. */
  private fail(): void {
    const { instrument, words, signal } = this.settings;
    if (!signal.aborted) instrument.setNote(element("p", "", words.say("failed")));
  }

  private takeAddress(): void {
    const { lanes } = this.state;
    this.state = this.readAddress();
    this.carry();
    if (lanes !== this.state.lanes) this.settings.onLanes(this.state.lanes);
    this.loadIfNeeded().then(() => {
      this.showState("result");
      this.showFocus();
    });
  }

  private showFocus(): void {
    const { event } = this.state;
    if (!event) {
      this.giveFocus(-1);
      return;
    }
    this.settings.instrument.texts.numberOf(event).then((number) => {
      const isShown = number >= 0 && (!this.shown || this.shown.has(number));
      if (isShown && event === this.state.event) this.giveFocus(number);
    }, ignore);
  }

  private giveFocus(event: number): void {
    this.settings.instrument.focus(event);
    this.event = event;
    this.tell();
  }

  private tell(): void {
    this.beside.tell({ events: this.left, event: this.event });
  }

  private takeEvent(event: string): void {
    if (event === this.state.event) return;
    this.state = { ...this.state, event };
    this.writeAddress("replace");
  }

  /** The state of the address; where nothing can search, its text chooses nothing. */
  private readAddress(): State {
    const state = readState(location.search);
    return this.find ? state : { ...state, selection: without(state.selection, "text") };
  }

  /** The address of the page in this state. */
  private get address(): string {
    return location.pathname + writeState(this.state, location.search) + location.hash;
  }

  private writeAddress(how: "push" | "replace"): void {
    if (!this.settings.signal.aborted) this.goTo(this.address, how);
  }

  private goTo(address: string, how: "push" | "replace"): void {
    if (how === "push") history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
    this.carry();
  }

  /** Whether all is there that the selection needs. */
  private get isLoaded(): boolean {
    const { selection } = this.state;
    return !numberChosen(selection) || (this.facets !== null && this.found.text === selection.text);
  }

  private async load(): Promise<void> {
    this.facets ??= await this.settings.loadFacets();
    const { text } = this.state.selection;
    const events = text && this.find ? await this.find(text) : null;
    // Whoever has typed on asks for something else by now.
    if (text === this.state.selection.text) this.found = { text, events };
  }

  /** Show the whole state: the window of its period, and what its selection leaves. */
  private showState(told: Told): void {
    const { from, to } = this.state.selection;
    const period = from || to ? periodOf(from, to) : undefined;
    this.period = period ?? null;
    this.showWindow(period ?? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
    this.showChoice(told);
  }

  /** Move the window, as far as the whole period reaches. */
  private showWindow(period: Period): void {
    const { instrument } = this.settings;
    const { low, high } = instrument.window;
    const from = Math.max(period.from, low);
    const to = Math.min(period.to, high);
    if (from < to && !isSame(instrument.window, { from, to })) instrument.setWindow(from, to);
    const { window } = instrument;
    this.windowSet = { from: window.from, to: window.to };
  }

  /** Whether the period has nothing in common with the whole one, so that no window shows it. */
  private get isOutside(): boolean {
    const { low, high } = this.settings.instrument.window;
    return this.period !== null && (this.period.to <= low || this.period.from >= high);
  }

  /** The events that the text of the selection finds; null where it has none, and until that is known. */
  private get eventsFound(): Bits | null {
    return this.found.text === this.state.selection.text ? this.found.events : null;
  }

  /** Which filters to let go where no event fits all. The period may be known before the values of others have come. */
  private tightestOf(choice: Choice | null): Tightest | undefined {
    if (choice || numberChosen(this.state.selection)) return choice?.tightest;
    return { filters: ["period"], count: this.settings.columns.count };
  }

  private showChoice(told: Told = "nothing"): void {
    const { columns, instrument, list, words } = this.settings;
    const { selection } = this.state;
    const inPeriod = this.period ? eventsWithin(columns, this.period) : null;
    const choice = this.facets && new Choice(this.facets, selection, inPeriod, this.eventsFound);
    const isNarrowed = choice !== null && numberChosen(selection) > 0;
    const events = choice?.events ?? inPeriod ?? Bits.all(columns.count);
    this.shown = isNarrowed ? choice.eventsWithout("period") : null;
    if (this.isOutside) this.shown = events;
    instrument.setShown(this.shown);
    this.panel.update(selection, this.facets, choice);
    const { count } = events;
    this.left = isNarrowed || inPeriod ? events.numbers() : null;
    this.tell();
    if (this.left) list.show(this.left);
    else list.showOwn();
    const tightest = count ? undefined : this.tightestOf(choice);
    instrument.setNote(count ? null : makeRemedy(tightest, selection, words, (other) => this.choose(other)));
    const fault = faultOf(selection.from, selection.to);
    if (told === "nothing" || (told === "trouble" && count && !fault)) return;
    const inWords = count ? words.count("events", count) : remedyInWords(tightest, selection, words);
    instrument.announce(fault ? `${faultInWords(fault, selection, words)} ${inWords}` : inWords);
  }
}

/** The events that can have been going on at some moment of a period. */
export function eventsWithin(columns: Columns, { from, to }: Period): Bits {
  const events = Bits.none(columns.count);
  for (let event = 0; event < columns.count; event++) {
    if (isWithin(columns, event, from, to)) events.add(event);
  }
  return events;
}

/** Without its text an event keeps the focus all the same. */
function ignore(): void {}

function isSame(one: Period, other: Period): boolean {
  const near = (other.to - other.from) * SAME;
  return Math.abs(one.from - other.from) < near && Math.abs(one.to - other.to) < near;
}
