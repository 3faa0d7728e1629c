/** Breaks long work into pieces, between which the browser answers its reader. */

/** So many milliseconds after an answer a reader may already have tapped again. */
const PAUSE = 80;

/** Resolves when the browser has had its turn; throws where the page is left meanwhile. */
export async function giveWay(signal: AbortSignal): Promise<void> {
  await new Promise<void>((done) => setTimeout(done));
  signal.throwIfAborted();
}

/** So many milliseconds of work keep nobody waiting, also on a phone that is several times slower. */
const UNNOTICED = 5;

/** What work awaits between any two of its pieces, however small: it gives way once they have taken long enough. */
export function makeRest(signal: AbortSignal): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < UNNOTICED) return;
    await giveWay(signal);
    begun = performance.now();
  };
}

/** Makes one of each, and rests in between. */
export async function inPieces<Given, Made>(
  all: Iterable<Given>,
  make: (one: Given) => Made,
  rest: () => Promise<void>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const one of all) {
    made.push(make(one));
    await rest();
  }
  return made;
}

/** Resolves when the next frame has been drawn; throws where the page is left meanwhile. */
export async function awaitFrame(signal: AbortSignal): Promise<void> {
  await new Promise<number>((drawn) => requestAnimationFrame(drawn));
  await giveWay(signal);
}

/** Resolves when the next frame has been drawn and a reader has had time to tap again; throws where the page is left. */
export async function awaitPause(signal: AbortSignal): Promise<void> {
  await awaitFrame(signal);
  await new Promise<void>((done) => setTimeout(done, PAUSE));
  signal.throwIfAborted();
}
