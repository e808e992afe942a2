import { element, shape } from "../page/dom";
import type { Writing } from "./cells";
import { MOST_BARS, firstChoice, numericColumns, points, ticks, type Choice, type Point } from "./chartmodel";
import { word } from "./data";
import type { Table } from "./result";

const WIDTH = 900;
const LABELS = 220;
const BAR = 24;
const TOP = 12;
const BOTTOM = 28;
const LINE_HEIGHT = 340;

/** Shows a table of words and numbers as bars or as a line. */
export function chartView(table: Table, writing: Writing): HTMLElement {
  const first = firstChoice(table);
  if (first === undefined) {
    return element("p", { class: "notice" }, word("chart.none"));
  }
  const name = (iri: string): string => writing.labels.name(iri);
  const numeric = numericColumns(table);
  const label = choose(word("chart.label"), table.columns, first.label);
  const value = choose(word("chart.value"), ["", ...numeric], first.value);
  const form = choose(word("chart.form"), ["bars", "line"], "bars", (form) => word(`chart.${form}`));
  const sheet = element("figure", { class: "chart" });
  const write = (): void => {
    const choice: Choice = {
      label: label.select.value,
      value: value.select.value,
    };
    const all = points(table.rows, choice, name);
    const some = all.slice(0, MOST_BARS);
    const what = choice.value === "" ? word("chart.count") : choice.value;
    const said = `${choice.label}: ${what}`;
    sheet.replaceChildren(
      form.select.value === "line" ? line(all.slice(0, 2000), said) : bars(some, said),
      element(
        "figcaption",
        { class: "quiet" },
        said,
        form.select.value === "bars" && all.length > some.length
          ? ` · ${word("chart.cut", some.length, all.length)}`
          : "",
      ),
    );
  };
  for (const { select } of [label, value, form]) {
    select.addEventListener("change", write);
  }
  write();
  return element("div", {}, element("div", { class: "lineup" }, label.field, value.field, form.field), sheet);
}

function choose(
  called: string,
  values: readonly string[],
  chosen: string,
  show: (value: string) => string = (value) => (value === "" ? word("chart.count") : value),
): { field: HTMLElement; select: HTMLSelectElement } {
  const select = element("select", {}, ...values.map((value) => element("option", { value }, show(value))));
  select.value = chosen;
  return {
    field: element("label", {}, element("span", {}, called), " ", select),
    select,
  };
}

function bars(some: readonly Point[], said: string): SVGSVGElement {
  const marks = ticks(Math.min(...some.map((point) => point.value)), Math.max(...some.map((point) => point.value)), 6);
  const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 1];
  const span = high - low || 1;
  const x = (value: number): number => LABELS + ((value - low) / span) * (WIDTH - LABELS - 60);
  const height = TOP + some.length * BAR + BOTTOM;
  const svg = shape("svg", {
    viewBox: `0 0 ${WIDTH} ${height}`,
    class: "bars",
    role: "img",
    "aria-label": said,
  });
  for (const mark of marks) {
    svg.append(
      shape("line", {
        x1: x(mark),
        x2: x(mark),
        y1: TOP,
        y2: height - BOTTOM,
        class: "grid",
      }),
      shape("text", { x: x(mark), y: height - 8, "text-anchor": "middle", class: "tick" }, mark.toLocaleString()),
    );
  }
  some.forEach((point, row) => {
    const y = TOP + row * BAR;
    const [from, to] = [Math.min(x(0), x(point.value)), Math.max(x(0), x(point.value))];
    svg.append(
      shape(
        "g",
        {},
        shape("title", {}, `${point.label}: ${point.value.toLocaleString()}`),
        shape("text", { x: LABELS - 8, y: y + BAR / 2, dy: ".35em", "text-anchor": "end" }, clipped(point.label, 22)),
        shape("rect", {
          x: from,
          y: y + 4,
          width: Math.max(1, to - from),
          height: BAR - 8,
          class: "bar",
        }),
        shape("text", { x: to + 6, y: y + BAR / 2, dy: ".35em", class: "tick" }, point.value.toLocaleString()),
      ),
    );
  });
  return svg;
}

function line(all: readonly Point[], said: string): SVGSVGElement {
  const marks = ticks(Math.min(...all.map((point) => point.value)), Math.max(...all.map((point) => point.value)), 5);
  const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 1];
  const y = (value: number): number => LINE_HEIGHT - 40 - ((value - low) / (high - low || 1)) * (LINE_HEIGHT - 60);
  const x = (index: number): number => 60 + (index / Math.max(1, all.length - 1)) * (WIDTH - 100);
  const svg = shape("svg", {
    viewBox: `0 0 ${WIDTH} ${LINE_HEIGHT}`,
    role: "img",
    "aria-label": said,
  });
  for (const mark of marks) {
    svg.append(
      shape("line", {
        x1: 60,
        x2: WIDTH - 40,
        y1: y(mark),
        y2: y(mark),
        class: "grid",
      }),
      shape("text", { x: 52, y: y(mark), dy: ".35em", "text-anchor": "end", class: "tick" }, mark.toLocaleString()),
    );
  }
  const every = Math.max(1, Math.ceil(all.length / 10));
  all.forEach((point, index) => {
    if (index % every === 0) {
      svg.append(
        shape(
          "text",
          {
            x: x(index),
            y: LINE_HEIGHT - 14,
            "text-anchor": "middle",
            class: "tick",
          },
          clipped(point.label, 8),
        ),
      );
    }
  });
  const d = all.map((point, index) => `${index === 0 ? "M" : "L"}${x(index)} ${y(point.value)}`).join("");
  svg.append(shape("path", { d, class: "curve" }));
  for (const [index, point] of all.entries()) {
    svg.append(
      shape(
        "circle",
        { cx: x(index), cy: y(point.value), r: 3.5, class: "dot" },
        shape("title", {}, `${point.label}: ${point.value.toLocaleString()}`),
      ),
    );
  }
  return svg;
}

function clipped(label: string, most: number): string {
  const wide = /\p{Script=Han}/u.test(label) ? Math.ceil(most * 0.62) : most;
  return label.length > wide ? `${label.slice(0, wide - 1)}…` : label;
}
