/** Styles that pages have only once a script needs them. */

import { element } from "./frame.ts";

/** Have a stylesheet of the site on the page until that is left; resolves when it has come, or cannot. */
export function addStyle(place: HTMLElement, address: string, signal: AbortSignal): Promise<void> {
  const link = element("link");
  link.rel = "stylesheet";
  link.href = (place.dataset.tlSite ?? "") + address;
  place.append(link);
  signal.addEventListener("abort", () => link.remove());
  return new Promise((done) => {
    link.onload = link.onerror = () => done();
  });
}
