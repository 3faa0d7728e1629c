/** The state of a timeline in the address of its page, so that it survives a reload and can be sent to others. */

import { DIMENSIONS, type Dimension, EVERYTHING, FLAGS, type Selection } from "./selection.ts";

export interface State {
  readonly selection: Selection;
  /** What lanes are made by; empty for the usual. */
  readonly lanes: string;
  /** The id of the event that has the focus; empty for none. */
  readonly event: string;
}

export const START: State = { selection: EVERYTHING, lanes: "", event: "" };

const SWITCHES = [...FLAGS, "before"] as const;
const DATES = ["from", "to"] as const;
const TEXTS = ["lanes", "event"] as const;
const TEXT = "q";
const OURS: readonly string[] = [TEXT, ...DIMENSIONS, ...SWITCHES, ...DATES, ...TEXTS];
const ON = "1";

/** The state that a query has: `?actor=csp-dpa&from=2023-11`. */
export function readState(query: string): State {
  const keys = new URLSearchParams(query);
  const values = new Map<Dimension, string[]>();
  for (const dimension of DIMENSIONS) {
    const chosen = [...new Set(keys.getAll(dimension).filter(Boolean))];
    if (chosen.length) values.set(dimension, chosen);
  }
  const text = (name: string) => keys.get(name) ?? "";
  const isOn = (name: string) => text(name) === ON;
  return {
    selection: {
      values,
      disputed: isOn("disputed"),
      counts: isOn("counts"),
      before: isOn("before"),
      from: text("from"),
      to: text("to"),
      text: text(TEXT).trim(),
    },
    lanes: text("lanes"),
    event: text("event"),
  };
}

/** The query of a state; what the query so far says besides stays in it. */
export function writeState(state: State, query: string): string {
  const { selection } = state;
  const keys = new URLSearchParams(query);
  for (const name of OURS) keys.delete(name);
  if (selection.text) keys.append(TEXT, selection.text);
  for (const dimension of DIMENSIONS) {
    for (const id of selection.values.get(dimension) ?? []) keys.append(dimension, id);
  }
  for (const name of SWITCHES) if (selection[name]) keys.append(name, ON);
  for (const name of DATES) if (selection[name]) keys.append(name, selection[name]);
  for (const name of TEXTS) if (state[name]) keys.append(name, state[name]);
  // A colon may stand in a query as it is, and times are read more easily with it.
  const written = keys.toString().replaceAll("%3A", ":");
  return written && `?${written}`;
}

/** The address of the page with one key as this, or without it where it is empty; all else stays. */
export function addressWith(key: string, value: string): string {
  return location.pathname + withKey(location.search, key, value) + location.hash;
}

/** A query with one key as this, or without it where it is empty; all else stays. */
export function withKey(query: string, key: string, value: string): string {
  const keys = new URLSearchParams(query);
  keys.delete(key);
  if (value) keys.set(key, value);
  const written = keys.toString();
  return written && `?${written}`;
}
