/** The links of a page to others that can be seen as of a day: they lead on to the day that a reader looks at. */

import { withKey } from "./address.ts";

/** Where pages with the choice of a day are, below the root of the site. */
const FOLDERS = ["events", "questions", "threads", "actors", "timeline"];

export class Carried {
  private readonly key: string;
  /** Each link with its address as it was written. */
  private readonly links: ReadonlyMap<HTMLAnchorElement, string>;

  constructor(page: HTMLElement, key: string, root: string) {
    this.key = key;
    const others = [...page.querySelectorAll<HTMLAnchorElement>("a[href]")].filter((link) => canCarry(link, root));
    this.links = new Map(others.map((link) => [link, link.getAttribute("href") ?? ""]));
  }

  /** Let links lead to a day, written as in an address; where it is empty, as they did. */
  lead(day: string): void {
    for (const [link, written] of this.links) link.setAttribute("href", day ? leadTo(written, this.key, day) : written);
  }
}

/** Whether a link leads to another page with the choice; its address is relative to the page, or to the site. */
function canCarry(link: HTMLAnchorElement, root: string): boolean {
  const to = new URL(link.href);
  const base = new URL(root || ".", location.href);
  const isOther = to.pathname !== location.pathname;
  return isOther && FOLDERS.some((folder) => to.href.startsWith(`${new URL(`${folder}/`, base).href}`));
}

/** An address with one key of its query set to a value. */
export function leadTo(address: string, key: string, value: string): string {
  const [, path = "", query = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  return path + withKey(query, key, value) + hash;
}
