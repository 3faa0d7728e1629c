/** The colours of the page as it is now: they come from its stylesheets, of either scheme or of the reader's own. */

const NAMES = ["paper", "raised", "line", "ink", "muted", "link", "accent", "unverified", "disputed"] as const;

export type Palette = Readonly<Record<(typeof NAMES)[number], string>>;

/** The colours where an element stands; its own `color` is asked for each, which resolves what they are made of. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement("span");
  element.append(probe);
  const colours = Object.fromEntries(
    NAMES.map((name) => {
      probe.style.color = `var(--tl-${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return colours as Palette;
}
