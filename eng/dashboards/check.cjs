// Holds dashboards, one a file, against the types of Grafana's foundation kit: node check.cjs DASHBOARD.json...
// What is said is of the generated check.ts; the lines of it are those of the file named above them.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const ts = require("typescript");

const kit = "@grafana/grafana-foundation-sdk";
const kinds = { timeseries: "timeseries", stat: "stat", heatmap: "heatmap", table: "table" };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "dashboards-"));
let failed = false;
try {
  fs.symlinkSync(path.join(__dirname, "node_modules"), path.join(folder, "node_modules"));
  for (const file of process.argv.slice(2)) {
    const problems = check(JSON.parse(fs.readFileSync(file, "utf8")), path.basename(file, ".json"));
    failed ||= problems.length > 0;
    for (const problem of problems) {
      console.log(`${file}: ${problem}`);
    }
  }
} finally {
  fs.rmSync(folder, { recursive: true });
}
process.exit(failed ? 1 : 0);

function check(dashboard, name) {
  const panels = dashboard.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  const source = [
    `import type * as dashboard from "${kit}/dashboard";`,
    `import type * as prometheus from "${kit}/prometheus";`,
    ...Object.values(kinds).map((kind) => `import type * as ${kind} from "${kit}/${kind}";`),
    // JSON has the values of enumerations and no members; nothing may be there that has no type.
    "type Plain<T> = T extends string ? `${T}` : T extends number ? (`${T}` extends `${infer N extends number}` ? N : never)",
    "  : T extends boolean | null | undefined ? T : T extends (infer E)[] ? Plain<E>[] : T extends (...a: any) => any ? never",
    "  : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;",
    "type Board = Omit<Plain<dashboard.Dashboard>, 'panels'>;",
    "type Query = Omit<Plain<prometheus.Dataquery>, '_implementsDataqueryVariant'>;",
    "type Panel = Omit<Plain<dashboard.Panel>, 'targets' | 'options' | 'fieldConfig'>;",
    "type Row = Omit<Plain<dashboard.RowPanel>, 'panels'>;",
    "type Field = Omit<Plain<dashboard.FieldConfig>, 'custom'>;",
  ];
  const { panels: _, ...board } = dashboard;
  say(board, "Board");
  for (const panel of panels) {
    const { targets, options, fieldConfig, panels: inner, ...rest } = panel;
    if (panel.type === "row") {
      say(rest, "Row");
      continue;
    }
    if (!(panel.type in kinds)) {
      return [`panel ${panel.id} is of the unknown type ${panel.type}`];
    }
    say(rest, "Panel");
    targets.forEach((target) => say(target, "Query"));
    say(options, `Plain<${panel.type}.Options>`);
    const { custom, ...field } = fieldConfig.defaults;
    say(field, "Field");
    if (custom) {
      say(custom, `Partial<Plain<${panel.type}.FieldConfig>>`);
    }
  }
  const script = path.join(folder, `${name}.ts`);
  fs.writeFileSync(script, source.join("\n"));
  const program = ts.createProgram([script], {
    strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16, preserveSymlinks: true, types: [],
  });
  return ts.getPreEmitDiagnostics(program).map((problem) => {
    const line = problem.file ? problem.file.getLineAndCharacterOfPosition(problem.start).line : -1;
    const text = ts.flattenDiagnosticMessageText(problem.messageText, "\n");
    return `${text}${line < 0 ? "" : ` in ${source.join("\n").split("\n")[line].slice(0, 300)}`}`;
  });

  function say(value, type) {
    source.push(`(${JSON.stringify(value)}) satisfies ${type};`);
  }
}
