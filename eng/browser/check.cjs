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
  const charts = await tab.evaluate(() => JSON.parse(document.getElementById("data").textContent).charts.map(chart => {
    const place = document.getElementById(chart.id);
    const drawn = echarts.getInstanceByDom(place).getOption().series.map(series => series.data.length);
    const { figure } = chart;
    const wanted = figure.kind === "ranges" ? [figure.rows.length]
      : [...(figure.kind === "waterfall" ? [figure.starts.length] : []), ...figure.series.map(series => (series.values ?? series.points).length)];
    const svg = place.querySelector("svg");
    const canvas = place.querySelector("canvas");
    const marks = svg ? svg.querySelectorAll("path, rect, circle, polygon").length
      : canvas ? new Set(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data).size : 0;
    return { id: chart.id, kind: figure.kind, wanted, drawn, marks, texts: svg ? svg.querySelectorAll("text").length : 0, role: place.getAttribute("role"), label: place.getAttribute("aria-label") };
  }));
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
  for (const name of ["ink", "soft", "link", "complied", "ended-in-part", "in-process", "registered", "arrived", "stalled", "withdrawn", "not-reached", "c0", "c1", "c2", "c3", "c4", "c5"]) {
    for (const other of ["ink", "soft", "link"].includes(name) ? ["ground"] : ["ground", "on"]) {
      const found = ratio(style.getPropertyValue(`--${name}`), style.getPropertyValue(`--${other}`));
      lowest = found < lowest.ratio ? { ratio: found, colour: name, text: other } : lowest;
    }
  }
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
