/** What d3-brush and d3-zoom call of d3-transition: whatever is drawn is where it belongs at once, and none can be interrupted. */

import { selection } from "d3-selection";

export function interrupt() {}

selection.prototype.interrupt = function () {
  return this;
};
