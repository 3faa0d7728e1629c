const inParts = (text) => {
  const [year, month, day] = text.split("-").map(Number);
  return { year, month, day };
};
const events = (await (await fetch("events.json")).json()).map(({ title, start, end }) => ({
  start_date: inParts(start),
  ...(end && { end_date: inParts(end) }),
  text: { headline: title },
}));
const markDrawn = () => requestAnimationFrame(() => performance.mark("timeline:drawn"));
const drawing = new TL.Timeline("peer", { events }, { font: null, script_path: new URL("js/", location.href).href });
// It may be ready before anybody can listen.
if (drawing.ready) markDrawn();
else drawing.on("ready", markDrawn);
