import katex from "katex";
import "katex/dist/katex.min.css";

/** Sets every formula below a root; what cannot be read as TeX stays as it is written. */
export function setFormulas(formulas: Iterable<HTMLElement>): void {
  for (const formula of formulas) {
    const tex = (formula.textContent ?? "").trim();
    const display = formula.matches("div, pre, .display, .math-display, .block");
    try {
      // Nodes, not markup: the page's policy allows no inline styles written as HTML.
      katex.render(tex, formula, {
        displayMode: display,
        throwOnError: true,
        trust: false,
        maxExpand: 500,
        maxSize: 20,
      });
      formula.classList.add("set");
    } catch {
      formula.textContent = tex;
    }
  }
}
