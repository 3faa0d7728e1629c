/** Breaks long work into pieces, between which the browser answers its reader. */

/** Resolves when the browser has had its turn; throws where the page is left meanwhile. */
export async function giveWay(signal: AbortSignal): Promise<void> {
  await new Promise<void>((done) => setTimeout(done));
  signal.throwIfAborted();
}

/** Resolves when the next frame has been drawn; throws where the page is left meanwhile. */
export async function awaitFrame(signal: AbortSignal): Promise<void> {
  await new Promise<number>((drawn) => requestAnimationFrame(drawn));
  await giveWay(signal);
}
