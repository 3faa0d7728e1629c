/** What the keys do while the map, or a mark on it, has the focus. */

export type MapAction = "left" | "right" | "up" | "down" | "closer" | "farther" | "whole" | "leave";

const ACTIONS: Readonly<Record<string, MapAction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  "+": "closer",
  "=": "closer",
  "-": "farther",
  Home: "whole",
  Escape: "leave",
};

/** What a key asks for; none where it belongs to the browser. */
export function mapActionOf(event: KeyboardEvent): MapAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return ACTIONS[event.key];
}
