/** A widget, as the body of a dashboard has it. */
interface PlacedWidget {
  readonly type: "text" | "metric" | "alarm";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly (readonly unknown[])[];
    readonly annotations?: {
      readonly horizontal?: readonly { readonly label: string; readonly value: number }[];
    };
  };
}

/** A dashboard, by its name, as CloudWatch is given it. */
export interface ShownDashboard {
  /** Name. */
  readonly name: string;
  /** Body, as JSON. */
  readonly body: string;
}

const unit = { width: 48, height: 34 } as const;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A page that shows where everything of the dashboards stands, to scale, and what each graph draws. */
export function dashboardPage(dashboards: readonly ShownDashboard[]): string {
  return [
    "<!doctype html><meta charset=utf-8><title>Dashboards</title>",
    `<style>
body { font: 13px/1.3 system-ui, sans-serif; margin: 24px; background: #f4f5f7; color: #16191f; }
nav a { margin-right: 12px; } h1 { font-size: 20px; margin: 32px 0 8px; }
.board { position: relative; width: ${24 * unit.width}px; }
.widget { position: absolute; box-sizing: border-box; border: 1px solid #d5dbdb; border-radius: 4px; background: #fff;
  padding: 4px 8px; overflow: hidden; }
.text { background: transparent; border-color: transparent; white-space: pre-wrap; }
.heading { font-size: 16px; font-weight: 600; border-bottom: 1px solid #879596; border-radius: 0; }
.alarm { background: #eaf6ec; } .title { font-weight: 600; } .lines { color: #545b64; font-size: 11px; }
.level { color: #b3261e; font-size: 11px; }
</style>`,
    `<nav>${dashboards.map(({ name }) => `<a href="#${name}">${escaped(name)}</a>`).join("")}</nav>`,
    ...dashboards.map(board),
  ].join("\n");
}

function board({ name, body }: ShownDashboard): string {
  // The layer's own form, which a test holds against CloudWatch's limits.
  const { widgets } = JSON.parse(body) as { readonly widgets: readonly PlacedWidget[] };
  const rows = Math.max(0, ...widgets.map(({ y, height }) => y + height));
  return [
    `<h1 id="${name}">${escaped(name)}</h1>`,
    `<div class="board" style="height: ${rows * unit.height}px">`,
    ...widgets.map(shown),
    "</div>",
  ].join("\n");
}

function shown(widget: PlacedWidget): string {
  const { x, y, width, height } = widget;
  const place = [
    `left: ${x * unit.width}px`,
    `top: ${y * unit.height}px`,
    `width: ${width * unit.width - 4}px`,
    `height: ${height * unit.height - 4}px`,
  ].join("; ");
  const { markdown = "" } = widget.properties;
  const heading = widget.type === "text" && markdown.startsWith("## ") ? " heading" : "";
  return `<div class="widget ${widget.type}${heading}" style="${place}">${content(widget)}</div>`;
}

function content({ type, properties }: PlacedWidget): string {
  const { title = "", markdown = "", alarms = [], metrics = [], annotations } = properties;
  if (type === "text") return escaped(markdown.replace(/^## /, "").replaceAll(/\]\([^)]*\)/g, "]"));
  const heading = `<div class="title">${escaped(title)}</div>`;
  if (type === "alarm") {
    const names = alarms.map((arn) => arn.split(":").at(-1) ?? "");
    return `${heading}<div class="lines">${names.map(escaped).join(" · ")}</div>`;
  }
  const levels = (annotations?.horizontal ?? []).map(({ label, value }) => `${label} ${value}`);
  const drawn = metrics.map(labelOf).filter((label) => label !== "");
  return [
    heading,
    `<div class="level">${escaped(levels.join(" · "))}</div>`,
    `<div class="lines">${escaped([...new Set(drawn)].join(" · "))}</div>`,
  ].join("");
}

function labelOf(line: readonly unknown[]): string {
  const options = line.at(-1);
  if (typeof options !== "object" || options === null) return "";
  if ("visible" in options && options.visible === false) return "";
  return "label" in options && typeof options.label === "string" ? options.label : "";
}
