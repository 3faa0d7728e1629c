/** Which events have the words of a text, as the search of the site finds them. */

import { Bits } from "./bits.ts";
import { lookFor } from "./looking.ts";
import { type Engine, loadEngine } from "./pagefind.ts";
import { wordsIn } from "./spelling.ts";
import { readJson } from "./texts.ts";

/** `events.json` beside the index; its form is defined in `site_builder/formats/search.py`. */
interface WrittenNumbers {
  version: number;
  /** What the index calls each event, in the order of their numbers. */
  events: string[];
}

export type Find = (text: string) => Promise<Bits>;

const VERSION = 1;

/** What finds events, of which there are `count`; null where the site cannot be searched. */
export function makeFind(count: number, signal: AbortSignal): Find | null {
  const box = document.querySelector<HTMLElement>('[data-tl-instrument="search"]');
  if (!box) return null;
  const { tlData = "", tlPagefindIntegrity = "" } = box.dataset;
  let asked: Promise<[Engine, Map<string, number>]> | undefined;
  const load = () => {
    asked ??= Promise.all([loadEngine(tlData, tlPagefindIntegrity), readNumbers(tlData, count, signal)]);
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };
  return async (text) => {
    const words = wordsIn(text);
    if (!words.length) return Bits.none(count);
    const [engine, numbers] = await load();
    const { results } = await lookFor(engine, words);
    return Bits.of(
      count,
      results.flatMap(({ id }) => numbers.get(id) ?? []),
    );
  };
}

/** Throws where the index is of other events than the timeline, as while it is made anew. */
async function readNumbers(folder: string, count: number, signal: AbortSignal): Promise<Map<string, number>> {
  const { version, events } = await readJson<WrittenNumbers>(`${folder}events.json`, signal);
  if (version !== VERSION || events.length !== count) throw new Error(`index of ${events.length} events, not ${count}`);
  return new Map(events.map((id, number) => [id, number]));
}
