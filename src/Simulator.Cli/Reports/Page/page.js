"use strict";
// Draws the charts of the page. What they show is in the JSON block; how each kind looks is here.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const dashes = ["solid", [9, 4], [2, 3], [9, 3, 2, 3], [5, 3], [14, 4]];
  const narrow = 560;
  const manyMarks = 4000;
  const paper = 680;
  const number = (value, digits = 2) => value.toLocaleString(data.lang, { maximumFractionDigits: digits });
  const colour = name => getComputedStyle(root).getPropertyValue(`--${name}`).trim();
  const palette = place => colour(`c${place % 6}`);

  const text = () => ({ color: colour("soft"), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 });
  const lines = () => ({ lineStyle: { color: colour("line") } });

  function valueAxis(name, more) {
    return {
      type: "value", name, nameLocation: "middle", nameGap: 30, nameTextStyle: text(), axisLabel: { ...text(), hideOverlap: true, formatter: value => number(value) },
      axisLine: { show: false }, axisTick: { show: false }, splitLine: lines(), ...more,
    };
  }

  const ruler = document.createElement("canvas").getContext("2d");
  function longest(names) {
    ruler.font = `13px ${text().fontFamily}`;
    return Math.ceil(Math.max(...names.map(name => ruler.measureText(name).width))) + 4;
  }

  function rowAxis(rows, width) {
    const room = Math.min(longest(rows), width < narrow ? Math.round(width * 0.4) : Math.min(380, Math.round(width * 0.4)));
    return {
      type: "category", data: rows, inverse: true, axisTick: { show: false }, axisLine: lines(),
      axisLabel: { ...text(), color: colour("ink"), interval: 0, width: room, overflow: width < narrow ? "break" : "truncate", lineHeight: 15 },
    };
  }

  const rowHeight = (rows, width) => width < narrow && rows.some(row => row.length > 18) ? 50 : 32;

  function bars(figure, width) {
    return { grid: { left: 8, right: 24, top: 8, bottom: 48, containLabel: true }, yAxis: rowAxis(figure.rows, width) };
  }

  function part(series, place) {
    const fill = series.colour ? colour(series.colour) : palette(place);
    return {
      type: "bar", name: series.name, stack: "all", barMaxWidth: 26, barCategoryGap: "28%",
      itemStyle: { color: fill, borderColor: colour("ground"), borderWidth: 0.75 }, emphasis: { disabled: true },
    };
  }

  // A leg of minutes beside one of days: its border keeps it seen.
  const thin = (series, place) => ({ color: part(series, place).itemStyle.color, borderColor: part(series, place).itemStyle.color, borderWidth: 1.5 });

  const kinds = {
    stairs(figure, width) {
      return {
        height: width < narrow ? 280 : 360,
        legend: figure.series.map((series, place) => [series.name, "line", palette(place), dashes[place % dashes.length]]),
        option: {
          grid: { left: 8, right: 20, top: 12, bottom: 48, containLabel: true },
          tooltip: { trigger: "axis", valueFormatter: value => `${number(value, 1)} %` },
          xAxis: valueAxis(figure.time, { min: 0, max: "dataMax", axisLabel: { ...text(), showMaxLabel: false, formatter: value => number(value) }, splitLine: { show: false }, axisLine: { show: true, ...lines() } }),
          yAxis: valueAxis("", { min: 0, max: 100, axisLabel: { ...text(), formatter: value => `${value} %` } }),
          series: figure.series.map((series, place) => ({
            type: "line", step: "end", name: series.name, data: series.points, showSymbol: false, color: palette(place),
            lineStyle: { width: series.isTold ? 1.75 : 2.25, type: dashes[place % dashes.length], color: palette(place) }, emphasis: { disabled: true },
          })),
        },
      };
    },

    stack(figure, width) {
      const sums = figure.rows.map((_, row) => figure.series.reduce((sum, series) => sum + series.values[row], 0));
      const most = Math.max(...sums);
      const shown = (series, row) => figure.isShare ? (sums[row] === 0 ? 0 : 100 * series.values[row] / sums[row]) : series.values[row];
      const whole = figure.isShare ? 100 : most;
      const isWhole = figure.series.every(series => series.values.every(Number.isInteger));
      return {
        height: figure.rows.length * rowHeight(figure.rows, width) + 64,
        legend: figure.series.map((series, place) => [series.name, "box", part(series, place).itemStyle.color]),
        option: {
          ...bars(figure, width),
          tooltip: { trigger: "axis", axisPointer: { type: "none" }, valueFormatter: value => figure.isShare ? `${number(value, 1)} %` : number(value) },
          xAxis: valueAxis(figure.axis, figure.isShare ? { min: 0, max: 100, axisLabel: { ...text(), formatter: value => `${value} %` } } : { min: 0, minInterval: isWhole ? 1 : 0 }),
          series: figure.series.map((series, place) => ({
            ...part(series, place), data: series.values.map((_, row) => shown(series, row)),
            label: {
              show: true, color: colour("on"), fontSize: 12, formatter: item => {
                const value = typeof item.value === "number" ? item.value : 0;
                return value < whole * (width < narrow ? 0.16 : 0.06) ? "" : figure.isShare ? `${number(value, 0)} %` : number(value, 1);
              },
            },
          })),
        },
      };
    },

    columns(figure, width) {
      return {
        height: width < narrow ? 280 : 320,
        legend: figure.series.map((series, place) => [series.name, "box", palette(place)]),
        option: {
          grid: { left: 8, right: 12, top: 12, bottom: 52, containLabel: true },
          tooltip: { trigger: "axis", axisPointer: { type: "none" }, valueFormatter: value => number(value) },
          xAxis: {
            type: "category", data: figure.columns, axisTick: { show: false }, axisLine: lines(), name: figure.time, nameLocation: "middle",
            nameGap: 34, nameTextStyle: text(), axisLabel: { ...text(), hideOverlap: true },
          },
          yAxis: valueAxis("", { min: 0, minInterval: 1 }),
          series: figure.series.map((series, place) => ({ ...part(series, place), barMaxWidth: 60, barCategoryGap: "12%", data: series.values })),
        },
      };
    },

    ranges(figure, width) {
      const day = value => new Date(Date.parse(`${figure.origin}T00:00:00Z`) + value * 864e5).toISOString().slice(0, 10);
      const written = value => value === undefined ? "–" : figure.origin ? day(value) : number(value);
      const rows = figure.rows.map((row, place) => ({ ...row, place }));
      const draw = (params, api) => {
        const row = rows[params.dataIndex];
        const at = value => api.coord([value, row.place]);
        const shapes = [];
        if (row.low !== undefined && row.high !== undefined) {
          const [from, y] = at(row.low), [to] = at(row.high);
          shapes.push({ type: "rect", shape: { x: from, y: y - 5, width: Math.max(1.5, to - from), height: 10, r: 2 }, style: { fill: palette(0), opacity: row.isOpen ? 0.28 : 0.45 } });
        }
        if (row.mark !== undefined) {
          const [x, y] = at(row.mark);
          shapes.push({ type: "polygon", shape: { points: [[x, y - 7], [x + 6, y], [x, y + 7], [x - 6, y]] }, style: { fill: palette(1) } });
        }
        if (row.middle !== undefined) {
          const [x, y] = at(row.middle);
          shapes.push({ type: "circle", shape: { cx: x, cy: y, r: 5 }, style: { fill: palette(0), stroke: colour("ground"), lineWidth: 1.5 } });
        }
        return { type: "group", children: shapes };
      };
      const all = rows.flatMap(row => [row.low, row.middle, row.high, row.mark]).filter(value => value !== undefined);
      const [least, most] = [Math.min(...all), Math.max(...all)];
      const edge = (most - least || 1) * 0.04;
      const starts = figure.isSigned || figure.origin || least > 0.5 * most;
      return {
        height: rows.length * rowHeight(figure.rows.map(row => row.name), width) + 64,
        legend: [[figure.range, "range", palette(0)], [figure.middle, "dot", palette(0)], ...(figure.mark ? [[figure.mark, "diamond", palette(1)]] : [])],
        option: {
          ...bars({ rows: figure.rows.map(row => row.name) }, width),
          tooltip: {
            trigger: "item",
            formatter: item => {
              const row = rows[item.dataIndex];
              return `${row.name}\n${figure.middle}: ${written(row.middle)}\n${figure.range}: ${written(row.low)} .. ${written(row.high)}`
                + (figure.mark ? `\n${figure.mark}: ${written(row.mark)}` : "");
            },
          },
          xAxis: valueAxis(figure.axis, {
            min: figure.origin ? Math.floor(least) : starts ? least - edge : 0, max: figure.origin ? Math.ceil(most) : starts ? most + edge : undefined,
            ...(figure.origin ? { minInterval: 1, splitNumber: width < narrow ? 2 : 6 } : { splitNumber: width < narrow ? 3 : 6 }),
            axisLabel: { ...text(), hideOverlap: true, showMinLabel: !!figure.origin || !starts, showMaxLabel: !!figure.origin || !starts, formatter: value => figure.origin ? day(value) : number(value) },
          }),
          series: [{
            type: "custom", renderItem: draw, clip: false, encode: { x: [0, 1, 2, 3], y: 4 },
            data: rows.map(row => [row.low ?? NaN, row.middle ?? NaN, row.high ?? NaN, row.mark ?? NaN, row.place]),
            markLine: figure.isSigned ? {
              silent: true, symbol: "none", label: { show: false }, lineStyle: { color: colour("ink"), type: "solid", width: 1 }, data: [{ xAxis: 0 }],
            } : undefined,
          }],
        },
      };
    },

    waterfall(figure, width) {
      return {
        height: figure.rows.length * (width < narrow ? 46 : 26) + 64,
        legend: figure.series.map((series, place) => [series.name, "box", part(series, place).itemStyle.color]),
        option: {
          ...bars(figure, width),
          tooltip: {
            trigger: "axis", axisPointer: { type: "shadow" },
            formatter: items => [items[0].name, ...items.filter(item => item.seriesIndex > 0 && item.value > 0).map(item => `${item.seriesName}: ${number(item.value)}`)].join("\n"),
          },
          xAxis: valueAxis(figure.axis, { min: 0 }),
          series: [
            { type: "bar", name: "", stack: "all", silent: true, itemStyle: { color: "transparent" }, emphasis: { disabled: true }, data: figure.starts },
            ...figure.series.map((series, place) => ({ ...part(series, place), itemStyle: thin(series, place), data: series.values.map(value => value > 0 ? value : null) })),
          ],
        },
      };
    },
  };

  const marks = {
    line: (fill, dash) => `<line x1="0" y1="6" x2="28" y2="6" stroke="${fill}" stroke-width="2.5" stroke-dasharray="${dash === "solid" ? "" : dash}"/>`,
    box: fill => `<rect x="8" y="0" width="12" height="12" rx="2" fill="${fill}"/>`,
    range: fill => `<rect x="0" y="2" width="28" height="8" rx="2" fill="${fill}" opacity=".45"/>`,
    dot: fill => `<circle cx="14" cy="6" r="5" fill="${fill}"/>`,
    diamond: fill => `<path d="M14 0l6 6-6 6-6-6z" fill="${fill}"/>`,
  };

  function legendOf(place, entries) {
    const list = document.createElement("ul");
    list.className = "legend";
    list.setAttribute("aria-hidden", "true");
    for (const [name, mark, fill, dash] of entries) {
      const item = document.createElement("li");
      item.innerHTML = `<svg viewBox="0 0 28 12">${marks[mark](fill, dash)}</svg>`;
      item.append(name);
      list.append(item);
    }
    if (place.previousElementSibling?.matches(".legend")) {
      place.previousElementSibling.remove();
    }
    place.before(list);
  }

  const count = figure => (figure.series ?? []).reduce((sum, series) => sum + (series.values ?? series.points).length, 0);

  function draw(chart, width) {
    const place = document.getElementById(chart.id);
    const { figure } = chart;
    const { height, legend, option } = kinds[figure.kind](figure, width);
    const box = echarts.getInstanceByDom(place);
    const label = place.getAttribute("aria-label");
    if (box) {
      box.dispose();
    }
    legendOf(place, legend);
    place.style.height = `${height}px`;
    const made = echarts.init(place, null, { renderer: count(figure) > manyMarks ? "canvas" : "svg", width, height });
    made.setOption({
      animation: false, textStyle: text(), aria: { enabled: true, label: { description: label } }, ...option,
      tooltip: {
        renderMode: "richText", confine: true, backgroundColor: colour("ground"), borderColor: colour("line"), textStyle: { ...text(), color: colour("ink") },
        transitionDuration: 0, ...option.tooltip,
      },
    });
    place.dataset.width = width;
  }

  const widthOf = chart => document.getElementById(chart.id).clientWidth;
  const drawAll = width => data.charts.forEach(chart => draw(chart, width ?? widthOf(chart)));
  const onPaper = isOn => {
    root.classList.toggle("printing", isOn);
    drawAll(isOn ? paper : undefined);
  };

  drawAll();
  root.dataset.drawn = data.charts.length;
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawAll());
  addEventListener("beforeprint", () => onPaper(true));
  addEventListener("afterprint", () => onPaper(false));
  let asked = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => data.charts.filter(chart => String(widthOf(chart)) !== document.getElementById(chart.id).dataset.width)
      .forEach(chart => draw(chart, widthOf(chart))));
  });
})();
