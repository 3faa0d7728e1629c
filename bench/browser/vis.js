const items = (await (await fetch("events.json")).json()).map(({ title, start, end }, id) => ({ id, content: title, start, end }));
const drawing = new vis.Timeline(document.getElementById("peer"), new vis.DataSet(items), {});
drawing.on("changed", () => requestAnimationFrame(() => performance.mark("timeline:drawn")));
