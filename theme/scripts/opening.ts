/** Opens the search before its code has come: by its key, as Material has it, and by its sign on narrow screens. */

const KEYS = ["/", "s", "f"];
const TYPING = "input, textarea, select, [contenteditable]";

export function openSearch(box: Element): void {
  const isOpen = document.querySelector<HTMLInputElement>('[data-md-toggle="search"]');
  if (isOpen && !isOpen.checked) isOpen.click();
  box.querySelector<HTMLInputElement>(".md-search__input")?.focus();
}

export function openWhenAsked(box: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    const isTyping = (event.target as Element).closest?.(TYPING);
    if (
      isTyping ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      !KEYS.includes(event.key)
    )
      return;
    event.preventDefault();
    openSearch(box);
  });
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("[data-tl-opens-search]")) return;
    event.preventDefault();
    openSearch(box);
  });
}
