/**
 * A site that is opened from disk (`file://`), for which scripts are bundled a second time: there a page can load a file
 * as an image, a style sheet or a script that is no module, and nothing can be fetched. What is data elsewhere stands in
 * scripts there, one beside each file: see `site_builder/publishing/from_disk.py`.
 */

import type { Pagefind } from "./pagefind.ts";

declare global {
  /** Whether a bundle is for such a site; each leaves out what only the other needs. */
  const ON_DISK: boolean;
}

/** The script of a file, while it runs and once it has. */
interface FileScript extends HTMLScriptElement {
  /** What the file holds. */
  base64?: string;
  /** What stands beside Pagefind's own script. */
  makePagefind?: (fetchFile: typeof readFile) => Pagefind;
}

/** What a file of the site holds, as it would be fetched elsewhere. */
export async function readFile(address: string): Promise<Response> {
  const { base64 = "" } = await runScriptOf(address);
  return new Response(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
}

export async function makePagefind(address: string): Promise<Pagefind> {
  const { makePagefind } = await runScriptOf(address);
  if (!makePagefind) throw new Error(address);
  return makePagefind(readFile);
}

/** The address of a page by that of its folder, which on disk would be listed. */
export function pageIn(folder: string): string {
  return ON_DISK && folder.endsWith("/") ? `${folder}index.html` : folder;
}

function runScriptOf(address: string): Promise<FileScript> {
  const script: FileScript = document.createElement("script");
  const whole = new URL(address, location.href);
  whole.search = "";
  script.src = `${whole}.js`;
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve(script));
    script.addEventListener("error", () => reject(new Error(address)));
    document.body.append(script);
    script.remove();
  });
}
