/** The links of a page to others that can be seen as of a day: they lead on to the day that a reader looks at. */

import { withKey } from "./address.ts";

/** What of a folder's address is left for the page that lists all in it. */
const LIST = /^(?:index\.html)?(?:[?#]|$)/;

export class Carried {
  private readonly key: string;
  /** Each link with its address as it was written. */
  private readonly links: ReadonlyMap<HTMLAnchorElement, string>;

  /** The folders in which pages have the choice of a day are relative to the root, and that to the page. */
  constructor(page: HTMLElement, key: string, root: string, folders: readonly string[]) {
    this.key = key;
    const bases = folders.map((folder) => new URL(`${root || "./"}${folder}`, location.href).href);
    const all = [...page.querySelectorAll<HTMLAnchorElement>("a[href]")];
    const others = all.filter((link) => link.pathname !== location.pathname && isIn(link.href, bases));
    this.links = new Map(others.map((link) => [link, link.getAttribute("href") ?? ""]));
  }

  /** Let links lead to a day, written as in an address; where it is empty, as they did. */
  lead(day: string): void {
    for (const [link, written] of this.links) link.setAttribute("href", day ? leadTo(written, this.key, day) : written);
  }
}

/** Whether an address is one of a page in a folder, and not of the list of all. */
export function isIn(address: string, folders: readonly string[]): boolean {
  return folders.some((folder) => address.startsWith(folder) && !LIST.test(address.slice(folder.length)));
}

/** An address with one key of its query set to a value. */
export function leadTo(address: string, key: string, value: string): string {
  const [, path = "", query = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  return path + withKey(query, key, value) + hash;
}
