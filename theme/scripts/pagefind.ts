/** Pagefind's own script, which the build has put beside the index: what is used of it, and how it is loaded. */

import { makePagefind } from "./disk.ts";

export interface Fragment {
  /** The address of the page, from the site's root on, with a slash before it. */
  readonly raw_url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

export interface Found {
  readonly id: string;
  data(): Promise<Fragment>;
}

/** By filter and value, how many results have it. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Answer {
  readonly results: readonly Found[];
  /** Of all results, whatever they are chosen by. */
  readonly totalFilters: Counts;
}

export type Choice = Readonly<Record<string, string>>;

export interface Engine {
  init(): Promise<void>;
  search(words: string, options: { filters: Choice }): Promise<Answer>;
  filters(): Promise<Counts>;
  mergeIndex(folder: string, options: object): Promise<void>;
}

export interface Pagefind {
  createInstance(options: object): Engine;
}

const SCRIPT = "pagefind.js";
/** What is found in a title or name comes first, and a long text is not worse than a short one. */
const RANKING = {
  pageLength: 0.3,
  termSaturation: 1.8,
  metaWeights: { title: 3, kind: 0, what: 0.1, date: 0.1, lang: 0 },
};
/** How much what is found in sources counts beside all else. */
const OF_SOURCES = 0.1;

/** The engine for the index in a folder. It works in the page: a worker could be made of any file of the site. */
export async function loadEngine(folder: string, integrity: string): Promise<Engine> {
  const address = folder + SCRIPT;
  if (!ON_DISK) await fetchModule(address, integrity);
  const { createInstance }: Pagefind = ON_DISK ? await makePagefind(address) : await import(address);
  const engine = createInstance({ basePath: new URL(folder).pathname, noWorker: true, ranking: RANKING });
  await engine.init();
  return engine;
}

/** Sources, of which there are most, have an index of their own. */
export function addSources(engine: Engine, folder: string): Promise<void> {
  return engine.mergeIndex(`${new URL(folder).pathname}sources/`, { indexWeight: OF_SOURCES, ranking: RANKING });
}

/** Lets a module run that the page's policy knows by its hash, which `import()` cannot name; then it is there for that. */
function fetchModule(address: string, integrity: string): Promise<void> {
  const script = document.createElement("script");
  script.type = "module";
  script.src = address;
  script.integrity = integrity;
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(address));
    });
    document.body.append(script);
  });
}
