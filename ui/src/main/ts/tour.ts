import { pageAddress } from "./page/address";
import { element } from "./page/dom";
import { text } from "./page/i18n";

/** A step: the page it stands on, and what it points to there, the first that is found. */
export interface Step {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly target: string;
}

const SEEN = "zhitu.tour";

export const STEPS: readonly Step[] = [
  { path: "/", parameters: {}, target: "form.big" },
  { path: "/concept/attention-mechanism", parameters: {}, target: ".strips" },
  { path: "/concept/attention-mechanism", parameters: {}, target: ".marking" },
  { path: "/explore", parameters: { concept: "attention-mechanism" }, target: "#stage, main h1" },
  { path: "/path", parameters: { goal: "transformer" }, target: ".steps, main h1" },
  { path: "/sparql", parameters: {}, target: "#workbench:not([hidden]), #query-form" },
];

/** Returns the step that an address names, from 1; undefined where it names none. */
export function stepOf(search: string): number | undefined {
  const named = new URLSearchParams(search).get("tour") ?? "";
  const step = Number(named);
  return /^\d+$/.test(named) && step >= 1 && step <= STEPS.length ? step : undefined;
}

/** Returns the address of a step. */
export function addressOf(step: number, here: string): string {
  const { path, parameters } = STEPS[step - 1] ?? { path: "/", parameters: {} };
  return pageAddress(path, { ...parameters, tour: String(step) }, here);
}

/** Says whether the reader took or closed the tour before. */
export function isSeen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return false;
  }
}

function remember(): void {
  try {
    localStorage.setItem(SEEN, "seen");
  } catch {
    // storage is off: the tour is offered again
  }
}

/** Shows a step beside what it is about. The page stays usable: it is no modal dialog. */
export function showStep(step: number): void {
  const target = STEPS[step - 1]?.target
    .split(", ")
    .map((one) => document.querySelector<HTMLElement>(one))
    .find((one) => one !== null);
  const title = element("h2", { id: "tour-title", tabindex: "-1" }, text(`tour.${step}.title`));
  const close = element("button", { type: "button", class: "close" }, text("tour.close"));
  const back = element(
    "a",
    { class: "button", rel: "prev", href: addressOf(step - 1, location.search) },
    text("tour.back"),
  );
  const next = element(
    "a",
    { class: "button primary", rel: "next", href: addressOf(step + 1, location.search) },
    text("tour.next"),
  );
  const done = element("button", { type: "button", class: "primary" }, text("tour.done"));
  const box = element(
    "div",
    {
      class: "tour noprint",
      role: "dialog",
      "aria-modal": "false",
      "aria-labelledby": "tour-title",
      "aria-describedby": "tour-text",
    },
    element("p", { class: "quiet" }, text("tour.step", step, STEPS.length)),
    title,
    element("p", { id: "tour-text" }, text(`tour.${step}.text`)),
    element(
      "div",
      { class: "buttons" },
      ...(step > 1 ? [back] : []),
      ...(step < STEPS.length ? [next] : [done]),
      close,
    ),
  );
  const end = (): void => {
    remember();
    box.remove();
    target?.classList.remove("toured");
    const rest = new URLSearchParams(location.search);
    rest.delete("tour");
    const query = rest.toString();
    history.replaceState(null, "", location.pathname + (query === "" ? "" : `?${query}`) + location.hash);
    document.getElementById("content")?.focus();
  };
  close.addEventListener("click", end);
  done.addEventListener("click", end);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      end();
    }
  });
  document.body.append(box);
  target?.classList.add("toured");
  target?.scrollIntoView({ block: "center", behavior: "instant" });
  title.focus({ preventScroll: true });
}
