/** When a reader was here before, which only their own browser remembers. */

/** The day of the visit before this day's first; empty where none is remembered. This one is remembered from now on. */
export function visitBefore(storage: Pick<Storage, "getItem" | "setItem">, key: string, today: string): string {
  const [last = "", before = ""] = (storage.getItem(key) ?? "").split(" ");
  const previous = last < today ? last : before;
  storage.setItem(key, `${today} ${previous}`);
  return previous;
}
