/**
 * Brings an instrument's code to its page when a reader comes to it: scrolls it into sight, touches or focuses it.
 *
 * An element says which script it needs: `data-tl-script`, with the hash of what it holds in `data-tl-integrity`, by
 * which the page's policy lets it run. One with `data-tl-now` gets it at once, and one with `data-tl-asked`, which is in
 * sight on every page, only when somebody works with it. One with `data-tl-key`, the name of a key that an address can
 * have, gets it at once where the address has that, and else only when somebody works with it.
 */

import { openWhenAsked } from "./opening.ts";

/** Material's stream of pages: it sends the first one to whoever subscribes and, with instant navigation, each next. */
declare global {
  interface Window {
    document$?: { subscribe(next: () => void): unknown };
  }
}

const WAITING = "[data-tl-instrument][data-tl-script]";
const WAKING = ["pointerdown", "focusin"] as const;
/** Addresses of the search, which stays in the header when instant navigation leaves the page that they are relative to. */
const ADDRESSES = ["tlScript", "tlRoot", "tlData", "tlLists"];
/** What scripts fetch by: instant navigation names the next page before it takes away the one before. */
const FETCHED = ["tlScript", "tlData"];

function fetchScript(instrument: HTMLElement): void {
  const script = document.createElement("script");
  if (!ON_DISK) script.type = "module";
  script.src = instrument.dataset.tlScript ?? "";
  if (!ON_DISK) script.integrity = instrument.dataset.tlIntegrity ?? "";
  const isThere = [...document.scripts].some((one) => one.src === script.src);
  // Not into the head, from which instant navigation takes what the next page has not.
  if (!isThere) document.body.append(script);
}

function fetchWhenReached(instrument: HTMLElement): void {
  const fetchOnce = () => {
    sight.disconnect();
    for (const type of WAKING) instrument.removeEventListener(type, fetchOnce);
    fetchScript(instrument);
  };
  const sight = new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting)) fetchOnce();
  });
  if (!("tlAsked" in instrument.dataset || "tlKey" in instrument.dataset)) sight.observe(instrument);
  for (const type of WAKING) instrument.addEventListener(type, fetchOnce);
}

/** Makes addresses whole while their page is the one that the browser is at. */
function complete({ dataset }: HTMLElement, names: readonly string[]): void {
  for (const name of names) dataset[name] = wholeOf(dataset[name]);
}

function wholeOf(address = ""): string {
  return new URL(address || "./", location.href).href;
}

function awaitSearch(): void {
  const box = document.querySelector<HTMLElement>("[data-tl-asked]");
  if (!box) return;
  complete(box, ADDRESSES);
  openWhenAsked(box);
}

function lookForInstruments(): void {
  const address = new URLSearchParams(location.search);
  for (const instrument of document.querySelectorAll<HTMLElement>(WAITING)) {
    const { tlKey = "" } = instrument.dataset;
    complete(instrument, FETCHED);
    // Links stay relative to their page: whole ones would be printed with their addresses, as those to other sites are.
    instrument.dataset.tlSite ??= wholeOf(instrument.dataset.tlRoot);
    instrument.hidden = false;
    if ("tlNow" in instrument.dataset || address.has(tlKey)) fetchScript(instrument);
    else fetchWhenReached(instrument);
  }
}

awaitSearch();
if (window.document$) window.document$.subscribe(lookForInstruments);
else lookForInstruments();
