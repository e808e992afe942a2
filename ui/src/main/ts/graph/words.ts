import type { Concept, Edge, Group, Hidden } from "../api";
import { text } from "../page/i18n";
import type { Mark } from "../study/marks";
import { hiddenAround, type Scene } from "./model";

/** Returns what neighbours by a relation are called: what to know before, what it unlocks, its parts ... */
export function groupName({ relation, inverse }: Group): string {
  const key = `group.${relation}${inverse ? ".inverse" : ""}`;
  const name = text(key);
  return name === key ? text(`group.${relation}`) : name;
}

/** Returns a statement as a sentence. */
export function sentence(from: Concept, relation: string, to: Concept): string {
  return text(`explore.said.${relation}`, from.label, to.label);
}

export function labelOf(scene: Scene, slug: string): string {
  return scene.nodes.get(slug)?.concept.label ?? slug;
}

export function edgeSentence(scene: Scene, edge: Edge): string {
  const from = scene.nodes.get(edge.from)?.concept;
  const to = scene.nodes.get(edge.to)?.concept;
  return from === undefined || to === undefined ? "" : sentence(from, edge.relation, to);
}

/** Returns all groups around a concept, on screen or not, each with how many of them are hidden. */
export function groupsAround(scene: Scene, slug: string): { group: Hidden; hidden: number }[] {
  const hidden = hiddenAround(scene, slug);
  return (scene.nodes.get(slug)?.around ?? []).map((group) => ({
    group,
    hidden: hidden.find((one) => one.relation === group.relation && one.inverse === group.inverse)?.count ?? 0,
  }));
}

/** Says what a concept is and what is around it, for who listens. */
export function describe(scene: Scene, slug: string, mark: Mark | undefined): string {
  const node = scene.nodes.get(slug);
  if (node === undefined) {
    return slug;
  }
  const parts = [node.concept.label, text(`explore.kind.${node.concept.kind}`)];
  if (mark !== undefined) {
    parts.push(text(`mark.${mark}`));
  }
  if (node.pinned) {
    parts.push(text("explore.pinned"));
  }
  for (const { group, hidden } of groupsAround(scene, slug)) {
    parts.push(
      hidden === 0
        ? text("explore.counted", groupName(group), group.count)
        : text("explore.counted.some", groupName(group), group.count, group.count - hidden),
    );
  }
  return parts.join(text("explore.comma"));
}
