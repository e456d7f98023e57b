// Opens pages in Chromium at two widths, light and dark, and prints what it found as JSON:
// node check.cjs CHROMIUM PAGE... [--shots FOLDER]
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const given = process.argv.slice(2);
const shots = given.includes("--shots") ? given.splice(given.indexOf("--shots"), 2)[1] : null;
const [executablePath, ...pages] = given;
const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

async function look(browser, page, width, colorScheme) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const tab = await context.newPage();
  const [said, asked] = [[], []];
  tab.on("console", message => said.push(`${message.type()}: ${message.text()}`));
  tab.on("pageerror", error => said.push(`error: ${error.message}`));
  tab.on("request", request => asked.push(request.url()));
  const url = pathToFileURL(path.resolve(page)).href;
  await tab.goto(url);
  await tab.waitForFunction(() => document.documentElement.dataset.drawn !== undefined, null, { timeout: 60000 });
  const charts = await tab.evaluate(measureCharts);
  const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const headings = await tab.evaluate(() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(each => Number(each.tagName[1])));
  const contrast = await tab.evaluate(measureContrast);
  const keyboard = await walk(tab);
  if (shots) {
    await tab.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
    await tab.screenshot({ path: path.join(shots, `${path.basename(page, ".html")}-${width}-${colorScheme}.png`), fullPage: true });
  }
  await context.close();
  return { page, width, colorScheme, said, asked: asked.filter(each => each !== url), charts, overflow, headings, contrast, keyboard };
}

// For each series: of how many data a shape that can be seen is drawn, beside how many the figure has to show.
function measureCharts() {
  const seen = shape => {
    const box = shape.getBoundingRect();
    const { fill, stroke } = shape.style;
    return !shape.ignore && !shape.invisible && [box.width, box.height].every(Number.isFinite) && box.width + box.height > 0
      && [fill, stroke].some(paint => paint && paint !== "none" && paint !== "transparent");
  };
  const shapesOf = element => element === undefined || element === null ? [] : element.isGroup ? element.children().flatMap(shapesOf) : [element];
  const drawnOf = (made, series) => {
    const data = series.getData();
    if (series.subType === "line") {
      const lines = shapesOf(made.getViewOfSeriesModel(series).group).filter(shape => shape.shape?.points && seen(shape));
      return lines.length === 1 ? (lines[0].shape.points.length / 2 + 1) / 2 : 0; // each step has a corner
    }
    return [...Array(data.count()).keys()].filter(each => (series.subType !== "bar" || series.getRawValue(each) > 0) && shapesOf(data.getItemGraphicEl(each)).some(seen)).length;
  };
  const positive = values => values.filter(value => value > 0).length;
  return JSON.parse(document.getElementById("data").textContent).charts.map(chart => {
    const place = document.getElementById(chart.id);
    const { figure } = chart;
    const made = echarts.getInstanceByDom(place);
    const series = made.getModel().getSeries();
    const shown = figure.kind === "waterfall" ? series.slice(1) : series; // the first lifts the others and is not seen
    const wanted = figure.kind === "ranges" ? [figure.rows.filter(row => row.low !== undefined && row.high !== undefined || row.middle !== undefined || row.mark !== undefined).length]
      : figure.series.map(each => each.values ? positive(each.values) : each.points.length);
    return {
      id: chart.id, kind: figure.kind, wanted, drawn: shown.map(each => drawnOf(made, each)), role: place.getAttribute("role"), label: place.getAttribute("aria-label"),
    };
  });
}

// Presses Tab until it comes round, and tells which elements that can be used it did not come to.
async function walk(tab) {
  const all = await tab.evaluate(() => {
    const usable = [...document.querySelectorAll("a[href], button, summary, input, select, [tabindex='0']")].filter(each => each.checkVisibility());
    usable.forEach((each, place) => { each.dataset.stop = place; });
    document.body.focus();
    return usable.length;
  });
  const reached = new Set();
  let unseen = 0;
  for (let step = 0; step < Math.min(all, 400); step++) {
    await tab.keyboard.press("Tab");
    const stop = await tab.evaluate(() => {
      const element = document.activeElement;
      return [element.dataset?.stop, getComputedStyle(element).outlineStyle];
    });
    if (stop[0] !== undefined) {
      reached.add(stop[0]);
      unseen += stop[1] === "none" ? 1 : 0;
    }
  }
  return { all, reached: reached.size, unseen };
}

// The lowest contrast of any text of the page with what is behind it (WCAG 2.2, relative luminance).
function measureContrast() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = colour => {
    canvas.fillStyle = "#000";
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = ([r, g, b]) => [r, g, b].map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const ratio = (one, other) => {
    const [high, low] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = getComputedStyle(document.body).backgroundColor;
  let lowest = { ratio: 99 };
  const seen = new Set();
  for (const each of document.querySelectorAll("body *")) {
    if (each.checkVisibility() && [...each.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())) {
      const colour = each.closest("svg") ? "" : getComputedStyle(each).color;
      if (colour === "" || seen.has(colour)) {
        continue; // what charts are drawn in is looked at below
      }
      const found = ratio(colour, ground);
      seen.add(colour);
      lowest = found < lowest.ratio ? { ratio: found, colour, text: each.textContent.trim().slice(0, 40) } : lowest;
    }
  }
  const style = getComputedStyle(document.documentElement);
  const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]);
  const names = new Set(rules.filter(rule => rule.selectorText === ":root").flatMap(rule => [...rule.style]).filter(name => name.startsWith("--")).map(name => name.slice(2)));
  const written = ["ink", "soft", "link"]; // all others but grounds and lines are fills, with text on them
  for (const name of [...names].filter(each => !["ground", "line", "tint", "on"].includes(each))) {
    for (const other of written.includes(name) ? ["ground"] : ["ground", "on"]) {
      const found = ratio(style.getPropertyValue(`--${name}`), style.getPropertyValue(`--${other}`));
      lowest = found < lowest.ratio ? { ratio: found, colour: name, text: other } : lowest;
    }
  }
  lowest.colours = names.size;
  return lowest;
}

(async () => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "simulator-browser-"));
  const browser = await chromium.launch({ executablePath, args: [...flags], headless: true, env: { ...process.env, HOME: profile } });
  const found = [];
  for (const page of pages) {
    for (const width of [400, 1280]) {
      for (const colorScheme of ["light", "dark"]) {
        found.push(await look(browser, page, width, colorScheme));
      }
    }
  }
  await browser.close();
  fs.rmSync(profile, { recursive: true, force: true });
  console.log(JSON.stringify(found));
})().catch(error => {
  console.error(error.message);
  process.exit(1);
});
