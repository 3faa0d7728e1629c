/** The colours of the page as it is now: they come from its stylesheets, of either scheme or of the reader's own. */

const NAMES = ["paper", "raised", "line", "ink", "muted", "link", "accent", "unverified", "disputed"] as const;

export type Palette = Readonly<Record<(typeof NAMES)[number], string>>;

/**
 * The colours where an element stands. Each is asked for as the `color` of an element, which resolves what it is made of;
 * all of them stand there before the first is asked, so that the browser works them out once.
 */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement("span");
  for (const name of NAMES) {
    const one = document.createElement("span");
    one.style.color = `var(--tl-${name})`;
    probe.append(one);
  }
  element.append(probe);
  const colours = NAMES.map((name, place) => [name, getComputedStyle(probe.children[place] as Element).color]);
  probe.remove();
  return Object.fromEntries(colours) as Palette;
}
