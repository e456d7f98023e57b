// Reads a trace in Chrome's JSON form with the engine of Chrome's developer tools, and says what it found, a number a line:
// node check.mjs TRACE
import fs from "node:fs";

globalThis.DOMRect ??= class {};
const { Handlers, Helpers } = await import("@paulirish/trace_engine");

const events = JSON.parse(fs.readFileSync(process.argv[2], "utf8")).traceEvents;
Helpers.Trace.sortTraceEventsInPlace(events);

const ends = events.filter(event => event.ph === "b" || event.ph === "e");
const stretches = Helpers.Trace.createMatchedSortedSyntheticEvents(ends);
say("unmatched", ends.length - 2 * stretches.filter(event => event.args.data.endEvent).length);
const steps = stretches.filter(event => event.args.data.beginEvent.args.event);
say("steps", steps.length);
say("minutes of steps", steps.reduce((sum, event) => sum + event.dur / 60e6, 0));
say("bodies", new Set(events.map(event => event.pid)).size);

const arrows = Handlers.ModelHandlers.Flows;
arrows.reset();
events.forEach(event => arrows.handleEvent(event));
await arrows.finalize();
const flows = arrows.data().flows;
say("papers", flows.length);
say("ends of papers", flows.reduce((sum, flow) => sum + flow.length, 0));
say("minutes on the way", flows.reduce((sum, flow) => sum + (flow.at(-1).ts - flow[0].ts) / 60e6, 0));

function say(what, number) {
  console.log(`${what}=${number}`);
}
