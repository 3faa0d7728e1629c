/** What d3-interpolate needs of d3-color to be loaded: nothing is drawn between two colours, so no text is one. */

export function color() {
  return null;
}

export { color as cubehelix, color as hcl, color as hsl, color as lab, color as rgb };
