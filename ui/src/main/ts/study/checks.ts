import { knownSlugs, setKnown } from "./known";

/** Ties every "I know this" box below a root to what is stored. */
export function bindChecks(root: ParentNode, changed: (slug: string, known: boolean) => void = () => {}): void {
  const known = new Set(knownSlugs());
  for (const box of root.querySelectorAll<HTMLInputElement>("input[data-know]")) {
    const slug = box.dataset["know"] ?? "";
    box.checked = known.has(slug);
    box.addEventListener("change", () => {
      setKnown(slug, box.checked);
      changed(slug, box.checked);
    });
  }
}
