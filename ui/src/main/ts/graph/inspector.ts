import type { Between, Group } from "../api";
import { conceptAddress, pageAddress } from "../page/address";
import { element } from "../page/dom";
import { languageOf, text } from "../page/i18n";
import type { Mark } from "../study/marks";
import { edgeKey, isOpen, type Scene } from "./model";
import { statement } from "./tip";
import { lineOf } from "./view";
import { edgeSentence, groupName, groupsAround, sentence } from "./words";

/** What can be done in the panel beside the picture. */
export interface InspectorDeeds {
  open(slug: string, group: Group | undefined): void;
  fold(slug: string): void;
  centre(slug: string): void;
  togglePin(slug: string): void;
  begin(slug: string): void;
  mark(slug: string, mark: Mark | undefined): void;
  heed(line: string | undefined): void;
  way(nth: number): void;
  clearWay(): void;
  select(slug: string): void;
}

/** What the panel says. */
export interface Selection {
  readonly scene: Scene;
  readonly slug: string;
  readonly start: string;
  readonly mark: Mark | undefined;
  readonly shown: (edge: string) => boolean;
}

const MARKS: readonly Mark[] = ["known", "learning", "later"];

/** The panel: what is around the selected concept, counted before it is opened, and why each line is there. */
export class Inspector {
  private readonly about = element("div");
  private readonly wayPart = element("section", { class: "way" });

  constructor(
    panel: HTMLElement,
    private readonly deeds: InspectorDeeds,
  ) {
    panel.replaceChildren(this.wayPart, this.about);
  }

  write(selection: Selection): void {
    this.keepingFocus(this.about, () => this.about.replaceChildren(...this.concept(selection)));
    this.keepingFocus(this.wayPart, () => this.wayPart.replaceChildren(...this.way(selection)));
    this.wayPart.hidden = this.wayPart.childElementCount === 0;
  }

  /** What is written anew loses the keyboard's place: it goes to the part of the same name. */
  private keepingFocus(part: HTMLElement, write: () => void): void {
    const focused = document.activeElement;
    const name = focused instanceof HTMLElement && part.contains(focused) ? focused.dataset["name"] : undefined;
    write();
    if (name !== undefined) {
      const same = part.querySelector<HTMLElement>(`[data-name="${CSS.escape(name)}"]`);
      (same ?? part.querySelector<HTMLElement>("button, a, select, summary"))?.focus({ preventScroll: true });
    }
  }

  private concept(selection: Selection): Node[] {
    const { scene, slug, start } = selection;
    const node = scene.nodes.get(slug);
    if (node === undefined) {
      return [];
    }
    const { concept } = node;
    const groups = groupsAround(scene, slug);
    const counts = groups.map(({ group, hidden }) => {
      const entry = element("li", {}, element("span", {}, groupName(group)));
      const name = `group ${group.inverse ? "-" : ""}${group.relation}`;
      entry.append(
        hidden === 0
          ? element("span", { class: "count" }, String(group.count))
          : this.button(`${group.count - hidden} / ${group.count}  +${hidden}`, name, () =>
              this.deeds.open(slug, group),
            ),
      );
      entry.querySelector("button")?.setAttribute("aria-label", text("explore.open.group", groupName(group), hidden));
      return entry;
    });
    const hidden = groups.reduce((sum, group) => sum + group.hidden, 0);
    const actions = element("p", { class: "actions" });
    if (hidden > 0) {
      actions.append(this.button(text("explore.open.all", hidden), "open", () => this.deeds.open(slug, undefined)));
    }
    if (isOpen(scene, slug)) {
      actions.append(this.button(text("collapse"), "fold", () => this.deeds.fold(slug)));
    }
    if (slug !== scene.centre) {
      actions.append(this.button(text("centre"), "centre", () => this.deeds.centre(slug)));
    }
    const pin = this.button(text("explore.pin"), "pin", () => this.deeds.togglePin(slug));
    pin.setAttribute("aria-pressed", String(node.pinned));
    const way = this.button(text("explore.begin"), "begin", () => this.deeds.begin(slug));
    way.setAttribute("aria-pressed", String(start === slug));
    actions.append(pin, way);
    return [
      element("h2", { lang: languageOf(concept.label) }, concept.label),
      element(
        "p",
        { class: "leads" },
        element("a", { href: conceptAddress(slug), "data-name": "page" }, text("page")),
        " ",
        element("a", { href: pageAddress("/path", { goal: slug }), "data-name": "plan" }, text("plan")),
      ),
      this.markChoice(selection),
      element("ul", { class: "plain counts" }, ...counts),
      actions,
      ...this.lines(selection),
    ];
  }

  private markChoice({ slug, mark }: Selection): HTMLElement {
    const choice = element("select", { "data-name": "mark" });
    choice.append(
      element("option", { value: "" }, text("explore.mark.none")),
      ...MARKS.map((one) => element("option", { value: one }, text(`mark.${one}`))),
    );
    choice.value = mark ?? "";
    choice.addEventListener("change", () =>
      this.deeds.mark(
        slug,
        MARKS.find((one) => one === choice.value),
      ),
    );
    return element("p", { class: "mark-choice" }, element("label", {}, text("explore.mark"), " ", choice));
  }

  /** The lines of the selected concept, each with its reason and where it comes from. */
  private lines({ scene, slug, shown }: Selection): Node[] {
    const near = scene.edges.filter((edge) => (edge.from === slug || edge.to === slug) && shown(edgeKey(edge)));
    if (near.length === 0) {
      return [];
    }
    const entries = near.map((edge) => {
      const key = edgeKey(edge);
      const [said, ...why] = statement({ ...edge, said: edgeSentence(scene, edge) });
      const summary = element("summary", { "data-name": `edge ${key}` }, said?.textContent ?? "");
      const entry = element("details", { class: "line" }, summary, ...why);
      entry.addEventListener("pointerenter", () => this.deeds.heed(lineOf(edge)));
      entry.addEventListener("pointerleave", () => this.deeds.heed(undefined));
      entry.addEventListener("focusin", () => this.deeds.heed(lineOf(edge)));
      entry.addEventListener("focusout", () => this.deeds.heed(undefined));
      return element("li", {}, entry);
    });
    return [element("h3", {}, text("explore.lines", near.length)), element("ul", { class: "plain lines" }, ...entries)];
  }

  private way({ scene, start, slug }: Selection): Node[] {
    if (scene.way !== undefined) {
      return this.shownWay(scene.way.between, scene.way.nth);
    }
    const from = scene.nodes.get(start)?.concept;
    if (from === undefined) {
      return [];
    }
    const help = element("p", {}, text("explore.begun", from.label));
    const stop = this.button(text("explore.stop"), "stop", () => this.deeds.begin(start));
    const actions = element("p", { class: "actions" });
    if (slug !== start) {
      actions.append(this.button(text("explore.find"), "find", () => this.deeds.begin(slug)));
    }
    actions.append(stop);
    return [help, actions];
  }

  private shownWay(between: Between, nth: number): Node[] {
    const name = text("explore.way", between.from.label, between.to.label);
    const hops = between.explanations[nth]?.hops ?? [];
    const sentences = hops.map((hop) => {
      const told = hop.statements[0];
      if (told === undefined) {
        return element("li");
      }
      const said = sentence(told.subject, told.relation, told.object);
      const [first, ...why] = statement({ said, reason: told.reason, evidence: told.evidence });
      return element("li", {}, element("details", {}, element("summary", {}, first?.textContent ?? ""), ...why));
    });
    const parts: Node[] = [element("h2", {}, name), element("ol", { class: "sentences" }, ...sentences)];
    const actions = element("p", { class: "actions" });
    if (between.explanations.length > 1) {
      between.explanations.forEach((explanation, at) => {
        const label = text("explore.nth", at + 1, explanation.hops.length);
        const button = this.button(label, `nth ${at}`, () => this.deeds.way(at));
        button.setAttribute("aria-pressed", String(at === nth));
        actions.append(button);
      });
    }
    actions.append(this.button(text("explore.clear"), "clear", () => this.deeds.clearWay()));
    parts.push(actions);
    return parts;
  }

  private button(label: string, name: string, deed: () => void): HTMLButtonElement {
    const made = element("button", { type: "button", "data-name": name }, label);
    made.addEventListener("click", deed);
    return made;
  }
}
