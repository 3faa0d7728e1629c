/** What the keys do while the drawing has the focus. */

export type Action =
  | "next"
  | "previous"
  | "above"
  | "below"
  | "closer"
  | "farther"
  | "first"
  | "last"
  | "open"
  | "leave";

const ACTIONS: Readonly<Record<string, Action>> = {
  ArrowRight: "next",
  ArrowLeft: "previous",
  ArrowUp: "above",
  ArrowDown: "below",
  "+": "closer",
  "=": "closer",
  "-": "farther",
  Home: "first",
  End: "last",
  Enter: "open",
  Escape: "leave",
};

/** What a key asks for; none where it belongs to the browser. */
export function actionOf(event: KeyboardEvent): Action | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return ACTIONS[event.key];
}
