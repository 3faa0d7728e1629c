/** Something that is made when it is first asked for: each format of a language takes a slow phone many milliseconds. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}
