import { complete, lastPiece } from "../search/pieces";
import { suggest } from "../search/suggest";

/** Suggests concepts in the fields that take one name, or many with commas between them. */
export function bindSuggestions(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) {
    const many = input.dataset["suggest"] === "many";
    suggest(input, {
      asked: (value) => (many ? lastPiece(value).name : value.trim()),
      questions: false,
      choose: (hit) => {
        input.value = many ? complete(lastPiece(input.value), hit.label) : hit.label;
      },
    });
  }
}
