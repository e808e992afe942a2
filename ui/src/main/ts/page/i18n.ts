/** The texts of the page's language, as the server put them into the page. */
let messages: Record<string, string> | undefined;

function load(): Record<string, string> {
  const element = document.getElementById("messages");
  return JSON.parse(element?.textContent ?? "{}") as Record<string, string>;
}

/** Fills {0}, {1} ... of a pattern. */
export function format(pattern: string, ...values: (string | number)[]): string {
  return pattern.replace(/\{(\d)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
}

/** Returns the text of a key, its holes filled; the key itself where there is none. */
export function text(key: string, ...values: (string | number)[]): string {
  messages ??= load();
  return format(messages[key] ?? key, ...values);
}

/** Returns the tag of the language that concepts' names and definitions are shown in. */
export function contentLanguage(): "zh" | "en" {
  const { lang, dataset } = document.documentElement;
  return (dataset["content"] ?? lang) === "zh" ? "zh" : "en";
}

/** Returns the tag of the language a text is written in: Chinese if it has a Chinese character. */
export function languageOf(written: string): "zh" | "en" {
  return /\p{Script=Han}/u.test(written) ? "zh" : "en";
}
